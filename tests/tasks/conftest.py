"""A copy of the whole project to work on: the verbs are tried as a person calls them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = shutil.ignore_patterns(".venv", "site", "node_modules", ".git", ".site-*", "__pycache__", ".pytest_cache", ".hypothesis", "tests")


class Project:
    """A copy of the project in a temporary folder, with the environment of this one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT, folder, ignore=SKIPPED)
        os.symlink(ROOT / ".venv", folder / ".venv", target_is_directory=True)

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "scripts/build.py", *arguments], cwd=self.folder, capture_output=True, text=True, encoding="utf-8",
            env=os.environ | environment,
        )

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def bytes_of(self, folder: str) -> dict[str, bytes]:
        top = self.folder / folder
        return {file.relative_to(top).as_posix(): file.read_bytes() for file in sorted(top.rglob("*")) if file.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "销售 fieldbook")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Built once for a file, without an address. To be looked at, not to be changed."""
    project = Project(tmp_path_factory.mktemp("built") / "销售 fieldbook")
    done = project.run("build", SITE_URL="")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


@pytest.fixture
def built_project(project: Project, built: Project) -> Project:
    """A copy with a site in it."""
    shutil.copytree(built.folder / "site", project.folder / "site")
    return project


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[[str], Project]:
    return lambda name: Project(tmp_path / name)
