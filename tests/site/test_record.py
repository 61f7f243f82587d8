"""The learner's record: shared by both languages and all tabs, and tied to ids, so that no later edition mixes answers up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from course.models import Bank
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import LESSON, ROOT, build
from .learner import Learner
from .places import Place, Server

OTHER = ".fb-language"


@pytest.fixture
def context(new_context: Callable) -> BrowserContext:
    return new_context()


def answers(bank: Bank) -> dict[str, bool]:
    """Every question of the lesson, right and wrong in turn."""
    return {question.id: position % 2 == 0 for position, question in enumerate(bank.questions)}


def test_answers_and_ticks_cross_to_the_other_language_and_back(place: Place, page: Page, learner: Learner, bank: Bank) -> None:
    page.goto(place.address(LESSON))
    ticked, unticked = (item.id for item in bank.checklists[0].items[:2])
    for question in bank.questions:
        learner.answer(question, answers(bank)[question.id])
    learner.item(ticked).check()
    for language in ("en", "zh"):
        page.locator(OTHER).click()
        page.wait_for_url(place.address(LESSON, language))
        for question in bank.questions:
            # what was typed stays as it was typed, and as it was marked then
            learner.sees_answer(question, answers(bank)[question.id], "zh")
            expect(learner.status(question)).to_be_empty()
        expect(learner.item(ticked)).to_be_checked()
        expect(learner.item(unticked)).not_to_be_checked()
    assert page.evaluate("document.activeElement === document.body"), "restoring took the focus"


@pytest.fixture(scope="session")
def next_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after an author put a question first and gave the others, their options and the ticks another order."""
    copy = tmp_path_factory.mktemp("edition") / "project"
    left_out = shutil.ignore_patterns(".venv", "site", "node_modules", ".git", ".site-*", "__pycache__", "tests")
    shutil.copytree(ROOT, copy, ignore=left_out)
    os.symlink(ROOT / ".venv", copy / ".venv", target_is_directory=True)
    file = copy / "quizzes" / f"{LESSON.strip('/')}.yml"
    bank = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    new = {
        "id": "rule-08-asked-tomorrow", "type": "blank", "level": "understand", "objective": bank["objectives"][0]["id"],
        "section": bank["questions"][0]["section"],
        "ask": {
            "zh": "客户下午来问发票抬头能不能改，财务明天才上班。今天要记进跟进表的，是谁来____。",
            "en": "A customer asks whether the name on an invoice can be changed, and finance is back tomorrow. Write down today who will ____ it.",
        },
        "accept": {"zh": ["确认"], "en": ["confirm"]},
        "explain": {
            "zh": "管这件事的人明天才在，先把他的名字记下来，接手的同事才知道去问谁。",
            "en": "The person in charge is back tomorrow, and with the name on paper any colleague knows whom to ask.",
        },
    }
    for question in bank["questions"]:
        question.get("options", []).reverse()
    bank["questions"] = [new, *reversed(bank["questions"])]
    bank["checklists"][0]["items"].reverse()
    file.write_text(yaml.safe_dump(bank, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
    entered = subprocess.run([sys.executable, "scripts/build.py", "ids"], cwd=copy, capture_output=True, text=True, encoding="utf-8")
    assert entered.returncode == 0, entered.stdout + entered.stderr
    build(copy, copy / "site")
    return copy / "site"


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    started = Server(site)
    yield started
    started.stop()


def test_answers_stay_with_their_questions_in_the_next_edition(
    server: Server, next_edition: Path, page: Page, learner: Learner, bank: Bank, journal
) -> None:
    """A position says nothing; ids do."""
    journal.allow(server.place)
    page.goto(server.place.address(LESSON))
    for question in bank.questions:
        learner.answer(question, answers(bank)[question.id])
    ticked = bank.checklists[0].items[0].id
    learner.item(ticked).check()
    before = page.locator("[data-question]").evaluate_all("all => all.map(root => root.dataset.question)")

    server.folder = next_edition
    page.reload()
    after = page.locator("[data-question]").evaluate_all("all => all.map(root => root.dataset.question)")
    assert after == ["rule-08-asked-tomorrow", *reversed(before)]
    expect(page.locator("#rule-08-asked-tomorrow")).to_have_attribute("data-state", "open")
    for question in bank.questions:
        learner.sees_marked(question, answers(bank)[question.id])
        shown = learner.shown(question)
        if question.type == "multiple":
            shown = sorted(shown)
        assert shown == page.evaluate(
            "item => fieldbook.record.entries()"
            ".filter(entry => entry.item === item).map(entry => entry.kind === 'answer' && document.getElementById(item).dataset.type === 'single' ? [entry.value] : entry.value)[0]",
            question.id,
        )
    expect(learner.item(ticked)).to_be_checked()
    assert page.locator("input[data-item]:checked").count() == 1


def test_an_answer_to_an_older_version_is_not_counted(here: Place, page: Page, learner: Learner) -> None:
    """`v` goes up when a question changes its meaning: the answer is kept, and the question open again."""
    question = learner.one("single")
    page.goto(here.address(LESSON))
    learner.answer(question)
    page.route("**/rule-08/", lambda route: route.fulfill(response=(answer := route.fetch()), body=answer.text().replace('data-v="1"', 'data-v="2"')))
    page.reload()
    learner.sees_open(question)
    assert page.evaluate("fieldbook.record.entries().filter(entry => entry.kind === 'answer').length") == 1
    page.unroute("**/rule-08/")
    page.reload()
    learner.sees_answer(question, True)


def test_what_cannot_be_read_is_set_aside_and_said(here: Place, page: Page, learner: Learner) -> None:
    page.goto(here.address(LESSON))
    learner.answer(learner.one("single"))
    page.evaluate("localStorage.setItem('fieldbook:log:old-1', '{broken')")
    page.reload()
    expect(page.locator(".fb-notice")).to_be_visible()
    learner.sees_answer(learner.one("single"), True)
    assert page.evaluate("fieldbook.record.aside()") == ["{broken"]


def turn(tab: Learner) -> Learner:
    """To the tab in front, as people do: a browser hardly draws the others."""
    tab.page.bring_to_front()
    return tab


def test_two_tabs_lose_nothing(place: Place, context: BrowserContext, bank: Bank) -> None:
    """Both answer and tick, in two languages; all of it is there after a reload, and ticks show at once."""
    zh, en = (Learner(context.new_page(), bank) for _ in range(2))
    zh.page.goto(place.address(LESSON, "zh"))
    en.page.goto(place.address(LESSON, "en"))
    one, other = bank.questions[:2]
    first, second, third = (item.id for item in bank.checklists[0].items[:3])
    turn(zh).answer(one, True)
    zh.item(first).check()
    zh.item(third).check()
    turn(en).answer(other, False)
    expect(en.item(first)).to_be_checked()
    en.item(second).check()
    en.item(third).uncheck()
    expect(turn(zh).item(second)).to_be_checked()
    expect(zh.item(third)).not_to_be_checked()
    for tab in (zh, en):
        turn(tab).page.reload()
        tab.sees_answer(one, True)
        tab.sees_answer(other, False)
        expect(tab.item(first)).to_be_checked()
        expect(tab.item(second)).to_be_checked()
        expect(tab.item(third)).not_to_be_checked()


def test_what_is_being_answered_is_not_disturbed_by_another_tab(here: Place, context: BrowserContext, bank: Bank) -> None:
    ours, theirs = (Learner(context.new_page(), bank) for _ in range(2))
    for tab in (ours, theirs):
        turn(tab).page.goto(here.address(LESSON))
    question, item = ours.one("blank"), bank.checklists[0].items[0].id
    turn(ours).fill_in(question, "还在想")
    turn(theirs).answer(question)
    theirs.item(item).check()
    expect(turn(ours).item(item)).to_be_checked()
    assert ours.shown(question) == "还在想"
    ours.sees_open(question)
