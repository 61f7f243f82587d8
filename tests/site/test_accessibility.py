"""WCAG 2.2 AA, one page of each kind and every state, in both schemes, wide and on a phone: axe-core finds nothing, and on some of
them neither do our own measures of what it cannot see. All pages, and all states in both languages: tests/full/test_every_page.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from course.models import Bank, Course
from playwright.sync_api import Page

from .axe import axe, violations  # noqa: F401 (a fixture is found by its name)
from .conftest import LESSON, PHONE, WIDE
from .looking import axe_faults, only_faults, seen_faults
from .places import Place
from .states import PAGES, STATES, State, Visit

ALL = {name: State(path) for name, path in PAGES.items()} | STATES
KINDS = (
    "home", "module", "lesson", "lesson with pictures", "path", "form", "progress", "review", "exam", "analysis",
    "glossary", "evidence", "blueprint", "for wiki editors", "not there", "card", "probe",
)
"""In both languages. A state differs in a language by its words alone: here in one of them, in turn."""
VISITS = [(name, language) for name in KINDS for language in ("zh", "en")] + [(name, ("zh", "en")[at % 2]) for at, name in enumerate(STATES)]
SEEN = {("lesson with pictures", "zh"), ("home", "en"), ("glossary", "en"), ("all wrong", "zh"), ("half answered", "en"), ("menu open", "zh"), ("search hits", "zh"), ("exam asks", "zh")}
"""What is also measured: a page of text, one of contents, a long list, questions before and after, a menu, a dialog, and the exam."""


def visit(name: str, language: str, here: Place, reuse: Callable, new_context: Callable, bank: Bank, course: Course, journal) -> tuple[Page, tuple[dict[str, int], ...]]:
    """The state, and the widths at which there is such a thing."""
    state = ALL[name]
    if name == "not there":
        journal.expect("404")
    if name == "without script":
        journal.expect("uncaught: 0")
    page = new_context(bypass_csp=True).new_page() if state.clock else reuse(bypass_csp=True, viewport=WIDE)
    sizes = (PHONE,) if state.narrow else (WIDE, PHONE)
    page.set_viewport_size(sizes[0])
    page.goto(here.address(state.path, language))
    state.act(Visit(page, here, language, bank, course))
    return page, sizes


@pytest.mark.parametrize(("name", "language"), VISITS, indirect=["language"])
def test_accessible(name: str, language: str, here: Place, reuse: Callable, new_context: Callable, axe: str, bank: Bank, course: Course, journal) -> None:  # noqa: F811
    page, sizes = visit(name, language, here, reuse, new_context, bank, course, journal)
    found = axe_faults(page, axe, sizes)
    if (name, language) in SEEN:
        found |= seen_faults(page, language, sizes)
    page.set_viewport_size(WIDE)
    assert only_faults(found) == {}


def test_with_fingers(here: Place, language: str, reuse: Callable, axe: str) -> None:  # noqa: F811
    """Where nothing hovers, the marks of headings are always there, and must be large enough."""
    page = reuse(viewport=PHONE, has_touch=True, bypass_csp=True)
    page.goto(here.address(LESSON, language))
    assert violations(page, axe) == []


def test_from_disk(places: dict[str, Place], reuse: Callable, axe: str) -> None:  # noqa: F811
    page = reuse(bypass_csp=True)
    page.goto(places["disk"].address(LESSON))
    assert violations(page, axe) == []


def test_a_short_address(here: Place, language: str, reuse: Callable, axe: str) -> None:  # noqa: F811
    """The page that forwards, as it is where it cannot."""
    page = reuse(bypass_csp=True)
    page.route("**/assets/go.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(here.address("go/rule-08/", language))
    assert violations(page, axe) == []


FAULTS = {
    "label": "<input>",
    "color-contrast": '<p style="color: #ccc; background: #fff">pale</p>',
    "scrollable-region-focusable": '<div style="width: 90px; overflow: auto; white-space: nowrap">one two three four five six seven</div>',
    "target-size": '<p><button style="width: 9px; height: 9px; padding: 0">a</button><button style="width: 9px; height: 9px; padding: 0">b</button></p>',
}


def test_axe_can_find_something(here: Place, reuse: Callable, axe: str) -> None:  # noqa: F811
    """Guards the guard: with something wrong in the page, it does not say that all is well."""
    page = reuse(bypass_csp=True)
    page.goto(here.address(""))
    page.evaluate("html => document.querySelector('article').insertAdjacentHTML('beforeend', html)", "".join(FAULTS.values()))
    assert {each.partition(":")[0] for each in violations(page, axe)} == set(FAULTS)


SEEN_FAULTS = {
    "targets": '<p><button style="width: 9px; height: 9px; padding: 0">a</button><button style="width: 9px; height: 9px; padding: 0">b</button></p>',
    "lines": f'<p style="white-space: nowrap; line-height: 1.2">{"字" * 60}</p>',
    "overlaps": '<p style="height: 0; margin: 0">字字字字</p><p style="margin: 0">字字字字</p>',
    "focus": '<p><a href="#" style="outline: none !important">unseen</a></p>',
    "spacing": '<p style="width: 6em; overflow: hidden; white-space: nowrap">六个字六个字</p>',
    "400 %": '<div style="width: 500px">wide</div>',
    "forced colours": '<button style="border: 0">flat</button>',
    "reduced motion": '<p style="animation: 2s spin">spins</p>',
}


def test_our_measures_can_find_something(here: Place, reuse: Callable) -> None:
    page = reuse(bypass_csp=True, viewport=WIDE)
    page.goto(here.address("reference/about/"))
    page.evaluate("html => document.querySelector('article').insertAdjacentHTML('beforeend', html)", "".join(SEEN_FAULTS.values()))
    found = only_faults(seen_faults(page, "zh"))
    assert {what.partition(",")[0] for what in found} == set(SEEN_FAULTS)
