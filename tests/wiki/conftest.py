"""The course as it stands, and as a later release might have it: rule 8 was rule 80 once, elsewhere, with other names on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from course.loading import load_course
from course.models import Course, LedgerLine, Place
from course.wiki.judging import Judge
from course.wiki.sites import Sites

ROOT = Path(__file__).resolve().parents[2]
SITE = "https://fieldbook.test/book/"
ALIASES = ("rule-80", "sales-rules/rule-80/", "rule-08.bounds#limits", "rule-80.edges#limits", "rule-08-before#rule-08-before-promising")


@pytest.fixture(scope="session")
def course() -> Course:
    course, problems = load_course(ROOT)
    assert not [problem for problem in problems if problem.severity == "error"]
    return course


@pytest.fixture(scope="session")
def later(course: Course) -> Course:
    new = {"rule-08": ALIASES, "reference-glossary": ("term-margin#term-gross-profit",)}
    published = (LedgerLine(id, "section", False, Place("quizzes/ids.txt", 1)) for id in ("rule-80.check", "rule-80.limits"))
    pages = tuple(page.model_copy(update={"front": page.front.model_copy(update={"aliases": (*page.front.aliases, *new.get(page.id, ()))})}) for page in course.pages)
    return course.model_copy(update={"pages": pages, "ledger": (*course.ledger, *published)})


@pytest.fixture(scope="session")
def judge(later: Course) -> Judge:
    return Judge(later, Sites([SITE]))
