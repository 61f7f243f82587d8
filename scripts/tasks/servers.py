"""Finds the web servers that `deploy/` is for (nginx, Caddy), and gets them where it may. Never skips: without one it says how to get it."""

from __future__ import annotations

import os
import shutil

from . import debian
from .environment import InstallationProblem

NAMES = ("nginx", "caddy")
# not on the PATH of everybody
PLACES = os.pathsep.join(("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))


def get(name: str) -> str:
    """Path of `nginx` or `caddy`: $FIELDBOOK_NGINX or $FIELDBOOK_CADDY, PATH, the usual places, then the system's package manager where it may."""
    variable = f"FIELDBOOK_{name.upper()}"
    named = os.environ.get(variable)
    if named:
        found = shutil.which(named)
        if not found:
            raise InstallationProblem(f"{variable} names '{named}', which is not a program")
        return found
    found = _find(name)
    if not found:
        debian.install(name)
        found = _find(name)
    if not found:
        raise InstallationProblem(f"no {name} for the tests of deploy/. Any of these will do:\n    set {variable} to its path\n    Debian, Ubuntu: apt install {name}\n    Fedora: dnf install {name}\n    macOS: brew install {name}")
    return found


def _find(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path=PLACES)
