"""Without the script everything can be read, and the page says what does not work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import LESSON, everywhere
from .places import Place


def is_readable(page: Page) -> None:
    expect(page.locator(".fb-noscript")).to_be_visible()
    for question in page.locator(".fb-question").all():
        expect(question.locator(".fb-ask")).to_be_visible()
        for text in question.locator("form .fb-text").all():
            expect(text).to_be_visible()
        details = question.locator("details")
        expect(details.locator(".fb-key")).to_be_hidden()
        details.locator("summary").click()
        expect(details.locator(".fb-key")).to_be_visible()
        expect(details.locator(".fb-key ~ p, .fb-key li").first).to_be_visible()
    expect(page.locator("button[data-action]:visible")).to_have_count(0)
    expect(page.locator("[data-move]")).to_have_count(0)
    expect(page.locator(".fb-choices").first).to_be_visible()


@everywhere
def test_without_javascript(place: Place, language: str, reuse: Callable) -> None:
    page = reuse(java_script_enabled=False)
    page.goto(place.address(LESSON, language))
    is_readable(page)


@pytest.mark.parametrize("what", ["missing", "stopped half-way", "empty"])
def test_when_the_script_does_not_start(place: Place, what: str, page: Page, journal) -> None:
    """A blocked file, an error at start, a proxy that hands out nothing: the notice shows, and no button that does nothing."""
    if what == "missing":
        journal.expect("fieldbook.js")
        page.route("**/fieldbook.js*", lambda route: route.abort())
    elif what == "stopped half-way":
        journal.expect("uncaught")
        page.route("**/fieldbook.js*", lambda route: route.fulfill(content_type="text/javascript", body="throw new Error('half-way')"))
    else:
        page.route("**/fieldbook.js*", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(place.address(LESSON))
    is_readable(page)


def test_with_the_script_the_notice_is_away(place: Place, page: Page) -> None:
    page.goto(place.address(LESSON))
    expect(page.locator(".fb-noscript")).to_be_hidden()
    expect(page.locator("[data-action=check]").first).to_be_visible()
