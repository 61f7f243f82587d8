"""S04: feedback says why. It teaches more than the score does."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..models import LANGUAGES, Blank, Choice, Item, Language, Match, Option, Order, Text
from ..problems import Problem
from .measuring import folded, length, letters, unit
from .said import LANGUAGE_NAMES
from .table import problem

SHORTEST: dict[Language, int] = {"zh": 20, "en": 12}
SAME = 0.85


def long_enough(item: Item) -> Iterator[Problem]:
    """The `why` of every option; the `explain` of a question without options, whose only feedback it is."""
    if isinstance(item, Choice):
        for option in item.options:
            yield from _long_enough(option.why, f"'why' of option {option.id}", item)
    elif isinstance(item, Blank | Order | Match):
        yield from _long_enough(item.explain, "'explain'", item)


def _long_enough(text: Text, what: str, item: Item) -> Iterator[Problem]:
    for language in LANGUAGES:
        found = length(text[language], language)
        if found < SHORTEST[language]:
            yield problem("S04", text.place(language), message=f"{what} has {found} {unit(language)} of at least {SHORTEST[language]} ({LANGUAGE_NAMES[language]}, question {item.id})")


def says_why(item: Item) -> Iterator[Problem]:
    """Not the option over again, with or without a few words around it."""
    if isinstance(item, Choice):
        for option in item.options:
            for language in LANGUAGES:
                if _repeats(option, language):
                    yield problem("S04", option.why.place(language), message=f"'why' of option {option.id} repeats the option ({LANGUAGE_NAMES[language]}, question {item.id})")


def each_its_own(item: Item) -> Iterator[Problem]:
    """Two options are wrong for two reasons: copied feedback tells one of them the other's."""
    if not isinstance(item, Choice):
        return
    for language in LANGUAGES:
        whys = [folded(option.why[language]) for option in item.options]
        for position, option in enumerate(item.options):
            twin = next((item.options[earlier] for earlier in range(position) if _alike(whys[earlier], whys[position])), None)
            if twin:
                yield problem("S04", option.why.place(language), message=f"'why' of option {option.id} says what 'why' of option {twin.id} says ({LANGUAGE_NAMES[language]}, question {item.id})")


def _repeats(option: Option, language: Language) -> bool:
    said, why = folded(option[language]), folded(option.why[language])
    if said and said in why and letters(said) * 2 > letters(why):
        return True
    return _alike(said, why)


def _alike(said: str, why: str) -> bool:
    if not said or not why:
        return False
    matcher = SequenceMatcher(None, said, why, autojunk=False)
    return matcher.real_quick_ratio() >= SAME and matcher.quick_ratio() >= SAME and matcher.ratio() >= SAME
