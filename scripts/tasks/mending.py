"""check --fix: writes into pages and banks what `typography.mends` says is safe. The one task that edits sources, and only when asked."""

from __future__ import annotations

from itertools import groupby

from course.checks.typography import mended, mends
from course.models import Course

from .environment import ROOT
from .writing import write


def mend(course: Course) -> bool:
    """Mend and say what; True when something was written. Each file is replaced whole or not at all."""
    count = 0
    for path, rows in groupby(mends(course), key=lambda mend: mend.path):
        file = ROOT / path
        raw = file.read_bytes().decode("utf-8-sig")
        # keep the line ends of the file: a mend must not touch lines it does not mend
        ends = "\r\n" if "\r\n" in raw else "\n"
        new = mended(raw.replace("\r\n", "\n"), found := list(rows)).replace("\n", ends)
        if new != raw:
            write({file: new})
            count += len(found)
            print(f"mended {path}: {len(found)}")
    return count > 0
