"""F11, F14, F15, F16: how options and right sides stand beside each other."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ..models import LANGUAGES, Choice, Item, Language, Match
from ..problems import Problem
from .cue_words import COMMON_EN, FUNCTION_ZH
from .measuring import folded, length, plain, unit
from .quantities import quantity
from .ranges import range_of
from .said import LANGUAGE_NAMES
from .table import problem
from .tokens import words_of

LONGEST_RIGHT: dict[Language, int] = {"zh": 18, "en": 8}
COMMON_START: dict[Language, int] = {"zh": 3, "en": 3}
"""So many characters or words make a beginning; two are enough where they say something."""
SHORT, LONG = {"zh": 4, "en": 2}, {"zh": 12, "en": 8}
"""A word beside a whole sentence."""

_MODAL = frozenset(("应该", "应当", "需要", "必须", "可以", "should", "must", "need", "can"))
_QUOTES = "“”\"'‘’「」（）() 　"
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FULL_STOP = re.compile(r"[.。!！?？…]$")
_GERUND = re.compile(r"[a-z]{2,}ing\b")
_NO_GERUND = frozenset("accounting building costing during engineering evening everything king marketing meeting morning nothing planning pricing purchasing shipping something spring string thing training wiring beijing chongqing daqing jining kunming liaoning nanjing nanning xining".split())
_SUBJECT = re.compile(r"(?:i|you|we|he|she|they|it|that|this|there|everyone|nobody)\b['’]?(?:ll|m|re|ve|d|s)?\b")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|does|do|did)\b|n['’]t\b|['’](?:ll|re|ve|m)\b", re.IGNORECASE)
_NOMINAL = re.compile(r"(?:a|an|the|his|her|their|its|your|our|no)\b")


def out_of_order(item: Item) -> Iterator[Problem]:
    """F11. From large to small is an order, too."""
    if not isinstance(item, Choice):
        return
    for language in LANGUAGES:
        values = _values(tuple(option[language] for option in item.options), language)
        if values and not (all(a <= b for a, b in pairwise(values)) or all(a >= b for a, b in pairwise(values))):
            yield problem("F11", item.options[0].place(language), f"{', '.join(plain(option[language]) for option in item.options)} ({LANGUAGE_NAMES[language]}, question {item.id})")


def in_order_of_numbers(item: Choice) -> bool:
    """Options that are quantities have their place by size, not by choice."""
    return any(_values(tuple(option[language] for option in item.options), language) for language in LANGUAGES)


@lru_cache(maxsize=4096)
def _values(texts: tuple[str, ...], language: Language) -> tuple[tuple[float, float], ...]:
    """What the options are sorted by; nothing when they are no quantities of one kind."""
    ranges = [range_of(text) for text in texts]
    if any(ranges) and all(found or quantity(text, language) for found, text in zip(ranges, texts, strict=True)):
        return tuple((found.low, found.high) if found else (_as_written(text, language),) * 2 for found, text in zip(ranges, texts, strict=True))
    found = [quantity(text, language) for text in texts]
    kinds = {each.kind for each in found if each}
    if None in found or len(kinds) != 1:
        found = [quantity(text, language) for text in _without_common_words(texts, language)]
        kinds = {each.kind for each in found if each}
    if None in found or len(kinds) != 1:
        return ()
    return tuple((each.value, each.value) for each in found if each)


def _as_written(text: str, language: Language) -> float:
    """A range keeps its unit, so a time beside it (10–20天, 30天) is not turned into seconds."""
    single, figure = quantity(text, language), _FIGURE.search(plain(text))
    if single and single.kind == "duration" and figure:
        return float(figure[0].replace(",", ""))
    return single.value if single else 0.0


def _without_common_words(texts: tuple[str, ...], language: Language) -> list[str]:
    """What is left of options like 'Reply by 5 p.m. today' once the words they all share are cut off at both ends."""
    cut = [plain(text).strip(_QUOTES + ".。") for text in texts]
    start = re.sub(r"[\d零〇一二两三四五六七八九十周星期上中下午.,:]+$", "", os.path.commonprefix(cut)) if language == "zh" else re.sub(r"[^ ]*$", "", os.path.commonprefix(cut))
    cut = [text[len(start):] for text in cut]
    end = os.path.commonprefix([text[::-1] for text in cut])[::-1]
    end = re.sub(r"^[\d零〇一二两三四五六七八九十点时半日号月天周年分钟小个工作,.:]+", "", end) if language == "zh" else re.sub(r"^[^ ]*", "", end)
    return [text[:len(text) - len(end)].strip(" ，,") if end else text for text in cut]


def same_beginning(item: Item) -> Iterator[Problem]:
    """F14."""
    if not isinstance(item, Choice) or len(item.options) < 3:
        return
    for language in LANGUAGES:
        texts = tuple(option[language] for option in item.options)
        if _values(texts, language):
            continue
        begun = _beginning(texts, language)
        if begun:
            yield problem("F14", item.options[0].place(language), f"'{begun}' ({LANGUAGE_NAMES[language]}, question {item.id})")


def _beginning(texts: tuple[str, ...], language: Language) -> str:
    if language == "zh":
        rows = [[c for c in folded(text)] for text in texts]
        rest = 3
    else:
        rows = [words_of(text, "en") for text in texts]
        rest = 2
    common: list[str] = os.path.commonprefix(rows)
    # a number that several options begin with is F11's
    while common and common[-1].isdigit():
        common.pop()
    shortest = min(map(len, rows))
    telling = all(c not in FUNCTION_ZH for c in common) if language == "zh" else any(word not in COMMON_EN for word in common)
    telling = telling or "".join(common) in _MODAL or (len(common) == 2 and common[-1] in _MODAL and not texts[0].startswith(("“", '"')))
    if len(common) >= COMMON_START[language] or (len(common) == 2 and telling and shortest - 2 >= rest):
        return ("" if language == "zh" else " ").join(common)
    return ""


def not_parallel(item: Item) -> Iterator[Problem]:
    """F15: the end, the quotation marks, and sentences beside phrases."""
    if not isinstance(item, Choice) or len(item.options) < 3:
        return
    for language in LANGUAGES:
        texts = [plain(option[language]).strip() for option in item.options]
        said = _difference(texts, language)
        if said:
            yield problem("F15", item.options[0].place(language), f"{said} ({LANGUAGE_NAMES[language]}, question {item.id})")


def _difference(texts: list[str], language: Language) -> str:
    spoken = [text[:1] in "“\"「‘" and text[-1:] in "”\"」’" or bool(re.match(r"[^“”]{1,30}[：:] ?“[^”]*”$", text)) for text in texts]
    if any(spoken) and not all(spoken):
        return "some are spoken words in quotation marks, some are not"
    ended = [bool(_FULL_STOP.search(text.strip(_QUOTES))) for text in texts]
    if any(ended) and not all(ended):
        return "some end with a full stop or question mark, some without"
    sizes = [length(text, language) for text in texts]
    if min(sizes) <= SHORT[language] and max(sizes) >= LONG[language]:
        return "a short phrase stands beside a whole sentence"
    if language == "zh" or all(spoken):
        return ""
    bare = [text.strip(_QUOTES) for text in texts]
    if any(text[:1].islower() for text in bare) and any(text[:1].isupper() and text.split()[0].casefold() in COMMON_EN and text.split()[0] != "I" for text in bare if text):
        return "some begin with a capital, some with a small letter"
    kinds = {_kind(text.casefold()) for text in bare}
    if len(kinds) > 1 and kinds & {"-ing", "to"}:
        return "some begin with a verb in -ing or with 'to', some do not"
    if {"sentence", "noun"} <= kinds:
        return "some are sentences, some are phrases"
    return ""


def _kind(text: str) -> str:
    first = text.split()[0] if text.split() else ""
    if _GERUND.fullmatch(first) and first not in _NO_GERUND:
        return "-ing"
    if first == "to":
        return "to"
    if _SUBJECT.match(text) and _FINITE.search(text) or _SUBJECT.match(text) and len(text.split()) > 2:
        return "sentence"
    if _NOMINAL.match(text) and not _FINITE.search(text) and len(text.split()) <= 6 and not re.search(r"\b\w+(?:s|ed)\b \b(?:the|a|an|to|it|him|her|them|your|our|his|you)\b", text):
        return "noun"
    return "other"


def long_right_sides(item: Item) -> Iterator[Problem]:
    """F16."""
    if isinstance(item, Match):
        for pair in item.pairs:
            for language in LANGUAGES:
                found = length(pair.right[language], language)
                if found > LONGEST_RIGHT[language]:
                    yield problem("F16", pair.right.place(language), f"{found} {unit(language)} in pair {pair.id} ({LANGUAGE_NAMES[language]}, question {item.id})")
