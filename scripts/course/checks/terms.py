"""P09 and P10: what a reader may not know is in the glossary, and what is in the glossary can be reached from a page that uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models import GLOSSARY, LANGUAGES, Language, Page, Place, Term
from ..problems import Problem
from .index import Index
from .table import problem

_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9_./#-])(?:[A-Z][A-Z0-9]{1,5}|[0-9][A-Z][0-9A-Z]{0,3})(?![A-Za-z0-9_/-])")
_NOT_SAID = re.compile(r"\]\([^)]*\)|<[^>]*>|\{[^}]*\}")
KNOWN = {"A4", "ID", "OK", "MB", "QR", "ISO", "WHO", "ILO", "US", "NASA", "NHTSA", "TOM", "GM", "MIT", "CEB", "FSRS", "TAG", "RED", "AI", "HR", "CD", "HTML", "WCAG", "AA", "NVDA", "JAWS"} | {"EPDM", "FKM", "NBR", "NPSH", "DN50", "M16"}
"""Bodies, brands and everyday letters; then materials and sizes as they stand in drawings, which the text itself explains."""


def abbreviations(index: Index) -> Iterator[Problem]:
    known = KNOWN | {word for term in index.course.terms for word in _latin(term)}
    for page in index.course.pages:
        seen: set[str] = set()
        for line in page.lines:
            for found in _ABBREVIATION.finditer(_NOT_SAID.sub(lambda part: " " * len(part[0]), line.visible)):
                if found[0] in known or found[0] in seen or re.fullmatch(r"[A-Z]\d+", found[0]):
                    continue
                seen.add(found[0])
                yield problem("P09", Place(page.path, line.number, found.start() + 1), message=f"'{found[0]}' is explained nowhere")


def terms_that_nobody_links(index: Index) -> Iterator[Problem]:
    """A term whose name a page uses, in a language in which no page links it."""
    linked: dict[Language, set[str]] = {language: set() for language in LANGUAGES}
    for page in index.course.pages:
        linked[page.language] |= {link.target for link in page.links if link.target.startswith("term-")}
    for term in index.course.terms:
        for language in LANGUAGES:
            if term.id in linked[language]:
                continue
            used = next((place for page in index.course.in_language(language) if page.uri != GLOSSARY and (place := _used(page, term[language]))), None)
            if used:
                yield problem("P10", term.place(language), message=f"no page links to '{term[language]}', which stands in {used.path}:{used.line}")


def _used(page: Page, name: str) -> Place | None:
    pattern = re.compile(re.escape(name) if page.language == "zh" else rf"\b{re.escape(name)}\b", re.IGNORECASE)
    for line in page.lines:
        if not line.in_code and not line.visible.startswith("#") and (found := pattern.search(_NOT_SAID.sub("", line.visible))):
            return Place(page.path, line.number, found.start() + 1)
    return None


def _latin(term: Term) -> Iterator[str]:
    for text in (term.zh, term.en, *term.synonyms.zh, *term.synonyms.en):
        yield from re.findall(r"[A-Za-z0-9]+", text)
