"""The files of deploy/ in the real nginx and the real Caddy, at the root and in a subfolder: each answer has the headers it should have."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from course.models import Bank, Course
from playwright.sync_api import Browser, expect
from tasks import browser as browsers
from tasks.proof import enter

from ..site.conftest import ROOT, SWITCHES, open_context
from ..site.journal import Journal
from ..site.places import POLICY, Place
from ..site.test_embeds import SET, Wiki
from .servers import SUBFOLDER, Answer, Running
from .walk import walk

FOREVER = "public, max-age=31536000, immutable"
LESSON = "sales-rules/rule-08/"
KINDS = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8", ".svg": "image/svg+xml; charset=utf-8", ".png": "image/png",
}
WHERE = [(name, subfolder) for name in ("nginx", "caddy") for subfolder in (False, True)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """Folders with a site in `fieldbook/`, as an administrator builds it: for the root, and for a subfolder (whose page for lost readers needs the address)."""
    found = {}
    for subfolder, url in ((False, ""), (True, f"http://docs.corp.test{SUBFOLDER}")):
        found[subfolder] = tmp_path_factory.mktemp("served")
        command = [sys.executable, "scripts/build.py", "build", "--gzip", "--output", str(found[subfolder] / "fieldbook")]
        done = subprocess.run(command, cwd=ROOT, env=os.environ | {"SITE_URL": url}, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr
        # what an administrator's tools may leave behind
        for path in (".git/config", ".htpasswd", "assets/.DS_Store"):
            file = found[subfolder] / "fieldbook" / path
            file.parent.mkdir(exist_ok=True)
            file.write_text("secret")
    return found


@pytest.fixture(scope="module", params=WHERE, ids=lambda where: f"{where[0]}-{'subfolder' if where[1] else 'root'}")
def server(request: pytest.FixtureRequest, built: dict[bool, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    name, subfolder = request.param
    running = Running(name, built[subfolder], tmp_path_factory.mktemp(name) / "scratch", subfolder)
    yield running
    complaints = running.complaints()
    running.stop()
    assert not complaints, "\n".join(complaints)


def label(server: Running) -> str:
    return f"{server.name}, {'root' if server.prefix == '/' else 'subfolder'}"


def files(server: Running) -> list[str]:
    found = (file.relative_to(server.site).as_posix() for file in sorted(server.site.rglob("*")) if file.is_file())
    return [path for path in found if not path.endswith(".gz") and not re.search(r"(^|/)\.", path)]


def address(path: str) -> str:
    return path.removesuffix("index.html")


def kind(path: str) -> str:
    if path.endswith(".xml"):
        return "application/atom+xml; charset=utf-8" if path.endswith("feed.xml") else "text/xml; charset=utf-8"
    return KINDS[Path(path).suffix]


def insecure(answer: Answer, frames: str = "'self'") -> list[str]:
    """What its headers lack."""
    wanted = {
        "content-security-policy": f"{POLICY}; frame-ancestors {frames}", "x-content-type-options": "nosniff", "referrer-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()", "x-frame-options": None,
    }
    return [f"{name}: {answer[name]}" for name, value in wanted.items() if answer[name] != value]


def test_every_file_arrives_whole_plain_and_compressed(server: Running) -> None:
    """All of them: the bytes, the type, how long they are kept, and the headers of security."""
    wrong, compressed, version = [], 0, re.search(r"\?v=([0-9a-f]+)", (server.site / "index.html").read_text(encoding="utf-8"))
    assert version
    with server.client() as client:
        paths = files(server)
        for path in paths:
            content, packed = (server.site / path).read_bytes(), (server.site / f"{path}.gz").exists()
            asked = address(path)
            if "assets/" in path and "/stylesheets/" not in path and Path(path).suffix in (".js", ".css"):
                asked += f"?v={version[1]}"
            fixed = "?v=" in asked or "/stylesheets/" in path
            for how in ("identity", "gzip, deflate, br"):
                answer = client.ask(asked, Accept_Encoding=how)
                small = packed and how != "identity"
                compressed += small
                if answer.status != 200 or answer["content-type"] != kind(path) or answer["cache-control"] != (FOREVER if fixed else "no-cache"):
                    wrong.append(f"{path}: {answer.status} {answer['content-type']} {answer['cache-control']}")
                if answer["content-encoding"] != ("gzip" if small else None) or (gzip.decompress(answer.body) if small else answer.body) != content:
                    wrong.append(f"{path}: {how}: not the file")
                if not answer["etag"] or not answer["last-modified"] or packed and answer["vary"] != "Accept-Encoding":
                    wrong.append(f"{path}: {how}: ETag {answer['etag']}, Last-Modified {answer['last-modified']}, Vary {answer['vary']}")
                wrong += [f"{path}: {each}" for each in insecure(answer)]
    enter("serving", f"{label(server)}: every file, plain and as .gz: bytes, type, caching, security headers", "0 wrong", f"{len(wrong)} wrong of {2 * len(paths)} answers, {compressed} of them compressed", not wrong and compressed > 500)
    assert not wrong, "\n".join(wrong[:20])
    assert compressed > 500


def others(server: Running) -> dict[str, tuple[int, Answer]]:
    """Answers that are not the file, by what they are; with the status that each must have."""
    with server.client() as client:
        known, small = client.ask(LESSON), client.ask(LESSON, Accept_Encoding="gzip")
        return {
            "unchanged": (304, client.ask(LESSON, If_None_Match=known["etag"] or "")),
            "unchanged, compressed": (304, client.ask(LESSON, Accept_Encoding="gzip", If_None_Match=small["etag"] or "")),
            "unchanged since": (304, client.ask(LESSON, If_Modified_Since=known["last-modified"] or "")),
            "unchanged script": (304, client.ask("assets/fieldbook.js?v=0123456789", If_None_Match=client.ask("assets/fieldbook.js?v=0123456789")["etag"] or "")),
            "other coding": (200, client.ask(LESSON, If_None_Match=small["etag"] or "")),
            "head": (200, client.ask(LESSON, "HEAD")),
            "part": (206, client.ask(LESSON, Range="bytes=0-99")),
            "no page": (404, client.ask("sales-rules/rule-99/")),
            "no English page": (404, client.ask("en/sales-rules/rule-99/", Accept_Encoding="gzip")),
            "no script": (404, client.ask("assets/gone.js?v=0123456789")),
            "no script of theirs": (404, client.ask("assets/stylesheets/main.0123abcd.min.css")),
            "no picture": (404, client.ask("assets/gone.svg")),
            "a folder without a page": (404, client.ask("assets/")),
            "hidden": (404, client.ask(".git/config")),
            "hidden file": (404, client.ask(".htpasswd")),
            "hidden below": (404, client.ask("assets/.DS_Store")),
            "outside": (404, client.ask("assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd")),
            # (Caddy before 2.7 does not mind)
            "posted": (405 if server.name == "nginx" else 200, client.ask(LESSON, "POST", Content_Length="0")),
            "without its slash": (301, client.ask("go/rule-08.limits?from=wiki")),
            "English without its slash": (301, client.ask("en/sales-rules/rule-08")),
        }


def test_answers_that_are_no_file_have_the_same_headers(server: Running) -> None:
    wrong = []
    found = others(server)
    for what, (status, answer) in found.items():
        if answer.status != status and not (what == "outside" and answer.status == 400):
            wrong.append(f"{what}: {answer.status}, not {status}")
        if answer.status != 400:
            wrong += [f"{what}: {each}" for each in insecure(answer)]
            if answer["cache-control"] != (FOREVER if what == "unchanged script" else "no-cache"):
                wrong.append(f"{what}: {answer['cache-control']}")
        if status == 304 and (answer.body or not answer["etag"] or answer["vary"] != "Accept-Encoding"):
            wrong.append(f"{what}: {answer.headers}")
        if "secret" in answer.body.decode(errors="replace") or b"root:" in answer.body:
            wrong.append(f"{what}: told")
        if status == 404 and answer.status == 404 and answer["content-type"] != KINDS[".html"]:
            wrong.append(f"{what}: {answer['content-type']}")
    enter("serving", f"{label(server)}: headers on 304, 206, 404, 405, 301; hidden files and folders", "0 wrong", f"{len(wrong)} wrong of {len(found)} answers", not wrong)
    assert not wrong, "\n".join(wrong)


def test_lost_readers_see_the_page_of_their_language(server: Running) -> None:
    with server.client() as client:
        for path, language in (("nowhere/", "zh-Hans"), ("en/nowhere/", "en"), ("en/go/rule-99/", "en"), ("enigma/", "zh-Hans")):
            answer = client.ask(path, Accept_Encoding="gzip")
            html = (gzip.decompress(answer.body) if answer["content-encoding"] else answer.body).decode()
            assert answer.status == 404 and re.search(r'<html lang="([^"]+)"', html)[1] == language, path
            for link in {unescape(found) for found in re.findall(r'(?:href|src)="([^"#]+)"', html)}:
                there = urljoin(server.prefix + path, link)
                if there.startswith("/"):
                    assert there.startswith(server.prefix), (path, link)
                    assert client.ask(there.removeprefix(server.prefix)).status == 200, (path, link)


def test_a_folder_without_its_slash_leads_to_itself_behind_any_proxy(server: Running) -> None:
    with server.client() as client:
        for path, query in (("go/rule-08", ""), ("go/rule-08.limits", "?from=wiki"), ("en/sales-rules/rule-08", "")):
            location = client.ask(path + query)["location"] or ""
            assert urljoin(server.prefix + path + query, location) == f"{server.prefix}{path}/{query}"
        # nor to a host of the folder's name
        for path in ("/sales-rules", "//sales-rules", "%2f/sales-rules", "./sales-rules"):
            location = client.ask(path)["location"] or ""
            assert not re.match(r"https?:|//|/\\\\|\\\\", location), location


def test_a_new_release_is_seen_at_once(built: dict[bool, Path], tmp_path: Path) -> None:
    """A page that has the same length as before, too: who asks with what they know gets the new one."""
    seen = {}
    for name in ("nginx", "caddy"):
        folder = tmp_path / name
        shutil.copytree(built[False] / "fieldbook" / "sales-rules", folder / "fieldbook" / "sales-rules")
        shutil.copy(built[False] / "fieldbook" / "404.html", folder / "fieldbook" / "404.html")
        page = folder / "fieldbook" / LESSON / "index.html"
        running = Running(name, folder, tmp_path / f"{name}-scratch")
        with running.client() as client:
            old = {how: client.ask(LESSON, Accept_Encoding=how) for how in ("identity", "gzip")}
            for file in (page, page.with_name("index.html.gz")):
                content = file.read_bytes()
                file.unlink()
                file.write_bytes(content[:-1] + b" ")
                os.utime(file, (file.stat().st_mtime + 2,) * 2)
            for how, answer in old.items():
                new = client.ask(LESSON, Accept_Encoding=how, If_None_Match=answer["etag"] or "", If_Modified_Since=answer["last-modified"] or "")
                seen[name, how] = new.status, new.body != answer.body
        running.stop()
    assert set(seen.values()) == {(200, True)}, seen


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_only_the_named_wiki_may_frame(name: str, built: dict[bool, Path], tmp_path: Path, browser: Browser) -> None:
    """The line for a wiki on another host, as the file says it. The wiki of that address shows a question, another one a refusal."""
    hosts = "MAP wiki.test 127.0.0.1, MAP other.test 127.0.0.1"
    switches = [*SWITCHES, "--no-sandbox", f"--host-resolver-rules={hosts}"]
    own = browser.browser_type.launch(executable_path=browsers.find(), args=switches)
    wiki = Wiki()
    named = f"http://wiki.test:{wiki.server_port}"
    open_to_it = Running(name, built[False], tmp_path / "open", wiki=named)
    closed = Running(name, built[False], tmp_path / "closed")
    found = {}
    try:
        page = open_context(own).new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if "frame-ancestors" in message.text else None)
        for what, host, server in (("named", "wiki.test", open_to_it), ("another", "other.test", open_to_it), ("none named", "wiki.test", closed)):
            refused.clear()
            page.goto(wiki.page(host, server.base + SET))
            if what == "named":
                expect(page.frame_locator("iframe").locator("[data-question]").first).to_be_visible()
            page.wait_for_load_state("networkidle")
            found[what] = (page.frames[-1].locator("[data-question]").count() > 0, bool(refused))
        with open_to_it.client() as client:
            headers = insecure(client.ask("sales-rules/rule-99/"), f"'self' {named}")
    finally:
        own.close()
        for each in (open_to_it, closed):
            each.stop()
        wiki.shutdown()
        wiki.server_close()
    good = found == {"named": (True, False), "another": (False, True), "none named": (False, True)} and not headers
    enter("serving", f"{name}: a frame in the wiki that is named, in another one, and with none named", "shown, refused, refused", ", ".join("shown" if shown else "refused" for shown, _ in found.values()), good)
    assert good, (found, headers)


def test_a_walk_without_a_complaint(server: Running, journal: Journal, new_context: Callable, bank: Bank, course: Course) -> None:
    place = Place(label(server), server.base, server.site)
    journal.allow(place)
    language = "en" if server.prefix == SUBFOLDER else "zh"
    walked = walk(place, language, new_context, bank, course)
    complaints = journal.unexpected()
    enter("serving", f"{label(server)}: a walk in Chromium", "0 complaints", f"{len(complaints)} complaints: {', '.join(walked)}", not complaints)


def test_the_files_are_plain_to_read() -> None:
    """Few lines, and each header stands once."""
    for name in ("nginx.conf", "Caddyfile"):
        text = (ROOT / "deploy" / name).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
        assert len(lines) < 70 and text.count(POLICY) == 1
