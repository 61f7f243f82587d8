"""A link as it stands in a page, and offsets → lines and columns. Knows no format."""

from __future__ import annotations

from bisect import bisect_right
from html import unescape
from typing import NamedTuple


class Link(NamedTuple):
    """`url` as the wiki's readers get it, entities resolved; where it begins, counted from 1."""

    url: str
    line: int
    column: int


class Lines:
    """Where each line of a text begins."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def link(self, url: str, offset: int) -> Link:
        line = bisect_right(self._starts, offset)
        return Link(unescape(url).strip(), line, offset - self._starts[line - 1] + 1)
