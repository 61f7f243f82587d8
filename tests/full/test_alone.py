"""No request leaves the host: the whole site walked where there is no network, and every address in every file read."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from tasks import browser as browsers
from tasks.proof import enter

from ..site.conftest import ROOT

PART = "privacy and security"


def test_every_page_and_state_without_a_network(site: Path) -> None:
    """In a network namespace with nothing but the loopback where the system lets us make one; anywhere, no name is resolved."""
    walk = [sys.executable, "-m", "tests.full.walking", str(site)]
    alone = [*_namespace(), *walk, "--alone"] if _namespace() else walk
    environment = os.environ | {"FIELDBOOK_BROWSER": browsers.find() or "", "PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run(alone, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr[-3000:]
    seen = json.loads(done.stdout)
    elsewhere = {to: count for to, count in seen["asked"].items() if to not in (seen["own"], "data", "blob", "about")}
    where = "no name resolved" if seen["network"] else "no network at all (a namespace with the loopback alone)"
    enter(PART, "requests that leave the host", "0, over all pages and states", f"{sum(elsewhere.values())} of {sum(seen['asked'].values())} requests, {seen['pages']} pages and frames, {len(seen['states'])} states; {where}", not elsewhere, "short addresses: one in forty followed, the files of all read")
    enter(PART, "errors and broken policies in Chromium on that walk", "0", str(len(seen["complaints"])), not seen["complaints"])
    assert not elsewhere
    assert not seen["complaints"], "\n".join(seen["complaints"][:20])
    assert len(seen["states"]) == 18 and seen["pages"] > 200


def _namespace() -> list[str]:
    """The command before the command, or nothing where that may not be."""
    for command in (["unshare", "-n"], ["unshare", "-rn"]):
        if shutil.which("unshare") and subprocess.run([*command, "true"], capture_output=True).returncode == 0:
            return command
    return []


_LOADS = re.compile(
    r"""<(?:script|img|iframe|frame|embed|source|track|audio|video|input|image|use)\b[^>]*?\s(?:src|srcset|poster|href|xlink:href)\s*=\s*["']?([^"'\s>]+)"""
    r"""|<object\b[^>]*?\sdata\s*=\s*["']?([^"'\s>]+)|<base\b[^>]*?\shref\s*=\s*["']?([^"'\s>]+)|<form\b[^>]*?\saction\s*=\s*["']?([^"'\s>]+)""",
    re.IGNORECASE,
)
_LINK = re.compile(r"<link\b[^>]*>", re.IGNORECASE)
_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", re.IGNORECASE)
_IN_SCRIPT = re.compile(r"""\b(?:fetch|importScripts|import|sendBeacon|XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)\s*\(""")
_NAMES_ONLY = ("canonical", "alternate", "self")
"""A link of these kinds is read by machines that look for it; no browser loads it."""


def foreign_loads(text: str, suffix: str) -> list[str]:
    found: list[str] = []
    if suffix in (".html", ".svg", ".xml"):
        found += [unescape(next(filter(None, each.groups()))) for each in _LOADS.finditer(text)]
        # (a link in a feed is where the reader may go)
        for link in _LINK.findall(text) if suffix == ".html" else ():
            rel, href = (re.search(rf"""\b{name}\s*=\s*["']?([^"'>]+)""", link) for name in ("rel", "href"))
            if href and not (rel and rel[1].split()[0].lower() in _NAMES_ONLY):
                found.append(unescape(href[1]))
    if suffix in (".css", ".html", ".svg"):
        found += [first or second for first, second in _IN_STYLE.findall(text)]
    return [address for address in found if re.match(r"(?:[a-z][a-z0-9+.-]*:)?//|[a-z][a-z0-9+.-]*:(?!//)", address.strip(), re.IGNORECASE) and not address.startswith("data:")]


@pytest.mark.parametrize("address", ["", "https://docs.example.com/fieldbook/"])
def test_every_address_in_the_files(address: str, site: Path, tmp_path: Path) -> None:
    """Nothing that loads by itself has an address of its own, with and without SITE_URL."""
    folder = site
    if address:
        folder = tmp_path / "site"
        done = subprocess.run([sys.executable, "scripts/build.py", "build", "--output", str(folder)], cwd=ROOT, env=os.environ | {"SITE_URL": address}, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr
    files = [file for file in sorted(folder.rglob("*")) if file.suffix in (".html", ".css", ".svg", ".js", ".xml")]
    found: list[str] = []
    for file in files:
        text = file.read_text(encoding="utf-8")
        found += [f"{file.relative_to(folder)}: {each}" for each in foreign_loads(text, file.suffix)]
        if file.suffix == ".js" and file.name != "bank.js" and "questions" not in file.parts and not file.name.startswith(("search-", "outline")):
            found += [f"{file.relative_to(folder)}: {each[0]}" for each in _IN_SCRIPT.finditer(text)]
    enter(PART, f"addresses in built files that load from elsewhere{' (SITE_URL set)' if address else ''}", "0", f"{len(found)} in {len(files)} files", not found)
    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize(
    ("text", "suffix"),
    [("<script src=//x.org/a.js>", ".html"), ("<link rel='preconnect' href='https://x.org'>", ".html"), ("<link href=https://x.org rel=prefetch>", ".html"), ('<img alt="" srcset="https://x.org/a 2x">', ".html"), ("@import 'https://x.org/a.css'", ".css"), ("a{background:url(//x.org/a)}", ".css"), ("<base href=https://x.org/>", ".html")],
)
def test_the_reader_sees_what_loads(text: str, suffix: str) -> None:
    assert foreign_loads(text, suffix)
