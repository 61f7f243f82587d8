"""Finds a Chromium-like browser for the end-to-end tests, and gets one where it may. Never skips: without one it says how to get one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from .environment import InstallationProblem

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge", "microsoft-edge-stable")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
WAYS = """no browser for the end-to-end tests. Any of these will do:
    set FIELDBOOK_BROWSER to the path of Chrome, Chromium or Edge
    Debian, Ubuntu: apt install chromium
    Fedora: dnf install chromium
    macOS, Windows: install Chrome or Edge"""


def find() -> str | None:
    """Path of a browser that is here already: $FIELDBOOK_BROWSER, then PATH, then the usual places, then playwright's own."""
    named = os.environ.get("FIELDBOOK_BROWSER")
    if named:
        found = shutil.which(named)
        if not found:
            raise InstallationProblem(f"FIELDBOOK_BROWSER names '{named}', which is not a program")
        return found
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return next((place for place in PLACES if Path(place).exists()), None) or _playwrights_own()


def get() -> str:
    """`find`, and where nothing is found: the system's package manager where it may, then playwright's download."""
    found = find()
    if found:
        return found
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("installing chromium and a Chinese font with apt-get …", flush=True)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, stdout=subprocess.DEVNULL)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"], env=environment, stdout=subprocess.DEVNULL)
        if found := find():
            return found
    print("asking playwright for its browser …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True)
    if found := find():
        return found
    raise InstallationProblem(WAYS)


def _playwrights_own() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None
