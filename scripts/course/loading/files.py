"""Bytes on disk → text, or a problem: not UTF-8, too large, not readable. The only file here that opens files."""

from __future__ import annotations

from pathlib import Path

from ..problems import Problem

LARGEST = 1_000_000
"""Bytes. A bank of eight questions has 15,000; a file of several megabytes is a mistake."""


def read_text(root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """Text of `root/path` with line ends as \\n and without a byte order mark."""
    file = root / path
    try:
        size = file.stat().st_size
        if size > LARGEST:
            hint = f"a file may have {LARGEST // 1_000_000} MB; split it, or move pictures and data out of it"
            return None, [Problem(path, 1, 1, "S01", f"the file has {size / 1_000_000:.1f} MB", hint)]
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
    return text.replace("\r\n", "\n").replace("\r", "\n"), []
