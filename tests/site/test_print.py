"""A lesson on paper: everything one reads and nothing one presses."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from course.models import Bank
from playwright.sync_api import Page, expect

from .conftest import LESSON, ROOT, everywhere
from .learner import Learner
from .places import Place


@everywhere
def test_a_lesson_prints(place: Place, language: str, page: Page) -> None:
    page.goto(place.address(LESSON, language))
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
    assert 2 <= sheets <= 12


FORMS = sorted(path.name.removesuffix(".zh.md") for path in (ROOT / "docs" / "toolkit").glob("form-*.zh.md"))
A4_LESS_MARGINS = 643
"""Pixels across: 170 mm."""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_one_sheet(here: Place, form: str, language: str, new_context: Callable) -> None:
    page = new_context().new_page()
    page.goto(here.address(f"toolkit/{form}/", language))
    page.evaluate("window.print = () => { window.printed = true }")
    page.locator("[data-print]").click()
    page.wait_for_function("window.printed")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4_LESS_MARGINS, "height": 900})
    expect(page.locator("h1 svg")).to_be_visible()
    for table in page.locator(".fb-form table").all():
        box = table.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= A4_LESS_MARGINS + 1
        cut = table.evaluate("table => [...table.querySelectorAll('th, td')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent)")
        assert cut == []


def test_what_is_on_the_paper(here: Place, new_context: Callable, bank: Bank) -> None:
    page = new_context().new_page()
    learner = Learner(page, bank)
    page.goto(here.address(LESSON))
    learner.answer(learner.one("single"), False)
    page.emulate_media(media="print")
    for away in ("nav", "header a", "button", ".fb-noscript", ".headerlink", "[data-action]", ".md-search"):
        assert [each for each in page.locator(away).all() if each.is_visible()] == [], away
    expect(page.locator("h1")).to_be_visible()
    for heading in page.locator("article h2").all():
        expect(heading).to_be_visible()
    for question in learner.questions.values():
        expect(learner.root(question).locator(".fb-ask")).to_be_visible()
        for text in learner.root(question).locator("form .fb-text").all():
            expect(text).to_be_visible()
    expect(page.locator(".fb-choices").first).to_be_visible()
    expect(page.locator(".fb-foot")).to_contain_text("rule-08")
