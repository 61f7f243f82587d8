"""The policy that servers send: it is in force in both browsers, and nothing of ours breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from .conftest import LESSON
from .firefox import states, walked
from .places import POLICY, Place, Server

INLINE = "<!doctype html><title>x</title><link rel='icon' href='data:,'><p style='color:red'>x</p><script>document.title = 'it ran'</script>"


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A page such as no page of ours is, sent as ours are."""
    folder = tmp_path_factory.mktemp("spoiled")
    (folder / "index.html").write_text(INLINE, encoding="utf-8")
    server = Server(folder)
    yield server.place
    server.stop()


def test_an_inline_script_is_stopped_and_complained_about(spoiled: Place, page: Page, journal) -> None:
    """Else all other tests might be deaf."""
    journal.allow(spoiled)
    journal.expect("Content Security Policy.*script-src|script-src.*Content Security Policy")
    journal.expect("Content Security Policy.*style-src|style-src.*Content Security Policy")
    page.goto(spoiled.base)
    assert page.title() == "x"


def test_every_answer_bears_the_policy(here: Place, page: Page) -> None:
    for path in ("", LESSON, "assets/fieldbook.js", "links.json"):
        assert page.request.get(here.base + path).headers["content-security-policy"] == POLICY
    assert page.request.get(here.address("nothing/")).headers["content-security-policy"] == POLICY


def test_firefox_finds_nothing_to_forbid(here: Place, spoiled: Place) -> None:
    """A page of each kind that no state is on, and every state; one of each in the other language."""
    kinds = [(here.address(path, "en"), []) for path in ("", "quality/", "toolkit/form-day-card/", "reference/glossary/", "onboarding/", "go/rule-08/", "nothing/")]
    named = states(here, "zh")
    *seen, guard = walked([*kinds, *named.values(), (spoiled.base, [])])
    assert guard["forbidden"], "the policy is in force"
    assert [(each["url"], each["forbidden"], [line for line in each["said"] if "404" not in line]) for each in seen if each["forbidden"] or each["said"]] == []
    came = {name: each["given"] for name, each in zip(named, seen[len(kinds):], strict=True)}
    assert {name: given for name, given in came.items() if not all(given)} == {}
