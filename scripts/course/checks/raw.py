"""S01 for pages: what is no Markdown. A page loads nothing, runs nothing and styles nothing by itself.

`<div>` alone is allowed, to group blocks (`<div class="fb-doors" markdown="1">`). Attribute lists (`{: .note }`) give
names and a claim, nothing else. Touches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem
from .index import Index
from .table import problem

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)>?")
_ADDRESS = re.compile(r'<(?:https?://[^\s<>"]+|[\w.+-]+@[\w.-]+)>', re.IGNORECASE)
_QUIZ = re.compile(r"</?quiz>?", re.IGNORECASE)
_DIV = re.compile(r'(?:\s+(?:class|id)="[\w -]*"|\s+markdown="1")*\s*')
_ATTRIBUTES = re.compile(r'\{:?(?: *(?:[.#][\w-]+|data-claim="[\w -]*"))+ *\}')
_BRACE = re.compile(r"[{}]")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})\s*[\w+-]*\s*")
_IMAGE = re.compile(r"!\[[^\]]*\][(\[]")


def no_raw_html(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        for line in page.lines:
            for tag in _TAG.finditer(line.visible):
                if _ADDRESS.fullmatch(tag[0]) or (tag[2] == "div" and _DIV.fullmatch(tag[3])) or _QUIZ.fullmatch(tag[0]):
                    continue  # addresses and <quiz> are judged by rules of their own
                place = page.front.place()._replace(line=line.number, column=tag.start() + 1)
                yield problem("S01", place, message=f"raw HTML: <{tag[1]}{tag[2]}>", hint="write Markdown; only <div class=\"…\" markdown=\"1\"> may group blocks")
            without = _ATTRIBUTES.sub(lambda found: " " * len(found[0]), line.visible)
            if line.in_code and line.text.lstrip().startswith(("```", "~~~")) and not _FENCE.fullmatch(line.text):
                without = line.text
            brace = _BRACE.search(without)
            if brace:
                place = page.front.place()._replace(line=line.number, column=brace.start() + 1)
                yield problem("S01", place, message="a curly brace that is no attribute list of ours", hint="between braces stand .class, #id and data-claim=\"…\"; other braces stand in `code`")
            for image in _IMAGE.finditer(line.visible):
                place = page.front.place()._replace(line=line.number, column=image.start() + 1)
                yield problem("S01", place, message="an image by address", hint="a picture is a drawing with words in both languages: <!-- picture name --> (see CONTRIBUTING.md)")
