#!/usr/bin/env python3
"""Measures how builds grow: .venv/bin/python benchmarks/scale.py [--rounds 3] [--files 100 1000] [--write]

Makes the corpora of `corpus.py` in a temporary folder and builds them in rotation, so that a busy minute meets all alike: plain Material;
Material, search and mkdocs-quiz as they come (a project a language, one after the other, pruned navigation); ours, with all it writes and
the check. Prints time, processor time and memory; with --write the tables go into benchmarks/scale.md. Figures only: it never fails because
one is high. Memory is exact where there is /proc, else of the largest process alone.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from last_run import keep

ROOT = Path(__file__).resolve().parents[1]
KINDS = {"plain": "plain Material, pruned", "stock": "Material + search + mkdocs-quiz, pruned", "ours": "ours, everything"}
LANGUAGES = ("zh", "en")
MEGABYTE = 1024 * 1024
PROBE = "sum(i * i for i in range(4_000_000))"
"""Always the same work, before each round: what it takes says how noisy the machine is."""


class Built(NamedTuple):
    """Seconds by the clock, seconds of all processors, megabytes of all processes together and of the largest."""

    wall: float
    cpu: float
    together: float
    largest: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--files", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--write", action="store_true", help="put the tables into benchmarks/scale.md")
    options = parser.parse_args()
    found: dict[tuple[str, int], list[Built]] = {}
    noise = []
    with tempfile.TemporaryDirectory(prefix="fieldbook-scale-") as folder:
        for files in options.files:
            subprocess.run([sys.executable, ROOT / "benchmarks/corpus.py", str(files), f"{folder}/{files}"], check=True, capture_output=True)
        for round in range(options.rounds):
            for files in options.files:
                started = time.perf_counter()
                subprocess.run([sys.executable, "-c", PROBE], check=True)
                noise.append(time.perf_counter() - started)
                for kind in KINDS:
                    built = build(Path(folder) / str(files), kind)
                    found.setdefault((kind, files), []).append(built)
                    print(f"round {round + 1}  {files:>5} files  {kind:6} {built.wall:7.2f} s  processors {built.cpu:7.2f} s  {built.together:4.0f} MB", file=sys.stderr, flush=True)
    text = "\n".join(report(found, options.files, noise)) + "\n"
    print(text, end="")
    if options.write:
        keep(ROOT / "benchmarks/scale.md", text)
    return 0


def build(corpus: Path, kind: str) -> Built:
    """From nothing to a whole site, which is thrown away."""
    site = corpus / "site"
    if kind == "ours":
        project = corpus / kind
        runs = [[str(project / ".venv/bin/python"), "scripts/build.py", "build", "--output", str(site)]]
    else:
        project = corpus
        runs = [[sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{kind}/{language}/mkdocs.yml", "-d", str(site / language)] for language in LANGUAGES]
    started, cpu, together, largest = time.perf_counter(), 0.0, 0.0, 0.0
    for command in runs:
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(command, cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "", "PYTHONUTF8": "1"}, stdout=said, stderr=said)
            watch = Watch(process.pid)
            # of this process and all it has waited for
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            watch.end()
            if process.returncode:
                said.seek(0)
                raise SystemExit(f"{kind} does not build\n{said.read().decode(errors='replace')[-2000:]}")
        cpu += usage.ru_utime + usage.ru_stime
        largest = max(largest, usage.ru_maxrss / (MEGABYTE if sys.platform == "darwin" else 1024))
        together = max(together, watch.most, largest)
    wall = time.perf_counter() - started
    shutil.rmtree(site)
    return Built(wall, cpu, together, largest)


class Watch:
    """Looks several times a second at the memory of a process and all below it; pages that they share count for each."""

    def __init__(self, pid: int) -> None:
        self.most = 0.0
        self._pid, self._over = pid, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.2):
            self.most = max(self.most, _resident(self._pid))


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        children = [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE + sum(map(_resident, children))


def report(found: dict[tuple[str, int], list[Built]], sizes: list[int], noise: list[float]):
    rounds = len(next(iter(found.values())))
    yield f"{rounds} rounds in rotation on {os.cpu_count()} processors, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} at the end. Always the same work took {min(noise):.2f} to {max(noise):.2f} s, median {statistics.median(noise):.2f}: {max(noise) / min(noise) - 1:.0%} spread."
    for files in sizes:
        yield from ("", f"### {files:,} files", "", "| build | seconds: min | median | max | processor seconds: min | median | max | MB together | largest process |", "|---|--:|--:|--:|--:|--:|--:|--:|--:|")
        for kind, name in KINDS.items():
            rows = found[kind, files]
            wall, cpu = _three([row.wall for row in rows]), _three([row.cpu for row in rows])
            yield f"| {name} | {wall} | {cpu} | {max(row.together for row in rows):.0f} | {max(row.largest for row in rows):.0f} |"
        yield ""
        for measure, name in (("wall", "seconds"), ("cpu", "processor seconds")):
            pairs = [getattr(ours, measure) / getattr(stock, measure) for ours, stock in zip(found["ours", files], found["stock", files], strict=True)]
            lowest = _least(found["ours", files], measure) / _least(found["stock", files], measure)
            yield f"* ours / stock, {name}: minimum against minimum {lowest:.2f}; round by round {min(pairs):.2f} to {max(pairs):.2f}, median {statistics.median(pairs):.2f}"
    if len(sizes) > 1:
        small, large = sizes[0], sizes[-1]
        yield from ("", f"### Growth, {small:,} → {large:,} files", "", "| build | exponent of the seconds | of the processor seconds |", "|---|--:|--:|")
        for kind, name in KINDS.items():
            exponents = [math.log(_least(found[kind, large], measure) / _least(found[kind, small], measure)) / math.log(large / small) for measure in ("wall", "cpu")]
            yield f"| {name} | {exponents[0]:.2f} | {exponents[1]:.2f} |"
        yield from ("", "Of the minima; 1 is as many times longer as there are more files.")


def _least(rows: list[Built], measure: str) -> float:
    return min(getattr(row, measure) for row in rows)


def _three(values: list[float]) -> str:
    return f"{min(values):.2f} | {statistics.median(values):.2f} | {max(values):.2f}"


if __name__ == "__main__":
    sys.exit(main())
