"""The Nu HTML checker reads every file of the site, with and without an address: no error, and no warning that is not explained."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tasks import node, programs
from tasks.proof import enter

ROOT = Path(__file__).resolve().parents[2]
NU = ROOT / "web" / "nu"

EXPLAINED = {
    # the list of references: most titles are English, and each says so itself
    r"This document appears to be written in English but the .html. start tag has .lang=.zh-Hans": "reference/evidence/index.html",
}
"""Warning → the only page that may have it."""


@pytest.fixture(scope="module")
def checker() -> list[str]:
    java = programs.get("java", "default-jre-headless")
    npm, environment = node.command("npm")
    done = subprocess.run([*npm, "ci", "--no-audit", "--no-fund", "--silent"], cwd=NU, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    jar = NU / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return [java, "-Xss4m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", "--also-check-svg"]


def complaints(checker: list[str], folder: Path) -> list[str]:
    """'error: page: what', 'warning: page: what'; what is explained is left out."""
    done = subprocess.run([*checker, str(folder)], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    found = []
    for message in json.loads(done.stdout)["messages"]:
        page = message.get("url", "").partition(f"{folder}/")[2]
        if not any(re.match(pattern, message["message"]) and page == where for pattern, where in EXPLAINED.items()):
            kind = "error" if message["type"] != "info" else message.get("subType", "info")
            found.append(f"{kind}: {page}:{message.get('lastLine')}: {message['message']}")
    return found


def test_every_file(checker: list[str], site: Path) -> None:
    look(checker, site, "without an address")


def test_every_file_of_a_site_with_an_address(checker: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "scripts/build.py", "build", "--output", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"SITE_URL": "https://fieldbook.example/a/b/"}, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    look(checker, tmp_path / "site", "with an address")


def look(checker: list[str], site: Path, which: str) -> None:
    found = complaints(checker, site)
    files = sum(1 for _ in site.rglob("*.html"))
    enter(
        "accessibility", f"Nu HTML checker, every HTML file, site {which}", "0 errors, 0 warnings unexplained", f"{len(found)} in {files:,} files",
        not found, "explained: most titles in the list of references are English",
    )
    assert not found, "\n".join(found[:20])


def test_the_checker_can_find_something(checker: list[str], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('<!doctype html><html lang="en"><title>x</title><p id="a"><div id="a"></p></html>', encoding="utf-8")
    assert any("Duplicate ID" in complaint for complaint in complaints(checker, tmp_path))
