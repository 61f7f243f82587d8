"""test: everything. The tests of `web/`, then pytest: content, core, tasks, and the built site in a real browser.

Gets what it needs (pytest and playwright, Node.js, a browser), or fails and says how to get it. Never skips.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time

from . import browser, node
from .environment import ROOT, InstallationProblem, install

WEB = ROOT / "web"


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py test", description="Run all tests. What follows is handed to pytest.")
    _, for_pytest = parser.parse_known_args(arguments)
    started = time.monotonic()
    try:
        install("test")
        npm, environment = node.command("npm")
        _install_web(npm, environment)
        found, firefox = browser.get(), browser.firefox()
    except InstallationProblem as problem:
        print(problem, file=sys.stderr)
        return 2
    good = True
    # pytest goes last: its closing line is what people and machines look for
    for script in ("check", "test"):
        good &= _step(f"web: {script}", [*npm, "run", "--silent", script], environment, WEB)
    # a file stays with one worker, so that its pages and its built copies are made once; `-n0` for a debugger
    command = [sys.executable, "-m", "pytest", "-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", *for_pytest]
    good &= _step("pytest", command, os.environ | {"FIELDBOOK_BROWSER": found, "FIELDBOOK_FIREFOX": firefox, "PYTHONUTF8": "1"}, ROOT)
    print(f"{'all tests passed' if good else 'some tests failed'} in {time.monotonic() - started:.0f} s")
    return 0 if good else 1


def _step(name: str, command: list[str], environment: dict[str, str], folder) -> bool:
    print(f"--- {name} ---", flush=True)
    return subprocess.run(command, env=environment, cwd=folder).returncode == 0


def _install_web(npm: list[str], environment: dict[str, str]) -> None:
    """`npm ci` when the lock file is not the one that was installed."""
    digest = hashlib.sha256((WEB / "package-lock.json").read_bytes()).hexdigest()
    stamp = WEB / "node_modules" / ".fieldbook-lock"
    if stamp.exists() and stamp.read_text() == digest:
        return
    print("installing what web/package-lock.json names …", flush=True)
    done = subprocess.run([*npm, "ci", "--no-audit", "--no-fund", "--silent"], env=environment, cwd=WEB, capture_output=True, text=True)
    if done.returncode:
        raise InstallationProblem("npm ci failed in web/. Is a package index reachable (npm config get registry)?\n" + (done.stderr or done.stdout).strip())
    stamp.write_text(digest)
