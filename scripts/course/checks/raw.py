"""S01 for pages: what is no Markdown. A page loads nothing, runs nothing and styles nothing by itself.

`<div>` alone is allowed, to group blocks (`<div class="fb-doors" markdown="1">`). Touches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem
from .index import Index
from .table import problem

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)>?")
_DIV = re.compile(r'(?:\s+(?:class|id)="[\w -]*"|\s+markdown="1")*\s*')
_IMAGE = re.compile(r"!\[[^\]]*\][(\[]")


def no_raw_html(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        for line in page.lines:
            for tag in _TAG.finditer(line.visible):
                address = tag[0].lower().startswith(("<http:", "<https:")) or "@" in tag[0]
                if address or (tag[2] == "div" and _DIV.fullmatch(tag[3])) or tag[2].lower() == "quiz":
                    continue  # addresses and <quiz> are judged by rules of their own
                place = page.front.place()._replace(line=line.number, column=tag.start() + 1)
                yield problem("S01", place, message=f"raw HTML: <{tag[1]}{tag[2]}>", hint="write Markdown; only <div class=\"…\" markdown=\"1\"> may group blocks")
            for image in _IMAGE.finditer(line.visible):
                place = page.front.place()._replace(line=line.number, column=image.start() + 1)
                yield problem("S01", place, message="an image by address", hint="a picture is a drawing with words in both languages: <!-- picture name --> (see CONTRIBUTING.md)")
