"""S02: every id of the content stands in the ledger, and every line of the ledger leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..models import WITH_ADDRESS, LedgerLine, Place
from ..problems import Problem
from .ids import aliases, present_ids
from .index import Index
from .table import a_or_an, did_you_mean, problem

LEDGER = "quizzes/ids.txt"
_SHOWN = 5


def in_order(index: Index) -> Iterator[Problem]:
    """Sorted, each line once: so that the lines of two branches fall into place when they are merged."""
    last = ""
    for line in index.course.ledger:
        # the blank sorts before a hyphen, as in the file
        now = f"{line.id} "
        if now <= last:
            said = f"'{line.id}' stands twice in the ledger" if now == last else f"the ledger is not sorted: '{line.id}' stands after '{last.rstrip()}'"
            yield problem("S02", line.place, message=said, hint="run `python3 scripts/build.py ids`: it sorts, and keeps every id", severity="warning")
            return
        last = now


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
    """A published id keeps a target, an alias or the word 'retired'; a published path a page or an alias."""
    present = present_ids(index.course)
    old = aliases(index.course)
    ledger = {line.id: line for line in index.course.ledger}
    new: dict[str, list[str]] = {}
    for id, (kind, _) in present.items():
        if id not in ledger:
            new.setdefault(kind, []).append(id)
    lost = {line.id for line in ledger.values() if not line.retired and line.id not in present and line.id not in old}
    said: set[str] = set()
    for line in ledger.values():
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
    if line.kind in ("page", "section", "term", "path"):
        return ""
    words = line.id.split("-")
    # the longest page id that the id begins with: time-review-2 before time-review
    for count in range(len(words) - 1, 0, -1):
        page = "-".join(words[:count])
        if page in index.page_ids:
            return "" if page in index.banks else page
    return ""


def _how_to_keep(line: LedgerLine, new: list[str], old: Iterable[str]) -> str:
    """In words, and with the very line to write."""
    if line.kind == "path":
        name = line.id.rstrip("/").rpartition("/")[2]
        moved = [path for path in new if path.rstrip("/").rpartition("/")[2] == name]
        where = f"the page that stands at {moved[0]} now" if len(moved) == 1 else "the page that took its place"
        return f"did the page move? links to the old place go on working with this line in the front matter of {where}, in both languages: aliases: [{line.id}]"
    renamed = _near(line.id, new)
    if renamed:
        return f"was it renamed? ids never change: write '{line.id}' again in place of '{renamed}'" + _or_an_alias(line, renamed)
    if line.kind not in WITH_ADDRESS:
        return f"bring it back, or end its line with ' retired': {line.id} {line.kind} retired"
    near = _near(line.id, old)
    if near:
        return f"the alias '{near}' comes near: write it exactly like the id"
    if line.kind == "section":
        return f"bring it back, or lead its address to the heading that took its place, in the front matter of its page: aliases: ['{line.id}#heading']"
    if line.kind == "page":
        return f"bring it back, or name it under 'aliases:' of the page that took its place: aliases: [{line.id}]"
    where, example = ("the glossary", "term-…") if line.kind == "term" else ("the page that took its place", "checklist")
    return f"bring it back, or lead its address to what took its place, in the front matter of {where}: aliases: ['{line.id}#{example}']"


def _or_an_alias(line: LedgerLine, renamed: str) -> str:
    """What keeps the address of something whose new name is meant."""
    if line.kind not in WITH_ADDRESS:
        return ""
    page, _, heading = renamed.partition(".")
    where = {"page": page, "section": page, "term": "the glossary"}.get(line.kind, "its page")
    place = "" if line.kind == "page" else f"#{heading or renamed}"
    return f"; or keep the old address in the front matter of {where}: aliases: ['{line.id}{place}']"


def _near(id: str, names: Iterable[str]) -> str:
    return did_you_mean(id, names).removeprefix("did you mean '").removesuffix("'?")
