"""Mutants: one small fault at a time in the rules, the reading and the rendering; do the tests notice?

Runs mutmut (settings: `[tool.mutmut]` of pyproject.toml) in a temporary copy of the project, so that nothing of it stays in the tree.
Touches that copy, and `test-results/mutants.txt` (the mutants that nobody noticed). Enters its figures in the table of `test --full`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from . import proof
from .environment import ROOT

AIM = 90
"""Of a hundred mutants of a room, so many at least must make a test fail."""
ROOMS = ("checks", "loading", "pages", "rendering", "shaping")
CHILDREN = 2
NEEDED = ("scripts", "tests", "docs", "quizzes", "benchmarks", "overrides", "mkdocs.yml", "mkdocs.en.yml", "company.yml", "pyproject.toml", "CONTRIBUTING.md")
MEMORY = Path("/dev/shm")
"""Ten thousand processes write small files; where the system has a disk in memory, it waits for no other."""
SURVIVORS = ROOT / "test-results" / "mutants.txt"
# exit codes that mutmut keeps for a mutant: pytest's own (1 failed, 3 broke), and what the system says of one that ran for too long
_KILLED = {1: "killed", 3: "killed", 36: "timeout", -24: "timeout", 24: "timeout", 152: "timeout", 255: "timeout"}
_SURVIVED = {0: "survived", 5: "no tests", 33: "no tests"}


def run_mutmut(only: tuple[str, ...] = ()) -> bool:
    """All mutants, or those whose names match (`course.checks.ids.*`). True when each room reaches the aim."""
    started = time.monotonic()
    print("--- mutants: Python (about half an hour on two cores that nobody else uses) ---", flush=True)
    with tempfile.TemporaryDirectory(prefix="fieldbook-mutants-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        copy = Path(folder)
        _lay_out(copy)
        environment = os.environ | {"PYTHONUTF8": "1", "PYTHONHASHSEED": "0", "NO_COLOR": "1", "CI": "true", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_DEBUG_TEMPROOT": str(copy / "tmp")}
        command = [str(Path(sys.executable).with_name("mutmut")), "run", "--max-children", str(min(CHILDREN, os.cpu_count() or 1)), *only]
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, encoding="utf-8")
        verdicts = _verdicts(copy / "mutants" / "src", only)
        if done.returncode or not verdicts:
            print("mutmut did not finish:\n" + "\n".join((done.stdout + done.stderr).splitlines()[-40:]))
            return False
        _write_survivors(copy, verdicts)
    return _judge(verdicts, (time.monotonic() - started) / 60)


def _lay_out(copy: Path) -> None:
    """mutmut names a mutant by its path, tests by their import: with `scripts/` as `src/` the two agree."""
    for name in NEEDED:
        source, target = ROOT / name, copy / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)
    (copy / "scripts").rename(copy / "src")
    (copy / "tmp").mkdir()
    (copy / "mutants").mkdir()
    (copy / "mutants" / "scripts").symlink_to("src")


def _verdicts(source: Path, only: tuple[str, ...]) -> dict[str, str]:
    """Name of each mutant → what became of it."""
    found: dict[str, str] = {}
    for file in sorted(source.rglob("*.meta")):
        codes: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        for name, code in codes.items():
            if not (only and code is None):
                found[name] = (_KILLED | _SURVIVED).get(code, f"broken off ({code})")
    return found


def _write_survivors(copy: Path, verdicts: dict[str, str]) -> None:
    """Each with its difference, for the person who writes the missing test."""
    script = "import sys\nfrom mutmut.mutation.diff_apply import get_diff_for_mutant\nfor name in sys.stdin.read().split():\n    print(f'# {name}\\n{get_diff_for_mutant(name)}\\n')\n"
    names = [name for name, verdict in verdicts.items() if verdict not in _KILLED.values()]
    shown = subprocess.run([sys.executable, "-c", script], cwd=copy, env=os.environ | {"PYTHONUTF8": "1"}, input="\n".join(names), capture_output=True, text=True, encoding="utf-8")
    SURVIVORS.parent.mkdir(exist_ok=True)
    SURVIVORS.write_text(shown.stdout + shown.stderr, encoding="utf-8")


def _judge(verdicts: dict[str, str], minutes: float) -> bool:
    by_room: dict[str, Counter[str]] = {room: Counter() for room in ROOMS}
    for name, verdict in verdicts.items():
        by_room[name.split(".")[1]][verdict] += 1
    rows = [*by_room.items(), ("all", sum(by_room.values(), Counter()))]
    good = True
    for room, counted in rows:
        mutants, killed = counted.total(), counted["killed"] + counted["timeout"]
        if not mutants:
            continue
        met = killed * 100 >= AIM * mutants
        good &= met
        found = f"{killed * 100 / mutants:.1f} % of {mutants}"
        others = ", ".join(f"{number} {verdict}" for verdict, number in sorted(counted.items()) if verdict != "killed")
        what = "mutants killed, Python, in all" if room == "all" else f"mutants killed, `course/{room}`"
        proof.enter("strong tests", what, f"≥ {AIM} %", found, met, others + (f"; {minutes:.0f} minutes; explained in benchmarks/mutants.md" if room == "all" else ""))
        print(f"{what}: {found} ({others})")
    return good


if __name__ == "__main__":
    sys.exit(0 if run_mutmut(tuple(sys.argv[1:])) else 1)
