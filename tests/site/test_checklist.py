"""A checklist: remembered, cleared for a new use, copied as text, printed alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from course.models import Bank, Checklist
from playwright.sync_api import Locator, Page, expect

from .conftest import LESSON, PLAIN_HOST, everywhere
from .places import Place


@pytest.fixture
def checklist(bank: Bank) -> Checklist:
    return bank.checklists[0]


def root_of(page: Page, checklist: Checklist) -> Locator:
    return page.locator(f'[data-checklist="{checklist.id}"]')


def ticked(page: Page, checklist: Checklist) -> list[str]:
    return root_of(page, checklist).locator("input").evaluate_all("all => all.filter(i => i.checked).map(i => i.dataset.item)")


def test_ticks_stay_and_show_their_day(place: Place, page: Page, checklist: Checklist) -> None:
    page.goto(place.address(LESSON))
    root, (first, second, *_) = root_of(page, checklist), checklist.items
    # the whole row is the target
    root.locator("li").nth(0).locator("label").click(position={"x": 200, "y": 8})
    root.locator("input").nth(1).press("Space")
    page.reload()
    assert ticked(page, checklist) == [first.id, second.id]
    today = page.evaluate("(d => [d.getFullYear(), d.getMonth() + 1, d.getDate()].map(n => String(n).padStart(2, '0')).join('-'))(new Date())")
    assert root.locator("time").evaluate_all("all => all.map(time => time.dateTime)") == [today, today]


def test_clearing_is_said_and_remembered(place: Place, page: Page, checklist: Checklist) -> None:
    page.goto(place.address(LESSON, "en"))
    root = root_of(page, checklist)
    for box in root.locator("input").all():
        box.check()
    root.locator('[data-action="reset"]').click()
    expect(root.locator("[role=status]")).to_contain_text("Cleared")
    assert ticked(page, checklist) == [] and root.locator("time").count() == 0
    page.reload()
    assert ticked(page, checklist) == []
    # nothing is deleted: the log keeps what was ticked
    assert page.evaluate("fieldbook.record.opened.then(() => fieldbook.record.entries().filter(entry => entry.kind !== 'read').length)") == len(checklist.items) + 1
    root.locator("input").first.check()
    page.reload()
    assert ticked(page, checklist) == [checklist.items[0].id]


def expected_text(checklist: Checklist, language: str, url: str) -> list[str]:
    first, *others = checklist.items
    return [checklist.title[language], f"☑ {first[language]}", *(f"☐ {item[language]}" for item in others), f"{url}#{checklist.id}"]


def copied_by(page: Page, button: Locator) -> list[str]:
    """What a learner finds who pastes it into a chat."""
    button.focus()
    button.press("Enter")
    expect(button.locator("xpath=ancestor::*[@data-checklist]").locator("[role=status]")).not_to_be_empty()
    assert button.evaluate("button => button === document.activeElement"), "copying took the focus away"
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'chat'}))")
    page.locator("#chat").press("Control+v")
    return page.locator("#chat").input_value().splitlines()


@everywhere
def test_copied_as_text(place: Place, language: str, reuse: Callable, checklist: Checklist) -> None:
    page = reuse(permissions=["clipboard-read", "clipboard-write"])
    page.goto(place.address(LESSON, language))
    root = root_of(page, checklist)
    root.locator("input").first.check()
    assert copied_by(page, root.locator('[data-action="copy"]')) == expected_text(checklist, language, place.address(LESSON, language))


def test_copied_as_text_on_a_plain_http_host(here: Place, page: Page, checklist: Checklist, journal) -> None:
    """An intranet without certificates: the browser has no clipboard for scripts there, and still it must work."""
    plain = here.on_host(PLAIN_HOST)
    journal.allow(plain)
    page.goto(plain.address(LESSON))
    assert page.evaluate("navigator.clipboard === undefined")
    root = root_of(page, checklist)
    root.locator("input").first.check()
    assert copied_by(page, root.locator('[data-action="copy"]')) == expected_text(checklist, "zh", plain.address(LESSON))


def test_where_copying_is_refused_the_text_is_offered(here: Place, new_context: Callable, checklist: Checklist) -> None:
    page = new_context().new_page()
    page.add_init_script("delete Navigator.prototype.clipboard; Document.prototype.execCommand = () => false")
    page.goto(here.address(LESSON))
    root = root_of(page, checklist)
    root.locator('[data-action="copy"]').click()
    field = root.locator("textarea")
    expect(field).to_be_visible()
    expect(field).to_be_focused()
    assert field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)") == field.input_value() != ""
    expect(root.locator("[role=status]")).not_to_be_empty()


def test_printed_alone(here: Place, new_context: Callable, checklist: Checklist) -> None:
    """The button asks the browser to print, and while it does nothing else is on the paper."""
    page = new_context().new_page()
    page.add_init_script("window.print = () => { window.printed = document.documentElement.dataset.fbPrint }")
    page.goto(here.address(LESSON))
    root = root_of(page, checklist)
    root.locator('[data-action="print"]').click()
    assert page.evaluate("window.printed") == checklist.id
    expect(page.locator("html")).to_have_attribute("data-fb-print", checklist.id)
    page.emulate_media(media="print")
    expect(root).to_be_visible()
    for item in root.locator("li").all():
        expect(item).to_be_visible()
    for other in ("article > h1", "article > h2", "article > p", ".fb-question", "nav", "[data-action]"):
        assert [each for each in page.locator(other).all() if each.is_visible()] == [], other
    # where it comes from: on a wall nothing else says so
    expect(page.locator(".fb-foot")).to_contain_text("rule-08")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("html").get_attribute("data-fb-print") is None
    expect(page.locator("article > h2").first).to_be_visible()
    assert not re.search("fb-print", root.get_attribute("class"))
