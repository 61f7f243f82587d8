"""Where a browser refuses to remember, everything works all the same, and says so: no crash, no silence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from course.models import Bank
from playwright.sync_api import FrameLocator, Page, expect

from .conftest import LESSON, everywhere
from .learner import Learner
from .places import Place

REFUSE = "for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(window, name, {get() { throw new DOMException('refused', 'SecurityError') }})"
NO_DATABASE = "Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('refused', 'SecurityError') }})"
NOTICE = {"refused": {"zh": "不允许保存", "en": "does not allow saving"}, "full": {"zh": "已满", "en": "full"}}
FILL = """() => {
  for (let size = 2 ** 22, n = 0; size >= 1; size = size >> 1)
    try { for (;;) localStorage.setItem('other:' + n++, 'x'.repeat(size)); } catch {}
}"""
ENTRIES = "() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('fieldbook:')))"


@pytest.fixture
def page(new_context: Callable) -> Page:
    """A browser of its own: these tests change it."""
    return new_context().new_page()


def works(learner: Learner, bank: Bank, language: str) -> None:
    for position, question in enumerate(bank.questions):
        learner.answer(question, position % 2 == 0, language)
    learner.retry(bank.questions[1]).click()
    learner.answer(bank.questions[1], True, language)
    first = bank.checklists[0].items[0].id
    learner.item(first).check()
    expect(learner.page.locator("time").first).to_be_visible()


def says(page: Page | FrameLocator, why: str, language: str) -> None:
    notice = page.locator(".fb-notice")
    expect(notice).to_have_count(1)
    expect(notice).to_be_visible()
    expect(notice).to_contain_text(NOTICE[why][language])
    assert notice.evaluate("notice => notice.closest('[role=status]') !== null")


@everywhere
def test_storage_refused(place: Place, language: str, page: Page, learner: Learner, bank: Bank) -> None:
    page.add_init_script(REFUSE)
    page.goto(place.address(LESSON, language))
    says(page, "refused", language)
    works(learner, bank, language)
    says(page, "refused", language)


def test_in_a_sandboxed_frame_over_http(here: Place, language: str, page: Page, bank: Bank) -> None:
    """As many wikis embed: no storage, no forms, an origin of its own."""
    parent = here.address("parent.html")
    frame = f'<iframe sandbox="allow-scripts" width="1000" height="800" src="{here.address(LESSON, language)}"></iframe>'
    page.route(parent, lambda route: route.fulfill(content_type="text/html", body=f"<!doctype html><title>wiki</title>{frame}"))
    page.goto(parent)
    inside = page.frame_locator("iframe")
    says(inside, "refused", language)
    works(Learner(inside, bank), bank, language)


@everywhere
def test_storage_full(place: Place, language: str, page: Page, learner: Learner, bank: Bank) -> None:
    """Really full, to the last byte (the database is refused, so that it can be filled). What was saved before stays as it is; what comes after holds for this visit, and that is said."""
    page.add_init_script(NO_DATABASE)
    page.goto(place.address(LESSON, language))
    first, second, *_ = bank.questions
    learner.answer(first, True, language)
    page.evaluate("fieldbook.record.saved()")
    before = page.evaluate(ENTRIES)
    assert before and page.locator(".fb-notice").count() == 0
    page.evaluate(FILL)
    learner.answer(second, True, language)
    says(page, "full", language)
    learner.item(bank.checklists[0].items[0].id).check()
    page.evaluate("fieldbook.record.saved()")
    assert page.evaluate(ENTRIES) == before
    # room again: what was held back is saved, and the notice goes
    page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('other:')).forEach(key => localStorage.removeItem(key))")
    learner.item(bank.checklists[0].items[1].id).check()
    expect(page.locator(".fb-notice")).to_have_count(0)
    page.reload()
    learner.sees_answer(first, True, language)
    learner.sees_answer(second, True, language)
    expect(learner.item(bank.checklists[0].items[0].id)).to_be_checked()


@pytest.mark.parametrize("language", ["zh"])
def test_no_notice_where_nothing_is_recorded(here: Place, language: str, page: Page) -> None:
    page.add_init_script(REFUSE)
    page.goto(here.address("reference/about/", language))
    expect(page.locator("article h1")).to_be_visible()
    assert page.locator(".fb-notice").count() == 0
