"""What must be clean – the small course of these tests and the model lesson of the repository."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from course.checks import check
from course.checks.ids import present_ids
from course.loading import load_course
from course.models import Course, LedgerLine, Place, Term, Text

from .conftest import BANK, EN, TODAY, Site

ROOT = Path(__file__).resolve().parents[2]
MODEL = "rule-08"
NEIGHBOURS = ("rule-09.md", "rule-10.md")
"""Pages that the model lesson may link to before they are written."""


def test_the_small_course_is_clean(site: Site) -> None:
    assert site.lines() == []


@pytest.fixture(scope="module")
def model() -> Course:
    """The model lesson alone, with the lists of the repository; what it needs and what is not written yet is made up."""
    whole, problems = load_course(ROOT)
    mine = [page for page in whole.pages if page.id == MODEL]
    assert len(mine) == 2 and whole.bank(MODEL) is not None, problems
    pages = [page.model_copy(update={"links": tuple(link for link in page.links if link.target not in NEIGHBOURS)}) for page in mine]
    known = {term.id for term in whole.terms}
    wanted = {link.target for page in pages for link in page.links if link.target.startswith("term-")} - known
    text = Text(zh="词", en="word")
    terms = [*whole.terms, *(Term(id=id, zh="词", en="word", pinyin="cí", means=text) for id in sorted(wanted))]
    course = whole.model_copy(update={"pages": tuple(pages), "banks": tuple(bank for bank in whole.banks if bank.page == MODEL), "terms": tuple(terms)})
    ledger = tuple(LedgerLine(id, kind, False, Place("quizzes/ids.txt", 1)) for id, (kind, _) in present_ids(course).items())
    return course.model_copy(update={"ledger": ledger})


def test_the_model_lesson_is_clean_of_errors_and_warnings(model: Course) -> None:
    day = date.fromisoformat(model.pages[0].front.reviewed)
    about = {page.path for page in model.pages} | {model.banks[0].path}
    assert [str(problem) for problem in check(model, day) if problem.path in about] == []


def test_the_model_lesson_is_really_judged(model: Course) -> None:
    broken = model.model_copy(update={"terms": (), "references": (), "ledger": ()})
    assert {problem.code for problem in check(broken, TODAY)} >= {"P02", "E01", "S02"}


def test_problems_are_sorted_and_said_once(site: Site) -> None:
    site.edit(EN, "minutes: 7", "minutes: 30")
    site.edit(BANK, "section: limits", "section: nowhere")
    found = site.problems()
    assert found == sorted(set(found))
    assert {problem.path for problem in found} == {EN, BANK}
