"""P08: every column of a table has a name; who listens to a page hears the name with each cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models import Place
from ..problems import Problem
from .index import Index
from .table import problem

_EMPTY = re.compile(r"\|\s*(?=\|)")


def columns_without_a_name(index: Index) -> Iterator[Problem]:
    """The first empty cell of a table's first row."""
    for page in index.course.pages:
        for paragraph in page.paragraphs:
            if paragraph.kind != "table":
                continue
            empty = _EMPTY.search(paragraph.text.partition("\n")[0])
            if empty:
                yield problem("P08", Place(page.path, paragraph.place.line, empty.start() + 1))
