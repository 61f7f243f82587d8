"""The offline archive, unpacked as a colleague unpacks it: whole, opening on every system, and working from disk with scripts and without."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from course.models import Bank, Course
from playwright.sync_api import expect
from tasks import browser as browsers
from tasks import node
from tasks.archiving import SITE, START
from tasks.proof import enter

from ..site.conftest import LESSON, ROOT
from ..site.journal import Journal
from ..site.places import Place
from .walk import walk

RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(1, 10))}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("packed") / "sales-fieldbook.zip"
    done = subprocess.run([sys.executable, "scripts/build.py", "zip", "--output", str(file)], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return file


@pytest.fixture(scope="module")
def top(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its one folder, unpacked where blanks and Chinese stand in the path."""
    folder = tmp_path_factory.mktemp("disk") / "离线 手册 (1)"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    (found,) = folder.iterdir()
    return found


@pytest.fixture
def disk(top: Path, journal: Journal) -> Place:
    place = Place("archive", (top / SITE).as_uri() + "/", top / SITE)
    journal.allow(place)
    journal.allow(Place("start", top.as_uri() + "/", top))
    return place


def test_it_unpacks_on_every_system(archive: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        assert packed.testzip() is None
        entries = packed.infolist()
    names = [entry.filename for entry in entries]
    wrong = [name for name in names if len(name) >= 200 or re.search(r'[<>:"|?*\\\x00-\x1f]|[. ](/|$)|(^|/)/', name) or any(part.partition(".")[0].lower() in RESERVED for part in name.split("/"))]
    wrong += [entry.filename for entry in entries if not entry.filename.isascii() and not entry.flag_bits & 0x800 or entry.date_time[0] < 1980 or entry.external_attr >> 16 != 0o100644]
    twice = len(names) - len({name.lower() for name in names})
    tops = {name.partition("/")[0] for name in names}
    good = not wrong and not twice and len(tops) == 1
    enter(
        "serving", "offline archive: names that Windows, macOS and Linux unpack", "one top folder, paths < 200 characters, nothing reserved, no two names that differ by case alone",
        f"{len(names)} files, {archive.stat().st_size / 1e6:.1f} MB, longest path {max(map(len, names))}, {len(wrong) + twice} wrong", good,
    )
    assert good, (wrong[:9], twice, tops)


def test_every_link_leads_to_a_file(top: Path) -> None:
    """Without a script, too: no link opens a list of files, none leads to nothing – in pages, short addresses and frames, in both languages."""
    dead, links, pages = [], 0, sorted(top.rglob("*.html"))
    for page in pages:
        html = page.read_text(encoding="utf-8")
        base = re.search(r'<base href="([^"]+)"', html)
        start = urljoin(page.as_uri(), base[1]) if base else page.as_uri()
        found = re.findall(r'<(?:a|script|link|img|iframe)\s[^>]*?(?<=\s)(?:href|src)="([^"]*)"', html) + re.findall(r'content="0; url=([^"]+)"', html)
        for link in found:
            link = unescape(link)
            # what leads to the next page for a browser that reads ahead is nothing one can open
            if not link or link.startswith("#") or urlsplit(link).scheme or f'<link rel="next" href="{link}"' in html or f'<link rel="prev" href="{link}"' in html:
                continue
            links += 1
            target = Path(unquote(urlsplit(urljoin(start, link)).path))
            if not target.is_file() or top not in target.parents:
                dead.append(f"{page.relative_to(top)}: {link}")
    enter("serving", "offline archive: links of all pages, short addresses and frames", "0 that open a list of files or nothing", f"{len(dead)} of {links} on {len(pages)} pages", not dead)
    assert not dead, "\n".join(dead[:20])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_walk_from_disk(language: str, disk: Place, journal: Journal, new_context: Callable, bank: Bank, course: Course) -> None:
    # (`Place` asks whether it stands on disk by its address)
    walked = walk(disk, language, new_context, bank, course)
    complaints = journal.unexpected()
    enter("serving", f"offline archive, {language}: a walk in Chromium from a folder with blanks and Chinese", "0 complaints", f"{len(complaints)} complaints: {', '.join(walked)}", not complaints)


@pytest.mark.parametrize("script", [True, False])
def test_from_the_first_page_to_a_lesson_in_the_other_language(script: bool, disk: Place, top: Path, new_context: Callable) -> None:
    page = new_context(java_script_enabled=script).new_page()
    page.goto((top / START).as_uri())
    page.get_by_role("link", name="打开手册").click()
    page.wait_for_url(disk.address(""))
    page.goto(disk.address("go/rule-08.limits/"))
    page.wait_for_url(disk.address(LESSON + "#limits"))
    page.locator("a[hreflang=en]").first.click()
    page.wait_for_url(re.compile(re.escape(disk.address(LESSON, "en"))))
    expect(page.locator("h1").first).to_contain_text("Rule 8")
    page.goto(disk.address("embed/rule-08/"))
    with page.context.expect_page() as opened:
        page.locator("h1 a").click()
    opened.value.wait_for_url(re.compile(re.escape(disk.address(LESSON))))


def test_in_firefox(top: Path, bank: Bank) -> None:
    place = Place("archive", (top / SITE).as_uri() + "/", top / SITE)
    question = next(each for each in bank.questions if each.type == "single")
    job = {"name": "archive", "url": place.address(LESSON), "framed": False, "question": question.id, "value": question.keys[0].id, "item": bank.checklists[0].items[0].id}
    command, environment = node.command("node")
    done = subprocess.run([*command, str(ROOT / "web" / "firefox" / "drive.mjs"), browsers.firefox()], input=json.dumps([job]), env=environment, capture_output=True, text=True, encoding="utf-8", timeout=180)
    assert not done.returncode, done.stderr
    seen = json.loads(done.stdout)["archive"]
    wanted = {"marked": "right", "again": "right", "separate": False, "notice": [], "complaints": []}
    enter("serving", "offline archive: a question and a checklist in Firefox, remembered after a reload", "right, 0 complaints", f"{seen['again']}, {len(seen['complaints'])} complaints", seen == wanted)
    assert seen == wanted
