"""The same site in Firefox: lesson, disk, and frames in a wiki. One run of the browser for all of it."""

from __future__ import annotations

import json
import subprocess

import pytest
from course.models import Bank
from tasks import browser as browsers
from tasks import node

from .conftest import LESSON, ROOT
from .places import Place
from .test_embeds import SET, Wiki

EMPTY = {"notice": [], "complaints": []}


@pytest.fixture(scope="module")
def seen(places: dict[str, Place], bank: Bank) -> dict[str, dict]:
    question = next(each for each in bank.questions if each.type == "single")
    docs = places["root"].on_host("docs.corp.test")
    frame, sandbox = Wiki(), Wiki()
    job = {"question": question.id, "value": question.keys[0].id}
    jobs = [
        {"name": "http", "url": docs.address(LESSON), "framed": False, "item": bank.checklists[0].items[0].id, **job},
        {"name": "disk", "url": places["disk"].address(LESSON, "en"), "framed": False, **job},
        {"name": "another site", "url": frame.page("wiki.test", docs.address(SET)), "framed": True, **job},
        {"name": "sandbox", "url": sandbox.page("wiki.test", docs.address(SET), "allow-scripts"), "framed": True, **job},
    ]
    command, environment = node.command("node")
    done = subprocess.run([*command, str(ROOT / "web" / "firefox" / "drive.mjs"), browsers.firefox()], input=json.dumps(jobs), env=environment, capture_output=True, text=True, encoding="utf-8", timeout=180)
    for server in (frame, sandbox):
        server.shutdown()
        server.server_close()
    if done.returncode:
        pytest.fail(f"Firefox could not be driven\n{done.stderr}", pytrace=False)
    return json.loads(done.stdout)


def test_a_lesson_over_plain_http(seen: dict[str, dict]) -> None:
    assert seen["http"] == {"marked": "right", "again": "right", "separate": False, **EMPTY}


def test_from_disk(seen: dict[str, dict]) -> None:
    assert seen["disk"] == {"marked": "right", "again": "right", "separate": False, **EMPTY}


def test_in_a_frame_of_another_site_it_says_that_the_record_is_apart(seen: dict[str, dict]) -> None:
    assert seen["another site"] == {"marked": "right", "again": "right", "separate": True, **EMPTY}


def test_sandboxed_it_works_for_this_visit_and_says_so(seen: dict[str, dict]) -> None:
    found = seen["sandbox"]
    assert (found["marked"], found["again"]) == ("right", "open")
    assert len(found["notice"]) == 1 and "不允许保存" in found["notice"][0]
