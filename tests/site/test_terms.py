"""The meaning of a term beside its link: by mouse, keyboard and touch; dismissible, hoverable, persistent (WCAG 1.4.13)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from course.models import Course
from playwright.sync_api import Locator, Page, expect

from .conftest import LESSON, everywhere
from .places import Place

POPOVER = ".fb-popover"


def meaning(course: Course, link: Locator, language: str) -> str:
    return course.term(link.get_attribute("data-term")).means[language]


@everywhere
def test_by_keyboard(place: Place, language: str, page: Page, course: Course) -> None:
    page.goto(place.address(LESSON, language))
    link = page.locator("a.fb-term").first
    term = link.get_attribute("data-term")
    link.focus()
    expect(page.locator(POPOVER)).to_contain_text(meaning(course, link, language))
    described = link.get_attribute("aria-describedby")
    expect(page.locator(f"#{described}")).to_contain_text(meaning(course, link, language))
    page.keyboard.press("Escape")
    expect(page.locator(POPOVER)).to_have_count(0)
    expect(link).to_be_focused()
    assert link.get_attribute("aria-describedby") is None
    page.keyboard.press("Enter")
    page.wait_for_url(place.address(f"reference/glossary/#{term}", language))


def test_leaving_by_keyboard_closes(here: Place, page: Page) -> None:
    page.goto(here.address(LESSON))
    page.locator("a.fb-term").first.focus()
    expect(page.locator(POPOVER)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(POPOVER)).to_have_count(0)


def test_it_stays_in_the_window_when_the_page_is_magnified(here: Place, new_context: Callable) -> None:
    page = new_context().new_page()
    page.goto(here.address("quality/method-14/"))
    term = page.locator("a.fb-term").last
    term.focus()
    expect(page.locator(POPOVER)).to_be_visible()
    # as 400 % of 1280 px does
    page.set_viewport_size({"width": 320, "height": 225})
    expect(page.locator(POPOVER)).to_be_visible()
    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator(POPOVER).bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320


def test_by_mouse(here: Place, language: str, page: Page, course: Course) -> None:
    """It opens when pointed at, stays while the pointer is on it, closes when left or by Esc; a click follows the link."""
    page.goto(here.address(LESSON, language))
    link, popover = page.locator("a.fb-term").first, page.locator(POPOVER)
    link.hover()
    expect(popover).to_contain_text(meaning(course, link, language))
    popover.hover()
    page.wait_for_timeout(400)
    expect(popover).to_be_visible()
    page.mouse.move(5, 5)
    expect(popover).to_have_count(0)
    link.hover()
    expect(popover).to_be_visible()
    page.keyboard.press("Escape")
    expect(popover).to_have_count(0)
    link.click()
    page.wait_for_url(lambda url: url.startswith(here.address("reference/glossary/", language)))


@pytest.mark.parametrize("width", [320, 360])
def test_by_touch(width: int, language: str, here: Place, reuse: Callable, course: Course) -> None:
    """The first tap opens it, with a link to the glossary; a tap elsewhere closes it; it stays inside the window."""
    page = reuse(viewport={"width": width, "height": 640}, has_touch=True, is_mobile=True)
    page.goto(here.address(LESSON, language))
    popover = page.locator(POPOVER)
    for link in page.locator("a.fb-term").all():
        link.scroll_into_view_if_needed()
        link.tap()
        expect(popover).to_contain_text(meaning(course, link, language))
        assert page.url == here.address(LESSON, language)
        box = popover.evaluate("e => { const {left, right, top, bottom} = e.getBoundingClientRect(); return [left, right, top, bottom] }")
        assert 0 <= box[0] < box[1] <= width, box
        assert box[1] - box[0] > 120 and box[2] >= 0, box
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator("article h2").first.scroll_into_view_if_needed()
        page.locator("article h2").first.tap(position={"x": 3, "y": 3})
        expect(popover).to_have_count(0)
    link = page.locator("a.fb-term").first
    link.tap()
    popover.locator("a").tap()
    page.wait_for_url(lambda url: url.startswith(here.address("reference/glossary/", language)))


def test_the_entry_leads_back_into_the_course(here: Place, language: str, page: Page, course: Course) -> None:
    """The fragment of a term's link is its heading in the glossary."""
    page.goto(here.address(LESSON, language))
    id = page.locator("a.fb-term").first.get_attribute("data-term")
    page.goto(here.address(f"reference/glossary/#{id}", language))
    expect(page.locator(f"#{id}")).to_contain_text(course.term(id)[language])
    expect(page.locator(f"#{id}")).to_be_in_viewport()
