"""What a guesser looks at: each cue gives every option of a question a score, from what is printed and without the key.

All scores equal means that the cue has nothing to say about the question. Knows words and lengths and no rule about them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from ..checks.cues import absolutes_in, hedges_in, parts
from ..checks.measuring import letters, plain
from ..checks.tokens import content, overlap
from ..models import Choice, Language

Scores = tuple[float | Fraction, ...]


class Cue(NamedTuple):
    """`seen` says of each option what the score stands for; the last two how to mend a question when the cue is right too often or too seldom."""

    name: str
    says: str
    scores: Callable[[Choice, Language], Scores]
    seen: Callable[[Choice, Language], tuple[str, ...]]
    too_often: str
    too_seldom: str


_FIGURE = {
    "zh": re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([^\W\d_a-z]|[a-z]+|[%％℃])?", re.IGNORECASE),
    "en": re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([^\W\d_]+|[%℃])?"),
}


def _lengths(item: Choice, language: Language) -> Scores:
    """By the eye: letters, figures and Han characters, in English too. (B02 counts words.)"""
    return tuple(letters(option[language]) for option in item.options)


def _lengths_seen(item: Choice, language: Language) -> tuple[str, ...]:
    return tuple(f"{size} characters" for size in _lengths(item, language))


def _hedges(item: Choice, language: Language) -> Scores:
    return tuple(len(hedges_in(option[language], language)) for option in item.options)


def _hedges_seen(item: Choice, language: Language) -> tuple[str, ...]:
    return tuple(_listed(hedges_in(option[language], language)) for option in item.options)


def _echoes(item: Choice, language: Language) -> Scores:
    asked = content(item.ask[language], language)
    return tuple(len(asked & content(option[language], language)) for option in item.options)


def _echoes_seen(item: Choice, language: Language) -> tuple[str, ...]:
    asked = content(item.ask[language], language)
    return tuple(_listed(sorted(asked & content(option[language], language))) for option in item.options)


def _absolutes(item: Choice, language: Language) -> Scores:
    return tuple(-len(absolutes_in(option[language], language)) for option in item.options)


def _absolutes_seen(item: Choice, language: Language) -> tuple[str, ...]:
    return tuple(_listed(absolutes_in(option[language], language)) for option in item.options)


def _likeness(item: Choice, language: Language) -> Scores:
    said = [parts(option[language], language) for option in item.options]
    # rounded, so that a sum in another order is the same score
    return tuple(round(sum(overlap(mine, other) for at, other in enumerate(said) if at != me), 9) for me, mine in enumerate(said))


def _likeness_seen(item: Choice, language: Language) -> tuple[str, ...]:
    said = [parts(option[language], language) for option in item.options]
    shared = [_listed(sorted(word for word in mine if any(word in other for at, other in enumerate(said) if at != me))) for me, mine in enumerate(said)]
    return tuple(f"{score:.2f}: {words}" for score, words in zip(_likeness(item, language), shared, strict=True))


def _numbers(item: Choice, language: Language) -> list[float]:
    """The first figure of every option, where all have one and the same unit follows; else none."""
    found = [_FIGURE[language].search(plain(option[language])) for option in item.options]
    units = {(figure[2] or "").casefold().removesuffix("s") for figure in found if figure}
    return [float(figure[1].replace(",", "").rstrip(".")) for figure in found if figure] if None not in found and len(units) == 1 else []


def _middles(item: Choice, language: Language) -> Scores:
    """How even the numbers below and above are; the middle of four is shared by two, and equal numbers have one place."""
    numbers = _numbers(item, language) or [0.0] * len(item.options)
    return tuple(-abs(sum(other < number for other in numbers) - sum(other > number for other in numbers)) for number in numbers)


def _middles_seen(item: Choice, language: Language) -> tuple[str, ...]:
    return tuple(f"{number:g}" for number in _numbers(item, language)) or ("–",) * len(item.options)


def _listed(words: list[str]) -> str:
    return ", ".join(words) or "–"


CUES: tuple[Cue, ...] = (
    Cue("longest", "the longest option", _lengths, _lengths_seen, "shorten the key, or lengthen a wrong option", "lengthen the key, or shorten a wrong option"),
    Cue(
        "hedged", "the option with most words of doubt or condition", _hedges, _hedges_seen,
        "take the doubt out of the key, or put a doubt or a condition into a wrong option", "take the doubt out of a wrong option, or give the key a condition that it has",
    ),
    Cue(
        "stem", "the option that shares most words with the question", _echoes, _echoes_seen,
        "say the key in other words, or use the word of the question in a wrong option", "say the wrong option in other words, or use a word of the question in the key",
    ),
    Cue(
        "absolutes", "an option without absolute words", _absolutes, _absolutes_seen,
        "take the absolute word out of the wrong option", "take the absolute word out of the key, or put one into a wrong option too",
    ),
    Cue(
        "centre", "the option most like the others", _likeness, _likeness_seen,
        "say the key in other words, or let two wrong options share words that the key has not", "say the wrong option in other words, or let the key share a word with it",
    ),
    Cue("middle", "the middle number", _middles, _middles_seen, "choose the numbers so that the key is the smallest or the largest", "choose the numbers so that the key is in the middle"),
)
VOTE = "vote"
"""All of them together."""
