"""The item analysis in a browser: an invented class, files by keyboard and by drop, on paper and on a phone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from course.models import Course, Single
from playwright.sync_api import Locator, Page, expect

from .conftest import PHONE
from .places import Place
from .axe import axe, violations  # noqa: F401 (a fixture)
from .test_keyboard import is_focused, tab_to

ANALYSIS = "practice/analysis/"
FIELDS = ["id", "n", "t", "day", "kind", "item", "v", "value", "ok", "where"]
SAID = {
    "zh": {"invented": "这个班是虚构的", "learners": "24名学员", "first": "先改", "damaged": "文件不完整", "huge": "没有打开", "foreign": "不是本站导出的记录", "five": "5名学员，10个首次回答，答对50%", "clear": "清空"},
    "en": {"invented": "This class is invented", "learners": "24 learners", "first": "Rewrite first", "damaged": "incomplete", "huge": "not opened", "foreign": "no record from this site", "five": "5 learners, 10 first answers, 50% right", "clear": "Clear"},
}
both_ends = pytest.mark.parametrize(("place", "language"), [("root", "zh"), ("disk", "en")], indirect=True)


def app(page: Page) -> Locator:
    return page.locator(".fb-app")


def status(page: Page) -> Locator:
    return app(page).locator(".fb-status")


def try_it(page: Page) -> None:
    app(page).locator(".fb-actions button").first.click()
    expect(app(page).locator("table")).to_have_count(3)


def open_all(page: Page) -> None:
    app(page).locator("details").evaluate_all("all => all.forEach(each => each.open = true)")


def record(learner: int, course: Course) -> str:
    """As the progress page exports it: two questions; the first one right for three learners of five, the second for two."""
    entries = []
    for n, question in enumerate([each for bank in course.banks for each in bank.questions if isinstance(each, Single)][:2]):
        ok = learner < 3 - n
        chosen = next(option.id for option in question.options if (option in question.keys) is ok)
        entries.append([f"tab{learner}-{n}", n + 1, 0, 20000, "answer", question.id, question.v, chosen, ok, "lesson"])
    return json.dumps({"file": "sales-fieldbook-record", "schema": 1, "exported": "2026-03-02T01:00:00.000Z", "aside": [], "fields": FIELDS, "entries": entries})


@both_ends
def test_an_invented_class_by_keyboard_alone(place: Place, language: str, reuse: Callable, axe: str) -> None:  # noqa: F811
    said = SAID[language]
    page = reuse(bypass_csp=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(place.address(ANALYSIS, language))
    app(page).locator(".fb-actions button").first.wait_for()
    assert not [url for url in asked if "bank.js" in url], "the questions come when there is something to count"
    assert violations(page, axe) == []
    page.locator("h1").evaluate("h1 => { h1.tabIndex = -1; h1.focus() }")
    tab_to(page, app(page).locator(".fb-actions button").first)
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text(said["invented"])
    expect(status(page)).to_contain_text(said["learners"])
    # the flagged questions beyond the first, lessons, objectives, questions
    summaries = app(page).locator("summary")
    for position in range(summaries.count()):
        tab_to(page, summaries.nth(position), 60)
        page.keyboard.press("Enter")
        expect(app(page).locator("details").nth(position)).to_have_attribute("open", "")
        if position == 1:
            expect(app(page).locator("table").first.locator("tbody tr").first).to_be_visible()
        page.keyboard.press("Enter")
    open_all(page)
    assert violations(page, axe) == []
    for table in app(page).locator("table").all():
        assert table.locator("caption").text_content()
    lead = app(page).locator(".fb-lead")
    expect(lead).to_contain_text(said["first"])
    section = re.search(r"#(\w+)$", lead.locator("a").get_attribute("href") or "")
    assert section
    lead.locator("a").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"h2#{section[1]}")).to_be_visible()


@both_ends
def test_files_by_keyboard_and_what_cannot_be_read(place: Place, language: str, page: Page, course: Course, tmp_path: Path) -> None:
    said = SAID[language]
    for learner in range(5):
        (tmp_path / f"{learner}.json").write_text(record(learner, course), encoding="utf-8")
    (tmp_path / "half.json").write_text(record(0, course)[:-9], encoding="utf-8")
    (tmp_path / "foreign.json").write_text('{"learners": []}', encoding="utf-8")
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(50_000_000)
    # from the start: the browser is told that somebody waits for its dialog while nothing is under way
    page.on("filechooser", lambda _: None)
    page.goto(place.address(ANALYSIS, language))
    field = app(page).locator("input[type=file]")
    field.wait_for(state="attached")
    page.locator("h1").evaluate("h1 => { h1.tabIndex = -1; h1.focus() }")
    tab_to(page, field)
    with page.expect_file_chooser() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.is_multiple()
    waiting.value.set_files(sorted(tmp_path.iterdir()))
    expect(status(page)).to_contain_text(said["five"])
    for name, why in (("half.json", "damaged"), ("foreign.json", "foreign"), ("huge.json", "huge")):
        expect(app(page).locator(".fb-notice", has_text=name)).to_contain_text(said[why])
    expect(app(page).locator(".fb-notice")).to_have_count(3)
    expect(app(page).locator("table").last.locator("tbody")).to_have_count(2)
    # the same files once more change nothing
    field.set_input_files([tmp_path / f"{learner}.json" for learner in (3, 1)])
    expect(status(page)).to_contain_text(said["five"])
    expect(status(page)).to_contain_text("2")
    tab_to(page, app(page).get_by_role("button", name=said["clear"]))
    page.keyboard.press("Space")
    expect(app(page).locator("table")).to_have_count(0)
    expect(status(page)).to_be_empty()
    assert is_focused(field)


def test_files_dropped(here: Place, page: Page, course: Course) -> None:
    page.goto(here.address(ANALYSIS, "en"))
    app(page).locator(".fb-actions button").first.wait_for()
    dropped = page.evaluate_handle(
        "texts => { const all = new DataTransfer(); texts.forEach((text, i) => all.items.add(new File([text], `${i}.json`))); return all }",
        [record(learner, course) for learner in range(5)],
    )
    app(page).locator(".fb-drop").dispatch_event("drop", {"dataTransfer": dropped})
    expect(status(page)).to_contain_text(SAID["en"]["five"])


def test_a_record_exported_here_is_read_here(here: Place, page: Page, tmp_path: Path, learner, bank) -> None:
    page.goto(here.address("sales-rules/rule-08/"))
    for question in bank.questions:
        learner.answer(question, True)
    page.goto(here.address("practice/progress/"))
    with page.expect_download() as waiting:
        app(page).get_by_role("button", name="导出", exact=True).click()
    waiting.value.save_as(tmp_path / "record.json")
    page.goto(here.address(ANALYSIS, "en"))
    app(page).locator("input[type=file]").set_input_files(tmp_path / "record.json")
    expect(status(page)).to_contain_text("1 learner. Fewer than five are not broken down")
    expect(app(page).locator(".fb-notice, table, .fb-lead")).to_have_count(0)


def test_on_paper_and_on_a_phone(here: Place, language: str, new_context: Callable) -> None:
    page = new_context(viewport=PHONE).new_page()
    page.goto(here.address(ANALYSIS, language))
    try_it(page)
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 643, "height": 900})
    expect(status(page)).to_contain_text(SAID[language]["invented"])
    expect(status(page)).to_be_visible()
    for away in (".fb-drop", ".fb-actions"):
        expect(app(page).locator(away)).to_be_hidden()
    for table in app(page).locator("table").all():
        box = table.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 644
