"""S02: every id is unique in the site and follows the naming rules. (What the ledger asks of ids stands in `ledger.py`.)

`present_ids` and `aliases` are also for the verb that fills the ledger and for short addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..addresses import is_path, page_url, taken_sections
from ..models import GLOSSARY, ID, LANGUAGES, WITHOUT_ADDRESS, Course, Place
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
    """An old id or path that leads to a page, or to something on it (a heading, a checklist, a term)."""

    id: str
    page: str
    heading: str
    place: Place


def present_ids(course: Course) -> dict[str, tuple[str, Place]]:
    """Every id of the content → its kind (page, section, checklist, term, question, objective, item) and where it stands first; and every page's path."""
    found: dict[str, tuple[str, Place]] = {}
    for present in _present(course):
        found.setdefault(present.id, (present.kind, present.place))
    return found


def aliases(course: Course) -> dict[str, Alias]:
    """Every old id and path that pages take over → the page and heading it leads to; a page that is taken over brings its sections."""
    found: dict[str, Alias] = {}
    for alias in _aliases(course):
        found.setdefault(alias.id, alias)
    for language in LANGUAGES:
        for old, target in taken_sections(course, language).items():
            page, _, heading = target.partition(".")
            found.setdefault(old, Alias(old, page, heading, found[old.partition(".")[0]].place))
    return found


def _present(course: Course) -> Iterator[Present]:
    for language in LANGUAGES:
        for page in course.in_language(language):
            yield Present(page.id, "page", page.front.place("id"), page.uri)
            if page_url(page.uri):
                yield Present(page_url(page.uri), "path", page.front.place("id"), page.uri)
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


def aliases_lead_on(index: Index) -> Iterator[Problem]:
    """An alias was published, is nothing else's id or path today, and leads to one place."""
    present = present_ids(index.course)
    ledger = {line.id: line for line in index.course.ledger}
    owners: dict[str, Alias] = {}
    said: set[tuple[str, str]] = set()
    for alias in _aliases(index.course):
        # both languages of a page write the same
        if (alias.id, _target(alias)) in said:
            continue
        said.add((alias.id, _target(alias)))
        earlier = owners.setdefault(alias.id, alias)
        kind = ledger[alias.id].kind if alias.id in ledger else ""
        if alias.id in present:
            what, place = present[alias.id]
            owner = "the path of a page" if what == "path" else f"the id of {a_or_an(what)}"
            yield problem("S02", alias.place, message=f"the alias '{alias.id}' is {owner} ({place.path}:{place.line})", hint="an alias keeps an address that no longer stands in the content, and never leads in a circle: delete the alias, or change the newer id back")
        elif is_path(alias.id) and alias.id.partition("/")[0] in _TAKEN:
            yield problem("S02", alias.place, message=f"the alias '{alias.id}' stands in a folder that the site keeps for itself", hint="an old path counts from the root of its language and is the same in both: sales-rules/rule-08/; for go/rule-08/ name the id: rule-08")
        elif _target(earlier) != _target(alias):
            yield problem("S02", alias.place, message=f"the alias '{alias.id}' leads to two places: {_target(earlier)} and {_target(alias)}", hint="keep one of the two")
        elif not kind:
            near = did_you_mean(alias.id, (id for id in ledger if id not in present))
            line = f"{alias.id} {'path' if is_path(alias.id) else 'section' if '.' in alias.id else 'page'}"
            yield problem("S02", alias.place, message=f"the alias '{alias.id}' keeps nothing: no such address was ever published here", hint=near or f"delete it; to take over an address from before this site, add the line '{line}' to quizzes/ids.txt")
        elif kind in WITHOUT_ADDRESS:
            yield problem("S02", alias.place, message=f"the alias '{alias.id}' was {a_or_an(kind)}, which has no address", hint=f"delete the alias; its line in quizzes/ids.txt becomes '{alias.id} {kind} retired'")


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
