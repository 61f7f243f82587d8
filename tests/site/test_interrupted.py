"""What a learner meets without any fault: data deleted or refused in the middle of an exam, and a site that was renewed while a tab was open."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from course.models import Bank, Course
from playwright.sync_api import Page, expect

from .conftest import LESSON
from .learner import Learner, right_value
from .places import Place, Server
from .test_practice import EXAM, app, press
from .test_search import dialog, open_search, options, type_and_wait
from .test_storage import REFUSE

SAID = {
    "zh": {"begin": "开始", "go-on": "接着做", "submit": "交卷", "saved": "已保存在这个浏览器里", "lost": "没有保存下来", "refused": "不允许保存", "not loaded": "没有载入", "gone": "旧题库"},
    "en": {"begin": "Begin", "go-on": "Go on", "submit": "Hand in", "saved": "Saved in this browser", "lost": "Not saved", "refused": "does not allow saving", "not loaded": "did not load", "gone": "older bank"},
}
ENTRIES = "fieldbook.record.entries().map(({ kind, item, ok }) => [kind, item, ok ?? null])"


@pytest.fixture
def page(new_context: Callable) -> Page:
    """A browser of its own: these tests change it."""
    return new_context().new_page()


def delete_site_data(page: Page) -> None:
    """As a browser's settings do, from outside and while the page is open."""
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": page.evaluate("location.origin"), "storageTypes": "all"})
    session.detach()


class Paper:
    """An exam under way."""

    def __init__(self, page: Page, place: Place, language: str, course: Course) -> None:
        self.page, self.said, self.language = page, SAID[language], language
        self.banks = {question.id: bank for bank in course.banks for question in bank.questions}
        page.goto(place.address(EXAM, language))
        app(page).locator("select").first.select_option("10")
        app(page).locator("input[type=number]").fill("7")
        press(page, self.said["begin"])

    def answer(self) -> str:
        root = app(self.page).locator("[data-question]")
        expect(root).to_be_visible()
        id = root.get_attribute("data-question") or ""
        learner = Learner(self.page, self.banks[id])
        learner.fill_in(learner.questions[id], right_value(learner.questions[id], self.language))
        return id

    def turn(self, position: int) -> None:
        overview = app(self.page).locator(".fb-overview")
        if overview.get_attribute("open") is None:
            overview.locator("summary").click()
        overview.locator("button").nth(position).click()
        expect(app(self.page).locator(".fb-place")).to_contain_text(str(position + 1))

    def hand_in(self) -> None:
        press(self.page, self.said["submit"])
        app(self.page).locator(".fb-sure button").first.click()


def test_site_data_deleted_in_mid_exam(here: Place, language: str, page: Page, course: Course) -> None:
    """The exam goes on, with all that was answered; a reload finds it again as soon as one more answer was given."""
    paper = Paper(page, here, language, course)
    paper.answer()
    paper.turn(1)
    second = paper.answer()
    delete_site_data(page)
    paper.turn(2)
    paper.answer()
    page.evaluate("new Promise((done) => setTimeout(done, 300))")
    page.reload()
    press(page, paper.said["go-on"])
    expect(app(page).locator(".fb-place")).to_contain_text("3")
    paper.turn(1)
    expect(app(page).locator("[data-question]")).to_have_attribute("data-question", second)
    delete_site_data(page)
    paper.hand_in()
    expect(app(page).locator(".fb-status")).to_contain_text(paper.said["saved"])
    expect(app(page).locator(".fb-lead")).to_contain_text(re.compile(r"\b3\b|3题"))
    # "saved" is true
    page.reload()
    app(page).locator("select").first.wait_for()
    kept = page.evaluate(ENTRIES)
    assert sorted(kind for kind, _, _ in kept) == ["answer"] * 3 + ["exam"] and all(ok for kind, _, ok in kept if kind == "answer")


def test_deleted_and_then_reloaded_at_once_the_exam_is_gone_and_nothing_wrong_is_kept(here: Place, page: Page, course: Course) -> None:
    paper = Paper(page, here, "zh", course)
    paper.answer()
    delete_site_data(page)
    page.reload()
    expect(app(page).get_by_role("button", name="开始", exact=True)).to_be_visible()
    assert page.evaluate(ENTRIES) == []


def test_storage_refused_in_mid_exam(here: Place, language: str, page: Page, course: Course) -> None:
    """What was given counts for the result; that it is not kept is said, and the result can be printed."""
    paper = Paper(page, here, language, course)
    paper.answer()
    page.evaluate(REFUSE)
    delete_site_data(page)
    paper.turn(1)
    paper.answer()
    paper.hand_in()
    expect(app(page).locator(".fb-lead")).to_contain_text(re.compile(r"\b2\b|2题"))
    expect(app(page).locator(".fb-status")).to_contain_text(paper.said["lost"])
    expect(page.locator(".fb-notice")).to_contain_text(paper.said["refused"])


def test_refused_from_the_beginning_everything_works_for_this_visit(here: Place, language: str, page: Page, course: Course) -> None:
    """Palette, search, review, progress, analysis, frame, short address: no error (the journal sees to that), no dead end."""
    page.add_init_script(REFUSE)
    page.goto(here.address("go/rule-08/", language))
    page.wait_for_url("**/rule-08/**")
    body = page.locator("body")
    before = body.get_attribute("data-md-color-scheme")
    page.locator(".md-header label[for^=__palette]:visible").click()
    expect(body).not_to_have_attribute("data-md-color-scheme", before or "")
    for _ in range(2):
        open_search(page)
        type_and_wait(page, "PDCA")
        expect(options(page).first).to_be_visible()
        page.keyboard.press("Escape")
        expect(dialog(page)).to_have_count(0)
    paper = Paper(page, here, language, course)
    paper.answer()
    paper.hand_in()
    expect(app(page).locator(".fb-status")).to_contain_text(paper.said["lost"])
    for path, comes in (("practice/progress/", "progress"), ("practice/review/", "p"), ("embed/rule-08.check/", "[data-question]")):
        page.goto(here.address(path, language))
        expect(page.locator(comes).first).to_be_attached()
        expect(page.locator(".fb-notice").first).to_be_attached()
    page.goto(here.address("practice/analysis/", language))
    app(page).locator(".fb-actions button").first.click()
    expect(app(page).locator("table").first).to_be_attached()


@pytest.fixture
def server(site: Path, journal) -> Iterator[Server]:
    started = Server(site)
    journal.allow(started.place)
    yield started
    started.stop()


def renewed(site: Path, folder: Path, changed: dict[str, str | None]) -> Path:
    """The next release: the site with other files in `assets/` (None: it is not there any more) under another version."""
    shutil.copytree(site, folder, copy_function=os.link)
    for path, text in changed.items():
        file = folder / path
        file.unlink()
        if text is not None:
            file.write_text(text, encoding="utf-8")
    return folder


def test_a_tab_from_before_an_update_goes_on(server: Server, site: Path, tmp_path: Path, page: Page, learner: Learner, bank: Bank) -> None:
    """Nothing of the old release is served any more: what the tab has runs on, what it loads later is the new one's."""
    page.goto(server.place.address(LESSON))
    learner.answer(bank.questions[0], True)
    names = (site / "assets" / "search-names.js").read_text(encoding="utf-8")
    server.folder = renewed(site, tmp_path / "new", {"assets/search-names.js": names.replace("销售守则", "销售守则")})
    learner.answer(bank.questions[1], False)
    open_search(page)
    type_and_wait(page, "PDCA")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("h2 .headerlink").first.dispatch_event("click")
    expect(page.locator(".fb-links")).to_be_visible()
    page.reload()
    learner.sees_marked(bank.questions[0], True)
    learner.sees_marked(bank.questions[1], False)


def test_an_old_tab_whose_files_are_gone_says_so_and_keeps_what_was_answered(server: Server, site: Path, tmp_path: Path, page: Page, learner: Learner, bank: Bank, journal) -> None:
    journal.expect("404|failed|ERR")
    page.goto(server.place.address(LESSON))
    learner.answer(bank.questions[0], True)
    server.folder = renewed(site, tmp_path / "new", {"assets/find.js": None, "assets/links.js": None})
    page.keyboard.press("Control+k")
    expect(dialog(page)).to_contain_text("没有载入")
    dialog(page).locator("button").click()
    learner.answer(bank.questions[1], True)
    page.reload()
    learner.sees_marked(bank.questions[0], True)
    learner.sees_marked(bank.questions[1], True)


def test_an_exam_of_an_old_tab_whose_question_is_gone_says_so_and_goes_on(server: Server, site: Path, tmp_path: Path, page: Page, course: Course) -> None:
    paper = Paper(page, server.place, "zh", course)
    first = paper.answer()
    # the pages of all other questions hold none of the old ids in the next release
    emptied = {f"assets/questions/{bank.page}.js": f'fieldbookQuestions("{bank.page}", {{}});\n' for bank in course.banks if bank.questions and bank.page != paper.banks[first].page}
    server.folder = renewed(site, tmp_path / "new", emptied)
    app(page).locator(".fb-overview summary").click()
    app(page).locator(".fb-overview button").nth(1).click()
    expect(app(page)).to_contain_text("没有载入")
    paper.turn(2)
    expect(app(page)).to_contain_text("没有载入")
    paper.turn(0)
    expect(app(page).locator("[data-question]")).to_have_attribute("data-question", first)
    paper.hand_in()
    expect(app(page).locator(".fb-status")).to_contain_text("已保存")
    expect(app(page).locator(".fb-lead")).to_contain_text("1题")
