"""MediaWiki text → links: `[https://… label]` and bare addresses, in templates too. `[[…]]` is a page of the wiki, unless an address stands in it.

An export (Special:Export) is XML with such text, escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bare import ADDRESS, without_sentence
from .places import Value, blank

_UNREAD = re.compile(r"<!--|<(nowiki|pre|syntaxhighlight|source|math|score|templatedata)\b[^<>]*+(?<!/)>", re.IGNORECASE)
_LINK = re.compile(rf"\[(?P<bracketed>(?:{ADDRESS}|//[^\s<>\"\[\]|]++))|(?P<bare>{ADDRESS})", re.IGNORECASE)
_TEXT = re.compile(r"<text\b[^<>]*+>([^<]*+)</text>")


def values(text: str) -> Iterator[Value]:
    visible = _without_unread(text)
    for found in _LINK.finditer(visible):
        group = "bracketed" if found["bracketed"] else "bare"
        # two apostrophes begin or end italics
        url = found[group].partition("''")[0]
        yield Value(url if group == "bracketed" else without_sentence(url), found.start(group))


def values_of_export(text: str) -> Iterator[Value]:
    for page in _TEXT.finditer(text):
        # as wide as before, so that the columns are the file's; `&amp;` in an address is read with the address
        written = page[1].replace("&lt;", "   <").replace("&gt;", ">   ").replace("&quot;", '     "')
        for value in values(written):
            yield Value(value.text, page.start(1) + value.offset)


def _without_unread(text: str) -> str:
    """Comments and what MediaWiki shows as it is, blanked. A tag that nothing closes is text, as it is there."""
    kept, at, open_for_good = [], 0, set()
    while found := _UNREAD.search(text, at):
        name = (found[1] or "").lower()
        close = None if name in open_for_good else re.compile(rf"</{name}\s*+>" if name else "-->", re.IGNORECASE).search(text, found.end())
        kept.append(text[at : found.start()])
        if close is None:
            open_for_good.add(name)
            kept.append(found[0])
            at = found.end()
        else:
            kept.append(blank(text[found.start() : close.end()]))
            at = close.end()
    return "".join([*kept, text[at:]])
