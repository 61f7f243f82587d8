"""S01 for texts: restricted Markdown (emphasis, code, links) on one line. What the quiz syntax or HTML would read as its own is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem
from .said import Said
from .table import problem

_HTML = re.compile(r"<[A-Za-z/!?]")
# mkdocs-quiz reads these even inside code
_RESERVED = re.compile(r"</?quiz\b>?|\[\[|\]\]|<!--|-->", re.IGNORECASE)
_IMAGE = re.compile(r"!\[")
_BRACE = re.compile(r"[{}]")


def one_line(said: Said) -> Iterator[Problem]:
    at = said.text.rstrip("\n").find("\n")
    if at >= 0:
        yield problem("S01", said.at(at), message=f"the text has more than one line: {said.where}", hint="write it on one line")


def trimmed(said: Said) -> Iterator[Problem]:
    if not said.text.strip():
        yield problem("S01", said.place, message=f"the text is blank: {said.where}", hint="write the text, or take the entry out")
    elif said.text != said.text.strip():
        end = "begins" if said.text[0].isspace() else "ends"
        place = said.place if end == "begins" else said.at(len(said.text.rstrip()))
        kind = "line break" if said.text.endswith("\n") and end == "ends" else "space"
        yield problem("S01", place, message=f"the text {end} with a {kind}: {said.where}", hint="write |- instead of | before it" if kind == "line break" else "delete it")


def restricted(said: Said) -> Iterator[Problem]:
    """No raw HTML, pictures or braces outside code; no words of the quiz syntax anywhere."""
    taken: set[int] = set()
    for found in _RESERVED.finditer(said.text):
        taken.add(found.start())
        yield problem("S01", said.at(found.start()), message=f"'{found[0]}' in {said.where}", hint="these signs belong to the quiz syntax, also inside `code`; say it in words")
    text = said.bare
    for found in _HTML.finditer(text):
        if found.start() not in taken:
            yield problem("S01", said.at(found.start()), message=f"raw HTML in {said.where}: '{text[found.start():found.start() + 12]}'", hint="texts have **bold**, *emphasis*, `code` and [links](rule-09.md); for the sign < write &lt;")
    for found in _IMAGE.finditer(text):
        yield problem("S01", said.at(found.start()), message=f"a picture in {said.where}", hint="pictures stand on pages, by marker; describe in words what matters")
    for found in _BRACE.finditer(text):
        yield problem("S01", said.at(found.start()), message=f"a curly brace in {said.where}", hint="use round brackets, or `code`")
