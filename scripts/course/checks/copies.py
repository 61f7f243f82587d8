"""F23 and F24: questions that copy a sentence of their page, or another question. They are asked about the whole course, a question at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from math import ceil

from ..models import LANGUAGES, Item, Language
from ..problems import Problem
from .index import Index
from .prose import Sentence, words_in_order
from .said import LANGUAGE_NAMES, texts_of
from .table import problem
from .tokens import content, overlap, words_of

COPIED = 0.6
SHORTEST: dict[Language, int] = {"zh": 12, "en": 8}
"""Characters or words; what is shorter is no sentence to copy."""
_PIECE: dict[Language, int] = {"zh": 5, "en": 4}
_GRAM: dict[Language, int] = {"zh": 6, "en": 4}
ALIKE: dict[Language, float] = {"zh": 0.5, "en": 0.6}
SAME_MATTER = 0.4
"""'asks for a discount' and 'asks for a refund' are alike in all words but those that count."""

Found = tuple[Item, Problem]


def copied(index: Index) -> Iterator[Found]:
    """F23. Feedback may quote the page; what is asked may not."""
    for bank in index.course.banks:
        for language in LANGUAGES:
            page = index.pages.get((bank.page, language))
            if page is None:
                continue
            said = [sentence for sentence in index.sentences(page) if len(sentence.words) >= SHORTEST[language]]
            holding: dict[tuple[str, ...], set[int]] = defaultdict(set)
            for at, sentence in enumerate(said):
                for gram in _grams(sentence.words, _GRAM[language]):
                    holding[gram].add(at)
            for item in bank.questions:
                yield from _copied(item, language, said, holding)


def _copied(item: Item, language: Language, said: list[Sentence], holding: dict[tuple[str, ...], set[int]]) -> Iterator[Found]:
    for text, part in texts_of(item):
        if "'why'" in part or "'explain'" in part:
            continue
        words = words_in_order(text[language], language)
        near = {at for gram in _grams(words, _GRAM[language]) for at in holding.get(gram, ())}
        for at in sorted(near):
            shorter = min(len(words), len(said[at].words))
            share = _same_pieces(words, said[at].words, language) / shorter
            if shorter >= SHORTEST[language] and share > COPIED:
                place = said[at].place
                yield item, problem("F23", text.place(language), f"{share:.0%} of '{said[at].text.strip()}' in {place.path}:{place.line} ({part}, {LANGUAGE_NAMES[language]}, question {item.id})")
                break


def _grams(words: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    return (words[at:at + size] for at in range(len(words) - size + 1))


def _same_pieces(one: tuple[str, ...], two: tuple[str, ...], language: Language) -> int:
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= _PIECE[language])


def near_twins(index: Index) -> Iterator[Found]:
    """F24: each question with the first one before it that asks nearly the same."""
    items = [item for item, _ in index.items]
    for language in LANGUAGES:
        stems = [frozenset(words_of(item.ask[language], language)) for item in items]
        frequency = Counter(word for stem in stems for word in stem)
        holding: dict[str, list[int]] = defaultdict(list)
        for at, stem in enumerate(stems):
            # two stems that are alike share one of their rarest words
            least = ceil(len(stem) * ALIKE[language] / (2 - ALIKE[language]))
            rarest = sorted(stem, key=lambda word: (frequency[word], word))[:len(stem) - least + 1]
            near = sorted({other for word in rarest for other in holding[word]})
            twin = next((other for other in near if overlap(stem, stems[other]) >= ALIKE[language] and _same_matter(items[at], items[other], language)), None)
            for word in rarest:
                holding[word].append(at)
            if twin is not None:
                yield items[at], problem("F24", items[at].ask.place(language), f"{items[at].id} and {items[twin].id} ({LANGUAGE_NAMES[language]})")


def _same_matter(one: Item, two: Item, language: Language) -> bool:
    matters = [content(item.ask[language], language) for item in (one, two)]
    return not any(matters) or overlap(*matters) >= SAME_MATTER
