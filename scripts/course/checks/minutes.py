"""P06: a table that lists lessons with their minutes says what the lessons say."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ..models import Page, Place
from ..problems import Problem
from ..scanning import LINK
from .index import Index
from .table import problem

_NUMBER = re.compile(r"\|\s*(\d{1,3})\s*(?=\|)")


def minutes_in_tables(index: Index) -> Iterator[Problem]:
    """In a row of a table: the first link to a lesson, and the first cell that is a number alone."""
    for page in index.course.pages:
        for paragraph in page.paragraphs:
            if paragraph.kind != "table" or page.kind == "lesson":
                continue
            for offset, row in enumerate(paragraph.text.split("\n")):
                link, number = LINK.search(row), _NUMBER.search(row)
                lesson = _lesson(link[2], page, index) if link else None
                if lesson and number and lesson.front.minutes not in (None, int(number[1])):
                    place = Place(page.path, paragraph.place.line + offset, number.start(1) + 1)
                    yield problem("P06", place, message=f"the table says {number[1]} minutes for '{lesson.id}', the lesson {lesson.front.minutes}", hint=f"write {lesson.front.minutes}")


def _lesson(target: str, page: Page, index: Index) -> Page | None:
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target.partition("#")[0].removesuffix(".md")))
    found = index.pages_at.get((uri, page.language))
    return found if found and found.kind == "lesson" else None
