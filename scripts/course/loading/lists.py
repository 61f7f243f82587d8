"""The data lists directly in `quizzes/` (glossary, references, inventory, ledger) and `company.yml` → models. Touches no file."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from ..models import ID, Claim, Company, Entry, LearningPath, LedgerLine, Place, Reference, SourceItem, Term, Words
from ..problems import Problem

KINDS_WITH_ADDRESS = ("page", "section", "checklist", "term")
KINDS_WITHOUT_ADDRESS = ("question", "objective", "item")
KINDS = KINDS_WITH_ADDRESS + KINDS_WITHOUT_ADDRESS

# named, because the grammar of an id has a group of its own
_LINE = re.compile(rf"^(?P<id>{ID}(?:\.{ID})?) (?P<kind>[a-z]+)(?P<retired> retired)?$")


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
    "company.yml": Company,
}


def read_ledger(text: str, path: str) -> tuple[tuple[LedgerLine, ...], list[Problem]]:
    """`<id> <kind>` or `<id> <kind> retired` a line; blank lines and lines that begin with # are passed over."""
    lines: list[LedgerLine] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.match(line)
        if not found or found["kind"] not in KINDS:
            problems.append(Problem(path, number, 1, "S02", f"not a line of the ledger: '{line[:60]}'", f"write '<id> <kind>', kind one of {', '.join(KINDS)}; or restore the line from version control"))
        elif found["id"] in seen:
            problems.append(Problem(path, number, 1, "S02", f"'{found['id']}' stands twice in the ledger (first in line {seen[found['id']]})", "delete one of the two lines"))
        elif found["retired"] and found["kind"] in KINDS_WITH_ADDRESS:
            problems.append(Problem(path, number, 1, "S02", f"'{found['id']}' is a {found['kind']}: its address must go on working and cannot be retired", "delete 'retired', and name the id under 'aliases:' of the page that took its place"))
        else:
            seen[found["id"]] = number
            lines.append(LedgerLine(found["id"], found["kind"], bool(found["retired"]), Place(path, number)))
    return tuple(lines), problems
