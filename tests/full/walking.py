"""Walks a whole site in a browser, every page and every state, and tells what was asked of whom. Judges nothing.

A program, so that it can run where there is no network: `python -m tests.full.walking SITE`. Prints JSON.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from ..site.conftest import PATIENCE, SWITCHES, WIDE
from ..site.places import Place, Server

expect.set_options(timeout=PATIENCE)
BEGIN = {"zh": "开始", "en": "Begin"}
EXPORT = {"zh": "导出", "en": "Export"}


class Walk:
    def __init__(self, page: Page, place: Place) -> None:
        self.page, self.place = page, place
        self.asked: dict[str, int] = {}
        self.complaints: list[str] = []
        self.pages = 0
        self.states: list[str] = []
        context = page.context
        context.on("request", lambda request: self._count(request.url))
        context.on("console", lambda message: message.type in ("error", "warning") and self.complaints.append(f"{message.text} ({page.url})"))
        context.on("weberror", lambda error: self.complaints.append(f"{error.error} ({page.url})"))
        context.on("requestfailed", lambda request: request.failure != "net::ERR_ABORTED" and self.complaints.append(f"{request.url}: {request.failure}"))

    def _count(self, url: str) -> None:
        to = url.split("/", 3)[2] if "//" in url else url.partition(":")[0]
        self.asked[to] = self.asked.get(to, 0) + 1

    def pages_and_frames(self) -> None:
        for file in sorted(self.place.folder.rglob("*.html")):
            path = file.relative_to(self.place.folder).as_posix()
            if path.startswith(("go/", "en/go/")) and hash_of(path) % 40:
                # short addresses are all alike: one in forty is followed, all are read in test_every_address_in_the_files
                continue
            self.page.goto(self.place.base + path.removesuffix("index.html"))
            self.pages += 1

    def in_state(self, name: str, language: str) -> None:
        self.states.append(f"{name} ({language})")

    def all_states(self, language: str, folder: Path) -> None:
        page, at = self.page, lambda path: self.place.address(path, language)
        page.goto(at("sales-rules/rule-08/"))
        page.evaluate("""() => {
          for (const each of document.querySelectorAll('details')) each.open = true;
          for (const question of document.querySelectorAll('[data-question]')) {
            question.querySelector('input')?.click();
            for (const field of question.querySelectorAll('input[type=text]')) { field.value = 'x'; field.dispatchEvent(new Event('input', { bubbles: true })); }
            question.querySelector('[data-action=check]')?.click();
          }
          for (const box of document.querySelectorAll('input[data-item]')) box.click();
        }""")
        expect(page.locator("[data-state=right], [data-state=wrong]").first).to_be_attached()
        self.in_state("questions and checklist", language)
        page.locator("h2 .headerlink").first.dispatch_event("click")
        expect(page.locator(".fb-links").first).to_be_attached()
        self.in_state("links", language)
        page.emulate_media(media="print")
        page.evaluate("window.print = () => {}; document.querySelector('[data-sheet=facilitator]').click()")
        page.wait_for_timeout(300)
        page.emulate_media(media="screen", color_scheme="dark")
        self.in_state("printed sheet, dark", language)
        page.goto(at("#find=客户"))
        expect(page.locator(".fb-find [role=option]").first).to_be_visible()
        self.in_state("search", language)
        page.goto(at("practice/exam/"))
        app = page.locator(".fb-app")
        app.get_by_role("button", name=BEGIN[language], exact=True).first.click()
        expect(app.locator("[data-question]")).to_be_visible()
        app.locator(".fb-overview summary").click()
        app.locator(".fb-actions button").last.click()
        app.locator(".fb-sure button").first.click()
        expect(app.locator(".fb-lead")).to_be_visible()
        self.in_state("exam, handed in", language)
        page.goto(at("practice/review/"))
        expect(app.locator("button, p").first).to_be_visible()
        self.in_state("review", language)
        page.goto(at("practice/progress/"))
        with page.expect_download() as waiting:
            app.get_by_role("button", name=EXPORT[language], exact=True).first.click()
        file = folder / f"{language}.json"
        waiting.value.save_as(file)
        app.locator("input[type=file]").set_input_files(file)
        expect(app.locator(".fb-status").first).to_be_attached()
        self.in_state("progress, export and import", language)
        page.goto(at("practice/analysis/"))
        app.locator(".fb-actions button").first.click()
        expect(app.locator("table").first).to_be_attached()
        self.in_state("analysis", language)
        page.goto(at("embed/rule-08.check/") + "?theme=dark")
        expect(page.locator("[data-question]").first).to_be_visible()
        self.in_state("frame", language)
        page.emulate_media(color_scheme="light")


def hash_of(text: str) -> int:
    return sum(text.encode())


def loopback_up() -> None:
    """In a namespace of its own even 127.0.0.1 is down at first."""
    import fcntl
    import struct

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        flags = struct.unpack("16sh", fcntl.ioctl(plug, 0x8913, struct.pack("16sh", b"lo", 0)))[1]
        fcntl.ioctl(plug, 0x8914, struct.pack("16sh", b"lo", flags | 1))


def network() -> bool:
    """Whether a packet could leave: nothing is sent, a datagram's `connect` only asks for a way."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        try:
            plug.connect(("192.0.2.1", 9))
        except OSError as error:
            return error.errno != errno.ENETUNREACH
    return True


def walk(site: Path) -> dict[str, Any]:
    server = Server(site)
    switches = [*SWITCHES, "--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=os.environ["FIELDBOOK_BROWSER"], args=switches)
        context = browser.new_context(viewport=WIDE, locale="zh-CN")
        context.set_default_timeout(PATIENCE)
        done = Walk(context.new_page(), server.place)
        done.pages_and_frames()
        for language in ("zh", "en"):
            done.all_states(language, Path(folder))
        browser.close()
    server.stop()
    return {"network": network(), "pages": done.pages, "states": done.states, "asked": done.asked, "complaints": done.complaints, "own": server.place.base.split("/")[2]}


if __name__ == "__main__":
    if "--alone" in sys.argv:
        loopback_up()
    print(json.dumps(walk(Path(sys.argv[1]))))
