"""HTML and XHTML → links: anchors, areas of maps, frames. What stands in comments and scripts is none."""

from __future__ import annotations

from collections.abc import Iterator

from .places import Lines, Link
from .tags import Token, Value, tokens

LINKING = {"a": "href", "area": "href", "iframe": "src", "frame": "src", "embed": "src", "object": "data"}
_WANTED = frozenset(LINKING)


def links(text: str) -> Iterator[Link]:
    lines = Lines(text)
    for token in tokens(text, _WANTED):
        if target := target_of(token):
            yield lines.link(*target)


def target_of(token: Token) -> Value | None:
    """Where a tag leads, if it leads anywhere."""
    return None if token.closes else token.attributes.get(LINKING.get(token.name, ""))
