"""A frame in a wiki: same host, another site, sandboxed, storage refused; light on the wire, and deaf to what an address may smuggle in."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from course.embeddable import embeddable
from course.models import Bank, Course
from playwright.sync_api import Browser, FrameLocator, Page, expect
from tasks import browser as browsers

from .conftest import SWITCHES, open_context
from .learner import Learner
from .places import Place

SET = "embed/rule-08.check/"
LIST = "embed/rule-08-before-promising/"
LISTEN = "window.heights = []; addEventListener('message', event => heights.push([event.source === document.querySelector('iframe').contentWindow, event.data]))"


class Wiki(ThreadingHTTPServer):
    """Another host's pages: each address answers with the HTML put there."""

    daemon_threads = True

    def __init__(self):
        self.pages: dict[str, str] = {}
        super().__init__(("127.0.0.1", 0), _Answer)
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def page(self, host: str, frame: str, sandbox: str | None = None) -> str:
        limits = "" if sandbox is None else f' sandbox="{sandbox}"'
        self.pages["/page"] = f'<!doctype html><title>wiki</title><iframe src="{frame}" width="700" height="600"{limits}></iframe>'
        return f"http://{host}:{self.server_port}/page"


class _Answer(BaseHTTPRequestHandler):
    server: Wiki

    def do_GET(self) -> None:
        body = self.server.pages.get(self.path, "").encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def wiki() -> Iterator[Wiki]:
    found = Wiki()
    yield found
    found.shutdown()
    found.server_close()


@pytest.fixture(scope="module")
def apart(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps the storage of frames apart by site, as people's do; the test tool switches that off."""
    path = browsers.find()
    switches = [*SWITCHES, "--no-sandbox", "--host-resolver-rules=MAP *.corp.test 127.0.0.1, MAP wiki.test 127.0.0.1", "--enable-features=ThirdPartyStoragePartitioning"]
    started = browser.browser_type.launch(executable_path=path, args=switches, ignore_default_args=_disabled(browser))
    yield started
    started.close()


def _disabled(browser: Browser) -> list[str]:
    """The one switch, as this version of the tool writes it: the browser tells how it was started."""
    page = browser.new_page()
    page.goto("chrome://version")
    words = page.locator("#command_line").inner_text()
    page.close()
    return re.findall(r"--disable-features=\S*", words)


def framed(page: Page, address: str) -> FrameLocator:
    page.add_init_script(LISTEN)
    page.goto(address)
    return page.frame_locator("iframe")


def heights(page: Page, id: str) -> list[int]:
    page.wait_for_function("heights.length > 0")
    found = page.evaluate("heights")
    assert all(ours and data["type"] == "fieldbook-height" and data["id"] == id for ours, data in found)
    return [data["height"] for _, data in found]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_question_set_works_and_is_remembered(here: Place, language: str, page: Page, bank: Bank) -> None:
    page.goto(here.address(SET, language))
    learner = Learner(page, bank)
    for question in bank.questions:
        learner.answer(question, True, language)
    assert page.locator("header, nav").count() == 0
    page.goto(here.address("sales-rules/rule-08/", language))
    for question in bank.questions:
        learner.sees_marked(question, True)


def test_from_disk_the_same(places: dict[str, Place], page: Page, bank: Bank) -> None:
    page.goto(places["disk"].address(SET))
    learner = Learner(page, bank)
    learner.answer(learner.one("single"), False)
    see = learner.root(learner.one("single")).locator(".fb-see a")
    assert re.search(r"/sales-rules/rule-08/index\.html#\w+$", see.evaluate("link => link.href"))


def test_on_the_same_host_the_record_is_one(here: Place, wiki: Wiki, new_context: Callable, journal, bank: Bank) -> None:
    journal.allow(Place("wiki", f"http://127.0.0.1:{wiki.server_port}/", here.folder))
    page = new_context().new_page()
    frame = framed(page, wiki.page("127.0.0.1", here.address(LIST)))
    item = bank.checklists[0].items[0].id
    frame.locator(f'input[data-item="{item}"]').check()
    expect(frame.locator("[data-separate]")).to_be_hidden()
    assert heights(page, "rule-08-before-promising")[-1] > 300
    page.goto(here.address("sales-rules/rule-08/"))
    expect(page.locator(f'input[data-item="{item}"]')).to_be_checked()


def test_on_another_site_it_works_apart_and_says_so(here: Place, wiki: Wiki, apart: Browser, bank: Bank) -> None:
    context = open_context(apart)
    page = context.new_page()
    docs = here.on_host("docs.corp.test")
    frame = framed(page, wiki.page("wiki.test", docs.address(SET)))
    learner = Learner(frame, bank)
    learner.answer(learner.one("single"))
    expect(frame.locator("[data-separate]")).to_be_visible()
    page.reload()
    learner.sees_marked(learner.one("single"), True)
    page.goto(docs.address("sales-rules/rule-08/"))
    Learner(page, bank).sees_open(learner.one("single"))
    context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sandboxed_it_works_and_says_that_nothing_is_kept(here: Place, language: str, wiki: Wiki, new_context: Callable, journal, bank: Bank) -> None:
    journal.allow(Place("wiki", f"http://127.0.0.1:{wiki.server_port}/", here.folder))
    page = new_context().new_page()
    frame = framed(page, wiki.page("127.0.0.1", here.address(SET, language), "allow-scripts"))
    learner = Learner(frame, bank)
    for question in bank.questions:
        learner.answer(question, True, language)
    expect(frame.locator(".fb-notice")).to_be_visible()
    assert heights(page, "rule-08.check")[-1] > 1000


def test_without_scripts_it_can_be_read(here: Place, wiki: Wiki, new_context: Callable, journal) -> None:
    journal.allow(Place("wiki", f"http://127.0.0.1:{wiki.server_port}/", here.folder))
    journal.expect("Blocked script execution")
    page = new_context().new_page()
    page.goto(wiki.page("127.0.0.1", here.address(SET), ""))
    frame = page.frame_locator("iframe")
    expect(frame.locator(".fb-noscript")).to_be_visible()
    expect(frame.locator("[data-action=check]").first).to_be_hidden()
    frame.locator("summary").first.click()
    expect(frame.locator(".fb-key").first).to_be_visible()


def test_language_and_colours_by_parameter_and_nothing_else(here: Place, page: Page) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    page.goto(here.address(LIST + "?theme=light"))
    light = page.evaluate(ground)
    page.goto(here.address(LIST + "?theme=dark&lang=en"))
    page.wait_for_url("**/en/embed/rule-08-before-promising/**")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.evaluate(ground) != light
    page.goto(here.address(LIST + "?lang=zh&theme=light", "en"))
    page.wait_for_url("**/embed/rule-08-before-promising/?lang=zh&theme=light")
    assert page.evaluate(ground) == light
    for hostile in ("javascript:alert(1)", "../../..", '"><img src=x onerror=alert(1)>', "en/../../x", "zh\0", "x" * 5000):
        page.goto(here.address(LIST) + f"?theme={hostile}&lang={hostile}&id={hostile}#{hostile}")
        expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
        assert page.locator("img").count() == 0


def test_an_unknown_id_is_told(here: Place, page: Page, journal) -> None:
    journal.expect("404")
    page.goto(here.address("embed/no-such-thing/"))
    expect(page.locator("h1")).to_have_text("这里没有这一页")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_is_there_and_light(site: Path, course: Course, language: str) -> None:
    root = site / ("en" if language == "en" else "")
    shared = sum(len(gzip.compress((root / "assets" / name).read_bytes(), 9)) for name in ("fieldbook.css", "embed.css", "head.js", "embed.js", "fieldbook.js", "favicon.svg"))
    heavy = {}
    for id in embeddable(course, language):
        weight = shared + len(gzip.compress((root / "embed" / id / "index.html").read_bytes(), 9))
        if weight > 30_000:
            heavy[id] = weight
    assert heavy == {}


def test_the_probe_tells_what_a_wiki_allows(here: Place, language: str, wiki: Wiki, new_context: Callable, journal) -> None:
    journal.allow(Place("wiki", f"http://127.0.0.1:{wiki.server_port}/", here.folder))
    said = {"kept": {"zh": "同一份", "en": "the same as"}, "refused": {"zh": "记不住", "en": "Not kept"}, "none": {"zh": "什么都不记", "en": "nothing is kept"}}
    page = new_context().new_page()
    for sandbox, finding in ((None, "kept"), ("allow-scripts", "refused"), ("", "none")):
        if sandbox == "":
            journal.expect("Blocked script execution")
        page.goto(wiki.page("127.0.0.1", here.address("embed/wiki-probe/", language), sandbox))
        rows = page.frame_locator("iframe").locator("[data-probe=storage]")
        expect(rows).to_contain_text(said[finding][language], use_inner_text=True)
