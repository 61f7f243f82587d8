"""What fits, what can be hit, and where the focus is: at 320 px, on a phone, and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import LESSON, PHONE
from .learner import Learner
from .places import Place

NARROW = {"width": 320, "height": 640}


@pytest.mark.parametrize("path", ["", LESSON, "reference/glossary/", "reference/evidence/", "reference/blueprint/", "sales-rules/"])
def test_no_scrolling_sideways_at_320(path: str, language: str, here: Place, reuse: Callable) -> None:
    page = reuse(viewport=NARROW)
    page.goto(here.address(path, language))
    wide = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('article *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90)).slice(0, 5)
        .concat('the page is ' + document.documentElement.scrollWidth + ' px wide')"""
    )
    assert wide == []


def test_no_scrolling_sideways_after_answering(language: str, here: Place, reuse: Callable, bank) -> None:
    page = reuse(viewport=NARROW)
    page.goto(here.address(LESSON, language))
    learner = Learner(page, bank)
    for question in bank.questions:
        learner.answer(question, False, language)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_targets_are_large_enough_for_a_thumb(language: str, here: Place, reuse: Callable, bank) -> None:
    """44 px at least: the rows of options and ticks, the buttons, the fields, and the arrows that move a step."""
    page = reuse(viewport=PHONE, has_touch=True)
    page.goto(here.address(LESSON, language))
    small = page.evaluate(
        """() => [...document.querySelectorAll('.fb-option label, .fb-checklist label, .fb-actions button, .fb-moves button, .fb-blank input, .fb-pair select')]
        .filter(e => e.checkVisibility()).map(e => [e.getBoundingClientRect(), e])
        .filter(([box, e]) => box.height < 44 || box.width < 44).map(([box, e]) => `${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.slice(0, 80)}`)"""
    )
    assert small == []


LOOK = """element => {
  const looks = node => { const s = getComputedStyle(node); return [s.outlineStyle !== 'none' && s.outlineWidth !== '0px' ? s.outline : '', s.boxShadow, s.borderColor, s.backgroundColor, s.textDecoration].join('|') };
  const row = element.closest('.fb-option, .fb-checklist li, .fb-pair');
  return [looks(element), row ? looks(row) : '', element.parentElement ? looks(element.parentElement) : ''].join(' / ');
}"""


TARGETS = (
    '[data-type="single"] input', '[data-type="multiple"] input', '[data-type="blank"] input', '[data-type="match"] select', "[data-move]",
    "[data-action=check]", "input[data-item]", "[data-action=copy]", "a.fb-term", ".fb-language", ".fb-foot a", "article .headerlink",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_can_be_seen(scheme: str, here: Place, reuse: Callable) -> None:
    """Reached by keyboard, a thing looks different from when it is not."""
    page = reuse(color_scheme=scheme)
    page.goto(here.address(LESSON))
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate" if scheme == "dark" else "default")
    for target in TARGETS:
        element = page.locator(target).first
        element.scroll_into_view_if_needed()
        before = element.evaluate(LOOK)
        by_keyboard(page, element)
        assert element.evaluate(LOOK) != before, target


def by_keyboard(page: Page, element: Locator) -> None:
    """Focus it as Tab would: from the thing before it."""
    element.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(element).to_be_focused()


def test_right_and_wrong_are_said_in_words(here: Place, language: str, page: Page, learner: Learner) -> None:
    """Never by colour alone: what was chosen and what is right can be read in each part."""
    page.goto(here.address(LESSON, language))
    for question in learner.questions.values():
        learner.answer(question, False, language)
        marked = learner.root(question).locator("[data-mark]")
        assert marked.count() > 0
        for part in marked.all():
            badge = part.locator(".fb-badge").first
            expect(badge).to_be_visible()
            assert badge.text_content().strip()


def test_with_the_readers_own_colours(here: Place, reuse: Callable) -> None:
    """Grounds and shadows are gone then: what is chosen, where one is and what has the focus show by edges, weight and signs."""
    page = reuse(forced_colors="active")
    page.goto(here.address(LESSON))
    weight = "link => Number(getComputedStyle(link).fontWeight)"
    links = page.locator(".md-sidebar .fb-nav a")
    assert page.locator(".md-sidebar .fb-nav [aria-current]").evaluate(weight) > links.first.evaluate(weight)
    option = page.locator('[data-type="single"] .fb-option').first
    edge = "row => [getComputedStyle(row.querySelector('input')).appearance, getComputedStyle(row.querySelector('input'), '::after').borderTopWidth]"
    assert option.evaluate(edge) == ["auto", "0px"]
    option.click()
    assert option.evaluate(edge) == ["auto", "2px"]
    for target in TARGETS:
        element = page.locator(target).first
        element.scroll_into_view_if_needed()
        before = element.evaluate(RING)
        by_keyboard(page, element)
        assert element.evaluate(RING) != before == "none", target


RING = "element => { const s = getComputedStyle(element); return s.outlineStyle === 'none' || s.outlineWidth === '0px' ? 'none' : s.outlineStyle; }"


def test_a_table_takes_the_focus_once_the_window_is_too_narrow_for_it(here: Place, new_context: Callable) -> None:
    """Turned, or magnified: the frame shrinks, the table cannot."""
    page = new_context().new_page()
    page.goto(here.address("quality/definition/", "en"))
    page.wait_for_function("document.querySelector('.md-typeset__scrollwrap').tabIndex === -1")
    page.set_viewport_size({"width": 360, "height": 740})
    page.wait_for_function("[...document.querySelectorAll('.md-typeset__scrollwrap')].some(frame => frame.scrollWidth > frame.clientWidth)")
    page.wait_for_function("[...document.querySelectorAll('.md-typeset__scrollwrap')].every(frame => (frame.scrollWidth > frame.clientWidth) === (frame.tabIndex === 0))")
