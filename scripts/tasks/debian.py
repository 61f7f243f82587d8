"""Packages of the system, where that is Debian's and one may install them. Touches the system, and nothing of the project."""

from __future__ import annotations

import os
import shutil
import subprocess


def install(*packages: str) -> None:
    """With apt-get; where there is none, or no right to it, nothing happens: whoever asked says how else to get it."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return
    print(f"installing {', '.join(packages)} with apt-get …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, stdout=subprocess.DEVNULL)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], env=environment, stdout=subprocess.DEVNULL)
