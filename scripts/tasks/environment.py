"""The project's own Python environment (.venv), made from the lock files, with hashes.

Standard library only: it runs before anything is installed. Touches .venv and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = ROOT / "locks"


class InstallationProblem(Exception):
    """Something about the machine; the message says what to do."""


def is_ours() -> bool:
    """Whether this very process runs inside .venv, and .venv is what the lock says."""
    return Path(sys.prefix).resolve() == HOME.resolve() and _is_fresh("site")


def run_inside(script: str, arguments: list[str]) -> int:
    """Make or renew .venv where needed, then run the script again with its Python."""
    try:
        if not _is_fresh("site"):
            _make()
    except InstallationProblem as problem:
        print(problem, file=sys.stderr)
        return 2
    command = [str(PYTHON), str(Path(script).resolve()), *arguments]
    if os.name == "nt":
        return subprocess.run(command).returncode
    # in place of this process, so that whoever ends it ends the server too
    sys.stdout.flush()
    os.execv(command[0], command)


def install(lock: str) -> None:
    """Add what another lock names (`test`, `node`) to .venv; nothing happens when it is there already."""
    if _is_fresh(lock):
        return
    print(f"installing what locks/{lock}.lock names …", flush=True)
    _pip(lock)


def _is_fresh(lock: str) -> bool:
    stamp = HOME / f"{lock}.sha256"
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == _digest(lock)


def _digest(lock: str) -> str:
    return hashlib.sha256((LOCKS / f"{lock}.lock").read_bytes()).hexdigest()


def _make() -> None:
    if Path(sys.prefix).resolve() == HOME.resolve():
        raise InstallationProblem("The lock file changed. Run the command with the system's Python: python3 scripts/build.py …")
    print("making .venv from locks/site.lock (once, about half a minute) …", flush=True)
    shutil.rmtree(HOME, ignore_errors=True)
    try:
        # in a process of its own: on a bare Debian, venv exists but ensurepip does not, and says so by exiting
        made = subprocess.run([sys.executable, "-m", "venv", str(HOME)], capture_output=True, text=True)
        if made.returncode:
            raise InstallationProblem(
                "Python's venv module is not complete here.\n"
                "    Debian, Ubuntu: apt install python3-venv\n"
                "    elsewhere: install Python 3.11 or newer from python.org\n" + (made.stderr or made.stdout).strip()
            )
        _pip("site")
    except BaseException:
        # nothing half-made stays behind
        shutil.rmtree(HOME, ignore_errors=True)
        raise


def _pip(lock: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "--only-binary=:all:", "-r", str(LOCKS / f"{lock}.lock")]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if not line.startswith("WARNING")]
        raise InstallationProblem(
            f"installing locks/{lock}.lock failed. Is a package index reachable (PIP_INDEX_URL names an internal one)?\n" + "\n".join(lines[-12:])
        )
    (HOME / f"{lock}.sha256").write_text(_digest(lock))
