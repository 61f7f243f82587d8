"""S02: every id of the content stands in the ledger, and every line of the ledger leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import LedgerLine, Place
from ..problems import Problem
from .ids import Alias, aliases, present_ids
from .index import Index
from .table import a_or_an, did_you_mean, problem

LEDGER = "quizzes/ids.txt"
WITH_ADDRESS = ("page", "section", "checklist", "term")
_SHOWN = 5


def in_ledger(index: Index) -> Iterator[Problem]:
    """Every id of the content stands in the ledger, as what it is; one problem a file for those that are missing."""
    ledger = {line.id: line for line in index.course.ledger}
    missing: dict[str, list[tuple[str, Place]]] = {}
    for id, (kind, place) in present_ids(index.course).items():
        line = ledger.get(id)
        if line is None:
            missing.setdefault(place.path, []).append((id, place))
        elif line.kind != kind:
            yield problem("S02", place, message=f"'{id}' is {a_or_an(kind)} here and {a_or_an(line.kind)} in {LEDGER}:{line.place.line}", hint="choose a new id: an id never changes what it stands for")
        elif line.retired:
            yield problem("S02", place, message=f"'{id}' was retired ({LEDGER}:{line.place.line}) and is in use again", hint="choose a new id: stored answers of the old one would attach to it")
    for found in missing.values():
        names = ", ".join(f"'{id}'" for id, _ in found[:_SHOWN]) + (f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else "")
        said = f"the id {names} is" if len(found) == 1 else f"{len(found)} ids of this file are"
        yield problem("S02", min(place for _, place in found), message=f"{said} not in the ledger {LEDGER}{'' if len(found) == 1 else ': ' + names}", hint="run `python3 scripts/build.py ids`")


def leads_somewhere(index: Index) -> Iterator[Problem]:
    """A published id keeps a target, an alias or the word 'retired'."""
    present, old = present_ids(index.course), aliases(index.course)
    known = {line.id for line in index.course.ledger}
    new: dict[str, list[str]] = {}
    for id, (kind, _) in present.items():
        if id not in known:
            new.setdefault(kind, []).append(id)
    lost = {line.id for line in index.course.ledger if not line.retired and line.id not in present and line.id not in old}
    said: set[str] = set()
    for line in index.course.ledger:
        if line.id not in lost:
            continue
        if line.kind == "section" and line.id.partition(".")[0] in lost:
            # the sections of a page that is gone come back with the page
            continue
        page = _page_without_bank(line, index)
        if page and page not in said:
            said.add(page)
            yield problem("S02", line.place, message=f"questions or checklists of '{page}' were published, and its bank is gone or cannot be read", hint="mend or bring back the bank first; its ids come back with it")
        elif not page:
            yield problem("S02", line.place, message=f"the {line.kind} '{line.id}' was published and is gone", hint=_how_to_keep(line, new.get(line.kind, []), old))


def _page_without_bank(line: LedgerLine, index: Index) -> str:
    """The page to whose bank an id belonged, if that page stands without its bank now."""
    if line.kind in ("page", "section", "term"):
        return ""
    words = line.id.split("-")
    # the longest page id that the id begins with: time-review-2 before time-review
    for count in range(len(words) - 1, 0, -1):
        page = "-".join(words[:count])
        if page in index.page_ids:
            return "" if page in index.banks else page
    return ""


def _how_to_keep(line: LedgerLine, new: list[str], old: dict[str, Alias]) -> str:
    renamed = did_you_mean(line.id, new)
    if renamed:
        return f"was it renamed? ids never change: write '{line.id}' again in place of {renamed.removeprefix('did you mean ').rstrip('?')}"
    if line.kind in WITH_ADDRESS:
        near = did_you_mean(line.id, old)
        if near:
            return f"the alias {near.removeprefix('did you mean ').rstrip('?')} comes near: write it exactly like the id"
        return f"bring it back, or name it under 'aliases:' of the page that took its place: aliases: [{line.id}]"
    return f"bring it back, or end its line with ' retired': {line.id} {line.kind} retired"
