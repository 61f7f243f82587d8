"""Pages in Firefox: opens them, takes steps there, and brings back what its policy forbade and what it complained about. Judges nothing."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pytest
from tasks import browser as browsers
from tasks import node

from .conftest import LESSON, ROOT
from .places import Place

_UNTIL = "(async () => {{ for (let i = 0; i < 200 && !({0}); i++) await new Promise((done) => setTimeout(done, 50)); return !!({0}) }})()"


def until(what: str) -> str:
    """A step that waits for `what`, and gives whether it came."""
    return _UNTIL.format(what)


def press(selector: str) -> list[str]:
    return [until(f"document.querySelector({json.dumps(selector)})"), f"(document.querySelector({json.dumps(selector)}).click(), true)"]


ANSWER = """(() => {
  for (const each of document.querySelectorAll('details')) each.open = true;
  for (const question of document.querySelectorAll('[data-question]')) {
    question.querySelector('input')?.click();
    question.querySelector('[data-action=check]')?.click();
  }
  for (const box of document.querySelectorAll('input[data-item]')) box.click();
  return document.querySelectorAll('[data-question]').length > 0;
})()"""


def states(place: Place, language: str) -> dict[str, tuple[str, list[str]]]:
    """What one can do on the site, by name: an address, and the steps there; each gives true where it came about."""

    def at(path: str) -> str:
        return place.address(path, language)

    return {
        "answered": (at(LESSON), [until("globalThis.fieldbook?.version"), ANSWER, until("document.querySelector('[data-state=right], [data-state=wrong]')")]),
        "links": (at(LESSON), [*press("h2 .headerlink"), until("document.querySelector('.fb-links')")]),
        "printed": (at(LESSON), ["(window.print = () => {}, true)", *press("[data-sheet=facilitator]")]),
        "dark": (at(LESSON), ["(document.querySelectorAll('[name=__palette]')[1].click(), true)", "document.body.dataset.mdColorScheme === 'slate'"]),
        "search": (at("") + "#find=PDCA", [until("document.querySelector('.fb-find [role=option]')")]),
        "exam": (at("practice/exam/"), [*press(".fb-app .fb-actions button"), until("document.querySelector('.fb-app [data-question]')"), *press(".fb-app .fb-actions:last-of-type button:last-child"), *press(".fb-sure button"), until("document.querySelector('.fb-lead')")]),
        "review": (at("practice/review/"), [until("document.querySelector('.fb-app button, .fb-app a')")]),
        "progress": (at("practice/progress/"), [until("document.querySelector('.fb-app progress')")]),
        "analysis": (at("practice/analysis/"), [*press(".fb-app .fb-actions button"), until("document.querySelector('.fb-app table')")]),
        "frame": (at("embed/rule-08.check/") + "?theme=dark", [until("globalThis.fieldbook?.version"), ANSWER]),
    }


def walked(jobs: Iterable[tuple[str, Sequence[str]]]) -> list[Mapping[str, Any]]:
    """Each job's `{url, given, said, forbidden}`, in order."""
    command, environment = node.command("node")
    asked = json.dumps([{"url": url, "steps": steps} for url, steps in jobs])
    done = subprocess.run([*command, str(ROOT / "web" / "firefox" / "walk.mjs"), browsers.firefox()], input=asked, env=environment, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        pytest.fail(f"Firefox could not be driven\n{done.stderr}", pytrace=False)
    return json.loads(done.stdout)
