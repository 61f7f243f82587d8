"""The sentences of a page, each with its place: what R01 and F23 compare. Judges nothing.

Left out is what may stand on many pages: headings and other labels, titles and names, the legal sentence,
code, front matter. (Questions are no part of a page's text.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..models import Course, Language, Page, Place
from .measuring import HAN, plain

_BREAK = "\x02"
"""Stands where a name or a label was: no run goes across it."""
LEGAL = {
    "zh": re.compile("截至编写时[；;，,]?以现行法律文本为准[，,]?不构成法律意见"),
    "en": re.compile("as of writing[;,] check the current text[;,] not legal advice", re.IGNORECASE),
}
_SHORTEST_NAME = {"zh": 5, "en": 12}

_ENDS = {"zh": re.compile(rf"[。！？!?\n|{_BREAK}]+|；"), "en": re.compile(rf"[.!?](?=[\s”’\"')]|$)[”’\"')]*|[\n|{_BREAK}]+")}
_TOKENS = {"zh": re.compile(rf"[{HAN}]|[A-Za-z0-9][A-Za-z0-9.,:%/-]*"), "en": re.compile(r"[^\W_]+(?:[’'.,:-][^\W_]+)*")}
# a link to a page, a term or a source says its title or name
_NAMED_LINK = re.compile(r"\[[^\]\n]*\]\((?:[^()\s]*\.md[^()\s]*|term-[^()\s]*|ref-[^()\s]*)\)")
_SOURCES = re.compile(r"^\s*[-*]?\s*(?:来源：|Sources: ).*$", re.MULTILINE)
_ORDER_MARK = re.compile(r"^\s*(?:[-*+>]+|\d+\.)\s+", re.MULTILINE)
_RULE = re.compile(r"^\|[\s:|-]+\|$")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")


class Sentence(NamedTuple):
    """`words` are Han characters, figures and words in small letters, without punctuation."""

    text: str
    words: tuple[str, ...]
    language: Language
    section: str
    kind: str
    place: Place

    def shown(self, start: int, end: int) -> str:
        """From one word to another, as it is written."""
        spans = [found.span() for found in _TOKENS[self.language].finditer(self.text)]
        return self.text[spans[start][0]:spans[end - 1][1]].strip()


def words_in_order(text: str, language: Language) -> tuple[str, ...]:
    return tuple(_TOKENS[language].findall(text.casefold()))


class Names:
    """Titles and names of a course: pages, terms, sources, references. Long ones are left out of sentences."""

    def __init__(self, course: Course) -> None:
        self._long: dict[Language, dict[str, list[str]]] = {"zh": {}, "en": {}}
        found: dict[Language, set[str]] = {"zh": set(), "en": set()}
        for page in course.pages:
            found[page.language].add(page.front.title)
        for entry in (*course.terms, *(item.title for item in course.source_items), *(claim.title for claim in course.claims)):
            found["zh"].add(entry.zh)
            found["en"].add(entry.en)
        for reference in course.references:
            for language, names in found.items():
                names.add(reference.text("title", language))
        for language, names in found.items():
            for name in sorted(names):
                if len(name) >= _SHORTEST_NAME[language]:
                    self._long[language].setdefault(name[:_SHORTEST_NAME[language]], []).append(name)

    def without(self, text: str, language: Language) -> str:
        size = _SHORTEST_NAME[language]
        # by how they begin: there are as many names as pages, and every paragraph of every page is asked
        starts = {text[at:at + size] for at in range(len(text) - size + 1)} & self._long[language].keys()
        for name in sorted((name for start in starts for name in self._long[language][start]), key=len, reverse=True):
            text = text.replace(name, _BREAK)
        return text


def sentences(page: Page, names: Names) -> Iterator[Sentence]:
    language = page.language
    for paragraph in page.paragraphs:
        text = paragraph.text
        if paragraph.kind == "table":
            # the head of a table is made of labels
            lines = text.split("\n")
            text = "\n".join("" if at == 0 or _RULE.match(line.strip()) else line for at, line in enumerate(lines))
        text = _SOURCES.sub("", _NAMED_LINK.sub(_BREAK, _CODE.sub(_BREAK, text)))
        text = LEGAL[language].sub(_BREAK, _ORDER_MARK.sub("", names.without(plain(text), language)))
        position = 0
        for end in [*_ENDS[language].finditer(text), None]:
            stop = end.end() if end else len(text)
            said = text[position:stop]
            found = words_in_order(said, language)
            if found:
                line = paragraph.place.line + text.count("\n", 0, position + len(said) - len(said.lstrip()))
                yield Sentence(said, found, language, paragraph.section, paragraph.kind, Place(page.path, line))
            position = stop
