"""Bytes on disk → text, or a problem: not UTF-8, too large, not readable. The only file here that opens files.

It also looks at what lies in a folder: links to elsewhere and files of a kind that nobody expects.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from ..problems import Problem
from .signs import HINT, UNSEEN, named

LARGEST = 1_000_000
"""Bytes. A bank of eight questions has 15,000; a file of several megabytes is a mistake."""

LARGEST_PAGE = 200_000
"""Bytes. The longest page has 23,000."""

LONGEST = 4_000
"""Characters in a line. The longest that was written has 1,100; over a hundred thousand brackets a pattern thinks for minutes."""

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*")
_LONG_LINE = re.compile(rf"[^\n]{{{LONGEST + 1}}}")


def read_text(root: Path, path: str, largest: int = LARGEST) -> tuple[str | None, list[Problem]]:
    """Text of `root/path` with line ends as \\n and without a byte order mark."""
    file = root / path
    try:
        found = file.stat()
        size = found.st_size
        if not stat.S_ISREG(found.st_mode):
            return None, [Problem(path, 1, 1, "S01", "this is no file", "a page, a bank or a list is a file; rename the folder, or delete what stands here")]
        if size > largest:
            limit = "1 MB" if largest == LARGEST else f"{largest // 1000} KB"
            return None, [Problem(path, 1, 1, "S01", f"the file has {size / 1_000_000:.1f} MB", f"a file may have {limit}; split it, or move pictures and data out of it")]
        raw = file.read_bytes()
    except OSError as error:
        return None, [Problem(path, 1, 1, "S01", f"the file cannot be read: {error.strerror}", "look at its permissions")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return None, [Problem(path, line, column, "S01", f"not UTF-8: byte 0x{raw[error.start]:02x}", "save the file as UTF-8 (often it was saved as GBK or ANSI)")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problem = _unseen(text, path) or _long_line(text, path)
    return (None, [problem]) if problem else (text, [])


def strangers(root: Path, folder: str, expected: re.Pattern[str]) -> Iterator[Problem]:
    """What lies in `folder` and must not: links to elsewhere, other files than `expected` (a pattern for the path below it), odd names.

    What begins with a dot is left out, as it is by the build.
    """
    for here, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*folders, *names]):
            file = Path(here, name)
            path = file.relative_to(root).as_posix()
            if name.startswith("."):
                continue
            if file.is_symlink():
                yield Problem(path, 1, 1, "S01", "a symbolic link", "the site would show what it leads to, which may lie outside the project: put the file itself here")
            elif not _NAME.fullmatch(name):
                yield Problem(path, 1, 1, "S01", "a name that cannot be an address", "use small Latin letters, figures and single hyphens: rule-08.zh.md")
            elif name in names and not expected.fullmatch(file.relative_to(root / folder).as_posix()):
                yield Problem(path, 1, 1, "S01", f"a file of a kind that does not belong in {folder}/", f"move it out of {folder}/: {KINDS[folder]}")


KINDS = {
    "docs": "what lies there is published; pages are .zh.md and .en.md, drawings .svg with .yml, the site's own pictures .svg and .png in docs/assets/",
    "overrides": "parts of the theme are .html and .xml; scripts and styles are made in web/",
    "quizzes": "banks are .yml in a folder, lists .yml beside the folders",
}


def _unseen(text: str, path: str) -> Problem | None:
    found = UNSEEN.search(text)
    return Problem(path, *_at(text, found.start()), "S01", named(found[0]), HINT) if found else None


def _long_line(text: str, path: str) -> Problem | None:
    found = _LONG_LINE.search(text)
    return Problem(path, *_at(text, found.start()), "S01", f"a line of more than {LONGEST:,} characters", "break it into paragraphs; data does not belong here") if found else None


def _at(text: str, position: int) -> tuple[int, int]:
    """Line and column from 1."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
