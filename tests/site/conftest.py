"""The real site, built once, in three places, and one browser that keeps a journal of every complaint."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from course.loading import load_course
from course.models import Bank, Course
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright
from tasks import browser as browsers

from .journal import Journal
from .learner import Learner
from .places import Place, Server

ROOT = Path(__file__).resolve().parents[2]
LESSON = "sales-rules/rule-08/"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
PLAIN_HOST = "fieldbook.test"
"""A name that the browser takes to this machine: a plain http host, where a browser offers less than on 127.0.0.1."""

PATIENCE = 20_000
"""Milliseconds. On two busy cores a window may take seconds to open; where all is well nobody waits."""
expect.set_options(timeout=PATIENCE)

SWITCHES = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def build(project: Path, output: Path) -> None:
    """The way people build: `build.py build`, without an address of the site."""
    environment = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    command = [sys.executable, "scripts/build.py", "build", "--output", str(output)]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        pytest.fail(f"the site does not build\n{done.stdout}{done.stderr}", pytrace=False)


@pytest.fixture(scope="session")
def course() -> Course:
    found, _ = load_course(ROOT)
    return found


@pytest.fixture(scope="session")
def bank(course: Course) -> Bank:
    """The questions and the checklist of the lesson that the tests take."""
    found = course.bank("rule-08")
    assert found and {question.type for question in found.questions} == {"single", "multiple", "blank", "order", "match"}
    return found


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("built") / "site"
    build(ROOT, output)
    return output


@pytest.fixture(scope="session")
def places(site: Path) -> Iterator[dict[str, Place]]:
    servers = [Server(site), Server(site, "/a/b/")]
    found = [server.place for server in servers] + [Place("disk", f"{site.as_uri()}/", site)]
    yield {place.name: place for place in found}
    for server in servers:
        server.stop()


@pytest.fixture(params=["root", "subfolder", "disk"])
def place(request: pytest.FixtureRequest, places: dict[str, Place]) -> Place:
    """Each of the three places in turn."""
    return places[request.param]


everywhere = pytest.mark.parametrize(
    ("place", "language"), [("root", "zh"), ("subfolder", "en"), ("disk", "zh"), ("disk", "en")], indirect=True
)
"""Each place and each language, not each pair: only from disk do the two languages differ in their addresses."""


@pytest.fixture
def here(places: dict[str, Place]) -> Place:
    """The root of a server, for what is the same in all places."""
    return places["root"]


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = browsers.find()
    if not path:
        pytest.fail(browsers.WAYS, pytrace=False)
    switches = [*SWITCHES, f"--host-resolver-rules=MAP {PLAIN_HOST} 127.0.0.1"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        switches.append("--no-sandbox")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=switches)
        yield started
        started.close()


@pytest.fixture
def journal(places: dict[str, Place]) -> Iterator[Journal]:
    """Every test ends with the question whether a browser had anything to complain about."""
    kept = Journal(tuple(places.values()))
    yield kept
    assert not kept.unexpected(), "\n".join(kept.unexpected())
    assert not kept.missing(), f"expected, and did not come: {kept.missing()}"


def open_context(browser: Browser, **options) -> BrowserContext:
    context = browser.new_context(**{"viewport": WIDE, "locale": "zh-CN"} | options)
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def new_context(browser: Browser, journal: Journal) -> Iterator[Callable[..., BrowserContext]]:
    """A browser of its own, for a test that changes it for good (scripts at start, media) or needs several tabs."""
    made: list[BrowserContext] = []

    def make(**options) -> BrowserContext:
        context = open_context(browser, **options)
        journal.follow(context)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture(scope="session")
def kept_pages() -> dict[str, Page]:
    return {}


def forget(page: Page) -> None:
    """Leave the page, and empty what its site has kept: from outside, since a page may have its scripts off."""
    address = urlsplit(page.url)
    page.goto("about:blank")
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": f"{address.scheme}://{address.netloc}/", "storageTypes": "indexeddb,local_storage"})
    session.detach()


@pytest.fixture
def reuse(browser: Browser, journal: Journal, kept_pages: dict[str, Page]) -> Iterator[Callable[..., Page]]:
    """One page for all tests that only visit (a new one takes longer than most tests). Its storage is empty each time."""
    used: dict[str, Page] = {}

    def take(**options) -> Page:
        name = repr(sorted(options.items()))
        if name not in kept_pages:
            kept_pages[name] = open_context(browser, **options).new_page()
        used[name] = kept_pages[name]
        journal.follow(used[name].context)
        return used[name]

    yield take
    for name, page in used.items():
        try:
            page.unroute_all()
            forget(page)
            journal.leave(page.context)
        except Error:
            # wherever the test left it, the next one does not begin there
            kept_pages.pop(name).context.close()


@pytest.fixture
def page(reuse: Callable[..., Page]) -> Page:
    return reuse()


@pytest.fixture
def learner(page: Page, bank: Bank) -> Learner:
    return Learner(page, bank)
