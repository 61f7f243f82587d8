"""Bytes of an exported page → text: UTF-8, UTF-16 with its mark, GB18030. Never guesses further."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from ..problems import Problem

LARGEST = 20_000_000
"""Bytes. A long page of a wiki has 300,000; beyond this it is the export of a whole wiki in one file."""


def decode(raw: bytes, path: str) -> str | Problem:
    """The text, with line ends as \\n and without a byte order mark, or why there is none."""
    if len(raw) > LARGEST:
        return Problem(path, 1, 1, "unread", f"the file has more than {LARGEST // 1_000_000} MB", "split the export: one file a page, or a namespace at a time")
    for encoding in ("utf-16",) if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    before = raw[: _first_wrong(raw)]
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    return Problem(path, before.count(b"\n") + 1, column, "unread", "neither UTF-8, UTF-16 nor GB18030 from here on", "save it as UTF-8, or leave it out")


def _first_wrong(raw: bytes) -> int:
    try:
        raw.decode("utf-8")
        return raw.find(b"\0")
    except UnicodeDecodeError as error:
        return error.start
