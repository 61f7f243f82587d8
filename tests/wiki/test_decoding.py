"""Encodings in which wikis and editors on Windows save their pages; what is none of them is said with its place."""

from __future__ import annotations

import pytest
from course.problems import Problem
from course.wiki.decoding import LARGEST, decode

TEXT = "# 报价\n见 https://h/ 第二节\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.md") == TEXT


def test_utf_16_of_either_order() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.md") == decode(b"\xff\xfe" + TEXT.encode("utf-16-le"), "a.md") == TEXT


def test_line_ends_are_one_kind() -> None:
    assert decode(b"a\r\nb\rc\n", "a.md") == "a\nb\nc\n"
    assert decode(b"", "a.md") == ""


@pytest.mark.parametrize(("raw", "line", "column"), [
    ("一\n二三".encode() + b"\xff\xff", 2, 3), (b"caf\xe9 au lait", 1, 4), ("# x".encode("utf-16-le"), 1, 2),
    (b"\xff\xfea", 1, 1), (b"\xff\xfe\x00\x00a\x00\x00\x00", 1, 1), (b"a\nPK\x03\x04\x00", 2, 5),
])  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_place(raw: bytes, line: int, column: int) -> None:
    assert decode(raw, "a.md") == Problem("a.md", line, column, "unread", "neither UTF-8, UTF-16 nor GB18030 from here on", "save it as UTF-8, or leave it out")


def test_a_file_that_is_too_large() -> None:
    found = decode(b"a" * (LARGEST + 1), "a.md")
    assert isinstance(found, Problem) and found.message == "the file has more than 20 MB" and "split the export" in found.hint
