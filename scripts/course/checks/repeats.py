"""R01: the same words on several pages. Seventy lessons in one pattern read alike unless somebody prevents it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..models import LANGUAGES, Language, Page, Place
from ..problems import Problem
from .index import Index
from .prose import Sentence
from .said import LANGUAGE_NAMES
from .table import problem

RUN: dict[Language, int] = {"zh": 12, "en": 8}
"""Han characters, or English words, that stand together."""
PAGES = 2
"""On so many pages a run may stand."""
NO_PROSE = ("next", "check")
_SHOWN = 4

Gram = tuple[str, ...]


def same_run(index: Index) -> Iterator[Problem]:
    """A run on more than two pages, said on each of them with the other places."""
    for language in LANGUAGES:
        size = RUN[language]
        rows = _rows(index, language)
        on: dict[Gram, int] = {}
        for _, said in rows:
            for gram in {gram for sentence in said for gram in _grams(sentence, size)}:
                on[gram] = on.get(gram, 0) + 1
        often = {gram for gram, count in on.items() if count > PAGES}
        if not often:
            continue
        places: dict[Gram, list[Place]] = defaultdict(list)
        runs: list[tuple[Sentence, int, int, Gram]] = []
        for _, said in rows:
            seen: set[Gram] = set()
            for sentence in said:
                for start, end in _runs(sentence, size, often):
                    first = sentence.words[start:start + size]
                    if first not in seen:
                        runs.append((sentence, start, end, first))
                for gram in _grams(sentence, size):
                    if gram in often and gram not in seen:
                        seen.add(gram)
                        places[gram].append(sentence.place)
        for sentence, start, end, first in runs:
            others = [place for place in places[first] if place.path != sentence.place.path]
            yield problem("R01", sentence.place, f"'{sentence.shown(start, end)}', also in {_listed(others)} ({LANGUAGE_NAMES[language]})")


def _grams(sentence: Sentence, size: int) -> Iterable[Gram]:
    words = sentence.words
    return (words[at:at + size] for at in range(len(words) - size + 1))


def _runs(sentence: Sentence, size: int, often: set[Gram]) -> Iterator[tuple[int, int]]:
    """Where the sentence says what many pages say; grams that follow each other are one run."""
    start = end = -1
    for at, gram in enumerate(_grams(sentence, size)):
        if gram in often:
            if at > end or start < 0:
                if start >= 0:
                    yield start, end
                start = at
            end = at + size
    if start >= 0:
        yield start, end


def same_edges(index: Index) -> Iterator[Problem]:
    """Two pages do not begin, and do not end, with the same sentence."""
    for language in LANGUAGES:
        for which, at in (("first", 0), ("last", -1)):
            found: dict[Gram, list[Place]] = defaultdict(list)
            for page, said in _rows(index, language):
                prose = [sentence for sentence in said if sentence.kind == "prose" and not (page.kind == "lesson" and sentence.section in NO_PROSE)]
                if prose:
                    found[prose[at].words].append(prose[at].place)
            for words, places in found.items():
                for place in places if len(places) > 1 else ():
                    others = [other for other in places if other is not place]
                    shown = ("" if language == "zh" else " ").join(words)
                    yield problem("R01", place, message=f"the {which} sentence stands on {len(places)} pages: '{shown}', also in {_listed(others)} ({LANGUAGE_NAMES[language]})")


def _rows(index: Index, language: Language) -> list[tuple[Page, tuple[Sentence, ...]]]:
    return [(page, index.sentences(page)) for page in index.course.in_language(language)]


def _listed(places: list[Place]) -> str:
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return ", ".join(f"{place.path}:{place.line}" for place in places[:_SHOWN]) + more
