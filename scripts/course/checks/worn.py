"""T04: worn phrases, from the list in `worn_phrases.py`. A warning: now and then such a word is the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem
from .index import Index
from .said import Said
from .surfaces import Surface, of_page, of_text
from .table import problem
from .worn_phrases import WORN

# Chinese has no word boundaries to ask for; the phrases are long enough to stand for themselves
_PATTERNS = {
    "zh": re.compile("|".join(WORN["zh"])),
    "en": re.compile(rf"(?<![\w-])(?:{'|'.join(WORN['en'])})(?![\w-])", re.IGNORECASE),
}


def worn_in_text(said: Said) -> Iterator[Problem]:
    yield from _worn(of_text(said))


def worn_in_pages(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        for surface in of_page(page):
            yield from _worn(surface)


def _worn(surface: Surface) -> Iterator[Problem]:
    for found in _PATTERNS[surface.language].finditer(surface.text):
        yield problem("T04", surface.at(found.start()), f"'{found[0]}'")
