"""What an unreadable file may explain is not reported beside it."""

from __future__ import annotations

from course.checks import check
from course.loading import load_course

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
