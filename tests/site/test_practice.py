"""What comes of the answers: progress, review, exam, paths – in a browser, in every place, in both languages."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from course.models import Bank, Course
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect
from tasks import browser as browsers

from .conftest import LESSON, PHONE, SWITCHES
from .learner import Learner, right_value
from .places import Place

both_ends = pytest.mark.parametrize(("place", "language"), [("root", "zh"), ("disk", "en")], indirect=True)
"""What differs in scripts that load later: a server and the disk, and the words of a language."""

PROGRESS, REVIEW, EXAM = "practice/progress/", "practice/review/", "practice/exam/"
TODAY = datetime(2026, 3, 2, 9, 0)
WORDS = {
    "zh": {"nothing": "还没有记录", "due": "今天复习", "begin": "开始", "next": "下一题", "finish": "看结果", "submit": "交卷", "go-on": "接着做", "saved": "已保存在这个浏览器里", "ended": "做完了", "none-due": "今天没有到期的"},
    "en": {"nothing": "Nothing here yet", "due": "to review today", "begin": "Begin", "next": "Next question", "finish": "See the result", "submit": "Hand in", "go-on": "Go on", "saved": "Saved in this browser", "ended": "Done:", "none-due": "Nothing is due today"},
}


@pytest.fixture
def page(new_context: Callable) -> Page:
    page = new_context().new_page()
    page.clock.set_fixed_time(TODAY)
    return page


def app(page: Page):
    return page.locator(".fb-app")


def press(page: Page, name: str) -> None:
    app(page).get_by_role("button", name=name, exact=True).first.click()


@both_ends
def test_progress_before_anything_is_done_and_after_a_lesson(place: Place, language: str, page: Page, learner: Learner, bank: Bank, course: Course) -> None:
    page.goto(place.address(PROGRESS, language))
    expect(app(page)).to_contain_text(WORDS[language]["nothing"])
    expect(app(page).locator("progress")).to_have_count(4 + len(course.paths))
    page.goto(place.address(LESSON, language))
    for question in bank.questions:
        learner.answer(question, question.type != "single", language)
    learner.item(bank.checklists[0].items[0].id).check()
    page.goto(place.address(PROGRESS, language))
    expect(app(page).locator("progress").first).to_have_attribute("value", "1")
    expect(app(page)).to_contain_text(bank.checklists[0].title[language])
    # a gap leads to its paragraph
    gap = app(page).locator("li a[href*='rule-08/'][href*='#']").first
    gap.click()
    expect(page).to_have_url(re.compile(r"rule-08/(index\.html)?#"))
    # and the lesson bears its mark wherever it is linked
    mark = page.locator(".fb-nav .fb-mark").first
    expect(mark).to_contain_text("✓")


@both_ends
def test_a_review_comes_back_until_it_is_right(place: Place, language: str, page: Page, learner: Learner, bank: Bank) -> None:
    said = WORDS[language]
    page.goto(place.address(LESSON, language))
    for question in bank.questions:
        learner.answer(question, True, language)
    page.goto(place.address(REVIEW, language))
    expect(app(page)).to_contain_text(said["none-due"])
    page.clock.set_fixed_time(TODAY + timedelta(days=30))
    page.reload()
    expect(app(page)).to_contain_text(said["due"])
    press(page, said["begin"])
    questions = {question.id: question for question in bank.questions}
    asked: list[str] = []
    for turn in range(len(bank.objectives) + 1):
        root = app(page).locator("[data-question]")
        expect(root).to_have_attribute("data-state", "open")
        id = root.get_attribute("data-question") or ""
        asked.append(id)
        # the first one wrong: it comes back at the end
        learner.answer(questions[id], turn > 0, language)
        press(page, said["next"] if turn < len(bank.objectives) else said["finish"])
    assert asked[-1] == asked[0] and len(set(asked)) == len(bank.objectives)
    expect(app(page)).to_contain_text(said["ended"])
    expect(app(page).locator("a[href*='rule-08']")).to_have_count(1)
    # nothing is asked twice on one day
    page.reload()
    expect(app(page)).to_contain_text(said["none-due"])


@both_ends
def test_an_exam_survives_a_reload_and_is_marked_once(place: Place, language: str, page: Page, course: Course) -> None:
    said = WORDS[language]
    page.goto(place.address(EXAM, language))
    app(page).locator("select").first.select_option("10")
    app(page).locator("input[type=number]").fill("7")
    press(page, said["begin"])
    banks = {question.id: bank for bank in course.banks for question in bank.questions}
    drawn: list[str] = []
    for position in range(10):
        root = app(page).locator("[data-question]")
        expect(root).to_be_visible()
        drawn.append(root.get_attribute("data-question") or "")
        assert root.locator("[data-action=check], details, .fb-why").count() == 0, "nothing to be seen before handing in"
        if position != 3:
            learner = Learner(page, banks[drawn[-1]])
            learner.fill_in(learner.questions[drawn[-1]], right_value(learner.questions[drawn[-1]], language))
        if position == 4:
            page.reload()
            press(page, said["go-on"])
            expect(app(page).locator("[data-question]")).to_have_attribute("data-question", drawn[-1])
        if position < 9:
            if position == 0 or position == 4:
                app(page).locator(".fb-overview summary").click()
            app(page).locator(".fb-overview button").nth(position + 1).click()
    assert len(set(drawn)) == 10
    press(page, said["submit"])
    app(page).locator(".fb-sure button").first.click()
    expect(app(page).locator(".fb-status")).to_contain_text(said["saved"])
    expect(app(page).locator(".fb-lead")).to_contain_text(re.compile(r"9"))
    entries = page.evaluate("fieldbook.record.entries().filter(entry => entry.where === 'exam').map(entry => [entry.kind, entry.ok])")
    assert entries.count(["answer", True]) == 9 and [kind for kind, _ in entries].count("exam") == 1
    # the same paper again
    page.reload()
    app(page).locator("select").first.select_option("10")
    app(page).locator("input[type=number]").fill("7")
    press(page, said["begin"])
    expect(app(page).locator("[data-question]")).to_have_attribute("data-question", drawn[0])


def test_a_module_test_asks_of_that_module_alone(here: Place, page: Page, course: Course) -> None:
    page.goto(here.address("time/test/"))
    press(page, WORDS["zh"]["begin"])
    app(page).locator(".fb-overview summary").click()
    of = {question.id: bank.page for bank in course.banks for question in bank.questions}
    for position in range(3):
        app(page).locator(".fb-overview button").nth(position).click()
        expect(app(page).locator(".fb-place")).to_contain_text(f"第{position + 1}题")
        assert of[app(page).locator("[data-question]").get_attribute("data-question") or ""].startswith("time-")


def test_export_clear_import(here: Place, page: Page, learner: Learner, bank: Bank, tmp_path: Path) -> None:
    page.goto(here.address(LESSON))
    for question in bank.questions:
        learner.answer(question, True)
    page.goto(here.address(PROGRESS, "en"))
    with page.expect_download() as waiting:
        press(page, "Export")
    file = tmp_path / "record.json"
    waiting.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["schema"] == 1
    press(page, "Clear")
    app(page).locator(".fb-sure").get_by_role("button", name="Clear it").click()
    expect(app(page).locator("progress").first).to_have_attribute("value", "0")
    page.reload()
    expect(app(page)).to_contain_text(WORDS["en"]["nothing"])
    # what was cleared stays cleared: an import of older entries does not undo a later reset
    app(page).locator("input[type=file]").set_input_files(file)
    expect(app(page).locator(".fb-status")).to_contain_text("0 were new")
    for name, text, said in (("foreign.json", "{}", "no record from this site"), ("half.json", file.read_text(encoding="utf-8")[:-9], "incomplete"), ("new.json", file.read_text(encoding="utf-8").replace('"schema":1', '"schema":9'), "newer version")):
        bad = tmp_path / name
        bad.write_text(text, encoding="utf-8")
        app(page).locator("input[type=file]").set_input_files(bad)
        expect(app(page).locator(".fb-status")).to_contain_text(said)


def test_an_export_moves_to_another_browser(here: Place, page: Page, learner: Learner, bank: Bank, tmp_path: Path, new_context: Callable) -> None:
    page.goto(here.address(LESSON))
    learner.answer(bank.questions[0], True)
    page.goto(here.address(PROGRESS))
    with page.expect_download() as waiting:
        press(page, "导出")
    waiting.value.save_as(tmp_path / "record.json")
    other = new_context().new_page()
    other.goto(here.address(PROGRESS))
    app(other).locator("input[type=file]").set_input_files(tmp_path / "record.json")
    expect(app(other).locator(".fb-status")).to_contain_text("新并入")
    other.goto(here.address(LESSON))
    Learner(other, bank).sees_answer(bank.questions[0], True)


@both_ends
def test_a_path_shows_its_steps_and_each_lesson_its_place(place: Place, language: str, page: Page, course: Course) -> None:
    path = course.path("onboarding-first-week")
    assert path
    page.goto(place.address("onboarding/first-week/", language))
    expect(page.locator("article table").first.locator("tbody tr")).to_have_count(len(path.steps))
    page.goto(place.address(LESSON, language))
    line = page.locator(".fb-steps-on li").first
    expect(line).to_contain_text("第一周" if language == "zh" else "The first week")
    line.locator("a").last.click()
    expect(page.locator("article h1")).to_be_visible()
    assert "404" not in page.title()


def test_the_home_page_says_what_is_next_to_those_who_have_begun(here: Place, page: Page, learner: Learner, bank: Bank) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(here.address(""))
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "outline.js" in url or "review.js" in url], "a first visit loads none of it"
    expect(page.locator(".fb-due")).to_be_hidden()
    page.goto(here.address(LESSON))
    learner.answer(bank.questions[0], True)
    page.goto(here.address(""))
    expect(page.locator(".fb-due")).to_contain_text("下一步")


def test_on_a_phone_nothing_is_wider_than_the_screen(here: Place, new_context: Callable, bank: Bank) -> None:
    page = new_context(viewport=PHONE).new_page()
    page.goto(here.address(LESSON))
    Learner(page, bank).answer(bank.questions[0], True)
    for path in (PROGRESS, REVIEW, EXAM):
        page.goto(here.address(path))
        expect(app(page).locator("p, button").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_a_browser_killed_in_an_exam_goes_on_where_it_was(here: Place, browser: Browser, course: Course, tmp_path: Path) -> None:
    """Not closed: killed, with no moment to save anything."""
    said = WORDS["zh"]
    banks = {question.id: bank for bank in course.banks for question in bank.questions}
    options = {"executable_path": browsers.find(), "args": [*SWITCHES, "--no-sandbox"], "viewport": PHONE}

    def started() -> tuple[BrowserContext, Page]:
        context = browser.browser_type.launch_persistent_context(tmp_path / "profile", **options)
        page = context.pages[0]
        page.goto(here.address(EXAM))
        return context, page

    context, page = started()
    app(page).locator("select").first.select_option("10")
    press(page, said["begin"])
    answered = []
    for position in range(3):
        root = app(page).locator("[data-question]")
        id = root.get_attribute("data-question") or ""
        answered.append(id)
        learner = Learner(page, banks[id])
        learner.fill_in(learner.questions[id], right_value(learner.questions[id]))
        if position == 0:
            app(page).locator(".fb-overview summary").click()
        app(page).locator(".fb-overview button").nth(position + 1).click()
    page.evaluate("fieldbook.record.saved()")
    # what the browser has been told to keep reaches the disk a moment later; a power cut within it would lose that moment
    page.wait_for_timeout(1500)
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        if str(tmp_path / "profile").encode() in _words(command):
            os.kill(int(command.parent.name), signal.SIGKILL)
    with contextlib.suppress(Error):
        context.close()
    (tmp_path / "profile" / "SingletonLock").unlink(missing_ok=True)
    context, page = started()
    press(page, said["go-on"])
    app(page).locator(".fb-overview summary").click()
    for position, id in enumerate(answered):
        app(page).locator(".fb-overview button").nth(position).click()
        expect(app(page).locator("[data-question]")).to_have_attribute("data-question", id)
        learner = Learner(page, banks[id])
        assert learner.shown(learner.questions[id]) == right_value(learner.questions[id])
    context.close()


def _words(command: Path) -> bytes:
    try:
        return command.read_bytes()
    except OSError:
        return b""


def test_a_clock_wrong_by_years_costs_nothing(here: Place, page: Page, learner: Learner, bank: Bank) -> None:
    """Set years ahead, then right again: every answer is there, the new ones count, and no page stumbles."""
    page.clock.set_fixed_time(datetime(2041, 1, 1, 9, 0))
    page.goto(here.address(LESSON))
    for question in bank.questions:
        learner.answer(question, True)
    for moment in (TODAY, datetime(1999, 12, 31, 23, 59), TODAY + timedelta(days=400)):
        page.clock.set_fixed_time(moment)
        for path in (REVIEW, PROGRESS):
            page.goto(here.address(path))
            expect(app(page).locator("p, button").first).to_be_visible()
        page.goto(here.address(LESSON))
        for question in bank.questions:
            learner.sees_marked(question, True)
        learner.retry(bank.questions[0]).click()
        learner.answer(bank.questions[0], False)
        page.reload()
        learner.sees_marked(bank.questions[0], False)
        learner.retry(bank.questions[0]).click()
        learner.answer(bank.questions[0], True)
    assert page.evaluate("fieldbook.record.entries().filter(entry => entry.kind === 'answer').length") == len(bank.questions) + 6
