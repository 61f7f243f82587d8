"""Load and check the content, once, for the verbs that need it. Prints nothing."""

from __future__ import annotations

import gc
from datetime import date

from course.checks import check
from course.loading import load_course
from course.models import Course
from course.problems import Problem

from .environment import ROOT


def load_and_check() -> tuple[Course, list[Problem]]:
    """The course, and every problem of reading and of the rules, sorted."""
    # a course is very many small things and no cycle among them: looking for cycles took a fifth of the time
    on = gc.isenabled()
    gc.disable()
    try:
        course, problems = load_course(ROOT)
        return course, sorted({*problems, *check(course, date.today())})
    finally:
        if on:
            gc.enable()
