"""`assets/search-names.js` and `assets/search-texts.js`, for the search dialog. `course + language → the script's text`.

One entry a section, in the words people read: no Markdown, no targets of links, no questions and checklists.
Names answer at once, texts come after them. Which entries answer a query is decided in the browser (`web/find/scan.ts`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from ..addresses import page_url
from ..lists import evidence_markdown, glossary_markdown
from ..models import Course, Language, Line, Page
from ..scanning import LINK, Scan, lines_of, scan

_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})")
_LITERAL = re.compile(r"(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)|\\(?P<mark>[!-/:-@\[-`{-~])")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{(?::|(?=\s*(?:[#.]|[\w-]+=)))[^{}\n]*\}")
_RULE = re.compile(r"^[ \t>|:=*_-]+$", re.MULTILINE)
_DEFINITION = re.compile(r"^\[[^\]\n]+\]:\s.*$", re.MULTILINE)
_START = re.compile(r"^(?:[ \t]*(?:[>|]|(?:[-*+]|\d+[.)]|#{1,6})(?=[ \t])))+", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_REFERRED = re.compile(r"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]")
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(https?:[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_WIDE = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}])\s*\n\s*(?=[{_WIDE}])")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\ue000\ue001]")
_TO_FILL = re.compile(r"_{3,}")
_KEPT = re.compile("\ue000(\\d+)\ue001")
_REFERENCE = re.compile(r"^(?P<head>.+)\n\{: #(?P<id>ref-(?P<key>\S+)) .*\}\n\n(?P<says>.+)$", re.MULTILINE)


class _Section(NamedTuple):
    id: str
    heading: str
    text: str
    kind: str = ""


Found = Sequence[tuple[Page, list[_Section]]]


def search_names(course: Course, language: Language, sections: Found = ()) -> str:
    """`window.fieldbookNames = {version, language, ignore, same, modules, pages}`: enough for a first answer.

    A page is `[address, title, module, kind, sections]`, a section `[id, heading, kind]`; the id is empty for what stands before a
    page's first heading, the kind is `questions`, `checklist`, `term` or empty. Addresses are relative to the root of the language.
    `same`: rows of words that mean the same, in both languages.
    """
    pages = [
        [page_url(page.uri), " ".join(page.front.title.split()), page.module, page.kind, [[section.id, section.heading, section.kind] for section in found]]
        for page, found in sections or sections_of(course, language)
    ]
    modules = {page.module: page.front.title for page in course.in_language(language) if page.uri == f"{page.module}/index"}
    terms = [[term.zh, term.en, *term.synonyms.zh, *term.synonyms.en] for term in course.terms]
    names = {
        "version": course.version,
        "language": language,
        "ignore": course.search.ignore[language],
        "same": [*terms, *course.search.same],
        "modules": modules,
        "pages": pages,
    }
    return f"window.fieldbookNames = {_json(names)};\n"


def search_texts(course: Course, language: Language, sections: Found = ()) -> str:
    """`window.fieldbookTexts`: a row a page, in the order of `fieldbookNames`: what else it is called, and the words of every section."""
    also = {entry.page: entry[language] for entry in course.search.also}
    body = ",\n".join(_json([also.get(page.id, ()), [section.text for section in found]]) for page, found in sections or sections_of(course, language))
    return f"window.fieldbookTexts = [\n{body}\n];\n"


def sections_of(course: Course, language: Language) -> Found:
    """What both scripts are made of, for a build that writes both: taking the Markdown out of every text is the work."""
    return [(page, _sections_of(page, course, language)) for page in course.in_language(language)]


def _sections_of(page: Page, course: Course, language: Language) -> list[_Section]:
    sections = list(_sections(page, course, language))
    bank = course.bank(page.id)
    # a page opens with what it is about and what one can do after it
    about = [page.front.description, *(objective[language] for objective in (bank.objectives if bank else ()))]
    sections[0] = sections[0]._replace(text=" ".join([*about, sections[0].text]).strip())
    if bank:
        sections = [section._replace(kind="questions") if section.id == "check" else section for section in sections]
        sections += [_Section(checklist.id, checklist.title[language], "", "checklist") for checklist in bank.checklists]
    return sections


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _sections(found: Page | Scan, course: Course, language: Language) -> Iterator[_Section]:
    """A page's sections, and the entries of the lists that the build writes into it."""
    headings = {heading.place.line: heading for heading in found.headings}
    markers = {marker.place.line: marker.kind for marker in found.markers}
    id, heading = "", ""
    lines: list[str] = []
    listed: list[_Section] = []
    for line in found.lines:
        here = headings.get(line.number)
        if here and here.id:
            yield _Section(id, heading, _text(lines))
            id, heading, lines = here.id, _inline(here.text), []
        elif markers.get(line.number) == "glossary":
            terms = _sections(scan(glossary_markdown(course, language), ""), course, language)
            listed += [term._replace(kind="term") for term in terms if term.id]
        elif markers.get(line.number) == "evidence":
            listed += _references(course, language)
        elif line.number not in markers:
            lines.append(line)
    yield _Section(id, heading, _text(lines))
    yield from listed


def _references(course: Course, language: Language) -> Iterator[_Section]:
    """What the page says of each reference; not where it is cited, which would answer to the titles of other pages."""
    for found in _REFERENCE.finditer(evidence_markdown(course, language)):
        reference = course.reference(found["key"])
        if reference:
            words = _text(scan(f"{found['head']}\n\n{found['says']}", "").lines)
            yield _Section(found["id"], _inline(reference.text("title", language)), words)


def _inline(text: str) -> str:
    """The words of one line that is no block: `1. ` at its beginning is part of it."""
    return _text(lines_of(text), in_blocks=False)


def _text(lines: Iterable[Line], in_blocks: bool = True) -> str:
    """The words people read of lines of Markdown, in one line."""
    kept: list[str] = []

    def keep(words: str) -> str:
        # what stands in code or behind a backslash is no Markdown: out of the way until the end
        kept.append(words)
        return f"\ue000{len(kept) - 1}\ue001"

    def row(line: Line) -> str:
        words = _UNSEEN.sub("", line.text)
        if line.in_code:
            return "\n" if _FENCE.match(words) else f"\n{keep(words)}"
        return _LITERAL.sub(lambda found: keep(found["code"] or found["mark"]), words)

    text = _COMMENT.sub("", "\n".join(map(row, lines)))
    text = _ATTRIBUTES.sub("", text)
    if in_blocks:
        # items of a list and rows of a table stand apart, as paragraphs do
        text = _START.sub("\n\n", _DEFINITION.sub("", _RULE.sub("", text))).replace("|", " ")
    text = _TO_FILL.sub(" ", text)
    text = LINK.sub(r"\1", LINK.sub(r"\1", _IMAGE.sub(r"\1", text)))
    text = _AUTOLINK.sub(r"\1", _REFERRED.sub(r"\1", text))
    text = unescape(_EMPHASIS.sub("", _TAG.sub("", _BREAK.sub("\n\n", text))))
    blocks = (_WIDE_BREAK.sub("", block) for block in re.split(r"\n[ \t]*\n", text))
    words = " ".join(" ".join(block.split()) for block in blocks)
    return " ".join(_KEPT.sub(lambda found: kept[int(found[1])], words).split())
