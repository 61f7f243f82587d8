"""P03: every heading has an explicit ASCII id, unique on its page. Automatic ids of Chinese headings move when a heading is inserted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models import ID, Place
from ..problems import Problem
from .index import Index
from .table import problem

_GRAMMAR = re.compile(ID)
_GLUED = re.compile(r"^(#{1,6})[^#\s]")


def explicit_ids(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        first: dict[str, int] = {}
        for heading in page.headings:
            marks = "#" * heading.level
            if not heading.id:
                yield problem("P03", heading.place, message=f"the heading '{heading.text}' has no id", hint=f"write a short ASCII id, the same in both languages: {marks} {heading.text} {{ #limits }}")
            elif not _GRAMMAR.fullmatch(heading.id):
                yield problem("P03", heading.place, message=f"the heading id '{heading.id}' is not well formed", hint="use small Latin letters, figures and single hyphens: { #first-call }")
            elif heading.id in first:
                yield problem("P03", heading.place, message=f"the heading id '{heading.id}' stands twice on the page (first in line {first[heading.id]})", hint="choose another id for one of the two, in both languages")
            else:
                first[heading.id] = heading.place.line


def glued_marks(index: Index) -> Iterator[Problem]:
    """`##Text` becomes a heading on the page, but one that nothing else sees."""
    for page in index.course.pages:
        for line in page.lines:
            found = None if line.in_code else _GLUED.match(line.visible)
            if found:
                yield problem("P03", Place(page.path, line.number), message=f"a space is missing after '{found[1]}'", hint=r"for a heading write a space, the words and an id; for a line of text that begins with #, write \#")
