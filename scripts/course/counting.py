"""How much of everything there is: pages, words, minutes, questions, checklists, ids. Course → numbers, and their tables.

Pure: prints nothing, judges nothing. Words are counted as the checks count them: Han characters in Chinese, words in English.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, get_args

from .checks.measuring import han, words
from .checks.said import said_in_bank
from .models import LANGUAGES, QUESTION_TYPES, Bank, Choice, Course, Item, Language, Level, Page

LEVELS: tuple[Level, ...] = get_args(Level)
_ROW = re.compile(r"\s*(?:\||[-*+]|\d+\.)\s*\[[^\]]*\]\(([^()\s]+)\)")

DECISIONS: tuple[Level, ...] = ("apply", "analyse")
"""Levels that ask what one would do."""


class Shelf(NamedTuple):
    """One folder of `docs/` ('' is the home page). Words: on its pages, titles and tables included, and in its banks."""

    name: str
    pages: int
    minutes: int
    words: dict[Language, int]
    bank_words: dict[Language, int]
    questions: int
    checklists: int
    items: int


class Count(NamedTuple):
    """`questions` counts (module, type, level); `kinds` the pages by kind; `ids` the ledger's lines by kind, (in use, retired)."""

    shelves: tuple[Shelf, ...]
    kinds: dict[str, int]
    questions: Counter[tuple[str, str, str]]
    objectives: int
    ids: dict[str, tuple[int, int]]


def count(course: Course) -> Count:
    ids: dict[str, tuple[int, int]] = {}
    for line in sorted(course.ledger, key=lambda line: line.kind):
        used, retired = ids.get(line.kind, (0, 0))
        ids[line.kind] = (used + (not line.retired), retired + line.retired)
    return Count(
        tuple(_shelf(name, course) for name in dict.fromkeys(page.module for page in course.in_language("zh"))),
        dict(sorted(Counter(page.kind for page in course.in_language("zh")).items())),
        Counter((module_of(bank), item.type, item.level) for bank in course.banks for item in bank.questions),
        sum(len(bank.objectives) for bank in course.banks),
        ids,
    )


def module_of(bank: Bank) -> str:
    return bank.path.removeprefix("quizzes/").rpartition("/")[0]


def modules(course: Course) -> list[str]:
    """Modules with lessons, in the order in which the home page lists them."""
    found = dict.fromkeys(page.module for page in course.in_language("zh") if page.kind == "lesson")
    return sorted(found, key=lambda module: _place(f"{module}/index", "index", course, "zh"))


def lessons(course: Course, module: str, language: Language) -> list[Page]:
    """A module's lessons in the order in which its index page lists them; then those it does not list."""
    found = [page for page in course.in_language(language) if page.kind == "lesson" and page.module == module]
    return sorted(found, key=lambda page: _place(page.uri, f"{module}/index", course, language))


def _place(uri: str, index: str, course: Course, language: Language) -> int:
    """Which row of the tables and lists of an index page begins with a link to the page; links in its prose count for nothing."""
    page = next((page for page in course.in_language(language) if page.uri == index), None)
    first = [found[1] for line in (page.lines if page else ()) if (found := _ROW.match(line.visible))]
    named = [posixpath.normpath(posixpath.join(posixpath.dirname(index), target.partition("#")[0].removesuffix(".md"))) for target in first]
    return named.index(uri) if uri in named else len(named)


def asked(bank: Bank | None) -> dict[tuple[str, str], Counter[str]]:
    """(objective, level) → how many questions of which type; '' for all of them."""
    cells: dict[tuple[str, str], Counter[str]] = {}
    for item in bank.questions if bank else ():
        for objective in (item.objective, ""):
            cells.setdefault((objective, item.level), Counter())[item.type] += 1
    return cells


def places_of_keys(items: Iterable[Item]) -> dict[tuple[str, int, int], list[int]]:
    """(type, options, keys) → in how many questions a key stands first, second, …, as written. Sorted by type and number."""
    found: dict[tuple[str, int, int], list[int]] = {}
    for item in items:
        if isinstance(item, Choice) and item.keys:
            row = found.setdefault((item.type, len(item.options), len(item.keys)), [0] * len(item.options))
            for at, option in enumerate(item.options):
                row[at] += option.correct
    return dict(sorted(found.items(), key=lambda row: (QUESTION_TYPES.index(row[0][0]), row[0])))


def _shelf(name: str, course: Course) -> Shelf:
    pages = [page for page in course.in_language("zh") if page.module == name]
    banks = [bank for bank in course.banks if module_of(bank) == name]
    said = [said for bank in banks for said in said_in_bank(bank)]
    return Shelf(
        name,
        len(pages),
        sum(page.front.minutes or 0 for page in pages),
        {language: sum(_words_of(page) for page in course.in_language(language) if page.module == name) for language in LANGUAGES},
        {language: sum(_measure(each.text, language) for each in said if each.language == language) for language in LANGUAGES},
        sum(len(bank.questions) for bank in banks),
        sum(len(bank.checklists) for bank in banks),
        sum(len(checklist.items) for bank in banks for checklist in bank.checklists),
    )


def _words_of(page: Page) -> int:
    texts = [page.front.title, *(heading.text for heading in page.headings), *(paragraph.text for paragraph in page.paragraphs)]
    return sum(_measure(text, page.language) for text in texts)


def _measure(text: str, language: Language) -> int:
    return han(text) if language == "zh" else words(text)


def as_data(counted: Count) -> dict[str, Any]:
    """For programs. Every number once; sums are left to the reader."""
    return {
        "shelves": [shelf._asdict() for shelf in counted.shelves],
        "kinds": counted.kinds,
        "questions": [{"module": module, "type": type, "level": level, "count": number} for (module, type, level), number in sorted(counted.questions.items())],
        "objectives": counted.objectives,
        "ids": {kind: {"used": used, "retired": retired} for kind, (used, retired) in counted.ids.items()},
    }


def as_text(counted: Count) -> str:
    """Markdown tables for people."""
    of = counted.questions
    total = sum(of.values())
    shelves = [_row(shelf) for shelf in counted.shelves]
    sums = ("**all**", *(f"**{sum(column):,}**" for column in zip(*(_numbers(shelf) for shelf in counted.shelves), strict=True)))
    names = list(dict.fromkeys(shelf.name for shelf in counted.shelves if shelf.questions))
    decisions = sum(number for (_, _, level), number in of.items() if level in DECISIONS)
    parts = [
        "## Pages",
        "Chinese in Han characters, English in words: on pages, titles and tables included, and in the banks (objectives, questions with their feedback, checklists).",
        _table(("folder", "pages", "minutes", "zh pages", "en pages", "zh banks", "en banks", "questions", "checklists", "items"), [*shelves, sums]),
        "Kinds: " + ", ".join(f"{number} {kind}" for kind, number in counted.kinds.items()) + ".",
        "## Questions",
        f"{total} for {counted.objectives} objectives; {decisions} ({decisions / total:.0%}) ask to apply or analyse." if total else "None.",
        _table(("type", *LEVELS, "all"), _crossed(QUESTION_TYPES, lambda name, level: sum(number for (_, type, at), number in of.items() if type == name and at == level))),
        _table(("module", *LEVELS, "all"), _crossed(names, lambda name, level: sum(number for (module, _, at), number in of.items() if module == name and at == level))),
        _table(("module", *QUESTION_TYPES), [(name, *(str(sum(number for (module, type, _), number in of.items() if module == name and type == kind)) for kind in QUESTION_TYPES)) for name in names]),
        "## Ids",
        _table(("kind", "in use", "retired"), [(kind, f"{used:,}", f"{retired:,}") for kind, (used, retired) in counted.ids.items()]),
    ]
    return "\n\n".join(parts)


def _numbers(shelf: Shelf) -> tuple[int, ...]:
    return shelf.pages, shelf.minutes, shelf.words["zh"], shelf.words["en"], shelf.bank_words["zh"], shelf.bank_words["en"], shelf.questions, shelf.checklists, shelf.items


def _row(shelf: Shelf) -> tuple[str, ...]:
    return shelf.name or "(home)", *(f"{number:,}" for number in _numbers(shelf))


def _crossed(names: Iterable[str], number: Callable[[str, str], int]) -> list[tuple[str, ...]]:
    rows = [(name, [number(name, level) for level in LEVELS]) for name in names]
    columns = [[counts[at] for _, counts in rows] for at in range(len(LEVELS))]
    table = [(name, *map(str, counts), str(sum(counts))) for name, counts in rows]
    return [*table, ("**all**", *(f"**{sum(column)}**" for column in columns), f"**{sum(map(sum, columns))}**")]


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|---{'|--:' * (len(head) - 1)}|", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines)

