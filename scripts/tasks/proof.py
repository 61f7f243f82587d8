"""The table of `test --full`: what was promised, what was found. Rows come from tests, in any process.

Touches the folder that $FIELDBOOK_PROOF names, and `benchmarks/full.jsonl` (the rows) with `benchmarks/full.md` (the same for
people). Without that variable a row is dropped.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

VARIABLE = "FIELDBOOK_PROOF"
PARTS = ("accessibility", "privacy and security", "reproducible and atomic", "strong tests", "serving", "the exit")
_MARK = "## Last run"
# where a test had its files on the machine that ran it says nothing to a reader, and differs each time
_TEMPORARY = re.compile(rf"{re.escape(tempfile.gettempdir())}/pytest-of-[^/]+/pytest-\d+/(?:popen-\w+/)?[^/]+/")


class Row(NamedTuple):
    part: str
    what: str
    aim: str
    found: str
    met: bool
    note: str
    source: str
    day: str


def enter(part: str, what: str, aim: str, found: str, met: bool = True, note: str = "") -> None:
    """One row. Call it before asserting: a miss stands in the table too.

    `part` is one of PARTS; `aim` and `found` are short texts with their units; `note` says why an aim is missed, or what
    the figure does not cover.
    """
    if part not in PARTS:
        raise ValueError(f"'{part}' is no part of the table: {', '.join(PARTS)}")
    folder = os.environ.get(VARIABLE)
    if folder:
        source = sys._getframe(1).f_globals["__name__"].rpartition(".")[2]
        row = Row(part, what, aim, _TEMPORARY.sub("…/", found), met, _TEMPORARY.sub("…/", note), source, f"{date.today():%Y-%m-%d}")
        # a file a process: several write at once
        with open(Path(folder) / f"{os.getpid()}.jsonl", "a", encoding="utf-8") as file:
            file.write(_line(row))


def keep(folder: Path, benchmarks: Path, afresh: bool) -> list[Row]:
    """Put what was found into the table. Unless `afresh`, rows that were not entered anew stay, with their day."""
    found = [row for file in folder.glob("*.jsonl") for row in _read(file)]
    rows, text = benchmarks / "full.jsonl", benchmarks / "full.md"
    if not afresh and rows.exists():
        anew = {(row.source, row.what) for row in found}
        found += [row for row in _read(rows) if (row.source, row.what) not in anew]
    # the order in which processes came by says nothing
    found.sort(key=lambda row: (PARTS.index(row.part), row.what))
    head = text.read_text(encoding="utf-8").partition(_MARK)[0] if text.exists() else ""
    rows.write_text("".join(map(_line, found)), encoding="utf-8", newline="\n")
    text.write_text(f"{head}{_MARK}\n\n{table(found)}", encoding="utf-8", newline="\n")
    return found


def table(found: Iterable[Row]) -> str:
    """The rows as Markdown, a table a part. A part without a row says so: nothing is left out in silence."""
    by_part: dict[str, list[Row]] = {part: [] for part in PARTS}
    for row in found:
        by_part[row.part].append(row)
    text = ""
    for part, of_part in by_part.items():
        text += f"### {part[0].upper()}{part[1:]}\n\n"
        if not of_part:
            text += "**Nothing was entered.**\n\n"
            continue
        text += "| what | aim | found | | note | day |\n|---|---|---|---|---|---|\n"
        for row in of_part:
            cells = (row.what, row.aim, row.found, "met" if row.met else "**missed**", row.note, row.day)
            text += "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |\n"
        text += "\n"
    return text.rstrip("\n") + "\n"


def _line(row: Row) -> str:
    return json.dumps(row._asdict(), ensure_ascii=False) + "\n"


def _read(file: Path) -> list[Row]:
    return [Row(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]
