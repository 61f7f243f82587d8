"""Short addresses that stay, pages that are not there, and a site that can be walked through from disk."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from course.models import Course
from playwright.sync_api import Page, expect

from .conftest import LESSON, ROOT, build, everywhere
from .places import Place, Server

SHORT = "go/rule-08.limits/"
ALIASES = "aliases: [rule-80, sales-rules/rule-80/, old/rules/eight/, 'rule-08.bounds#limits', 'rule-80.edges#limits', 'rule-08-before#rule-08-before-promising']"
"""Rule 8 as if it had been rule 80 once, in two other places, with a heading of another name."""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Place]]:
    """The site of a later release, in which a page, a heading, a checklist and a term have other names than before."""
    copy = tmp_path_factory.mktemp("moved") / "copy"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".venv", "node_modules", ".git", "site", ".site-*", "__pycache__", ".hypothesis", ".pytest_cache"))
    (copy / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    edits = {f"docs/sales-rules/rule-08.{language}.md": ("kind: lesson\n", f"kind: lesson\n{ALIASES}\n") for language in ("zh", "en")}
    edits |= {f"docs/reference/glossary.{language}.md": ("kind: reference\n", "kind: reference\naliases: ['term-margin#term-gross-profit']\n") for language in ("zh", "en")}
    edits["quizzes/ids.txt"] = ("home page\n", "home page\nold/rules/eight/ path\nsales-rules/rule-80/ path\nrule-08-before checklist\nrule-08.bounds section\nrule-80 page\nrule-80.edges section\nrule-80.limits section\nterm-margin term\n")
    for path, (old, new) in edits.items():
        text = (copy / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (copy / path).write_text(text.replace(old, new), encoding="utf-8")
    built = copy.parent / "site"
    build(copy, built)
    servers = [Server(built), Server(built, "/a/b/")]
    found = [server.place for server in servers] + [Place("disk", f"{built.as_uri()}/", built)]
    yield {place.name: place for place in found}
    for server in servers:
        server.stop()


OLD = {
    "an old place": ("old/rules/eight/", LESSON),
    "its query and hash": ("old/rules/eight/?x=1#limits", f"{LESSON}?x=1#limits"),
    "its checklist": ("sales-rules/rule-80/#rule-08-before-promising", f"{LESSON}#rule-08-before-promising"),
    "a short address": ("go/rule-80/", LESSON),
    "a frame": ("embed/rule-80/?theme=dark", "embed/rule-08/?theme=dark"),
    "a section that has the same name": ("go/rule-80.limits/", f"{LESSON}#limits"),
    "a section that has another name": ("go/rule-80.edges/", f"{LESSON}#limits"),
    "a checklist": ("go/rule-08-before/", f"{LESSON}#rule-08-before-promising"),
    "a term": ("go/term-margin/", "reference/glossary/#term-gross-profit"),
    "a heading that had another name": ("sales-rules/rule-80/#edges", f"{LESSON}#edges"),
}


@everywhere
@pytest.mark.parametrize("what", OLD)
def test_old_addresses_lead_to_what_they_meant(place: Place, language: str, what: str, moved: dict[str, Place], page: Page, journal) -> None:
    place, (asked, given) = moved[place.name], OLD[what]
    journal.allow(place)
    page.goto(_address(place, asked, language))
    page.wait_for_url(_address(place, given, language))
    fragment = given.partition("#")[2]
    if fragment:
        expect(page.locator(f"[id='{fragment}']")).to_be_in_viewport()


@everywhere
@pytest.mark.parametrize(("asked", "now"), [("bounds", "limits"), ("edges", "limits"), ("rule-08-before", "rule-08-before-promising")])
def test_an_old_name_behind_the_hash_shows_what_it_meant(place: Place, language: str, asked: str, now: str, moved: dict[str, Place], reuse: Callable, journal) -> None:
    """From the address bar of an earlier release; without a script too. The heading stands clear of the header."""
    place = moved[place.name]
    journal.allow(place)
    page = reuse(java_script_enabled=False)
    page.goto(place.address(f"{LESSON}#{asked}", language))
    expect(page.locator(f"[id='{now}']")).to_be_in_viewport()
    header = page.locator("header").first.bounding_box()
    assert page.locator(f"[id='{now}']").bounding_box()["y"] >= header["y"] + header["height"]


def test_an_old_place_without_a_script(moved: dict[str, Place], language: str, reuse: Callable, journal) -> None:
    page = reuse(java_script_enabled=False)
    journal.allow(moved["disk"])
    page.goto(_address(moved["disk"], "old/rules/eight/", language))
    expect(page.locator("[data-question]").first).to_be_attached()


def _address(place: Place, path: str, language: str) -> str:
    """As `place.address`, with a query."""
    path, mark, query = path.partition("?")
    return place.address(path, language) + mark + query


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
