"""Markdown text → what stands where: headings, markers, links, claim marks, paragraphs, each with its line.

Reads lines, not files, and knows just enough Markdown to leave code alone. What the text means is
for `pages.py` (which fills it) and `checks/` (which judge it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .models import ID, ClaimMark, Heading, Line, Link, Marker, Paragraph, Place

MARKERS_WITHOUT_ARGUMENT = ("quiz", "glossary", "evidence", "codes", "sources", "claims", "ask", "response", "path", "blueprint")
MARKERS_WITH_ARGUMENT = ("checklist", "picture", "app", "blueprint")
"""`blueprint` may stand for the whole bank, or name a module."""

MARKER = re.compile(rf"<!-- (?:({'|'.join(MARKERS_WITHOUT_ARGUMENT)})|({'|'.join(MARKERS_WITH_ARGUMENT)}) ({ID})) -->")
LINK = re.compile(r"(?<!!)\[((?:[^\[\]\\]|\\.|\[[^\]]*\])*)\]\(\s*<?([^()\s<>]+)>?(?:\s+[\"'(][^\"')]*[\"')])?\s*\)")

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*(?:[ \t]+\{:?([^{}]*)\})?[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_ATTRIBUTES = re.compile(r"\{:([^{}]*)\}")
_CLAIM = re.compile(r'data-claim="([^"]*)"')
_RAW_LINK = re.compile(r"(?:<a\b[^>]*\bhref=[\"']([^\"']+)[\"']|<(https?://[^>\s]+)>)", re.IGNORECASE)
_LIST = re.compile(r"^\s*(?:[-*+]|\d+\.)\s")


class Scan(NamedTuple):
    headings: tuple[Heading, ...]
    markers: tuple[Marker, ...]
    links: tuple[Link, ...]
    claim_marks: tuple[ClaimMark, ...]
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]


def lines_of(text: str, first_line: int = 1) -> Iterator[Line]:
    """The lines of a page, with fenced and inline code blanked in `visible`."""
    fence = ""
    for number, line in enumerate(text.split("\n"), first_line):
        found = _FENCE.match(line)
        if fence:
            if found and found[1][0] == fence[0] and len(found[1]) >= len(fence) and not line.strip(" `~"):
                fence = ""
            yield Line(number, line, " " * len(line), True)
        elif found:
            fence = found[1]
            yield Line(number, line, " " * len(line), True)
        else:
            yield Line(number, line, _CODE.sub(lambda code: " " * len(code[0]), line), False)


def scan(text: str, path: str, first_line: int = 1) -> Scan:
    """Read a page's Markdown (without front matter, which ends before `first_line`)."""
    headings: list[Heading] = []
    markers: list[Marker] = []
    links: list[Link] = []
    claims: list[ClaimMark] = []
    paragraphs: list[Paragraph] = []
    block: list[Line] = []
    section = ""

    def end_block() -> None:
        words = "\n".join(_ATTRIBUTES.sub("", line.text).rstrip() for line in block).strip()
        if words:
            kind: Literal["prose", "table", "list"] = "table" if words.startswith("|") else "list" if _LIST.match(words) else "prose"
            paragraphs.append(Paragraph(section, kind, words, Place(path, block[0].number)))
        block.clear()

    lines = tuple(lines_of(text, first_line))
    for line in lines:
        if line.in_code or not line.text.strip():
            end_block()
            continue
        for link in LINK.finditer(line.visible):
            # the words of a link may be code, which `visible` has blanked
            links.append(Link(line.text[link.start(1):link.end(1)], link[2], Place(path, line.number, link.start() + 1)))
        for raw in _RAW_LINK.finditer(line.visible):
            links.append(Link("", raw[1] or raw[2], Place(path, line.number, raw.start() + 1)))
        for attributes in _ATTRIBUTES.finditer(line.visible):
            for claim in _CLAIM.finditer(attributes[1]):
                for id in claim[1].split():
                    claims.append(ClaimMark(id, section, Place(path, line.number, attributes.start() + 1)))
        marker = MARKER.fullmatch(line.visible)
        if marker:
            end_block()
            markers.append(Marker(marker[1] or marker[2], marker[3] or "", Place(path, line.number)))
            continue
        heading = _HEADING.match(line.text)
        if heading:
            end_block()
            words = (heading[3] or "").split()
            id = next((word[1:] for word in words if word.startswith("#")), "")
            classes = tuple(word[1:] for word in words if word.startswith("."))
            headings.append(Heading(len(heading[1]), heading[2], id, classes, Place(path, line.number)))
            if len(heading[1]) <= 2:
                section = id
            continue
        underline = _UNDERLINE.match(line.text)
        if underline and block and not block[-1].text.startswith("|"):
            above = block.pop()
            end_block()
            headings.append(Heading(1 if underline[1][0] == "=" else 2, above.text.strip(), "", (), Place(path, above.number)))
            continue
        block.append(line)
    end_block()
    return Scan(tuple(headings), tuple(markers), tuple(links), tuple(claims), tuple(paragraphs), lines)
