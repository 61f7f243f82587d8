"""Load and check the content, once, for the verbs that need it. Prints nothing."""

from __future__ import annotations

from datetime import date

from course.checks import check
from course.loading import load_course
from course.models import Course
from course.problems import Problem

from .environment import ROOT


def load_and_check() -> tuple[Course, list[Problem]]:
    """The course, and every problem of reading and of the rules, sorted."""
    course, problems = load_course(ROOT)
    return course, sorted({*problems, *check(course, date.today())})
