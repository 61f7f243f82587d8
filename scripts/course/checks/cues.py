"""F04, F05, F06, F08: words that tell the right option from the others without any knowledge."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from ..models import LANGUAGES, Choice, Item, Language, Order, Text
from ..problems import Problem
from .cue_words import ABSOLUTE, HEDGED, VAGUE
from .measuring import plain
from .negatives import QUOTED
from .said import LANGUAGE_NAMES
from .table import problem
from .tokens import content, overlap, words_of

SHARED = 0.25
"""From this overlap on two options share a part, and not only a word by chance."""
CLOSER = 1.25
"""How much closer the key must be to the others than the next option is."""

_ABSOLUTE = {"zh": re.compile(ABSOLUTE["zh"]), "en": re.compile(rf"\b(?:{ABSOLUTE['en']})(?!\w)", re.IGNORECASE)}
_VAGUE = {"zh": re.compile(VAGUE["zh"]), "en": re.compile(rf"\b(?:{VAGUE['en']})\b", re.IGNORECASE)}
_HEDGED = {"zh": re.compile(f"{HEDGED['zh']}|{VAGUE['zh']}"), "en": re.compile(rf"\b(?:{HEDGED['en']}|{VAGUE['en']})\b", re.IGNORECASE)}
_BINDING = frozenset("that this these those with from will would could should have been they them their there then than when what where your yours ours into only just also".split())
_HOW_OFTEN = {
    "zh": re.compile(r"\d+ ?[次回成%％]|[两三四五六七八九十]+(?:次|回|成)|每[天日周月季年]|百分之|分之"),
    "en": re.compile(r"\btimes\b|\b(?:in|out of) (?:three|four|five|ten|twenty|a hundred|\d+)\b|%|per cent|percent|\b(?:once|twice) (?:a|every)\b|\bevery (?:second|third|other|day|week|month|quarter|year)\b|\b\d+ of\b", re.IGNORECASE),
}
"""A number that says how often; beside it the vague word does no harm."""
_SENTENCE = {"zh": re.compile(r"[。！？；]"), "en": re.compile(r"[.!?;]\s")}
_CLAUSE = {"zh": re.compile(r"[。！？，；：]"), "en": re.compile(r"[.!?,;:]\s")}


def absolutes_in(text: str, language: Language) -> list[str]:
    """The absolute words of a text, as they stand there."""
    return [found[0] for found in _ABSOLUTE[language].finditer(plain(text))]


def hedges_in(text: str, language: Language) -> list[str]:
    """Words of doubt, condition and vague frequency."""
    return [found[0] for found in _HEDGED[language].finditer(plain(text))]


def parts(text: str, language: Language) -> set[str]:
    """The words by which options are compared with each other; in English without the small words, which bind: what is shared must be more than 'the' and 'to'."""
    words = set(words_of(text, language))
    if language == "zh":
        return words
    return {word for word in words if (len(word) > 3 and "’" not in word and "'" not in word and word not in _BINDING) or word.isdigit()}


def absolutes(item: Item) -> Iterator[Problem]:
    """F04. A key that uses such a word too takes the cue away."""
    if not isinstance(item, Choice):
        return
    for language in LANGUAGES:
        pattern = _ABSOLUTE[language]
        if any(pattern.search(plain(key[language])) for key in item.keys):
            continue
        for option in item.distractors:
            if found := pattern.search(plain(option[language])):
                yield problem("F04", option.place(language), f"'{found[0]}' in option {option.id} ({LANGUAGE_NAMES[language]}, question {item.id})")


def vague(item: Item) -> Iterator[Problem]:
    """F05: in options and steps, in the clause that asks, and in the scene where no number says how often."""
    entries: list[tuple[Text, str]] = []
    if isinstance(item, Choice):
        entries = [(option, f"option {option.id}") for option in item.options]
    elif isinstance(item, Order):
        entries = [(step, f"step {step.id}") for step in item.steps]
    for language in LANGUAGES:
        asked = [clause for clause in _CLAUSE[language].split(QUOTED.sub("", plain(item.ask[language]))) if clause.strip(" ?？.。：:”\"）)")]
        scene = [sentence for sentence in _SENTENCE[language].split(QUOTED.sub("", plain(item.ask[language]))) if not _HOW_OFTEN[language].search(sentence)]
        if found := next((found for part in (*asked[-1:], *scene) if (found := _VAGUE[language].search(part))), None):
            yield problem("F05", item.ask.place(language), f"'{found[0]}' in 'ask' ({LANGUAGE_NAMES[language]}, question {item.id})")
        for text, what in entries:
            if found := _VAGUE[language].search(plain(text[language])):
                yield problem("F05", text.place(language), f"'{found[0]}' in {what} ({LANGUAGE_NAMES[language]}, question {item.id})")


def echoes(item: Item) -> Iterator[Problem]:
    """F06. Where half of the wrong options take up words of the question as well, the echo tells nothing."""
    if not isinstance(item, Choice) or not item.keys:
        return
    for language in LANGUAGES:
        asked = content(item.ask[language], language)
        if 2 * sum(bool(asked & content(option[language], language)) for option in item.distractors) >= len(item.distractors):
            continue
        # as words and as stems: 'quotations' in a wrong option answers for 'quotation' in the right one
        said = {word for option in item.distractors for read in (words_of, content) for word in read(option[language], language)}
        for option in item.keys:
            words = [word for word in words_of(item.ask[language], language) if word in asked & content(option[language], language) - said]
            if language == "en":
                words = sorted(asked & content(option[language], language) - said)
            if words:
                yield problem("F06", option.place(language), f"'{_joined(words) if language == 'zh' else words[0]}' in option {option.id} ({LANGUAGE_NAMES[language]}, question {item.id})")
                break


def _joined(pairs: list[str]) -> str:
    """Bigrams that follow each other are one word: 验收, 收合, 合格 → 验收合格."""
    word = pairs[0]
    for pair in pairs[1:]:
        if word[-1] != pair[0]:
            break
        word += pair[1:]
    return word


def converging(item: Item) -> Iterator[Problem]:
    """F08: the key is the middle of the options, each wrong one a variation of another part of it."""
    if not isinstance(item, Choice) or len(item.keys) != 1 or len(item.options) < 3:
        return
    for language in LANGUAGES:
        said = {option.id: parts(option[language], language) for option in item.options}
        key = item.keys[0]
        if names := _most_usual({option.id: content(option[language], language) for option in item.options}, key.id):
            yield problem("F08", key.place(language), f"option {key.id} alone has all that most options have: {names} ({LANGUAGE_NAMES[language]}, question {item.id})")
            continue
        near = {option.id: sum(overlap(said[option.id], said[other.id]) for other in item.options if other is not option) for option in item.options}
        rest = max(near[option.id] for option in item.distractors)
        if near[key.id] < CLOSER * rest:
            continue
        sharing = [option for option in item.distractors if overlap(said[key.id], said[option.id]) >= SHARED]
        # two wrong options that share with the key what they do not share with each other
        if any(said[key.id] & said[one.id] - said[two.id] and said[key.id] & said[two.id] - said[one.id] for one, two in combinations(sharing, 2)):
            names = ", ".join(option.id for option in sharing)
            yield problem("F08", key.place(language), f"option {key.id} shares its parts with {names} ({LANGUAGE_NAMES[language]}, question {item.id})")


def _most_usual(parts: dict[str, set[str]], key: str) -> str:
    """The words that most options have, if the key alone has them all and each other lacks a part: of four, every part stands in three."""
    if len(parts) < 4:
        return ""
    count = Counter(word for words in parts.values() for word in words)
    usual = {word for word, number in count.items() if len(parts) / 2 < number < len(parts)}
    lacking = {id: frozenset(usual - words) for id, words in parts.items()}
    if len(usual) < 2 or lacking[key] or not all(missing for id, missing in lacking.items() if id != key):
        return ""
    if len({missing for id, missing in lacking.items() if id != key}) < 2:
        return ""
    return ", ".join(sorted(usual))
