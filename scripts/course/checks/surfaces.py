"""What readers see of pages and texts, line by line, with everything else masked. A column here is a column in the file.

Rules about typography and wording walk these lines; this file judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..models import Language, Page, Place
from ..scanning import MARKER
from .said import Said

SKIPPED = "\x00"
"""Link targets and attribute lists: nothing stands there for the eye; what is left and right of them touches."""
OPAQUE = "\x01"
"""Code, HTML and addresses: something stands there, but it is not prose."""

_TARGET = re.compile(r"(?<=\])\([^()\s]*(?:\s+[\"'(][^\"')]*[\"')])?\s*\)")
_ATTRIBUTES = re.compile(r"\{:?\s*[#.A-Za-z][^{}]*\}")
_ADDRESS = re.compile(r"https?://[!-~]+|</?[A-Za-z!][^<>]*>")


class Surface(NamedTuple):
    """`place` is the place of the first character of `text`; both are of one line."""

    text: str
    language: Language
    place: Place

    def at(self, position: int) -> Place:
        return self.place._replace(column=self.place.column + position)


def _masked(text: str) -> str:
    if "](" in text:
        text = _TARGET.sub(lambda found: SKIPPED * len(found[0]), text)
    if "{" in text:
        text = _ATTRIBUTES.sub(lambda found: SKIPPED * len(found[0]), text)
    if "<" in text or "://" in text:
        text = _ADDRESS.sub(lambda found: OPAQUE * len(found[0]), text)
    return text


def of_text(said: Said) -> Surface:
    return Surface(_masked(said.bare), said.language, said.place)


def of_page(page: Page) -> Iterator[Surface]:
    """Title, description, and every line of the body outside code, markers and comments."""
    for field in ("title", "description"):
        yield Surface(_masked(getattr(page.front, field)), page.language, page.front.place(field))
    in_comment = False
    for line in page.lines:
        if line.in_code or MARKER.fullmatch(line.visible):
            continue
        text = "".join(shown if shown == written else OPAQUE for shown, written in zip(line.visible, line.text, strict=True)) if "`" in line.text else line.text
        text, in_comment = _without_comments(text, in_comment)
        if text.strip():
            yield Surface(_masked(text), page.language, Place(page.path, line.number))


def _without_comments(text: str, inside: bool) -> tuple[str, bool]:
    """Comments masked, also those that run over several lines."""
    if not inside and "<!--" not in text:
        return text, False
    kept, position = "", 0
    while position < len(text):
        sign = "-->" if inside else "<!--"
        at = text.find(sign, position)
        end = len(text) if at < 0 else at + len(sign) if inside else at
        kept += OPAQUE * (end - position) if inside else text[position:end]
        position = end
        if at >= 0:
            inside = not inside
    return kept, inside
