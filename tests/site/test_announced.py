"""What somebody hears who does not see the page: names, states, announcements and where the focus goes, as text files to be read.

A file a type of question and language, and one a widget, in `announced/`. Where a change is meant, write them anew with
`UPDATE_GOLDENS=1 python3 scripts/build.py test tests/site/test_announced.py`, and read the difference aloud.
What a page says is taken as browsers compute it for a reader: roles and names by playwright, and every change of a live region
that stood there before its words came (one that comes with its words is not heard everywhere, and is left out here).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from course.models import Bank
from playwright.sync_api import Locator, Page, expect

from .conftest import LESSON, ROOT
from .learner import Learner
from .places import Place
from .settling import settled

FILES = ROOT / "tests" / "site" / "announced"
MORNING = datetime(2026, 3, 2, 9, 0)
LISTEN = """() => {
  if (window.heard) return void (window.heard = []);
  const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
  const known = new WeakSet(document.querySelectorAll(live));
  const numbers = new WeakMap();
  let count = 0;
  window.heard = [];
  new MutationObserver((changes) => {
    const spoke = new Set();
    for (const { target, addedNodes } of changes) {
      const region = (target.closest ? target : target.parentElement)?.closest(live);
      if (region && known.has(region) && addedNodes.length) spoke.add(region);
      for (const node of addedNodes)
        if (node.querySelectorAll) for (const each of [node, ...node.querySelectorAll('*')]) if (each.matches(live)) known.add(each);
    }
    for (const region of spoke) {
      const text = region.textContent.replace(/\\s+/g, ' ').trim();
      if (!numbers.has(region)) numbers.set(region, ++count);
      if (text) window.heard.push([numbers.get(region), text]);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}"""


class Ear:
    """Writes down what happens in a page, scene by scene."""

    def __init__(self, page: Page):
        self.page = page
        self.lines: list[str] = []
        page.evaluate(LISTEN)

    def scene(self, name: str, part: Locator | None = None, wait_for: Locator | None = None, every: bool = False) -> None:
        """What was said since the last scene (by each region its last, or `every`), where the focus is, and what `part` is now."""
        if wait_for:
            expect(wait_for).not_to_be_empty()
        settled(self.page)
        heard = self.page.evaluate("heard.splice(0)")
        # what is said on the way depends on how fast the machine is
        said = [text for _, text in (heard if every else sorted(dict(heard).items(), key=lambda each: each[1]))]
        # a page with no focus has it on the whole
        focus = self.page.locator(":focus")
        at = focus.first.aria_snapshot().splitlines()[0].removeprefix("- ") if focus.count() else "nothing"
        self.lines += ["", f"## {name}", *(f"says: {each}" for each in said), f"focus: {at.rstrip(':')}"]
        if part:
            # a heading's mark has an address of this test's server
            self.lines += ["", *(line for line in part.aria_snapshot().splitlines() if "/url:" not in line)]


@pytest.fixture
def page(new_context: Callable) -> Iterator[Page]:
    page = new_context().new_page()
    page.clock.set_fixed_time(MORNING)
    return page


def compare(name: str, language: str, ear: Ear) -> None:
    got = "\n".join([f"# {name}, {language}", *ear.lines]) + "\n"
    file = FILES / f"{name}.{language}.txt"
    if os.environ.get("UPDATE_GOLDENS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(got, encoding="utf-8", newline="\n")
    assert got == file.read_text(encoding="utf-8")


def test_each_type_of_question(here: Place, language: str, page: Page, bank: Bank) -> None:
    page.goto(here.address(LESSON, language))
    learner = Learner(page, bank)
    for type in ("single", "multiple", "blank", "order", "match"):
        question = learner.one(type)
        root, status = learner.root(question), learner.status(question)
        page.evaluate("document.activeElement.blur()")
        ear = Ear(page)
        ear.scene("before", root)
        learner.check(question).click()
        ear.scene("nothing chosen", wait_for=status)
        if type == "order":
            root.locator("[data-move=down]").first.click()
            ear.scene("a step moved", root.locator("ol").first, wait_for=status)
        learner.answer(question, False, language)
        ear.scene("wrong", root, wait_for=status)
        learner.retry(question).click()
        ear.scene("again")
        learner.answer(question, True, language)
        ear.scene("right", root, wait_for=status)
        compare(type, language, ear)


def test_a_checklist(here: Place, language: str, page: Page, bank: Bank) -> None:
    page.goto(here.address(LESSON, language))
    root = page.locator(f'[data-checklist="{bank.checklists[0].id}"]')
    ear = Ear(page)
    ear.scene("before", root)
    root.locator("input").first.press("Space")
    expect(root.locator("time")).to_be_visible()
    ear.scene("ticked", root.locator("li").first)
    root.locator("[data-action=reset]").press("Enter")
    ear.scene("cleared", wait_for=root.get_by_role("status"))
    compare("checklist", language, ear)


def test_the_search(here: Place, language: str, page: Page) -> None:
    page.goto(here.address(LESSON, language))
    ear = Ear(page)
    page.keyboard.press("Control+k")
    dialog = page.locator(".fb-find[open]")
    status = dialog.get_by_role("status")
    expect(status).to_have_text({"zh": "输入一个或几个词。", "en": "Type one word or a few."}[language])
    ear.scene("opened")
    for query in ("量子", {"zh": "承诺", "en": "promise"}[language]):
        dialog.get_by_role("combobox").fill(query)
        expect(status).to_contain_text(query if query == "量子" else re.compile(r"\d"))
        # while the texts load it may have answered from titles alone
        page.wait_for_timeout(300)
        page.evaluate("heard.splice(0)")
        ear.lines += ["", f"## {query}", "says: " + re.sub(r"\d+", "N", " ".join(status.inner_text().split()))]
    page.keyboard.press("Escape")
    ear.scene("closed")
    compare("search", language, ear)


def test_an_exam(here: Place, language: str, new_context: Callable) -> None:
    page = new_context().new_page()
    page.clock.install(time=MORNING)
    page.goto(here.address("practice/exam/", language))
    app = page.locator(".fb-app")
    app.locator("select").first.select_option("10")
    app.locator("select").nth(1).select_option("15")
    ear = Ear(page)
    app.get_by_role("button", name={"zh": "开始", "en": "Begin"}[language], exact=True).click()
    expect(app.locator(".fb-place")).to_be_focused()
    ear.scene("begun")
    for _ in range(18):
        page.clock.fast_forward(60_000)
    ear.scene("18 minutes pass", app.locator(".fb-timer"), every=True)
    hand_in = {"zh": "交卷", "en": "Hand in"}[language]
    app.get_by_role("button", name=hand_in, exact=True).click()
    ear.scene("handing in", app.locator(".fb-sure"))
    app.locator(".fb-sure button").last.click()
    ear.scene("not yet")
    app.get_by_role("button", name=hand_in, exact=True).click()
    app.locator(".fb-sure button").first.click()
    expect(app.locator(".fb-status")).to_contain_text({"zh": "已保存在", "en": "Saved in"}[language])
    ear.scene("handed in")
    compare("exam", language, ear)


def test_a_review(here: Place, language: str, page: Page, bank: Bank) -> None:
    page.goto(here.address(LESSON, language))
    learner = Learner(page, bank)
    for question in bank.questions:
        learner.answer(question, True, language)
    page.clock.set_fixed_time(MORNING + timedelta(days=30))
    page.goto(here.address("practice/review/", language))
    app = page.locator(".fb-app")
    ear = Ear(page)
    app.locator("[data-action=check]").press("Enter")
    expect(app.locator(".fb-place")).to_be_focused()
    ear.scene("begun")
    id = app.locator("[data-question]").get_attribute("data-question") or ""
    learner.answer(learner.questions[id], False, language)
    ear.scene("wrong", wait_for=app.get_by_role("status"))
    app.locator("[data-action=check]").last.press("Enter")
    expect(app.locator("[data-question]")).not_to_have_attribute("data-question", id)
    ear.scene("next")
    compare("review", language, ear)


def test_the_notice_that_nothing_is_kept(here: Place, language: str, page: Page, bank: Bank) -> None:
    page.goto(here.address(LESSON, language))
    page.evaluate("void (Storage.prototype.setItem = IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') })")
    learner = Learner(page, bank)
    ear = Ear(page)
    question = learner.one("single")
    learner.answer(question, True, language)
    expect(page.locator(".fb-notice")).to_be_visible()
    # the two are said by two regions, and either may be the first
    expect(learner.status(question)).not_to_be_empty()
    ear.scene("an answer that cannot be kept", wait_for=page.locator(".fb-notices"))
    compare("notice", language, ear)
