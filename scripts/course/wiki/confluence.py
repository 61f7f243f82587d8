"""Confluence storage format → links: `<a href>`, `<ri:url ri:value>`, addresses in the parameters of macros.

The body of a code macro holds no link; of an HTML or Markdown macro it is read as what it is. CDATA outside macros
is storage again: so it stands in the XML export of a space.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import markdown, tags
from .bare import bare
from .places import Value


def values(text: str, within: bool = False) -> Iterator[Value]:
    """`within`: the text stands in CDATA itself."""
    macro = element = ""
    for token in tags.tokens(text):
        if not token.name:
            yield from _moved_by(token.cdata.offset, _of_cdata(token.cdata.text, macro, element, within))
            continue
        element = token.name if token.opens else ""
        if "ac:name" in token.attributes and element in ("ac:structured-macro", "ac:macro"):
            # its body follows before that of any macro within: a macro has one body
            macro = token.attributes["ac:name"].text.lower()
        elif element == "ac:parameter":
            end = text.find("<", token.end)
            yield from _moved_by(token.end, bare(text[token.end : end if end >= 0 else None]))
        elif target := token.attributes.get("ri:value") if token.name == "ri:url" else token.target():
            yield target


def _of_cdata(text: str, macro: str, element: str, within: bool) -> Iterator[Value]:
    if element == "ac:plain-text-body":
        return markdown.values(text) if macro.startswith("markdown") else tags.values(text) if macro.startswith("html") else iter(())
    if within or element.startswith("ac:"):
        return iter(())
    # an export of a space writes the end of CDATA within CDATA with a space
    return values(text.replace("]] >", " ]]>"), within=True)


def _moved_by(offset: int, found: Iterator[Value]) -> Iterator[Value]:
    for value in found:
        yield Value(value.text, offset + value.offset)
