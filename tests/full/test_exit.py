"""The exit is open: ProperDocs, the fork of MkDocs that is kept up, builds the same site from the same sources."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tasks.building import CONFIGS, environment
from tasks.proof import enter

from ..site.conftest import ROOT
from ..tasks.conftest import Project

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
"""Which generator made the page: the only line in which two pages may differ."""


def properdocs(folder: Path, language: str, output: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", CONFIGS[language], "-d", str(output)]
    return subprocess.run(command, cwd=folder, env=environment() | {"SITE_URL": "", "SITE_URL_EN": ""}, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("properdocs")
    for language in CONFIGS:
        done = properdocs(ROOT, language, folder / language)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "WARNING" not in done.stdout + done.stderr
    (folder / "en").rename(folder / "zh" / "en")
    return folder / "zh"


def read(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_properdocs_builds_the_same_site(other: Path, site: Path) -> None:
    theirs, ours = read(other), read(site)
    names = theirs.keys() ^ ours.keys()
    differ = {path for path in theirs.keys() & ours.keys() if theirs[path] != ours[path]}
    unexplained = {path for path in differ if GENERATOR.sub(b"", theirs[path]) != GENERATOR.sub(b"", ours[path])}
    enter(
        "the exit", "the same sources built with ProperDocs, both languages", "the same files, but for the name of the generator",
        f"{len(ours)} files, {len(differ) - len(unexplained)} differ in that line alone, {len(unexplained)} otherwise, {len(names)} missing or more", not unexplained and not names,
    )
    assert not names and not unexplained, (sorted(names)[:9], sorted(unexplained)[:9])
    assert any(b"ProperDocs" in content for content in theirs.values()), "it was another generator"


def test_what_is_wrong_ends_its_build_too(tmp_path: Path) -> None:
    """What the hook logs, and what the generator finds itself: a strict build counts both."""
    project = Project(tmp_path / "project")
    project.edit("quizzes/sales-rules/rule-08.yml", "    section: how", "    section: hwo")
    project.edit("docs/index.en.md", "](", "](no-such-page.md) [x](")
    done = properdocs(project.folder, "en", tmp_path / "site")
    said = done.stdout + done.stderr
    good = done.returncode != 0 and "'hwo'" in said and "no-such-page.md" in said
    enter("the exit", "a mistake in a question and a dead link end a strict build with ProperDocs", "both said, exit code 1", f"exit code {done.returncode}, {sum(word in said for word in ('hwo', 'no-such-page.md'))} of 2 said", good)
    assert good, said
