"""S02: every id is unique in the site and follows the naming rules. (What the ledger asks of ids stands in `ledger.py`.)

`present_ids` and `aliases` are also for the verb that fills the ledger and for short addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..addresses import is_path, page_url
from ..models import GLOSSARY, ID, LANGUAGES, Course, Place
from ..problems import Problem
from .index import Index
from .table import a_or_an, did_you_mean, problem

_GRAMMAR = re.compile(ID)
_SHOWN = 8
_TAKEN = ("go", "embed", "assets", "en")


class Present(NamedTuple):
    """An id as it stands in the content. `entry` tells two uses of one id apart; both languages of a page are one use."""

    id: str
    kind: str
    place: Place
    entry: str


class Alias(NamedTuple):
    """An old id that leads to a page, or to one of its headings."""

    id: str
    page: str
    heading: str
    place: Place


def present_ids(course: Course) -> dict[str, tuple[str, Place]]:
    """Every id of the content → its kind (page, section, checklist, term, question, objective, item) and where it stands first."""
    found: dict[str, tuple[str, Place]] = {}
    for present in _present(course):
        found.setdefault(present.id, (present.kind, present.place))
    return found


def aliases(course: Course) -> dict[str, Alias]:
    """Every old id that pages take over → the page and heading it leads to."""
    found: dict[str, Alias] = {}
    for alias in _aliases(course):
        found.setdefault(alias.id, alias)
    return found


def _present(course: Course) -> Iterator[Present]:
    for language in LANGUAGES:
        for page in course.in_language(language):
            yield Present(page.id, "page", page.front.place("id"), page.uri)
            for heading in page.headings:
                # an id that breaks the grammar is P03's, and has no place in the ledger
                if _GRAMMAR.fullmatch(heading.id):
                    yield Present(f"{page.id}.{heading.id}", "section", heading.place, page.uri)
    for bank in course.banks:
        for objective in bank.objectives:
            yield Present(objective.id, "objective", objective.place("id"), str(objective.place()))
        for question in bank.questions:
            yield Present(question.id, "question", question.place("id"), str(question.place()))
        for checklist in bank.checklists:
            yield Present(checklist.id, "checklist", checklist.place("id"), str(checklist.place()))
            for item in checklist.items:
                yield Present(item.id, "item", item.place("id"), str(item.place()))
    for term in course.terms:
        yield Present(term.id, "term", term.place("id"), str(term.place()))


def _aliases(course: Course) -> Iterator[Alias]:
    for language in LANGUAGES:
        for page in course.in_language(language):
            for written in page.front.aliases:
                old, _, heading = written.partition("#")
                if not is_path(old):
                    yield Alias(old, page.id, heading, page.front.place("aliases"))


def unique(index: Index) -> Iterator[Problem]:
    """One id, one thing – over pages, questions, objectives, checklists, items, terms and aliases."""
    first: dict[str, Present] = {}
    # both languages of a page write the same ids; one problem is enough
    said: set[tuple[str, str]] = set()
    for present in _present(index.course):
        if present.kind == "section":
            # unique because the page's id and (P03) the heading's id are
            continue
        earlier = first.setdefault(present.id, present)
        if earlier.entry != present.entry and (present.id, present.entry) not in said:
            said.add((present.id, present.entry))
            yield problem("S02", present.place, message=f"the id '{present.id}' stands twice: {a_or_an(earlier.kind)} has it in {earlier.place.path}:{earlier.place.line}, {a_or_an(present.kind)} here", hint="choose another id for the newer one")
    present_now = present_ids(index.course)
    owners: dict[str, Alias] = {}
    for alias in _aliases(index.course):
        if (alias.id, alias.page) in said:
            continue
        said.add((alias.id, alias.page))
        if alias.id in present_now:
            kind, place = present_now[alias.id]
            yield problem("S02", alias.place, message=f"the alias '{alias.id}' is the id of {a_or_an(kind)} ({place.path}:{place.line})", hint="an alias keeps an id that no longer stands in the content: delete the alias, or change the newer id back")
        earlier = owners.setdefault(alias.id, alias)
        if (earlier.page, earlier.heading) != (alias.page, alias.heading):
            yield problem("S02", alias.place, message=f"the alias '{alias.id}' leads to two places: {_target(earlier)} and {_target(alias)}", hint="keep one of the two")


def _target(alias: Alias) -> str:
    return f"{alias.page}#{alias.heading}" if alias.heading else alias.page


def alias_headings(index: Index) -> Iterator[Problem]:
    """The heading an alias leads to stands on its page."""
    seen = set()
    for language in LANGUAGES:
        for page in index.course.in_language(language):
            for written in page.front.aliases:
                old, _, heading = written.partition("#")
                bank = index.course.bank(page.id)
                names = [found.id for found in page.headings] + [checklist.id for checklist in (bank.checklists if bank else ())]
                names += [term.id for term in index.course.terms] if page.uri == GLOSSARY else []
                if heading and heading not in names and (page.id, written) not in seen:
                    seen.add((page.id, written))
                    yield problem("S02", page.front.place("aliases"), message=f"the alias '{old}' leads to '#{heading}', which stands nowhere on this page", hint=did_you_mean(heading, names, f"on it are {', '.join(names[:_SHOWN])}" if names else "leave '#' and what follows out"))


def old_paths(index: Index) -> Iterator[Problem]:
    """The old path of a page that moved is nobody's path today, and leads to one page."""
    now = {page_url(page.uri): page for page in index.course.in_language("zh")}
    owners: dict[str, str] = {}
    said = set()
    for language in LANGUAGES:
        for page in index.course.in_language(language):
            for path in page.front.aliases:
                if not is_path(path) or (path, page.id) in said:
                    continue
                said.add((path, page.id))
                if path in now or path.partition("/")[0] in _TAKEN:
                    stands = f"the page '{now[path].id}' stands there" if path in now else "the site keeps that folder for itself"
                    yield problem("S02", page.front.place("aliases"), message=f"the old path '{path}' is in use: {stands}", hint="an old path is where this page stood before it moved: delete it, or write it as it was")
                elif owners.setdefault(path, page.id) != page.id:
                    yield problem("S02", page.front.place("aliases"), message=f"the old path '{path}' leads to two pages: {owners[path]} and {page.id}", hint="keep one of the two")


def named(index: Index) -> Iterator[Problem]:
    """Ids say where they belong."""
    for language in LANGUAGES:
        for page in index.course.in_language(language):
            wanted = page_id(page.uri)
            other = index.pages_at.get((page.uri, "zh"))
            if wanted and page.id != wanted and (language == "zh" or other is None or other.id == wanted):
                yield problem("S02", page.front.place("id"), message=f"the id of {page.uri} is '{wanted}', not '{page.id}'", hint=f"write 'id: {wanted}'")
    for bank in index.course.banks:
        prefix = f"{bank.page}-"
        for kind, entries in (("objective", bank.objectives), ("question", bank.questions), ("checklist", bank.checklists)):
            for entry in entries:
                if not entry.id.startswith(prefix):
                    yield _misnamed(kind, entry.id, prefix, entry.place("id"))
        for checklist in bank.checklists:
            for item in checklist.items:
                if not item.id.startswith(f"{checklist.id}-"):
                    yield _misnamed("item", item.id, f"{checklist.id}-", item.place("id"))
    for term in index.course.terms:
        if not term.id.startswith("term-"):
            yield _misnamed("term", term.id, "term-", term.place("id"))


def page_id(uri: str) -> str:
    """The id that an index or test page must have; '' for all others."""
    folder, _, name = uri.rpartition("/")
    if name == "index":
        return folder.rpartition("/")[2] or "home"
    return f"{folder.rpartition('/')[2]}-test" if name == "test" and folder else ""


def _misnamed(kind: str, id: str, prefix: str, place: Place) -> Problem:
    return problem("S02", place, message=f"the id of the {kind} '{id}' does not begin with '{prefix}'", hint=f"write '{prefix}{_own_name(id, prefix)}'")


def _own_name(id: str, prefix: str) -> str:
    """What is left of an id without the words that its prefix has too."""
    words, begun = id.split("-"), prefix.split("-")
    while len(words) > 1 and begun and words[0] == begun[0]:
        words, begun = words[1:], begun[1:]
    return "-".join(words)
