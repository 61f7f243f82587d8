"""P04 and P07: the front matter says what its kind of page needs, and somebody has read the page within a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..models import Page
from ..problems import Problem
from .index import Index
from .table import problem

MODULES = ("sales-rules", "quality", "time", "kam-process")
_KINDS = {"index": "index", "test": "practice", "sayings": "reference", "tensions": "reference"}
_FOR_LESSONS = {"minutes": "minutes: 10", "sources": "sources: [rule-08]", "claims": "claims: []"}


def complete(index: Index) -> Iterator[Problem]:
    """A lesson also has minutes, sources and claims. (An empty list is an answer, a missing line is none.)"""
    for page in index.course.pages:
        if page.kind == "lesson":
            for field, example in _FOR_LESSONS.items():
                if not getattr(page.front, field) and field not in page.front.places:
                    yield problem("P04", page.front.place(), message=f"a lesson needs '{field}'", hint=f"add a line '{example}'")


def kind_fits(index: Index) -> Iterator[Problem]:
    """Which kind of page stands where; a lesson called otherwise would escape the rules for lessons."""
    for page in index.course.pages:
        wanted = _wanted_kind(page)
        if wanted and page.kind != wanted:
            yield problem("P04", page.front.place("kind"), message=f"{page.uri} is of kind '{wanted}', not '{page.kind}'", hint=f"write 'kind: {wanted}'")


def _wanted_kind(page: Page) -> str:
    if page.uri == "index":
        return "index"
    if page.module in MODULES:
        return _KINDS.get(page.uri.rpartition("/")[2], "lesson")
    return ""


def real_date(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        if _date(page) is None:
            yield problem("P04", page.front.place("reviewed"), message=f"'{page.front.reviewed}' is not a date of the calendar", hint="write the date as 2026-12-31")


def reviewed(index: Index, today: date) -> Iterator[Problem]:
    for page in index.course.pages:
        day = _date(page)
        if day is None:
            continue
        if (today.year, today.month, today.day) > (day.year + 1, day.month, day.day):
            yield problem("P07", page.front.place("reviewed"), f"last on {page.front.reviewed}")
        elif day > today:
            yield problem("P07", page.front.place("reviewed"), message=f"the review date {page.front.reviewed} lies in the future", hint="write the day on which somebody read the page")


def _date(page: Page) -> date | None:
    try:
        return date.fromisoformat(page.front.reviewed)
    except ValueError:
        return None
