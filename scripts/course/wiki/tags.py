"""Markup → its tags and CDATA sections, in one pass. For HTML, XHTML and what only resembles them.

Not `html.parser`: on the Pythons we support it raises on `<![x[`, and takes fifteen seconds for 50 KB of tags that never
end. Every quantifier here is possessive, and a tag ends at a `<` outside quotes, so time grows with length alone.
Touches nothing; knows no element but those whose content is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"<!--(?:.*?-->|.*+)"
    r"|<!\[CDATA\[(?P<cdata>(?:(?!\]\]>).)*+)"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][^\s/<>\"']*+)(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]++))")
_PLAIN = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "xmp")}
"""Elements that hold no tags, and what ends them."""


class Value(NamedTuple):
    """An attribute's value as written, and the offset at which it begins."""

    text: str
    offset: int


class Token(NamedTuple):
    """A tag (`name` in small letters), or a CDATA section (`name` is empty, `inner` its text). `start` and `end` are offsets."""

    name: str
    closes: bool
    empty: bool
    """`<x/>`"""
    attributes: dict[str, Value]
    inner: Value
    start: int
    end: int


def tokens(text: str, wanted: frozenset[str] | None = None) -> Iterator[Token]:
    """All tags and CDATA sections in order, without those in comments and scripts. Attributes are read of `wanted` elements only."""
    at = 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        if found["cdata"] is not None:
            yield Token("", False, False, {}, Value(found["cdata"], found.start("cdata")), found.start(), at)
        elif found["name"] is not None:
            name = found["name"].lower()
            written = found["attributes"]
            attributes = _attributes(written, found.start("attributes")) if wanted is None or name in wanted else {}
            yield Token(name, bool(found["close"]), written.endswith("/"), attributes, Value("", at), found.start(), at)
            if name in _PLAIN and not found["close"] and not written.endswith("/"):
                end = _PLAIN[name].search(text, at)
                at = end.start() if end else len(text)


def _attributes(written: str, offset: int) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for each in _ATTRIBUTE.finditer(written):
        group = each.lastindex or 1
        # the first of two counts, as in browsers
        found.setdefault(each[1].lower(), Value(each[group], offset + each.start(group)))
    return found
