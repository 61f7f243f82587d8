"""Finds a program that only `test --full` needs, and gets it where it may. Never skips: without it, it says how to get it."""

from __future__ import annotations

import os
import shutil
import subprocess

from .environment import InstallationProblem


def get(program: str, package: str) -> str:
    """The path of `program`: on PATH, else from Debian's package where that may be installed."""
    found = shutil.which(program)
    if not found:
        install(package)
        found = shutil.which(program)
    if not found:
        raise InstallationProblem(f"'{program}' is not here. Debian, Ubuntu: apt install {package}; elsewhere: install it so that it stands on PATH")
    return found


def install(*packages: str) -> None:
    """With the system's package manager, where that is Debian's and one may."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return
    print(f"installing {', '.join(packages)} with apt-get …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, stdout=subprocess.DEVNULL)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], env=environment, stdout=subprocess.DEVNULL)
