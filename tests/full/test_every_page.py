"""Accessibility of every built page, and of every state in both languages: axe-core with all its rules, and what axe cannot see.

Takes about a quarter of an hour. What is looked at is in tests/site/looking.py; here it goes over everything, and the table gets its figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from course.models import Bank, Course
from playwright.sync_api import Page
from tasks.proof import enter

from ..site.axe import axe, rules, violations  # noqa: F401 (a fixture is found by its name)
from ..site.conftest import LESSON, PHONE, WIDE
from ..site.looking import Faults, axe_faults, only_faults, seen_faults
from ..site.measures import Measured
from ..site.places import Place
from ..site.settling import resized
from ..site.states import STATES
from ..site.test_accessibility import visit

FRAME = ({"width": 700, "height": 600}, {"width": 320, "height": 480})
"""Sizes of a frame in a wiki."""
MEASURES = {
    "targets": "targets: 44 px for answers; 24 px elsewhere, or as far apart as if they were",
    "lines": "lines: Chinese at most 40 characters and 1.7 apart, English at most 80",
    "overlaps": "no text lies on another",
    "focus": "keyboard focus shows (ring 3:1) and nothing lies over it",
    "400 %": "at 400 % (320 × 225 px): no scrolling sideways but of named tables, focus in sight, a third covered at most",
    "spacing": "spacing of one's own (1.4.12) at 320 and 1280 px: nothing cut, nothing overlaps",
    "forced colours": "forced colours: what can be pressed has an edge",
    "reduced motion": "reduced motion: nothing moves longer than 0.01 s",
}


def pages(site: Path, language: str, what: str) -> list[str]:
    """Paths in the language's part of the site, as addresses: `what` is page, embed or go."""
    root = site / "en" if language == "en" else site
    found = []
    for file in sorted(root.rglob("*.html")):
        path = file.relative_to(root).as_posix()
        if language == "zh" and path.startswith("en/"):
            continue
        forwards = "data-to=" in file.read_text(encoding="utf-8")
        kind = "go" if forwards else "embed" if path.startswith("embed/") else "page"
        if kind == what:
            found.append(path.removesuffix("index.html"))
    return found


def judge(which: str, looked: Iterator[tuple[str, Faults]] | Iterable[tuple[str, Faults]], rules_asked: Callable[[], int], stops: Callable[[], int] = lambda: 0) -> None:
    """A row for axe and one for each measure; then every fault, by page."""
    faults: dict[str, Faults] = {}
    counted: Counter[str] = Counter()
    measured: set[str] = set()
    number = 0
    for at, found in looked:
        number += 1
        for what, each in found.items():
            kind = what.partition(",")[0]
            measured.add(kind)
            counted[kind] += len(set(each))
        if only_faults(found):
            faults[at] = only_faults(found)
    assert number
    enter("accessibility", f"axe-core, {which}", "no rule broken, both schemes, two widths", f"{counted['axe']} faults on {number}, {rules_asked()} rules", not counted["axe"])
    for kind in MEASURES:
        if kind in measured:
            found = f"{counted[kind]} faults on {number}" + (f", {stops()} stops" if kind == "focus" and stops() else "")
            enter("accessibility", f"{MEASURES[kind]}, {which}", "no fault", found, not counted[kind])
    assert faults == {}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page(language: str, here: Place, site: Path, reuse: Callable, axe: str, journal) -> None:  # noqa: F811
    page = reuse(bypass_csp=True, viewport=WIDE)
    stops = 0

    def looked() -> Iterator[tuple[str, Faults]]:
        nonlocal stops
        for path in pages(site, language, "page"):
            resized(page, WIDE)
            page.goto(here.address(path, language))
            found = axe_faults(page, axe)
            stops += Measured(page).stops()
            yield path, found | seen_faults(page, language)

    judge(f"every page, {language}", looked(), lambda: rules(page), lambda: stops)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_frame(language: str, here: Place, site: Path, reuse: Callable, axe: str, journal) -> None:  # noqa: F811
    page = reuse(bypass_csp=True, viewport=WIDE)

    def looked() -> Iterator[tuple[str, Faults]]:
        for path in pages(site, language, "embed"):
            page.goto(here.address(path, language))
            yield path, axe_faults(page, axe, FRAME) | seen_faults(page, language, FRAME)

    judge(f"every frame, {language}", looked(), lambda: rules(page))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_short_address(language: str, here: Place, site: Path, reuse: Callable, axe: str, journal) -> None:  # noqa: F811
    """As they stand where they cannot forward."""
    page = reuse(bypass_csp=True, viewport=WIDE)
    page.route("**/assets/go.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))

    def looked() -> Iterator[tuple[str, Faults]]:
        for path in pages(site, language, "go"):
            page.goto(here.address(path, language))
            yield path, {"axe": violations(page, axe)}

    judge(f"every short address, {language}", looked(), lambda: rules(page))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_state(language: str, here: Place, reuse: Callable, new_context: Callable, axe: str, bank: Bank, course: Course, journal) -> None:  # noqa: F811
    last: list[Page] = []

    def looked() -> Iterator[tuple[str, Faults]]:
        for name in STATES:
            page, sizes = visit(name, language, here, lambda **options: new_context(**options).new_page(), new_context, bank, course, journal)
            yield name, axe_faults(page, axe, sizes) | seen_faults(page, language, sizes)
            last[:] = [page]

    judge(f"every state, {language}", looked(), lambda: rules(last[0]))


BY_TAB = [("zh", LESSON, PHONE), ("en", LESSON, WIDE), ("zh", "reference/glossary/", PHONE), ("en", "practice/exam/", PHONE), ("zh", "", WIDE)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tab_by_tab(scheme: str, here: Place, reuse: Callable) -> None:
    """With the key itself, through whole pages and back to the start: each stop shows in the picture, and none keeps the focus."""
    page = reuse(color_scheme=scheme, bypass_csp=True)
    faults: list[str] = []
    seen = 0
    for language, path, size in BY_TAB:
        resized(page, size)
        page.goto(here.address(path, language))
        measured = Measured(page)
        wanted = measured.stops()
        visited = 0
        for _ in range(wanted + 20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            visited += 1
            # the look before is that of a thing without focus: unlike any
            faults += [f"{path}: {each}" for each in page.evaluate("measures.focusFaults(document.activeElement, '')")]
            box = page.evaluate(
                """() => { const r = document.activeElement.getBoundingClientRect(); const x = Math.max(0, r.x - 8), y = Math.max(0, r.y - 8);
                return { x, y, width: Math.max(1, Math.min(innerWidth - x, r.width + 16)), height: Math.max(1, Math.min(innerHeight - y, r.height + 16)) } }"""
            )
            focused = page.screenshot(clip=box)
            page.evaluate("window.kept = document.activeElement; kept.blur()")
            if page.screenshot(clip=box) == focused:
                faults.append(f"{path}: the picture does not change: {page.evaluate('measures.name(kept)')}")
            page.evaluate("kept.focus({ preventScroll: true })")
        seen += visited
        if visited < wanted:
            faults.append(f"{path}: Tab reaches {visited} of {wanted} stops")
    enter("accessibility", f"with the Tab key, {scheme}: each stop changes the picture, none is a trap", "no fault", f"{len(faults)} faults at {seen} stops of {len(BY_TAB)} pages", not faults)
    assert faults == []
