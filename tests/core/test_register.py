"""The lists of sources and claims: everything has a place, and what is left out is named without being told."""

from __future__ import annotations

import re

import pytest
from course.loading import load_course
from course.models import LANGUAGES, Course, Language
from course.register import claims_markdown, sources_markdown

from .conftest import ROOT


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_the_source_is_listed_once_with_its_pages(course: Course, language: Language) -> None:
    rows = [row for row in sources_markdown(course, language).split("\n") if row.startswith("| ") and not row.startswith("| ---")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]
    listed = [row[0] for row in cells]
    for item in course.source_items:
        [row] = [row for row in cells if row[0] == item.title[language]]
        if item.state == "dropped":
            assert len(row) == 2 and item.reason is not None and row[1] == item.reason[language]
        else:
            assert row[1].startswith("[") and ".md)" in row[1]
    assert len(listed) == len(course.source_items) + len(re.findall(r"^\|---", sources_markdown(course, language), re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_has_its_frame_and_its_pages(course: Course, language: Language) -> None:
    entries = claims_markdown(course, language).split("\n\n**")
    assert len(entries) == len(course.claims)
    for claim, entry in zip(course.claims, entries, strict=True):
        assert claim.title[language] in entry and claim.frame[language] in entry and f"#claim-{claim.id} " in entry
        marked = {page.front.title for page in course.in_language(language) if any(mark.id == claim.id for mark in page.claim_marks)}
        assert {title for title in marked if f"[{title}](" in entry} == marked
