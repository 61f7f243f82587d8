"""test: everything. The tests of `web/`, then pytest: content, core, tasks, and the built site in a real browser.

`--full` adds what takes minutes (`tests/full/`) and keeps one table of what was promised and found, `benchmarks/full.md`;
`--full tests/full/test_servers.py` runs that alone and renews its rows.
Gets what it needs (pytest and playwright, Node.js, browsers), or fails and says how to get it. Never skips.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from . import browser, node, proof
from .environment import ROOT, InstallationProblem, install

WEB = ROOT / "web"
FULL = "tests/full"
MUTANTS = f"{FULL}/test_mutants_*.py"


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py test", description="Run all tests. What follows is handed to pytest.")
    parser.add_argument("--full", action="store_true", help="also what takes minutes; writes benchmarks/full.md")
    asked, for_pytest = parser.parse_known_args(arguments)
    started = time.monotonic()
    try:
        install("test")
        if asked.full or any(argument.startswith(FULL) for argument in for_pytest):
            install("full")
        npm, environment = node.command("npm")
        node.packages(WEB, npm, environment)
        browsers = {"FIELDBOOK_BROWSER": browser.get(), "FIELDBOOK_FIREFOX": browser.firefox(), "PYTHONUTF8": "1"}
    except InstallationProblem as problem:
        print(problem, file=sys.stderr)
        return 2
    good = True
    if asked.full:
        good &= _full(for_pytest, browsers)
    if not (asked.full and for_pytest):
        # pytest goes last: its closing line is what people and machines look for
        for script in ("check", "test"):
            good &= _step(f"web: {script}", [*npm, "run", "--silent", script], environment, WEB)
        good &= _pytest("pytest", for_pytest, browsers)
    print(f"{'all tests passed' if good else 'some tests failed'} in {time.monotonic() - started:.0f} s")
    return 0 if good else 1


def _full(for_pytest: list[str], browsers: dict[str, str]) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        environment = browsers | {proof.VARIABLE: folder}
        if for_pytest:
            good = _pytest("these proofs", for_pytest, environment)
        else:
            good = _pytest("the proofs that take minutes", [FULL, f"--ignore-glob={MUTANTS}"], environment)
            # last and by themselves: they use all cores, and a mutant that is too slow counts as noticed
            good &= _pytest("mutants", ["-n0", *(file.relative_to(ROOT).as_posix() for file in sorted(ROOT.glob(MUTANTS)))], environment)
        rows = proof.keep(Path(folder), ROOT / "benchmarks", afresh=not for_pytest)
    print(f"\n{proof.table(rows)}\nbenchmarks/full.md: {len(rows)} rows, {sum(not row.met for row in rows)} missed", flush=True)
    return good


def _pytest(name: str, arguments: list[str], browsers: dict[str, str]) -> bool:
    # one more than there are cores: much of a test is waiting for a browser or a server. A file stays with one worker, so that
    # its pages and its built copies are made once; `-n0` for a debugger
    workers = str(min(4, (os.cpu_count() or 1) + 1))
    command = [sys.executable, "-m", "pytest", "-n", workers, "--dist", "loadfile", *arguments]
    return _step(name, command, os.environ | browsers, ROOT)


def _step(name: str, command: list[str], environment: dict[str, str], folder) -> bool:
    print(f"--- {name} ---", flush=True)
    return subprocess.run(command, env=environment, cwd=folder).returncode == 0
