"""The table of `test --full`: what was promised, what was found. Rows come from tests and steps, in any process.

Touches the folder that $FIELDBOOK_PROOF names, and `benchmarks/full.md`; without that variable a row is dropped.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

VARIABLE = "FIELDBOOK_PROOF"
PARTS = ("accessibility", "privacy and security", "reproducible and atomic", "strong tests", "serving", "the exit")


class Row(NamedTuple):
    part: str
    what: str
    aim: str
    found: str
    met: bool
    note: str


def enter(part: str, what: str, aim: str, found: str, met: bool = True, note: str = "") -> None:
    """One row. Call it before asserting: a miss stands in the table too.

    `part` is one of PARTS; `aim` and `found` are short texts with their units; `note` says why an aim is missed, or what
    the figure does not cover.
    """
    if part not in PARTS:
        raise ValueError(f"'{part}' is no part of the table: {', '.join(PARTS)}")
    folder = os.environ.get(VARIABLE)
    if folder:
        # a file a process: several write at once
        with open(Path(folder) / f"{os.getpid()}.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps(Row(part, what, aim, found, met, note), ensure_ascii=False) + "\n")


def rows(folder: Path) -> list[Row]:
    """In the order of PARTS, then by name: the order in which processes came by says nothing."""
    found = [Row(*json.loads(line)) for file in folder.glob("*.jsonl") for line in file.read_text(encoding="utf-8").splitlines()]
    return sorted(found, key=lambda row: (PARTS.index(row.part), row.what))


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
        text += "| what | aim | found | | note |\n|---|---|---|---|---|\n"
        for row in of_part:
            cells = (row.what, row.aim, row.found, "met" if row.met else "**missed**", row.note)
            text += "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |\n"
        text += "\n"
    return text.rstrip("\n") + "\n"
