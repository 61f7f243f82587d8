"""Markup → its tags and CDATA sections, and where the tags lead. For HTML, XHTML and what only resembles them.

Not `html.parser`: on the Pythons we support it raises on `<![x[`, and takes fifteen seconds for 50 KB of tags that never
end. Here every quantifier is possessive, a tag ends at a `<` outside quotes and a name has one beginning, so time grows with
length alone. Touches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .places import Value

LEADING = {"a": "href", "area": "href", "iframe": "src", "frame": "src", "embed": "src", "object": "data"}
"""Elements that lead somewhere, and the attribute that says where."""

_TOKEN = re.compile(
    r"<!--(?:.*?-->|.*+)"
    r"|<!\[CDATA\[(?P<cdata>(?:(?!\]\]>).)*+)"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][^\s/<>\"']*+)(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"(?<![^\s\"'<>/=])([^\s\"'<>/=]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]++))")
_PLAIN = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "xmp")}
"""Elements that hold no tags, and what ends them."""


class Token(NamedTuple):
    """A tag (`name` in small letters), or a CDATA section (`name` is empty, `cdata` its text). `start` and `end` are offsets."""

    name: str
    opens: bool
    """`<x>`, neither `</x>` nor `<x/>`."""
    attributes: dict[str, Value]
    cdata: Value
    start: int
    end: int

    def target(self) -> Value | None:
        """Where the tag leads, if it leads anywhere."""
        return self.attributes.get(LEADING.get(self.name, ""))


def values(text: str) -> Iterator[Value]:
    """What the tags of a page lead to. What stands in comments and scripts is no link."""
    for token in tokens(text):
        if target := token.target():
            yield target


def tokens(text: str) -> Iterator[Token]:
    """All tags and CDATA sections in order, without those in comments and scripts."""
    at = 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        if found["cdata"] is not None:
            yield Token("", False, {}, Value(found["cdata"], found.start("cdata")), found.start(), at)
        elif found["name"] is not None:
            name, written = found["name"].lower(), found["attributes"]
            opens = not found["close"] and not written.endswith("/")
            attributes = {} if found["close"] else _attributes(written, found.start("attributes"))
            yield Token(name, opens, attributes, Value("", at), found.start(), at)
            if opens and name in _PLAIN:
                end = _PLAIN[name].search(text, at)
                at = end.start() if end else len(text)


def _attributes(written: str, offset: int) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for each in _ATTRIBUTE.finditer(written):
        group = each.lastindex or 1
        # the first of two counts, as in browsers
        found.setdefault(each[1].lower(), Value(each[group], offset + each.start(group)))
    return found
