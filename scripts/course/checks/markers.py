"""P02: every marker is exactly a marker, fits something, and stands once; every bank and checklist has its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from ..models import LANGUAGES, Page, Place
from ..problems import Problem
from ..scanning import MARKER, MARKERS_WITH_ARGUMENT, MARKERS_WITHOUT_ARGUMENT
from .index import Index, bank_uri
from .table import did_you_mean, problem

_WORDS = (*MARKERS_WITHOUT_ARGUMENT, *MARKERS_WITH_ARGUMENT)
_COMMENT = re.compile(r"<!--(.*?)(-->|$)")
_ALMOST_COMMENT = re.compile(r"<\s*!?\s*[-–—]+\s*([A-Za-z][^<>]*?)\s*[-–—]*\s*>|<!\s*([A-Za-z][^<>]*?)\s*>")
_QUIZ_TAG = re.compile(r"</?\s*quiz\b[^>]*>?", re.IGNORECASE)


def near_misses(index: Index) -> Iterator[Problem]:
    """Comments that were meant as markers. Ordinary comments are fine."""
    for page in index.course.pages:
        for line in page.lines:
            if line.in_code or "<" not in line.visible or MARKER.fullmatch(line.visible):
                continue
            for found in _COMMENT.finditer(line.visible):
                place = Place(page.path, line.number, found.start() + 1)
                if MARKER.fullmatch(found[0]):
                    yield problem("P02", place, message=f"the marker {found[0]} does not stand alone on its line", hint="give it a line of its own, without spaces before or after it")
                elif meant := _meant(found[1]):
                    yield problem("P02", place, message=f"almost a marker: {found[0].strip()}", hint=meant)
            without = _COMMENT.sub(lambda comment: " " * len(comment[0]), line.visible)
            for found in _ALMOST_COMMENT.finditer(without):
                if meant := _meant(found[1] or found[2]):
                    yield problem("P02", Place(page.path, line.number, found.start() + 1), message=f"almost a marker: {found[0]}", hint=meant)
            for found in _QUIZ_TAG.finditer(without):
                yield problem("P02", Place(page.path, line.number, found.start() + 1), message=f"'{found[0]}' in a page", hint="questions stand in the page's bank in quizzes/; the page has the marker <!-- quiz -->")


def _meant(inside: str) -> str:
    """What to write, if the inside of a comment looks like a marker; '' for ordinary comments."""
    words = re.findall(r"[^\s:=\"'-][^\s:=\"']*", inside.strip(" -–—"))
    if not words:
        return ""
    near = get_close_matches(words[0].lower(), _WORDS, 1, 0.75)
    rest = words[1:]
    if not near and rest and words[0].isascii():
        near, rest = get_close_matches((words[0] + words[1]).lower(), _WORDS, 1, 0.85), words[2:]
    if not near or (len(rest) > 1 and "-" not in rest[0]):
        return ""
    word = near[0]
    if word in MARKERS_WITHOUT_ARGUMENT:
        return f"write exactly <!-- {word} -->"
    if rest:
        id = re.sub(r"[^a-z0-9]+", "-", "-".join(rest).lower()).strip("-")
        if id:
            return f"write exactly <!-- {word} {id} -->"
    return f"name what it shows: <!-- {word} … -->"


def fits(index: Index) -> Iterator[Problem]:
    """A marker shows something, once."""
    for page in index.course.pages:
        bank = index.banks.get(page.id)
        path = bank.path if bank else f"quizzes/{page.uri}.yml"
        names = [checklist.id for checklist in bank.checklists] if bank else []
        # a lesson without a bank is P05's, and a bank in this place that names another page says so itself
        said_elsewhere = bank is None and (page.kind == "lesson" or page.uri in index.bank_uris)
        first: dict[tuple[str, str], int] = {}
        for marker in page.markers:
            key = marker.kind, marker.argument
            said = f"<!-- {' '.join(key).strip()} -->"
            if key in first and marker.kind != "picture":
                yield problem("P02", marker.place, message=f"the marker {said} stands twice (first in line {first[key]})", hint="delete one of the two")
            first.setdefault(key, marker.place.line)
            if marker.kind == "picture" and index.course.picture(page, marker.argument) is None:
                folder = f"docs/{page.module}/" if page.module else "docs/"
                near = [picture.name for picture in index.course.pictures]
                yield problem("P02", marker.place, message=f"no picture '{marker.argument}' in {folder}", hint=did_you_mean(marker.argument, near, f"draw {folder}{marker.argument}.svg and write its words in {folder}{marker.argument}.yml"))
            if marker.kind == "blueprint" and marker.argument and marker.argument not in index.modules:
                yield problem("P02", marker.place, message=f"no module '{marker.argument}'", hint=did_you_mean(marker.argument, index.modules, f"the modules are {', '.join(index.modules)}"))
            if said_elsewhere:
                continue
            if marker.kind == "quiz" and not (bank and bank.questions):
                what = "has no questions" if bank else "is missing or cannot be read"
                yield problem("P02", marker.place, message=f"the quiz has nothing to show: {path} {what}", hint="write the questions there, or delete the marker")
            if marker.kind == "checklist" and marker.argument not in names:
                yield problem("P02", marker.place, message=f"no checklist '{marker.argument}' in {path}", hint=did_you_mean(marker.argument, names, f"the checklists are {', '.join(names)}" if names else "add it there under 'checklists:'"))


def placed(index: Index) -> Iterator[Problem]:
    """What a bank holds is shown on its page, in both languages."""
    for bank in index.course.banks:
        for language in LANGUAGES:
            page = index.pages.get((bank.page, language))
            if page is None:
                continue
            here = {(marker.kind, marker.argument) for marker in page.markers}
            if bank.questions and ("quiz", "") not in here:
                yield problem("P02", _check_section(page), message=f"the page does not show its {len(bank.questions)} question{'s' * (len(bank.questions) != 1)} ({bank.path})", hint="add a line <!-- quiz -->")
            names = [checklist.id for checklist in bank.checklists]
            # a marker that misspells the id is one problem, not two
            misspelt = [argument for kind, argument in here if kind == "checklist" and argument not in names]
            for checklist in bank.checklists:
                if ("checklist", checklist.id) not in here and not did_you_mean(checklist.id, misspelt):
                    yield problem("P02", checklist.place("id"), message=f"the checklist '{checklist.id}' is not placed on {page.path}", hint=f"add a line <!-- checklist {checklist.id} --> there")


def blueprint_is_whole(index: Index) -> Iterator[Problem]:
    """A page with the blueprint has the table of every module."""
    for page in index.course.pages:
        shown = [marker for marker in page.markers if marker.kind == "blueprint"]
        missing = [module for module in index.modules if shown and module not in {marker.argument for marker in shown}]
        for module in missing:
            yield problem("P02", shown[-1].place, message=f"the blueprint leaves out the module '{module}'", hint=f"add a heading and a line <!-- blueprint {module} -->")


def _check_section(page: Page) -> Place:
    heading = page.heading("check")
    return heading.place if heading else page.front.place()


def banks_have_pages(index: Index) -> Iterator[Problem]:
    for bank in index.course.banks:
        uri = bank_uri(bank)
        pages = [page for language in LANGUAGES if (page := index.pages.get((bank.page, language)))]
        if not pages:
            there = [page.id for language in LANGUAGES if (page := index.pages_at.get((uri, language)))]
            hint = f"write 'page: {there[0]}', the id of docs/{uri}.zh.md" if there else did_you_mean(bank.page, index.page_ids, "write the page, or mend its front matter")
            yield problem("P02", bank.place("page"), message=f"no page has the id '{bank.page}'", hint=hint)
        elif pages[0].uri != uri:
            yield problem("P02", bank.place("page"), message=f"the page '{bank.page}' is docs/{pages[0].uri}.zh.md, and this bank is {bank.path}", hint=f"move the bank to quizzes/{pages[0].uri}.yml, or correct 'page:'")
