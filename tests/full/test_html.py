"""The Nu HTML checker has nothing to say: on every built page, with and without an address of the site, on pages as our scripts leave them, and on styles and drawings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from course.models import Bank
from playwright.sync_api import Page, expect
from tasks import nu
from tasks.proof import enter

from ..site.conftest import LESSON, ROOT
from ..site.learner import Learner
from ..site.places import Place

ADDRESS = "https://fieldbook.example/sales/"

STAY = {
    "The “dialog” role is unnecessary": "Safari 14 has no <dialog>: there the role is all that says what it is",
    "Attribute “aria-activedescendant” value should either refer": "ARIA 1.2 lets a combobox name an option of the list that it controls; the checker knows the older rule",
    "Consider using the “h1” element as a top-level heading only": "a sheet to print has its own title, and the page's is hidden while the sheet is to be seen",
}
"""Warnings that were looked at and stay (how they begin), each with its reason."""


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built for a host: with canonical addresses, pictures for chats, alternates."""
    output = tmp_path_factory.mktemp("addressed") / "site"
    command = [sys.executable, "scripts/build.py", "build", "--output", str(output)]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"SITE_URL": ADDRESS}, check=True, capture_output=True)
    assert ADDRESS in (output / "index.html").read_text(encoding="utf-8")
    return output


def judge(what: str, checked: nu.Checked, expected: int) -> None:
    stay = {start for start in STAY for message in checked.messages if message.kind == "warning" and message.text.startswith(start)}
    left = [message for message in checked.messages if not (message.kind == "warning" and message.text.startswith(tuple(STAY)))]
    errors = sum(message.kind not in ("info", "warning") for message in left)
    found = f"{checked.files} files, {errors} errors, {len(left) - errors} warnings"
    note = f"and {len(stay)} kinds of warning that stay: {'; '.join(STAY[start] for start in sorted(stay))}" if stay else ""
    enter("accessibility", f"Nu HTML checker: {what}", "0 errors, 0 warnings", found, met=not left and checked.files == expected, note=note)
    assert checked.files == expected
    assert not left, "\n".join(map(str, left[:40]))


def pages_of(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


def test_every_page(site: Path) -> None:
    judge("every page as built (both languages, short addresses, embeds, 404)", nu.check([site]), pages_of(site))


def test_every_page_of_a_site_with_an_address(addressed: Path) -> None:
    judge("the same, built with SITE_URL", nu.check([addressed]), pages_of(addressed))


def test_styles(site: Path) -> None:
    ours = sorted((site / "assets").glob("*.css"))
    assert len(ours) > 5
    judge("style sheets of ours (CSS)", nu.check(ours, "css"), len(ours))


def test_drawings(site: Path) -> None:
    """Those that are files; the drawings in the pages are checked with the pages."""
    found = sorted((site / "assets").glob("*.svg"))
    assert found
    judge("drawings (SVG)", nu.check(found, "svg"), len(found))


def everything_answered(page: Page, here: Place, language: str, bank: Bank) -> None:
    page.goto(here.address(LESSON, language))
    learner = Learner(page, bank)
    for position, question in enumerate(bank.questions):
        learner.answer(question, position % 2 == 0, language)
    learner.item(bank.checklists[0].items[0].id).check()


def search(page: Page, here: Place, language: str, bank: Bank) -> None:
    page.goto(here.address(LESSON, language))
    page.keyboard.press("Control+k")
    page.locator(".fb-find[open]").get_by_role("combobox").fill({"zh": "客户", "en": "customer"}[language])
    expect(page.locator(".fb-find").get_by_role("option").nth(3)).to_be_visible()


def panel(page: Page, here: Place, language: str, bank: Bank) -> None:
    page.goto(here.address(LESSON, language))
    page.locator("#check .headerlink").click()
    page.locator(".fb-links").get_by_role("button", name={"zh": "二维码", "en": "QR code"}[language]).click()
    expect(page.locator(".fb-links svg")).to_be_visible()


def term(page: Page, here: Place, language: str, bank: Bank) -> None:
    page.goto(here.address(LESSON, language))
    page.locator("a.fb-term").first.focus()
    expect(page.locator(".fb-popover")).to_be_visible()


def sheet(page: Page, here: Place, language: str, bank: Bank) -> None:
    page.goto(here.address(LESSON, language))
    page.evaluate("window.print = () => undefined")
    page.locator(".fb-sheets summary").click()
    page.locator("[data-sheet=facilitator]").click()
    expect(page.locator(".fb-sheet")).to_be_attached()


def exam(page: Page, here: Place, language: str, bank: Bank) -> None:
    page.goto(here.address("practice/exam/", language))
    app = page.locator(".fb-app")
    app.get_by_role("button", name={"zh": "开始", "en": "Begin"}[language], exact=True).click()
    app.locator(".fb-overview summary").click()
    expect(app.locator(".fb-overview button").nth(2)).to_be_visible()


def progress(page: Page, here: Place, language: str, bank: Bank) -> None:
    everything_answered(page, here, language, bank)
    page.goto(here.address("practice/progress/", language))
    expect(page.locator(".fb-app progress").first).to_have_attribute("value", "1")


STATES = (everything_answered, search, panel, term, sheet, exam, progress)


def test_pages_as_our_scripts_leave_them(here: Place, new_context: Callable, bank: Bank, tmp_path: Path) -> None:
    for act in STATES:
        for language in ("zh", "en"):
            page = new_context().new_page()
            act(page, here, language, bank)
            text = page.evaluate("'<!doctype html>' + document.documentElement.outerHTML")
            (tmp_path / f"{act.__name__}.{language}.html").write_text(text, encoding="utf-8")
    judge("pages as our scripts leave them", nu.check([tmp_path]), 2 * len(STATES))


def test_it_can_find_something(tmp_path: Path) -> None:
    """Guards the guard."""
    for kind, text in (("html", '<!doctype html><html lang="en"><title>x</title><p id="a"><p id="a">'), ("css", "a { color: reed }"), ("svg", '<svg xmlns="http://www.w3.org/2000/svg"><rect widht="1"/></svg>')):
        file = tmp_path / f"wrong.{kind}"
        file.write_text(text, encoding="utf-8")
        checked = nu.check([file], kind)
        assert checked.files == 1 and [message for message in checked.messages if message.kind == "error"], kind
