"""What texts have in common: Chinese as Han bigrams, English as words without their endings. Knows text and nothing else; no segmenter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import lru_cache

from ..models import Language
from .cue_words import COMMON_EN, COMMON_ZH, FUNCTION_ZH
from .measuring import HAN, plain

_HAN_RUN = re.compile(f"[{HAN}]+")
_LATIN = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_ENDINGS = ("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "edly", "ed", "ers", "er", "es", "ly", "s", "e", "y")


def normal(text: str) -> str:
    return unicodedata.normalize("NFKC", plain(text)).casefold()


def words_of(text: str, language: Language) -> list[str]:
    """Chinese: bigrams of Han characters within a run, and Latin words; English: words."""
    text = normal(text)
    if language == "en":
        return _WORD.findall(text)
    pairs = [run[at:at + 2] for run in _HAN_RUN.findall(text) for at in range(len(run) - 1)]
    return [*pairs, *_LATIN.findall(text)]


@lru_cache(maxsize=100_000)
def content(text: str, language: Language) -> frozenset[str]:
    """The words that say what a text is about. Several rules ask it of the same text, and `serve` after every save."""
    if language == "en":
        return frozenset(stem(word) for word in words_of(text, language) if len(word) > 2 and not word.isdigit() and not _bare(word) & COMMON_EN)
    return frozenset(word for word in words_of(text, language) if not (word.isdigit() or word in COMMON_ZH or set(word) & FUNCTION_ZH))


def stem(word: str) -> str:
    """Crude on purpose: deliver, delivers, delivered and delivery are one word; short words stay."""
    word = re.sub(r"['’].*", "", word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[:len(word) - len(ending)]
    return word


def _bare(word: str) -> set[str]:
    return {word, re.sub(r"['’].*", "", word)}


def overlap(one: Set[str], two: Set[str]) -> float:
    """Dice: 0 for nothing in common, 1 for the same."""
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0
