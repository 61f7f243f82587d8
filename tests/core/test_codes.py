"""The page for trainers says what `check` wants, from the same table as the checks."""

from __future__ import annotations

from pathlib import Path

import pytest
from course.codes import FAMILIES, TABLE
from course.lists import codes_markdown
from course.loading import load_course
from course.models import LANGUAGES, Language
from course.pages import fill

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_stands_in_the_list_once(language: Language) -> None:
    text = codes_markdown(language)
    assert [line[4:7] for line in text.split("\n") if line.startswith("- **")] == [row.code for letter, _, _ in FAMILIES for row in TABLE.values() if row.code[0] == letter]
    assert len(TABLE) == text.count("\n- **") + text.startswith("- **")


def test_a_line_says_the_level_what_is_wrong_and_how_to_mend_it() -> None:
    assert "- **F05** (W) A vague word of frequency. Name a number or a condition." in codes_markdown("en")
    assert "- **F05**（W）“通常”“往往”“有时”说不清是多少次。写出次数，或者写明在什么条件下。" in codes_markdown("zh")
    assert "- **F01**（E/W）正确的一项最长。" in codes_markdown("zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_trainers_shows_the_list(language: Language) -> None:
    course, _ = load_course(ROOT)
    page = course.page("reference-for-trainers", language)
    assert page is not None and page.heading("codes") is not None
    body = "\n".join(line.text for line in page.lines)
    assert codes_markdown(language) in fill(body, page, course).markdown
