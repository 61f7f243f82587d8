"""Tables of a page: each in a frame that scrolls by itself where the table is too wide, instead of the page with it.

HTML in, HTML out; knows no file and no MkDocs. A frame that scrolls must be reached by keyboard and say what it is (WCAG 2.1.1,
4.1.2): it takes the focus and is named after the heading above it, no two alike. `web/page/wide.ts` lets those that fit be passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from html import escape, unescape

from .models import Language
from .words import word

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEADING = re.compile(r'<h[23][^>]* id="([^"]+)"')
_TAG = re.compile(r"<[^>]+>")


def frame_tables(html: str, language: Language, title: str, sections: Mapping[str, str]) -> str:
    """`title` is the page's, for a table before the first heading; `sections` maps heading ids to their words (HTML)."""
    headings = [(found.start(), sections.get(found[1], "")) for found in _HEADING.finditer(html)]

    named: Counter[str] = Counter()

    def frame(table: re.Match[str]) -> str:
        above = [words for at, words in headings if at < table.start() and words]
        name = word("table", language).format(unescape(_TAG.sub("", above[-1])) if above else title)
        named[name] += 1
        if named[name] > 1:
            name += " " * (language == "en") + word("hint", language, str(named[name]))
        return f'<div class="md-typeset__scrollwrap" role="region" tabindex="0" aria-label="{escape(name, quote=True)}">{table[0]}</div>'

    return _TABLE.sub(frame, html)
