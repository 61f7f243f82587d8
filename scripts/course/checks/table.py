"""Findings from the rows of `codes.py`: rules fill in the particulars with `problem()`, `explain()` prints a row for people.

Touches nothing and knows no course.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ..codes import TABLE
from ..models import Place
from ..problems import Problem, Severity


def problem(code: str, place: Place, particulars: str = "", *, message: str = "", hint: str = "", severity: Severity | None = None) -> Problem:
    """A finding of `code`. `particulars` follow the row's own words; a code with many causes brings its `message`."""
    row = TABLE[code]
    if not message:
        message = f"{row.wrong}: {particulars}" if particulars else row.wrong
    level: Severity = "warning" if row.level == "warning" else "error"
    return Problem(*place, code, message, hint or row.mend, severity or level)


def did_you_mean(word: str, names: Iterable[str], otherwise: str = "") -> str:
    """'did you mean …?' when something near exists, else `otherwise`."""
    near = get_close_matches(word, sorted(set(names)), 1, 0.75)
    return f"did you mean '{near[0]}'?" if near else otherwise


def a_or_an(word: str) -> str:
    """'a page', 'an item'."""
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def explain(code: str) -> str:
    """A row for people. An unknown code is said, with the nearest one."""
    row = TABLE.get(code.upper())
    if row is None:
        return f"no check has the code '{code}'; {did_you_mean(code.upper(), TABLE, f'the codes are {chr(44).join(TABLE)}'.replace(',', ', '))}"
    level = {"error": "error: stops the build", "warning": "warning", "both": "error or warning, by how much"}[row.level]
    lines = [f"{row.code}  {row.wrong}", f"  level   {level}", f"  mend    {row.mend}", f"  source  {row.source}"]
    if row.can_be_excused:
        lines.append(f"  excuse  on a question: allow: {{{row.code}: '2026-12-01: the reason'}} (warnings only)")
    return "\n".join(lines)
