"""The data lists directly in `quizzes/` (glossary, references, inventory, ledger) and `company.yml` → models. Touches no file."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from ..models import ID, PATH, WITH_ADDRESS, WITHOUT_ADDRESS, Claim, Company, Entry, LearningPath, LedgerLine, Place, Reference, SearchWords, SourceItem, Term, Words
from ..problems import Problem

KINDS = WITH_ADDRESS + WITHOUT_ADDRESS

# named, because the grammar of an id has a group of its own
_LINE = re.compile(rf"^(?P<id>{ID}(?:\.{ID})?|{PATH}) (?P<kind>[a-z]+)(?P<retired> retired)?$")
_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: |$)")


class Glossary(Entry):
    terms: tuple[Term, ...] = ()


class References(Entry):
    references: tuple[Reference, ...] = ()
    hosts: Annotated[tuple[Words, ...], Field()] = ()


class Inventory(Entry):
    items: tuple[SourceItem, ...] = ()
    claims: tuple[Claim, ...] = ()


class Paths(Entry):
    paths: tuple[LearningPath, ...] = ()


LISTS: dict[str, type[Entry]] = {
    "quizzes/glossary.yml": Glossary,
    "quizzes/references.yml": References,
    "quizzes/inventory.yml": Inventory,
    "quizzes/paths.yml": Paths,
    "quizzes/search.yml": SearchWords,
    "company.yml": Company,
}


def read_ledger(text: str, path: str) -> tuple[tuple[LedgerLine, ...], list[Problem]]:
    """`<id> <kind>` or `<id> <kind> retired` a line; blank lines and lines that begin with # are passed over.

    A line that stands twice, word for word, is kept: two branches may have added it. What contradicts itself is a problem.
    """
    lines: list[LedgerLine] = []
    problems: list[Problem] = []
    seen: dict[str, LedgerLine] = {}
    conflict = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        place = Place(path, number)
        if _CONFLICT.match(line):
            # one problem for the three marks of the first conflict; the others go the same way
            if not conflict:
                problems.append(Problem(*place, "S02", f"an unfinished merge: '{line[:60]}'", "keep the lines of both branches, delete the marks <<<<<<<, ======= and >>>>>>>, then run `python3 scripts/build.py ids`, which sorts"))
            conflict = number
            continue
        found = _LINE.match(line)
        if not found or found["kind"] not in KINDS or (found["kind"] == "path") != found["id"].endswith("/"):
            problems.append(Problem(*place, "S02", f"not a line of the ledger: '{line[:60]}'", f"write '<id> <kind>', kind one of {', '.join(KINDS)} (a path is 'folder/page/ path'); or restore the line from version control"))
            continue
        new = LedgerLine(found["id"], found["kind"], bool(found["retired"]), place)
        first = seen.setdefault(new.id, new)
        if new.retired and new.kind in WITH_ADDRESS:
            problems.append(Problem(*place, "S02", f"'{new.id}' is a {new.kind}: its address must go on working and cannot be retired", "delete 'retired', and name it under 'aliases:' of what took its place"))
        elif first.kind != new.kind:
            problems.append(Problem(*place, "S02", f"'{new.id}' stands twice in the ledger, as {first.kind} in line {first.place.line} and as {new.kind} here", "keep the line that says what it was first, and give the newer thing another id"))
        elif first.retired != new.retired:
            kept, spare = (first, new) if first.retired else (new, first)
            problems.append(Problem(*place, "S02", f"'{new.id}' stands twice in the ledger, retired in line {kept.place.line} and in use in line {spare.place.line}", f"delete line {spare.place.line}: what was retired never comes back"))
        else:
            lines.append(new)
    return tuple(lines), problems
