"""axe-core finds nothing, on every kind of page, in both languages and both schemes, wide and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from course.models import Bank
from playwright.sync_api import Page

from .conftest import LESSON, PHONE, ROOT, WIDE
from .learner import Learner
from .places import Place

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = {
    "home": "",
    "module": "sales-rules/",
    "lesson": LESSON,
    "all right": LESSON,
    "all wrong": LESSON,
    "path": "onboarding/first-week/",
    "cases": "reference/cases/",
    "form": "toolkit/form-time-log/",
    "glossary": "reference/glossary/",
    "evidence": "reference/evidence/",
    "about": "reference/about/",
    "progress": "practice/progress/",
    "review": "practice/review/",
    "exam": "practice/exam/",
    "analysis": "practice/analysis/",
    "sources": "reference/sources/",
    "blueprint": "reference/blueprint/",
    "compliance": "reference/compliance/",
    "not there": "no/such/page/",
}
COLOURS = ["color-contrast", "link-in-text-block"]
RUN = """([type, values]) => axe.run(document, {runOnly: {type, values}, resultTypes: ['violations'], preload: false})
  .then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.target.join(' ')} – ${node.any.concat(node.all, node.none).map(check => check.message).join('; ')}`)))"""


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        pytest.fail("axe-core is not installed: npm ci in web/, or python3 scripts/build.py test", pytrace=False)
    return AXE.read_text(encoding="utf-8")


def violations(page: Page, axe: str, colours_only: bool = False) -> list[str]:
    # what the header happens to lie over is not too small
    page.evaluate("scrollTo(0, 0)")
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    return page.evaluate(RUN, ["rule", COLOURS] if colours_only else ["tag", TAGS])


def answer_all(page: Page, bank: Bank, right: bool, language: str) -> None:
    learner = Learner(page, bank)
    for question in bank.questions:
        learner.answer(question, right, language)
    learner.item(bank.checklists[0].items[0].id).check()


def schemes(page: Page):
    """The page as it came, then in the other scheme."""
    seen = []
    for _ in range(2):
        scheme = page.locator("body").get_attribute("data-md-color-scheme")
        seen.append(scheme)
        yield scheme
        page.locator("[data-md-component=palette] label:visible").click()
    assert sorted(seen) == ["default", "slate"]


@pytest.mark.parametrize("kind", KINDS)
def test_wide(kind: str, language: str, here: Place, reuse: Callable, axe: str, bank: Bank, journal) -> None:
    look(kind, language, here, reuse(viewport=WIDE, bypass_csp=True), axe, bank, journal)


@pytest.mark.parametrize("kind", ["home", "lesson", "all wrong"])
def test_on_a_phone(kind: str, language: str, here: Place, reuse: Callable, axe: str, bank: Bank, journal) -> None:
    look(kind, language, here, reuse(viewport=PHONE, has_touch=True, bypass_csp=True), axe, bank, journal)


def look(kind: str, language: str, here: Place, page: Page, axe: str, bank: Bank, journal) -> None:
    if kind == "not there":
        journal.expect("404")
    page.goto(here.address(KINDS[kind], language))
    if kind.startswith("all"):
        answer_all(page, bank, kind == "all right", language)
    for position, scheme in enumerate(schemes(page)):
        # the other scheme has other colours, and nothing else
        assert violations(page, axe, colours_only=position > 0) == [], scheme


def test_from_disk(places: dict[str, Place], reuse: Callable, axe: str, bank: Bank) -> None:
    page = reuse(bypass_csp=True)
    page.goto(places["disk"].address(LESSON))
    assert violations(page, axe) == []


def test_a_term_open(here: Place, language: str, reuse: Callable, axe: str) -> None:
    page = reuse(viewport=PHONE, bypass_csp=True)
    page.goto(here.address(LESSON, language))
    page.locator("a.fb-term").first.focus()
    page.locator(".fb-popover").wait_for()
    assert violations(page, axe) == []


def test_the_notice_and_empty_answers(here: Place, language: str, new_context: Callable, axe: str, bank: Bank) -> None:
    page = new_context(bypass_csp=True).new_page()
    page.add_init_script("Storage.prototype.setItem = IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(here.address(LESSON, language))
    learner = Learner(page, bank)
    for question in bank.questions:
        learner.check(question).click()
    learner.answer(learner.one("single"))
    page.locator(".fb-notice").wait_for()
    assert violations(page, axe) == []


def test_axe_can_find_something(here: Place, reuse: Callable, axe: str) -> None:
    """Guards the guard: with something wrong in the page, it does not say that all is well."""
    page = reuse(bypass_csp=True)
    page.goto(here.address(""))
    page.evaluate("document.querySelector('article').append(document.createElement('input'), Object.assign(document.createElement('p'), {textContent: 'pale', style: 'color: #ccc; background: #fff'}))")
    assert {each.partition(":")[0] for each in violations(page, axe)} == {"label", "color-contrast"}
