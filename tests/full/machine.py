"""What the proofs need of the machine: programs, small and read-only disks, and a project to build. Never skips: says what is lacking."""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tasks import browser

BUILD = [sys.executable, "scripts/build.py", "build"]


def program(name: str, package: str) -> str:
    """Its path; from Debian's packages where it is not here and one may."""
    places = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin"
    if not shutil.which(name, path=places):
        browser._install(package)
    found = shutil.which(name, path=places)
    if not found:
        pytest.fail(f"this needs the program '{name}'. Debian, Ubuntu: apt install {package}", pytrace=False)
    return found


def tree(site: Path) -> str:
    """One hash of all names, bytes and permissions of a site."""
    digest = hashlib.sha256()
    for path in sorted([site, *site.rglob("*")], key=lambda path: path.relative_to(site).as_posix()):
        digest.update(f"{path.relative_to(site).as_posix()}\0{path.stat().st_mode & 0o777:o}\0".encode())
        digest.update(path.read_bytes() if path.is_file() else b"/")
    return digest.hexdigest()


def on_a_disk(folder: Path, mounting: str, command: list[str], cwd: Path, environment: dict[str, str] | None = None, after: str = "true") -> subprocess.CompletedProcess[str]:
    """Run a command while `mounting`, lines of shell in which $D is the folder, holds for it and nobody else; then `after`, into which its exit code goes on.

    In a mount namespace of its own: whatever happens, nothing stays mounted.
    """
    unshare = program("unshare", "util-linux")
    private = [unshare, "--mount"] if os.geteuid() == 0 else [unshare, "--mount", "--map-root-user"]
    script = f"set -e\nD={shlex.quote(str(folder))}\n{mounting}\nset +e\n{shlex.join(command)}\ncode=$?\n{after}\nexit $code"
    if subprocess.run([*private, "sh", "-c", f"mount -t tmpfs tmpfs {shlex.quote(str(folder))}"], capture_output=True).returncode:
        pytest.fail("this mounts small disks, which is not allowed here: run it as root, in a container with SYS_ADMIN or where user namespaces are allowed", pytrace=False)
    return subprocess.run([*private, "sh", "-c", script], cwd=cwd, env=os.environ | (environment or {}), capture_output=True, text=True, encoding="utf-8", errors="replace")
