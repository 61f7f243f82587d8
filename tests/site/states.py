"""Every kind of page and every state a page can be in, as a table: what each thing looks like to a test of sight, keyboard or axe.

A state is an address and a small function that brings it about from there. Knows the output contract and the words on
buttons; asserts only that it got where it says.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from course.models import Bank, Course
from playwright.sync_api import Locator, Page, expect

from .conftest import LESSON
from .learner import Learner, wrong_value
from .places import Place

PROGRESS, REVIEW, EXAM, ANALYSIS = "practice/progress/", "practice/review/", "practice/exam/", "practice/analysis/"


class Visit(NamedTuple):
    """Who is where: a page at the state's address, and what a state needs to go on from there."""

    page: Page
    place: Place
    language: str
    bank: Bank
    course: Course

    @property
    def learner(self) -> Learner:
        return Learner(self.page, self.bank)

    @property
    def app(self) -> Locator:
        return self.page.locator(".fb-app")

    def go(self, path: str) -> None:
        self.page.goto(self.place.address(path, self.language))

    def said(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en


class State(NamedTuple):
    path: str
    act: Callable[[Visit], None] = lambda visit: None
    narrow: bool = False
    """It exists on narrow screens only."""
    clock: bool = False
    """It changes the page's clock, for good."""


def all_right(visit: Visit) -> None:
    for question in visit.bank.questions:
        visit.learner.answer(question, True, visit.language)
    visit.learner.item(visit.bank.checklists[0].items[0].id).check()


def all_wrong(visit: Visit) -> None:
    for question in visit.bank.questions:
        visit.learner.answer(question, False, visit.language)


def nothing_answered(visit: Visit) -> None:
    for question in visit.bank.questions:
        visit.learner.check(question).click()
        expect(visit.learner.status(question)).not_to_be_empty()


def half_answered(visit: Visit) -> None:
    """Chosen, typed, moved, and not marked yet."""
    for question in visit.bank.questions:
        visit.learner.fill_in(question, wrong_value(question, visit.language))


def menu_open(visit: Visit) -> None:
    visit.page.locator(".fb-menu summary").click()
    expect(visit.page.locator(".fb-menu-sheet a").first).to_be_visible()


def contents_open(visit: Visit) -> None:
    visit.page.locator(".fb-contents summary").click()


def sheets_open(visit: Visit) -> None:
    visit.page.locator(".fb-sheets summary").click()
    expect(visit.page.locator("[data-sheet=learner]")).to_be_visible()


def term_open(visit: Visit) -> None:
    visit.page.locator("a.fb-term").first.focus()
    expect(visit.page.locator(".fb-popover")).to_be_visible()


def links_open(visit: Visit) -> None:
    """With the QR code, and with what is shown where the browser does not let anything be copied."""
    visit.page.locator("#check .headerlink").focus()
    visit.page.keyboard.press("Enter")
    panel = visit.page.locator(".fb-links")
    panel.get_by_role("button", name=visit.said("二维码", "QR code")).click()
    expect(panel.locator("svg")).to_be_visible()
    visit.page.evaluate("document.execCommand = () => false")
    panel.get_by_role("button", name=visit.said("带标题的链接", "Link with title")).click()
    expect(panel.locator(".fb-copy")).to_be_visible()


def full_storage(visit: Visit) -> None:
    """The notice that nothing can be kept."""
    visit.page.evaluate("void (Storage.prototype.setItem = IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') })")
    visit.learner.answer(visit.learner.one("single"), True, visit.language)
    expect(visit.page.locator(".fb-notice")).to_be_visible()


def without_script(visit: Visit) -> None:
    """What stands there when our script did not come; axe itself needs one."""
    visit.page.route("**/assets/fieldbook.js*", lambda route: route.fulfill(body="throw 0"))
    visit.page.reload()
    expect(visit.page.locator(".fb-noscript").first).to_be_visible()


def search_open(visit: Visit) -> None:
    visit.page.keyboard.press("Control+k")
    expect(visit.page.locator(".fb-find[open]").get_by_role("combobox")).to_be_focused()


def search_hits(visit: Visit) -> None:
    search_open(visit)
    visit.page.keyboard.type(visit.said("客户", "customer"))
    expect(visit.page.locator(".fb-find [role=option]").nth(3)).to_be_visible()
    expect(visit.page.locator(".fb-find-passage").first).to_be_visible()


def search_nothing(visit: Visit) -> None:
    search_hits(visit)
    visit.page.locator(".fb-find input").fill("量子")
    expect(visit.page.locator(".fb-find [role=status]")).to_contain_text("量子")


def search_recent(visit: Visit) -> None:
    search_hits(visit)
    visit.page.locator(".fb-find [role=option]").first.click()
    visit.page.wait_for_load_state()
    search_open(visit)
    expect(visit.page.locator(".fb-find-recent")).to_be_visible()


def begun(visit: Visit) -> None:
    """Come back with a lesson answered, one question of it wrong, and a tick."""
    path = visit.page.url
    visit.go(LESSON)
    all_right(visit)
    question = visit.learner.one("single")
    visit.learner.retry(question).click()
    visit.learner.answer(question, False, visit.language)
    visit.page.goto(path)
    # what comes later for those who have begun
    expect(visit.page.locator(".fb-mark, .fb-due:not([hidden]), .fb-app progress").first).to_be_attached()


def record_asked(visit: Visit) -> None:
    """Clearing asks first."""
    begun(visit)
    visit.app.get_by_role("button", name=visit.said("清空", "Clear"), exact=True).click()
    expect(visit.page.locator(".fb-sure")).to_be_visible()


def record_foreign(visit: Visit) -> None:
    visit.app.locator("input[type=file]").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"{}"})
    expect(visit.app.locator(".fb-status")).not_to_be_empty()


def review_due(visit: Visit) -> None:
    # (a page's clock can be set once; the day of an answer is what counts)
    visit.page.clock.set_fixed_time(datetime.now())
    visit.go(LESSON)
    all_right(visit)
    visit.page.clock.set_fixed_time(datetime.now() + timedelta(days=30))
    visit.go(REVIEW)
    expect(visit.app.locator("[data-action=check]")).to_be_visible()


def review_asks(visit: Visit) -> None:
    review_due(visit)
    visit.app.locator("[data-action=check]").click()
    expect(visit.app.locator("[data-question]")).to_be_visible()


def review_marked(visit: Visit) -> None:
    review_asks(visit)
    id = visit.app.locator("[data-question]").get_attribute("data-question")
    visit.learner.answer(visit.learner.questions[id], False, visit.language)


def exam_asks(visit: Visit) -> None:
    """With a time limit, a flag, an answer, and the list of all questions open."""
    visit.app.locator("select").first.select_option("10")
    visit.app.locator("select").nth(1).select_option("30")
    visit.app.locator("input[type=number]").fill("7")
    visit.app.locator("[data-action=check]").last.click()
    question = visit.app.locator("[data-question]")
    expect(question).to_be_visible()
    visit.app.locator(".fb-flag input").check()
    visit.app.locator(".fb-overview summary").click()
    expect(visit.app.locator(".fb-overview [aria-current]")).to_contain_text("⚑")


def exam_asks_again(visit: Visit) -> None:
    """An exam begun before can be gone on with."""
    exam_asks(visit)
    visit.go(EXAM)
    expect(visit.app.locator(".fb-notice")).to_be_visible()


def exam_sure(visit: Visit) -> None:
    exam_asks(visit)
    visit.app.get_by_role("button", name=visit.said("交卷", "Hand in"), exact=True).click()
    expect(visit.app.locator(".fb-sure")).to_be_visible()


def exam_result(visit: Visit) -> None:
    exam_sure(visit)
    visit.app.locator(".fb-sure button").first.click()
    expect(visit.app.locator(".fb-certificate")).to_be_visible()
    expect(visit.app.locator(".fb-status")).not_to_be_empty()


def class_analysed(visit: Visit) -> None:
    visit.app.locator(".fb-actions button").first.click()
    expect(visit.app.locator("table")).to_have_count(3)
    # the tables after these have some hundred rows of the same kind
    visit.app.locator("details").evaluate_all("all => all.slice(0, 2).forEach(each => each.open = true)")


def embed_answered(visit: Visit) -> None:
    visit.learner.answer(visit.learner.one("single"), False, visit.language)
    visit.learner.answer(visit.learner.one("match"), True, visit.language)


def embed_apart(visit: Visit) -> None:
    """The line that a frame on another site shows."""
    visit.page.locator("[data-separate]").evaluate_all("all => all.forEach(each => each.hidden = false)")


SET, LIST = "embed/rule-08.check/", "embed/rule-08-before-promising/"

PAGES = {
    "home": "",
    "module": "sales-rules/",
    "lesson": LESSON,
    "lesson with pictures": "kam-process/process-overview/",
    "module test": "sales-rules/test/",
    "paths": "onboarding/",
    "path": "onboarding/first-week/",
    "forms": "toolkit/",
    "form": "toolkit/form-time-log/",
    "wide form": "toolkit/form-scorecard/",
    "practice": "practice/",
    "progress": PROGRESS,
    "review": REVIEW,
    "exam": EXAM,
    "analysis": ANALYSIS,
    "reference": "reference/",
    "cases": "reference/cases/",
    "glossary": "reference/glossary/",
    "evidence": "reference/evidence/",
    "sources": "reference/sources/",
    "claims": "reference/claims/",
    "blueprint": "reference/blueprint/",
    "compliance": "reference/compliance/",
    "for wiki editors": "reference/for-wiki-editors/",
    "about": "reference/about/",
    "not there": "no/such/page/",
    "card": "embed/rule-08/",
    "set": SET,
    "checklist": LIST,
    "probe": "embed/wiki-probe/",
}
"""One page of each kind, as it comes."""

STATES = {
    "all right": State(LESSON, all_right),
    "all wrong": State(LESSON, all_wrong),
    "nothing answered": State(LESSON, nothing_answered),
    "half answered": State(LESSON, half_answered),
    "storage full": State(LESSON, full_storage),
    "without script": State(LESSON, without_script),
    "menu open": State(LESSON, menu_open, narrow=True),
    "menu open at home": State("", menu_open),
    "contents open": State(LESSON, contents_open, narrow=True),
    "sheets open": State(LESSON, sheets_open),
    "term open": State(LESSON, term_open),
    "links open": State(LESSON, links_open),
    "search open": State("", search_open),
    "search hits": State(LESSON, search_hits),
    "search nothing": State(LESSON, search_nothing),
    "search recent": State(LESSON, search_recent),
    "begun home": State("", begun),
    "begun module": State("sales-rules/", begun),
    "begun progress": State(PROGRESS, begun),
    "record asked": State(PROGRESS, record_asked),
    "record foreign": State(PROGRESS, record_foreign),
    "review due": State(REVIEW, review_due, clock=True),
    "review asks": State(REVIEW, review_asks, clock=True),
    "review marked": State(REVIEW, review_marked, clock=True),
    "exam asks": State(EXAM, exam_asks),
    "exam asks again": State(EXAM, exam_asks_again),
    "exam sure": State(EXAM, exam_sure),
    "exam result": State(EXAM, exam_result),
    "class analysed": State(ANALYSIS, class_analysed),
    "set answered": State(SET, embed_answered),
    "checklist apart": State(LIST, embed_apart),
}
