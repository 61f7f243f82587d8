"""What an unreadable file may explain is not reported beside it."""

from __future__ import annotations

import pytest

from course.checks import check
from course.checks.waiting import can_be_judged
from course.loading import load_course
from course.models import Course
from course.problems import Problem

from .conftest import BANK, EN, GLOSSARY, TODAY, ZH, Site


def judged(site: Site) -> list[str]:
    """What the reading says, and the codes that the checks add to it."""
    course, problems = load_course(site.root)
    return [*(f"{p.path} {p.code}" for p in problems), *(str(p) for p in check(course, TODAY))]


def test_a_bank_that_cannot_be_read(site: Site) -> None:
    site.edit(BANK, "page: method-01", "pages: method-01")
    assert judged(site) == [
        "quizzes/quality/method-01.yml S01",
        "quizzes/quality/method-01.yml S01",
    ]


def test_a_page_that_cannot_be_read(site: Site) -> None:
    site.edit(EN, "reviewed: 2026-11-23", "reviewed: yesterday")
    assert judged(site) == [
        "docs/quality/method-01.en.md P04",
    ]


def test_a_glossary_that_cannot_be_read(site: Site) -> None:
    site.edit(GLOSSARY, "pinyin: dà kè hù", "pinyn: dà kè hù")
    assert judged(site) == [
        "quizzes/glossary.yml S01",
        "quizzes/glossary.yml S01",
    ]


def test_what_has_nothing_to_do_with_it_is_judged(site: Site) -> None:
    site.edit(BANK, "page: method-01", "pages: method-01")
    site.edit(ZH, "没有人确认的事，", "没有人确认的事,")
    course, _ = load_course(site.root)
    assert [(p.code, p.path, p.line) for p in check(course, TODAY)] == [("T01", ZH, 34)]


@pytest.mark.parametrize(
    ("unread", "left_out"),
    [
        ((), []),
        (("quizzes/glossary.yml",), ["P02 a/b", "S02 ids"]),
        (("quizzes/references.yml",), ["E01 a/b", "S02 ids"]),
        (("quizzes/inventory.yml",), ["S05 a/b", "S02 ids"]),
        (("docs/c/d.zh.md",), ["P02 a/b", "S03 a/b", "S02 ids"]),
        (("docs/a/b.zh.md",), ["B03 a/b", "P01 a/b", "P02 a/b", "P05 a/b", "P06 a/b", "S03 a/b", "S02 ids"]),
        (("quizzes/a/b.yml",), ["B03 a/b", "P01 a/b", "P02 a/b", "P05 a/b", "P06 a/b", "S03 a/b", "S02 ids"]),
        (("quizzes/a/c.yml",), ["S02 ids"]),
        (("quizzes/b.yml",), ["S02 ids"]),
    ],
)
def test_what_waits_for_which_file(unread: tuple[str, ...], left_out: list[str]) -> None:
    found = {f"{code} a/b": Problem("quizzes/a/b.yml", 1, 1, code, "x") for code in ("B03", "E01", "P01", "P02", "P04", "P05", "P06", "S02", "S03", "S05", "T01")}
    found["S02 ids"] = Problem("quizzes/ids.txt", 1, 1, "S02", "x")
    found["P04 ids"] = Problem("quizzes/ids.txt", 1, 1, "P04", "x")
    course = Course.model_construct(unread=frozenset(unread))
    kept = list(can_be_judged(found.values(), course))
    assert [name for name, problem in found.items() if problem not in kept] == left_out
