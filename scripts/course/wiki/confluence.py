"""Confluence storage format → links: `<a href>`, `<ri:url ri:value>`, addresses in parameters of macros and in plain-text link bodies.

The body of a code macro is no link; of an HTML or Markdown macro it is read as what it is. CDATA outside macros
is storage again: so it stands in the export of a whole space.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from . import html, markdown
from .bare import bare
from .places import Lines, Link
from .tags import Token, Value, tokens

_WANTED = frozenset({*html.LINKING, "ri:url", "ac:structured-macro", "ac:macro", "ac:parameter"})
_MACROS = ("ac:structured-macro", "ac:macro")
_DEEPEST = 3
"""CDATA in CDATA in CDATA; an export of a space with an HTML macro has two."""


@dataclass
class _Inside:
    """Where the reader stands: the names of the macros around it, and the last tag."""

    macros: list[str] = field(default_factory=list)
    element: str = ""


def links(text: str) -> Iterator[Link]:
    lines = Lines(text)
    for value in _values(text, 0):
        yield lines.link(*value)


def _values(text: str, depth: int) -> Iterator[Value]:
    inside = _Inside()
    for token in tokens(text, _WANTED):
        if not token.name:
            yield from _section(token.inner, inside, depth)
            continue
        inside.element = "" if token.closes or token.empty else token.name
        if token.name in _MACROS:
            _enter_or_leave(token, inside.macros)
        elif token.name == "ac:parameter" and inside.element:
            yield from bare(text, token.end, _next_tag(text, token.end))
        elif token.name == "ri:url" and "ri:value" in token.attributes:
            yield token.attributes["ri:value"]
        elif target := html.target_of(token):
            yield target


def _enter_or_leave(token: Token, macros: list[str]) -> None:
    if not token.closes and not token.empty:
        macros.append(token.attributes.get("ac:name", Value("", 0)).text.lower())
    elif token.closes and macros:
        macros.pop()


def _section(section: Value, inside: _Inside, depth: int) -> Iterator[Value]:
    macro = inside.macros[-1] if inside.macros else ""
    if inside.element == "ac:plain-text-link-body":
        found: Iterator[Value] = bare(section.text)
    elif inside.element == "ac:plain-text-body" and macro.startswith("markdown"):
        found = markdown.values(section.text)
    elif depth < _DEEPEST and (not inside.element.startswith("ac:") or macro.startswith("html")):
        # within CDATA, an export of a space writes the end of another CDATA with a space
        found = _values(section.text.replace("]] >", " ]]>"), depth + 1)
    else:
        return
    for value in found:
        yield Value(value.text, section.offset + value.offset)


def _next_tag(text: str, start: int) -> int:
    end = text.find("<", start)
    return end if end >= 0 else len(text)
