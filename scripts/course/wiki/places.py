"""A link as it stands in a page, and offsets → lines and columns. Knows no format."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

_ENTITY = re.compile(r"&#?\w++;")
"""With its semicolon: `?a=1&copy=2` holds none."""


class Value(NamedTuple):
    """Part of a page as written, and the offset at which it begins."""

    text: str
    offset: int


class Link(NamedTuple):
    """`url` as the wiki's readers get it, entities resolved; where it begins, counted from 1."""

    url: str
    line: int
    column: int


def placed(values: Iterable[Value], text: str) -> Iterator[Link]:
    """The values found in a text, in the order in which they stand there."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for value in sorted(values, key=lambda value: value.offset):
        line = bisect_right(starts, value.offset)
        url = _ENTITY.sub(lambda found: unescape(found[0]), value.text).strip()
        yield Link(url, line, value.offset - starts[line - 1] + 1)


def blank(text: str) -> str:
    """As long, and with the same lines."""
    return re.sub(r"[^\n]", " ", text)
