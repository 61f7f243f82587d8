"""MediaWiki text → links: `[https://… label]` and bare addresses, in templates too. `[[…]]` is a page of the wiki, unless an address stands in it.

An export (Special:Export) is XML with such text, escaped: lines are the file's, columns those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from .bare import ADDRESS, without_sentence
from .places import Lines, Link

_UNREAD = re.compile(r"<!--|<(nowiki|pre|syntaxhighlight|source|math|score|templatedata)\b[^<>]*+(?<!/)>", re.IGNORECASE)
_LINK = re.compile(rf"\[(?P<bracketed>(?:{ADDRESS}|//[^\s<>\"\[\]|]++))|(?P<bare>{ADDRESS})", re.IGNORECASE)
_TEXT = re.compile(r"<text\b[^<>]*+>([^<]*+)</text>")


def links(text: str) -> Iterator[Link]:
    visible = _without_unread(text)
    lines = Lines(visible)
    for found in _LINK.finditer(visible):
        group = "bracketed" if found["bracketed"] else "bare"
        # two apostrophes begin or end italics
        url = found[group].partition("''")[0]
        yield lines.link(url if group == "bracketed" else without_sentence(url), found.start(group))


def links_of_export(text: str) -> Iterator[Link]:
    lines = Lines(text)
    for page in _TEXT.finditer(text):
        first = lines.link("", page.start(1)).line
        for link in links(unescape(page[1])):
            yield link._replace(line=first + link.line - 1)


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
            kept.append(re.sub(r"[^\n]", " ", text[found.start() : close.end()]))
            at = close.end()
    return "".join([*kept, text[at:]])
