"""Finds the browsers of the end-to-end tests (one like Chromium, and Firefox), and gets them where it may. Never skips: without one it says how to get it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from . import debian
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

FIREFOXES = ("firefox-esr", "firefox")
FIREFOX_PLACES = ("/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe")
FIREFOX_WAYS = """no Firefox for the end-to-end tests. Any of these will do:
    set FIELDBOOK_FIREFOX to the path of Firefox
    Debian: apt install firefox-esr
    Fedora, Ubuntu: install firefox
    macOS, Windows: install Firefox"""


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
    debian.install("chromium", "fonts-noto-cjk")
    if found := find():
        return found
    print("asking playwright for its browser …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True)
    if found := find():
        return found
    raise InstallationProblem(WAYS)


def firefox() -> str:
    """Path of Firefox: $FIELDBOOK_FIREFOX, PATH, the usual places, then the system's package manager where it may."""
    named = os.environ.get("FIELDBOOK_FIREFOX")
    if named:
        found = shutil.which(named)
        if not found:
            raise InstallationProblem(f"FIELDBOOK_FIREFOX names '{named}', which is not a program")
        return found
    found = _firefox()
    if not found:
        debian.install("firefox-esr")
        found = _firefox()
    if not found:
        raise InstallationProblem(FIREFOX_WAYS)
    return found


def _firefox() -> str | None:
    return next((found for name in FIREFOXES if (found := shutil.which(name))), None) or next((place for place in FIREFOX_PLACES if Path(place).exists()), None)


def _playwrights_own() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None
