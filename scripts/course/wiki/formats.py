"""A page's text and the ending of its file → its links."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import confluence, markdown, mediawiki, tags
from .places import Link, Value, placed

_MARKUP = (".html", ".htm", ".xhtml", ".xml")
_READERS: dict[str, Callable[[str], Iterator[Value]]] = {
    **dict.fromkeys((".md", ".markdown"), markdown.values),
    **dict.fromkeys((".wiki", ".mediawiki", ".wikitext", ".txt"), mediawiki.values),
}
ENDINGS = (*_MARKUP, *_READERS)


def links(text: str, ending: str) -> Iterator[Link]:
    """`ending` is one of `ENDINGS`. Storage format is often saved as .html, an export of MediaWiki as .xml: there the text decides."""
    if ending not in _MARKUP:
        found = _READERS[ending](text)
    elif "<mediawiki" in text[:2000]:
        found = mediawiki.values_of_export(text)
    elif ending == ".xml" or "<ac:" in text or "<ri:" in text:
        found = confluence.values(text)
    else:
        found = tags.values(text)
    return placed(found, text)
