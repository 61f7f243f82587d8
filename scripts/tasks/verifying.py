"""Looks at a built site before it is published: whatever a reader or a script could ask for is there, and whole.

Reads the folder, writes nothing. Faults of the machine and of the build, not of content: that is `check`'s.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from course.addresses import page_url
from course.models import LANGUAGES, Course

from .environment import ROOT

_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
"""What a page shows of somebody's HTML has `&lt;`."""
_ADDRESS = re.compile(r'\s(?:href|src|data-to|poster|content(?=="https?:))="([^"#?]*)')
_BASE = re.compile(r'<base href="([^"]*)"')
_NOT_LOCAL = re.compile(r"[a-z][a-z0-9+.-]*:|//")
_MADE = ("outline.js", "bank.js", "search-names.js", "search-texts.js")
"""Scripts that the build writes, and that a page loads when it wants them."""
_MOST = 20


def faults(site: Path, course: Course, url: str = "") -> list[str]:
    """What is wrong with the site in this folder, a line each; about twenty at most. `url` is its address, if it has one, with a slash at its end."""
    sizes = dict(_sizes(site))
    found = [f"{path} is empty" for path, size in sorted(sizes.items()) if not size]
    found += [f"{path} is missing" for path in sorted({*_wanted(course)} - sizes.keys())]
    found += _catalogue(site)
    naming: dict[str, list[str]] = {}
    for path in sorted(path for path, size in sizes.items() if size and path.endswith(".html")):
        text = (site / path).read_text(encoding="utf-8", errors="replace")
        if not text.rstrip().endswith("</html>"):
            found.append(f"{path} breaks off")
        for target in _targets(path, text, url):
            if target not in sizes and posixpath.normpath(f"{target}/index.html") not in sizes:
                naming.setdefault(target, []).append(path)
    for target, pages in naming.items():
        others = f" and {len(pages) - 1} others name" if len(pages) > 1 else " names"
        found.append(f"{target} is not there, but {pages[0]}{others} it")
    return found[:_MOST] + ([f"… and {len(found) - _MOST} more"] if len(found) > _MOST else [])


def _sizes(site: Path) -> Iterator[tuple[str, int]]:
    for folder, _, names in os.walk(site):
        at = Path(folder).relative_to(site).as_posix()
        for name in names:
            yield posixpath.normpath(f"{at}/{name}"), os.stat(os.path.join(folder, name)).st_size


def _wanted(course: Course) -> Iterator[str]:
    """What must be there though perhaps no page names it: pages, addresses that were given out, scripts that scripts load."""
    yield from ("links.json", "links.csv", "links.schema.json")
    for language in LANGUAGES:
        root = "en/" if language == "en" else ""
        yield from (f"{root}404.html", f"{root}feed.xml", f"{root}sitemap.xml")
        yield from (f"{root}{page_url(page.uri)}index.html" for page in course.in_language(language))
        for line in course.ledger:
            if line.kind == "path":
                yield f"{root}{line.id}index.html"
            elif line.kind in ("page", "section", "checklist", "term") and not line.retired:
                yield f"{root}go/{line.id}/index.html"
        yield from (f"{root}assets/questions/{bank.page}.js" for bank in course.banks if bank.questions)
        yield from (f"{root}assets/{name}" for name in _MADE)
        for built in sorted((ROOT / "web" / "dist").iterdir()):
            stem, *of, suffix = built.name.split(".")
            if of in ([], [language]):
                yield f"{root}assets/{stem}.{suffix}"


def _catalogue(site: Path) -> Iterator[str]:
    try:
        if not json.loads((site / "links.json").read_text(encoding="utf-8"))["links"]:
            yield "links.json lists nothing"
    except FileNotFoundError:
        return  # it is missing, which is said already
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield f"links.json cannot be read: {error}"


def _targets(path: str, text: str, url: str) -> Iterator[str]:
    """Paths in the site, each once, of all that a page names on this site."""
    base = _BASE.search(text)
    folder = posixpath.join(posixpath.dirname(path), base[1] if base else "")
    for address in dict.fromkeys(address for tag in _TAG.findall(text) for address in _ADDRESS.findall(tag)):
        target = _target(unescape(address), folder, url)
        if target is not None:
            yield target


def _target(address: str, folder: str, url: str) -> str | None:
    """Path in the site; '..' stands for what lies outside it. None: another host's, or only a place on the page itself."""
    if url and address.startswith(url):
        return posixpath.normpath(unquote(address.removeprefix(url)))
    if not address or _NOT_LOCAL.match(address):
        return None
    if address.startswith("/"):
        # in the page that a server gives for any wrong address
        root = "/" + url.partition("://")[2].partition("/")[2]
        return posixpath.normpath(unquote(address.removeprefix(root))) if address.startswith(root) else ".."
    return posixpath.normpath(posixpath.join(folder, unquote(address)))
