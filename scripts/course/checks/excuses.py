"""S01 for `allow`, and what it does: a warning on a question, excused with a date and a reason. Errors are never excused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ..codes import TABLE
from ..models import Item
from ..problems import Problem
from .table import did_you_mean, problem

_EXCUSE = re.compile(r"(\d{4}-\d{2}-\d{2}): +(\S.*)")
_EXAMPLE = "'2026-12-01: the vignette is needed'"


def excused(problems: Iterable[Problem], item: Item | None) -> Iterator[Problem]:
    """The same problems; a warning that the question's `allow` speaks of says so."""
    for found in problems:
        excuse = item.allow.get(found.code) if item and found.severity == "warning" else None
        if excuse and _well_formed(excuse):
            yield replace(found, message=f"{found.message} (excused {excuse})", severity="excused")
        else:
            yield found


def excuses(item: Item) -> Iterator[Problem]:
    """The form of `allow`: an existing code that warns, a date, a reason."""
    for code, excuse in item.allow.items():
        place, where = item.place("allow"), f"'allow' of question {item.id}"
        if code not in TABLE:
            yield problem("S01", place, message=f"no check has the code '{code}': {where}", hint=did_you_mean(code, TABLE, "the codes are F and a number for questions, T04 for worn phrases"))
        elif not TABLE[code].can_be_excused:
            yield problem("S01", place, message=f"{code} is an error and cannot be excused: {where}", hint=TABLE[code].mend)
        elif not _well_formed(excuse):
            yield problem("S01", place, message=f"{code} needs a date and a reason: {where} says '{excuse}'", hint=f"write {code}: {_EXAMPLE}")


def _well_formed(excuse: str) -> bool:
    found = _EXCUSE.fullmatch(excuse.strip())
    if not found:
        return False
    try:
        date.fromisoformat(found[1])
    except ValueError:
        return False
    return True
