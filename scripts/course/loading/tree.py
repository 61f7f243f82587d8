"""YAML text → a tree of strings in which every value knows its line and column.

Everything is read as a string, so that `Yes`, `12:30`, `1.10` and dates keep their meaning; what would
change meaning silently (anchors, aliases, tags, duplicate keys, a text cut at ' #') becomes a problem.
Touches no file and knows no model.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from ..models import Place
from ..problems import Problem
from .signs import HINT, UNSEEN, named

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml reads seventy banks in 0.1 s, the pure parser in 1 s."""

DEEPEST = 20
"""Levels of lists and fields in each other. A bank has nine."""
MOST = 100_000
"""Texts, lists and fields in one file. The longest list has 6,000."""

QUOTE_HINT = "put the text in single quotes: '…' (a single quote inside is written twice), or write |- and the text on the next line"


@dataclass
class Scalar:
    place: Place
    value: str


@dataclass
class Sequence:
    place: Place
    values: list[Node] = field(default_factory=list)


@dataclass
class Mapping:
    place: Place
    flow: bool = False
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


class _TooMuch(Exception):
    """Reading ends here; the problem has been reported."""


def read_tree(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML document. `first_line` is the line of the file on which `text` begins (front matter: 2)."""
    reader = _Reader(text, path, first_line)
    try:
        node = reader.document()
    except _TooMuch:
        return None, reader.problems
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, reader.syntax_problem(error)]
    except yaml.YAMLError as error:
        # a character that YAML forbids: the message names it, and its position counts characters
        position = getattr(error, "position", 0)
        line = text.count("\n", 0, position) + first_line
        return None, [*reader.problems, Problem(path, line, 1, "S01", "a character that YAML does not allow", "delete the invisible control character and type the text again")]
    return node, reader.problems


class _Reader:
    """Pulls parser events and builds the tree; one instance a document."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.lines = text.split("\n")
        self.events = yaml.parse(text, Loader=_Loader)
        self.problems: list[Problem] = []
        self.depth = self.nodes = 0

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.path, mark.line + self.first_line, mark.column + 1)

    def report(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(*place, "S01", message, hint))

    def end(self, place: Place, message: str, hint: str) -> NoReturn:
        self.report(place, message, hint)
        raise _TooMuch

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.problem_mark or error.context_mark
        place = self.place(mark) if mark else Place(self.path, self.first_line)
        said = " ".join(part for part in (error.context, error.problem) if part)
        raw = self.lines[mark.line] if mark and mark.line < len(self.lines) else ""
        line = raw.strip()
        if "\t" in raw[: len(raw) - len(raw.lstrip())] or "tab character" in said:
            hint = "indent with spaces, not with a tab"
        elif "mapping values are not allowed" in said or re.search(r""":\s+["']""", line) or line.startswith(('"', "'")):
            hint = QUOTE_HINT
        else:
            hint = "compare the indentation with the lines above; a text with ': ', ' #' or a quotation mark at its beginning needs single quotes"
        return Problem(*place, "S01", f"not valid YAML: {said}", hint)

    def document(self) -> Node | None:
        node: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report(self.place(event.start_mark), "a second document begins here", "delete the line '---' and what does not belong to this file")
                    break
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event)
        return node

    def node(self, event: yaml.NodeEvent) -> Node:
        place = self.place(event.start_mark)
        self.nodes += 1
        if self.nodes > MOST:
            self.end(place, f"the file has more than {MOST:,} entries", "split it; data does not belong here")
        if isinstance(event, yaml.AliasEvent):
            self.report(place, f"an alias (*{event.anchor}) is not allowed", "write the text out; a text that begins with * needs single quotes")
            return Scalar(place, "")
        if event.anchor is not None:
            self.report(place, f"an anchor (&{event.anchor}) is not allowed", "write the text out; a text that begins with & needs single quotes")
        if getattr(event, "tag", None) is not None:
            self.report(place, f"a tag ({event.tag}) is not allowed", "delete it; a text that begins with ! needs single quotes")
        if isinstance(event, yaml.ScalarEvent):
            self.look_at_plain_scalar(event, place)
            # in double quotes it may stand as an escape: "\u202e"
            unseen = UNSEEN.search(event.value)
            if unseen:
                self.report(place, named(unseen[0]), HINT)
            return Scalar(self.first_character(event, place), event.value)
        self.depth += 1
        if self.depth > DEEPEST:
            self.end(place, f"lists and fields stand in each other more than {DEEPEST} deep", "see CONTRIBUTING.md for an example; a text that begins with [ or { needs single quotes")
        found = self.sequence(place) if isinstance(event, yaml.SequenceStartEvent) else self.mapping(place, flow=bool(event.flow_style))
        self.depth -= 1
        return found

    def first_character(self, event: yaml.ScalarEvent, place: Place) -> Place:
        """Where the text itself begins: behind its quotation mark, or below its '|-'. Rules count columns from here."""
        if event.style in ("'", '"'):
            return place._replace(column=place.column + 1)
        if event.style in ("|", ">"):
            below = self.lines[event.start_mark.line + 1] if event.start_mark.line + 1 < len(self.lines) else ""
            return Place(self.path, place.line + 1, len(below) - len(below.lstrip(" ")) + 1)
        return place

    def sequence(self, place: Place) -> Sequence:
        found = Sequence(place)
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.values.append(self.node(event))
        return found

    def mapping(self, place: Place, flow: bool) -> Mapping:
        found = Mapping(place, flow)
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event)
            value = self.node(next(self.events))
            if not isinstance(key, Scalar):
                self.report(key.place, "a field's name must be a word", "write 'name: value'")
            elif key.value in found.values:
                first = found.keys[key.value]
                self.report(key.place, f"'{key.value}' stands twice (first in line {first.line})", "delete one of the two")
            else:
                found.values[key.value] = value
                found.keys[key.value] = key.place
        return found

    def look_at_plain_scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        """A text without quotes ends silently at ' #', and may run on over several lines; neither is meant."""
        if event.style:  # quoted or block style
            return
        if event.end_mark.line != event.start_mark.line:
            self.report(place, "a text runs over several lines", "write each text on one line")
            return
        line = self.lines[event.start_mark.line] if event.start_mark.line < len(self.lines) else ""
        rest = line[event.end_mark.column:]
        if event.value and rest.startswith((" #", "\t#")):
            self.report(place, "the text is cut at ' #'", QUOTE_HINT)
