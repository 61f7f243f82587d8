"""Keeps the tables of a benchmark's last run in its file, behind what was written there by hand."""

from __future__ import annotations

from pathlib import Path

_MARK = "## Last run"


def keep(file: Path, tables: str) -> None:
    head = file.read_text(encoding="utf-8").partition(_MARK)[0] if file.exists() else ""
    file.write_text(f"{head}{_MARK}\n\n{tables}", encoding="utf-8", newline="\n")
