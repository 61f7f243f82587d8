#!/usr/bin/env python3
"""Measures what the budgets speak of, and prints one table: python3 benchmarks/measure.py

Works on a copy of the project in a temporary folder. Needs the environment that `scripts/build.py` makes,
no browser. Figures only: it never fails because a figure is high.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LESSON = "sales-rules/rule-08"
PORT = 8765
ROUNDS = 5


def main() -> int:
    work = Path(tempfile.mkdtemp(prefix="fieldbook-measure-")) / "copy"
    try:
        shutil.copytree(ROOT, work, ignore=shutil.ignore_patterns(".venv", "site", "node_modules", ".git", ".site-*", "__pycache__"))
        os.symlink(ROOT / ".venv", work / ".venv", target_is_directory=True)
        rows = [*times(work), *saving(work), *weights(work)]
    finally:
        shutil.rmtree(work.parent, ignore_errors=True)
    width = max(len(row[0]) for row in rows)
    print(f"{'what':{width}}  {'min':>8} {'median':>8} {'max':>8}  budget")
    for name, values, budget, unit in rows:
        low, middle, high = min(values), statistics.median(values), max(values)
        shown = [f"{value:.0f}" if unit == "B" else f"{value:.2f}" for value in (low, middle, high)]
        print(f"{name:{width}}  {shown[0]:>8} {shown[1]:>8} {shown[2]:>8}  {budget} {unit}")
    return 0


def times(work: Path):
    for verb, budget in (("check", 1.5), ("build", 12)):
        yield f"build.py {verb}", [_timed(work, verb) for _ in range(ROUNDS)], f"≤ {budget}", "s"


def _timed(work: Path, verb: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "scripts/build.py", verb], cwd=work, check=True, capture_output=True)
    return time.perf_counter() - started


def saving(work: Path):
    """From the moment a file is saved until the server answers with the new words."""
    server = subprocess.Popen([sys.executable, "scripts/build.py", "serve", "--port", str(PORT)], cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for("<html", "", 30)
        time.sleep(2)  # the watcher takes its first look at the files
        page, bank = work / f"docs/{LESSON}.zh.md", work / f"quizzes/{LESSON}.yml"
        yield "save a page → visible", [_saved(page, "## 边界", round) for round in range(ROUNDS)], "≤ 1", "s"
        yield "save a bank → visible (zh)", [_saved(bank, "zh: 客户在企业微信里问", round) for round in range(ROUNDS)], "≤ 1", "s"
    finally:
        server.terminate()
        server.wait()


def _saved(file: Path, after: str, round: int) -> float:
    text = file.read_text(encoding="utf-8")
    word = f"量{round}遍"
    file.write_text(text.replace(after, after + word, 1), encoding="utf-8")
    started = time.perf_counter()
    _wait_for(word, f"{LESSON}/", 20)
    passed = time.perf_counter() - started
    file.write_text(text, encoding="utf-8")
    time.sleep(1.5)
    return passed


def _wait_for(word: str, path: str, limit: float) -> None:
    end = time.perf_counter() + limit
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/{path}", timeout=10) as answer:
                if word in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"'{word}' did not appear in /{path} within {limit} s")


def weights(work: Path):
    """Bytes after gzip -9, of one lesson in the language where it is heavier."""
    site = work / "site"
    for language in ("", "en/"):
        page = site / language / LESSON / "index.html"
        html = page.read_text(encoding="utf-8")
        loaded = [(page.parent / name.partition("?")[0]).resolve() for name in re.findall(r'(?:src|href)="([^"]+\.(?:css|js|svg)(?:\?[^"]*)?)"', html)]
        ours = [file for file in loaded if file.parent.name == "assets" and file.suffix in (".js", ".css")]
        theme = [file for file in loaded if file not in ours and file.suffix in (".js", ".css")]
        name = "en" if language else "zh"
        yield f"lesson HTML ({name})", [_gzip(page)], "≤ 16,000", "B"
        yield f"theme CSS + JS ({name})", [sum(map(_gzip, theme))], "≤ 45,000", "B"
        yield f"our scripts and styles ({name})", [sum(map(_gzip, ours))], "≤ 16,000", "B"
        yield f"first view, all files ({name})", [_gzip(page) + sum(map(_gzip, set(loaded)))], "≤ 80,000", "B"


def _gzip(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


if __name__ == "__main__":
    sys.exit(main())
