"""Short addresses that stay, pages that are not there, and a site that can be walked through from disk."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from course.models import Course
from playwright.sync_api import Page, expect

from .conftest import LESSON, everywhere
from .places import Place

SHORT = "go/rule-08.limits/"


@everywhere
@pytest.mark.parametrize(("asked", "given"), [("", "#limits"), ("?x=1", "?x=1#limits"), ("#how", "#how"), ("?x=1#how", "?x=1#how")])
def test_a_short_address_leads_on_with_query_and_hash(place: Place, language: str, asked: str, given: str, page: Page) -> None:
    page.goto(place.address(SHORT, language) + asked)
    page.wait_for_url(place.address(LESSON, language) + given)
    expect(page.locator(f"[id='{given.partition('#')[2]}']")).to_be_in_viewport()


def test_a_short_address_leaves_no_step_behind(here: Place, page: Page) -> None:
    """Back leads to where one came from, not into the forwarding page again."""
    page.goto(here.address("reference/about/"))
    page.evaluate("address => { location.href = address }", here.address(SHORT))
    page.wait_for_url(here.address(f"{LESSON}#limits"))
    page.go_back()
    page.wait_for_url(here.address("reference/about/"))


@everywhere
def test_a_short_address_without_a_script(place: Place, language: str, reuse: Callable) -> None:
    """The page leads on by itself all the same, to a page and not to a list of files."""
    page = reuse(java_script_enabled=False)
    page.goto(place.address(SHORT, language))
    expect(page.locator('[data-question], [id="limits"]').first).to_be_attached()


def test_a_short_address_when_its_script_is_missing(place: Place, page: Page, journal) -> None:
    journal.expect("go.js")
    page.route("**/go.js*", lambda route: route.abort())
    page.goto(place.address(SHORT))
    link = page.locator("body a")
    expect(link).to_contain_text("边界")
    link.click()
    expect(page.locator('[id="limits"]')).to_be_in_viewport()


def test_a_page_that_is_not_there(here: Place, language: str, page: Page, journal) -> None:
    """The site's own page, styled, with a way on, in the language that was asked for, at any depth."""
    journal.expect("404")
    answer = page.goto(here.address("no/such/page/", language))
    assert answer.status == 404
    expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{language}"))
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("[...document.styleSheets].length > 0 && [...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    assert page.evaluate("document.documentElement.classList.contains('fb-live')")
    home = page.locator("article a").first
    expect(home).to_be_visible()
    home.click()
    page.wait_for_url(here.address("", language))


def test_the_short_address_in_the_foot(place: Place, page: Page) -> None:
    page.goto(place.address(LESSON))
    page.locator(".fb-foot a", has_text="rule-08").click()
    page.wait_for_url(place.address(LESSON))


def test_a_walk_through_the_site(place: Place, page: Page) -> None:
    """From home to the lesson, to a term, to the other language and home: by links alone, wherever the site stands."""
    page.goto(place.address(""))
    page.locator(f'article a[href*="{LESSON}"]').first.click()
    page.wait_for_url(place.address(LESSON))
    page.locator("a.fb-ref").first.click()
    page.wait_for_url(lambda url: url.startswith(place.address("reference/evidence/")))
    page.locator(".fb-language").click()
    page.wait_for_url(lambda url: url.startswith(place.address("reference/evidence/", "en")))
    page.locator("header").get_by_role("link", name="Sales Fieldbook").click()
    page.wait_for_url(place.address("", "en"))
    expect(page.locator("h1")).to_be_visible()


def test_the_language_link_keeps_the_section(place: Place, page: Page) -> None:
    """Whoever reads a section and changes language is still in that section's page."""
    page.goto(place.address(f"{LESSON}#limits"))
    page.locator(".fb-language").click()
    page.wait_for_url(lambda url: url.partition("#")[0] == place.address(LESSON, "en"))


def test_the_palette_is_remembered_in_both_languages(place: Place, page: Page) -> None:
    page.goto(place.address(""))
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", before)
    after = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator(".fb-language").click()
    page.wait_for_url(lambda url: url.startswith(place.address("", "en").removesuffix("index.html")))
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", after)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_address_that_was_ever_given_out_resolves(site: Path, course: Course, language: str) -> None:
    """From files, as a server and a folder on disk both give them: the forwarding page, the page it names, and the place on it."""
    root = site / ("en" if language == "en" else "")
    texts: dict[Path, str] = {}
    lost = []
    given = [line.id for line in course.ledger if line.kind in ("page", "section", "checklist", "term")]
    for id in given:
        forward = root / "go" / id / "index.html"
        found = re.search(r'<a href="([^"#]+)(?:#([^"]+))?">', forward.read_text(encoding="utf-8")) if forward.exists() else None
        target = (forward.parent / found[1]).resolve() if found else None
        if target is None or not target.is_file():
            lost.append(id)
            continue
        text = texts.setdefault(target, target.read_text(encoding="utf-8"))
        if found and found[2] and f'id="{found[2]}"' not in text:
            lost.append(id)
    assert len(given) > 800 and lost == []
