"""Load and check the content, once, for the verbs that need it. Prints nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from course.checks import check
from course.loading import load_course
from course.models import Course
from course.problems import Problem

from .environment import ROOT


class Problems:
    """Every problem of reading and of the rules, sorted; the rules are asked (2 s) when somebody wants to know."""

    def __init__(self, course: Course, reading: list[Problem]) -> None:
        self._course, self._reading = course, reading

    @cached_property
    def _all(self) -> list[Problem]:
        return sorted({*self._reading, *check(self._course, date.today())})

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._all)


def load_and_check() -> tuple[Course, list[Problem]]:
    """The course, and every problem."""
    course, problems = load()
    return course, list(problems)


def load() -> tuple[Course, Problems]:
    """The course, and problems that are looked for when they are asked for."""
    course, reading = load_course(ROOT)
    return course, Problems(course, reading)
