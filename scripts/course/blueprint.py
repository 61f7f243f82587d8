"""The blueprint, as Markdown for its page: what is asked on which page, for which objective, at which level, in which type; and what the bank as a whole gives away.

Model + language → Markdown, like `lists.py`; numbers come from `counting.py` and `guessing/`. Knows no file.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor

from .checks.arrangement import in_order_of_numbers
from .counting import DECISIONS, LEVELS, asked, lessons, module_of, modules, places_of_keys
from .guessing.chance import Chance, Try, chance
from .guessing.playing import play_cue
from .models import LANGUAGES, QUESTION_TYPES, Choice, Course, Item, Language, Page
from .rendering import inline
from .words import word

PLACES = "abcdefgh"


def blueprint_markdown(course: Course, language: Language, module: str = "") -> str:
    """A module's table; without one, the tables of the whole bank."""
    return _module(course, language, module) if module else _bank(course, language)


def _module(course: Course, language: Language, module: str) -> str:
    """A row a page with its totals, then one an objective; a column a level, in the cells the types."""
    rows: list[tuple[str, ...]] = []
    for page in lessons(course, module, language):
        bank = course.bank(page.id)
        cells = asked(bank)
        rows.append((f"**{_link(page)}**", *(f"**{_total(cells.get(('', level)), language)}**" for level in LEVELS)))
        for objective in bank.objectives if bank else ():
            weak = not any((objective.id, level) in cells for level in DECISIONS)
            said = inline(objective[language])
            rows.append((word("no-decision", language, said) if weak else said, *(_types(cells.get((objective.id, level)), language) for level in LEVELS)))
    legend = word("blueprint-legend", language, word("and", language).join(word("code-is", language, word(f"code-{type}", language), word(f"type-{type}", language)) for type in QUESTION_TYPES))
    return f"{legend}\n\n{_table((word('page-and-objective', language), *_levels(language)), rows)}"


def _types(found: Counter[str] | None, language: Language) -> str:
    """S M2: the types, with their number from two on."""
    if not found:
        return word("none", language)
    return " ".join(word(f"code-{type}", language) + (str(found[type]) if found[type] > 1 else "") for type in QUESTION_TYPES if found[type])


def _total(found: Counter[str] | None, language: Language) -> str:
    return str(sum(found.values())) if found else word("none", language)


def _bank(course: Course, language: Language) -> str:
    of = Counter((module_of(bank), item.type, item.level) for bank in course.banks for item in bank.questions)
    titles = {page.module: inline(page.front.title) for page in course.in_language(language) if page.uri == f"{page.module}/index"}
    total = sum(of.values())
    decisions = sum(number for (_, _, level), number in of.items() if level in DECISIONS)
    items: list[Item] = [item for bank in course.banks for item in bank.questions]
    by_module = ((titles.get(name, name), [_sum(of, module=name, level=level) for level in LEVELS]) for name in modules(course))
    by_type = ((word("code-is", language, word(f"code-{type}", language), word(f"type-{type}", language)), [_sum(of, type=type, level=level) for level in LEVELS]) for type in QUESTION_TYPES)
    parts = [
        word("blueprint-sum", language, str(total), str(sum(len(bank.objectives) for bank in course.banks)), f"{decisions / total:.0%}" if total else "–"),
        _crossed(word("module", language), by_module, language),
        _crossed(word("type", language), by_type, language),
        f"**{word('places-of-keys', language)}**\n\n{word('places-of-keys-note', language)}",
        _places(items, language),
        f"**{word('longest-is-key', language)}**\n\n{word('longest-is-key-note', language)}",
        _longest(course, language),
    ]
    return "\n\n".join(parts)


def _sum(of: Counter[tuple[str, str, str]], *, module: str = "", type: str = "", level: str = "") -> int:
    return sum(number for (in_module, of_type, at), number in of.items() if module in ("", in_module) and type in ("", of_type) and level in ("", at))


def _crossed(head: str, rows: Iterable[tuple[str, list[int]]], language: Language) -> str:
    """A column a level, and the sums of both ways."""
    made = list(rows)
    shown = [(name, *(str(number or word("none", language)) for number in counts), str(sum(counts))) for name, counts in made]
    columns = [sum(column) for column in zip(*(counts for _, counts in made), strict=True)]
    shown.append(tuple(f"**{cell}**" for cell in (word("all", language), *map(str, columns), str(sum(columns)))))
    return _table((head, *_levels(language), word("all", language)), shown)


def _places(items: Sequence[Item], language: Language) -> str:
    """A row a kind of question: in how many the key stands first, second, …; last, between what chance would leave it."""
    counted = [item for item in items if isinstance(item, Choice) and not in_order_of_numbers(item)]
    rows = []
    found = places_of_keys(counted)
    most = max((options for _, options, _ in found), default=0)
    for (type, options, keys), row in found.items():
        number = sum(row) // keys
        by_chance = chance([Try((Fraction(1), *(Fraction(0),) * (options - 1)), keys)] * number)
        cells = [_beside(Fraction(count), by_chance, language) for count in row]
        name = word("kind-of-choice", language, word(f"type-{type}", language), str(options), str(number))
        rows.append((name, *cells, *[""] * (most - options), _band(by_chance)))
    return _table((word("kind", language), *PLACES[:most], word("by-chance", language)), rows)


def _longest(course: Course, language: Language) -> str:
    rows = []
    for of in (play_cue("longest", course, each) for each in LANGUAGES):
        marks = sum(len(play.item.keys) for play in of.plays)
        share = f"{float(of.hits / marks):.0%}" if marks else "–"
        by_chance = f"{float(of.chance.low / marks):.0%}–{float(of.chance.high / marks):.0%}" if marks else "–"
        rows.append((word(f"in-{of.language}", language), _beside(of.hits, of.chance, language, share), by_chance))
    return _table((word("language", language), word("share", language), word("by-chance", language)), rows)


def _beside(count: Fraction, by_chance: Chance, language: Language, said: str = "") -> str:
    """A number, with a sign where chance would not have brought it."""
    said = said or str(count)
    return word("more-than-chance", language, said) if count > by_chance.high else word("less-than-chance", language, said) if count < by_chance.low else said


def _band(by_chance: Chance) -> str:
    return f"{ceil(by_chance.low)}–{floor(by_chance.high)}"


def _levels(language: Language) -> tuple[str, ...]:
    return tuple(word(f"level-{level}", language) for level in LEVELS)


def _link(page: Page) -> str:
    return f"[{inline(page.front.title)}]({posixpath.relpath(page.uri, 'reference')}.md)"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in (head, *rows)]
    return "\n".join([lines[0], "|" + "---|" * len(head), *lines[1:]])
