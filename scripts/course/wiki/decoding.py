"""Bytes of an exported page → text: UTF-8, UTF-16 with its mark, GB18030. Never guesses further."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

LARGEST = 20_000_000
"""Bytes. A long page of a wiki has 300,000; beyond this it is the export of a whole wiki in one file."""


class Undecodable(Exception):
    """What is wrong, where (`line`, `column` from 1), and what to do (`hint`)."""

    def __init__(self, message: str, hint: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.hint, self.line, self.column = hint, line, column


def decode(raw: bytes) -> str:
    """With line ends as \\n and without a byte order mark. Raises `Undecodable`."""
    if len(raw) > LARGEST:
        raise Undecodable(f"the file has more than {LARGEST // 1_000_000} MB", "split the export: one file a page, or a namespace at a time")
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        try:
            text = raw.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Undecodable(f"begins like UTF-16 and is none from byte {error.start} on", "export it again, or save it as UTF-8") from None
    elif b"\0" in raw:
        raise Undecodable("holds zero bytes: no text, or UTF-16 without its mark", "save it as UTF-8, or leave it out")
    else:
        text = _eight_bits(raw)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _eight_bits(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        try:
            return raw.decode("gb18030")
        except UnicodeDecodeError:
            before = raw[: error.start]
            column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
            raise Undecodable(
                f"neither UTF-8 nor GB18030: byte 0x{raw[error.start]:02x}", "save it as UTF-8", before.count(b"\n") + 1, column
            ) from None
