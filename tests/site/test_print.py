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
LETTER_LESS_MARGINS = 665
PRINTED = ["", LESSON, "quality/", "onboarding/first-week/", "toolkit/form-raci/", "reference/glossary/", "reference/evidence/", "reference/blueprint/", "reference/cases/"]
PALE = """() => {
  const part = (value) => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const found = new Set();
  for (const at = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); at.nextNode(); ) {
    const box = at.currentNode.parentElement;
    if (!at.currentNode.data.trim() || !box.getClientRects().length || getComputedStyle(box).visibility !== 'visible') continue;
    const style = getComputedStyle(box);
    const [r, g, b] = (box.closest('svg') ? style.fill : style.color).match(/[\\d.]+/g).map(Number);
    if (1.05 / (0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b) + 0.05) < 4.5) found.add(`${box.className} ${at.currentNode.data.trim().slice(0, 30)}`);
  }
  return [...found];
}"""
"""Words too light for white paper. Browsers print no grounds, so what stands on a dark one is lost."""
# (the ground of a piece of code may reach a little into the margin)
WIDER = """(width) => [...document.querySelectorAll('body *')].filter((each) => {
  const { right, width: own } = each.getBoundingClientRect();
  return own > 1 && right > width + 8 && !each.closest('[class*=offscreen], [class*=aloud]');
}).map((each) => each.outerHTML.slice(0, 80))"""


def test_from_the_dark_scheme_it_is_black_on_white_and_nothing_is_cut(here: Place, language: str, new_context: Callable) -> None:
    page = new_context(color_scheme="dark").new_page()
    for path in PRINTED:
        page.emulate_media(media="screen")
        page.goto(here.address(path, language))
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.emulate_media(media="print")
        for width in (A4_LESS_MARGINS, LETTER_LESS_MARGINS):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(WIDER, width) == [], path
        assert page.evaluate(PALE) == [], path
        expect(page.locator(".fb-foot")).to_be_visible()


@pytest.mark.parametrize("sheet", ["learner", "facilitator"])
def test_a_question_of_a_sheet_stays_on_one_page(here: Place, language: str, sheet: str, new_context: Callable, bank: Bank) -> None:
    """As far as there is room: each is lower than a page, and asks not to be parted."""
    page = new_context().new_page()
    page.goto(here.address(LESSON, language))
    page.evaluate("window.print = () => undefined")
    page.locator(".fb-sheets summary").click()
    page.locator(f"[data-sheet={sheet}]").click()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4_LESS_MARGINS, "height": 900})
    found = page.locator(f"#fb-sheet-{sheet} .fb-question")
    expect(found).to_have_count(len(bank.questions))
    assert set(found.evaluate_all("all => all.map(each => getComputedStyle(each).breakInside)")) == {"avoid"}
    assert max(found.evaluate_all("all => all.map(each => each.offsetHeight)")) < 900


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
