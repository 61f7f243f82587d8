"""P01: every page stands in both languages, with the same skeleton. (Prose may differ; that is its job.)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ..models import Language, Marker, Page, Place
from ..problems import Problem
from .index import Index
from .said import LANGUAGE_NAMES
from .table import problem

_FIELDS = ("id", "kind", "provenance", "minutes", "sources", "claims", "aliases")


def both_languages(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        other: Language = "en" if page.language == "zh" else "zh"
        if (page.uri, other) not in index.pages_at:
            path = f"docs/{page.uri}.{other}.md"
            yield problem("P01", Place(page.path, 1), message=f"the {LANGUAGE_NAMES[other]} page {path} is missing or cannot be read", hint="every page stands in both languages; write the other one, or mend its front matter")


def same_front_matter(index: Index) -> Iterator[Problem]:
    for zh, en in _pairs(index):
        for field in _FIELDS:
            in_zh, in_en = getattr(zh.front, field), getattr(en.front, field)
            if isinstance(in_zh, tuple) and sorted(in_zh) == sorted(in_en):
                continue
            if in_zh != in_en:
                yield problem("P01", en.front.place(field), message=f"'{field}' differs: {_shown(in_zh)} in Chinese, {_shown(in_en)} in English", hint="write the same in both files")


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or "nothing"
    return "nothing" if value is None else str(value)


def same_headings(index: Index) -> Iterator[Problem]:
    for zh, en in _pairs(index):
        levels = {heading.id: heading.level for heading in zh.headings if heading.id}
        for heading in en.headings:
            if heading.id in levels and levels[heading.id] != heading.level:
                yield problem("P01", heading.place, message=f"the heading '#{heading.id}' has level {heading.level} here and level {levels[heading.id]} in Chinese", hint="use the same number of # in both files")
        found = [[(heading.id, heading.place) for heading in page.headings if heading.id] for page in (zh, en)]
        yield from _same_row("heading", "#", zh, en, *found)


def same_markers(index: Index) -> Iterator[Problem]:
    for zh, en in _pairs(index):
        found = [[(_name(marker), marker.place) for marker in page.markers] for page in (zh, en)]
        yield from _same_row("marker", "", zh, en, *found)


def _name(marker: Marker) -> str:
    return f"{marker.kind} {marker.argument}".strip()


def same_links(index: Index) -> Iterator[Problem]:
    """Internal links as a set: word order differs between languages, and so may the number of times."""
    for zh, en in _pairs(index):
        for here, there in ((zh, en), (en, zh)):
            elsewhere = {link.target for link in there.links}
            seen = set(elsewhere)
            for link in here.links:
                if link.target not in seen and not link.target.lower().startswith(("http:", "https:")):
                    seen.add(link.target)
                    yield problem("P01", link.place, message=f"the {LANGUAGE_NAMES[there.language]} page does not link to '{link.target}'", hint=f"link to it in {there.path} too, or take this link out")


def _same_row(what: str, sign: str, zh: Page, en: Page, in_zh: Sequence[tuple[str, Place]], in_en: Sequence[tuple[str, Place]]) -> Iterator[Problem]:
    """The same names in the same order; what one page lacks is reported where the other has it."""
    counts = {"zh": Counter(name for name, _ in in_zh), "en": Counter(name for name, _ in in_en)}
    whole = True
    for row, here, there in ((in_zh, zh, en), (in_en, en, zh)):
        more = counts[here.language] - counts[there.language]
        for name, place in row:
            if more[name] > 0:
                more[name] -= 1
                whole = False
                yield problem("P01", place, message=f"the {LANGUAGE_NAMES[there.language]} page has no {what} '{sign}{name}'", hint=f"add it in {there.path}, or take it out here")
    if whole:
        for (wanted, _), (found, place) in zip(in_zh, in_en, strict=True):
            if wanted != found:
                yield problem("P01", place, message=f"the {what}s stand in another order than in Chinese: '{sign}{found}' where '{sign}{wanted}' stands there", hint="use the same order in both files")
                return


def _pairs(index: Index) -> Iterator[tuple[Page, Page]]:
    for (uri, language), page in index.pages_at.items():
        if language == "zh" and (uri, "en") in index.pages_at:
            yield page, index.pages_at[uri, "en"]
