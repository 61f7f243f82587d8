"""The course of any size that builds are measured with: always the same one, and one that `build` takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def make(files: int, folder: Path) -> dict[str, bytes]:
    done = subprocess.run([sys.executable, ROOT / "benchmarks/corpus.py", str(files), folder], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {path: file.read_bytes() for part in ("plain", "stock", "ours/docs", "ours/quizzes", "ours/mkdocs.yml") for file in [folder / part, *(folder / part).rglob("*")] if file.is_file() and (path := file.relative_to(folder).as_posix())}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("corpus") / "made"
    return folder, make(60, folder)


def test_is_the_same_every_time_and_grows_at_its_end(corpus, tmp_path: Path) -> None:
    _, made = corpus
    assert make(60, tmp_path / "again") == made
    smaller = make(40, tmp_path / "smaller")
    banks = [path for path in smaller if path.startswith("ours/quizzes/module-")]
    assert len(banks) == 20 and all(smaller[path] == made[path] for path in banks)


def test_passes_the_check_and_asks_five_questions_a_page_in_both_projects(corpus) -> None:
    folder, made = corpus
    done = subprocess.run([sys.executable, "scripts/build.py", "check"], cwd=folder / "ours", capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    assert made["ours/quizzes/module-01/lesson-0026.yml"].count(b"\n  type: ") == 5
    assert made["stock/en/docs/module-01/lesson-0026.md"].count(b"<quiz>") == 5
    assert b"quiz" not in made["plain/en/docs/module-01/lesson-0026.md"]


def test_writes_over_nothing(corpus) -> None:
    folder, _ = corpus
    done = subprocess.run([sys.executable, ROOT / "benchmarks/corpus.py", "4", folder], capture_output=True, text=True)
    assert done.returncode == 2 and "nothing was written" in done.stderr
