"""Name and beginning of a file → the reader of its format."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import confluence, html, markdown, mediawiki
from .places import Link

Reader = Callable[[str], Iterator[Link]]

_MARKUP = (".html", ".htm", ".xhtml", ".xml")
_READERS: dict[str, Reader] = {
    **dict.fromkeys((".md", ".markdown"), markdown.links),
    **dict.fromkeys((".wiki", ".mediawiki", ".wikitext", ".mw", ".txt"), mediawiki.links),
}
ENDINGS = (*_MARKUP, *_READERS)


def reader(ending: str, text: str) -> Reader:
    """`ending` is one of `ENDINGS`. Storage format is often saved as .html, an export of MediaWiki as .xml: the text decides."""
    if ending not in _MARKUP:
        return _READERS[ending]
    if "<mediawiki" in text[:2000]:
        return mediawiki.links_of_export
    return confluence.links if ending == ".xml" or "<ac:" in text or "<ri:" in text else html.links
