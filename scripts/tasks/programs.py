"""Finds a program that only `test --full` needs, and gets it where it may. Never skips: without it, it says how to get it."""

from __future__ import annotations

import shutil

from . import debian
from .environment import InstallationProblem


def get(program: str, package: str) -> str:
    """The path of `program`: on PATH, else from Debian's package where that may be installed."""
    found = shutil.which(program)
    if not found:
        debian.install(package)
        found = shutil.which(program)
    if not found:
        raise InstallationProblem(f"'{program}' is not here. Debian, Ubuntu: apt install {package}; elsewhere: install it so that it stands on PATH")
    return found
