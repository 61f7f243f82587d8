"""S01 for questions: what the types ask of their parts, beyond single fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..models import LANGUAGES, Blank, Choice, Entry, Item, Language, Match, Order, Pair, Text
from ..problems import Problem
from .measuring import answer
from .said import LANGUAGE_NAMES, Said, texts_of
from .table import problem

GAP = "____"
LONGEST_ANSWER = 30

_RUN = re.compile(r"_{4,}")


def gaps(item: Item) -> Iterator[Problem]:
    """A blank has one gap in each language, in `ask`; nothing else has one."""
    for text, part in texts_of(item):
        for language in LANGUAGES:
            said = Said(text[language], language, text.place(language), part, f"question {item.id}", item)
            runs = list(_RUN.finditer(said.bare))
            if not isinstance(item, Blank) or part != "'ask'":
                if runs:
                    yield problem("S01", said.at(runs[0].start()), message=f"a gap ({GAP}) in {said.where}", hint="only the 'ask' of a question of type 'blank' has a gap")
            elif not runs:
                yield problem("S01", said.place, message=f"no gap in {said.where}", hint=f"put four underscores where the answer goes: {GAP}")
            elif len(runs) > 1:
                yield problem("S01", said.at(runs[1].start()), message=f"{len(runs)} gaps in {said.where}", hint="keep one, and ask for the others in questions of their own")
            elif runs[0][0] != GAP:
                yield problem("S01", said.at(runs[0].start()), message=f"the gap has {len(runs[0][0])} underscores in {said.where}", hint=f"write exactly four: {GAP}")


def accepted(item: Item) -> Iterator[Problem]:
    """Accepted answers are short, not blank, and differ after NFKC, case folding and trimming."""
    if not isinstance(item, Blank):
        return
    for language in LANGUAGES:
        place, where = item.accept.place(language), f"({LANGUAGE_NAMES[language]}, question {item.id})"
        first: dict[str, str] = {}
        for written in item.accept[language]:
            compared = answer(written)
            if not compared:
                yield problem("S01", place, message=f"an accepted answer is blank {where}", hint="delete it")
            elif "\n" in compared:
                yield problem("S01", place, message=f"an accepted answer has more than one line {where}", hint="nobody can type it into one field; write it on one line")
            elif len(compared) > LONGEST_ANSWER:
                yield problem("S01", place, message=f"the accepted answer '{written}' has {len(compared)} characters {where}", hint=f"at most {LONGEST_ANSWER}: ask for one word or a short phrase")
            elif compared in first:
                yield problem("S01", place, message=f"the accepted answers '{first[compared]}' and '{written}' are the same {where}", hint="delete one: capitals, full-width letters and spaces at the ends make no difference")
            first.setdefault(compared, written)


def pairs(item: Item) -> Iterator[Problem]:
    """Left sides differ; right sides are equal in both languages or in none; there is something to choose."""
    if not isinstance(item, Match):
        return
    yield from _different([pair.left for pair in item.pairs], [pair.id for pair in item.pairs], "left sides of pairs", item)
    for at, pair in enumerate(item.pairs):
        for earlier in item.pairs[:at]:
            yield from _half_equal(earlier, pair, item)
    if len(item.choices()) < 2:
        yield problem("S01", item.place("pairs"), message=f"all right sides are the same in question {item.id}", hint="write at least two different ones")


def _half_equal(one: Pair, two: Pair, item: Item) -> Iterator[Problem]:
    alike: list[Language] = [language for language in LANGUAGES if answer(one.right[language]) == answer(two.right[language])]
    if len(alike) == 1:
        other: Language = "en" if alike == ["zh"] else "zh"
        yield problem("S01", two.right.place(other), message=f"the right sides of pairs {one.id} and {two.id} are equal in {LANGUAGE_NAMES[alike[0]]} only (question {item.id})", hint=f"make them equal in both languages (one choice) or different in both: here '{one.right[other]}' and '{two.right[other]}'")
    elif len(alike) == 2:
        for language in LANGUAGES:
            if one.right[language] != two.right[language]:
                yield problem("S01", two.right.place(language), message=f"the right sides of pairs {one.id} and {two.id} differ only in capitals, width or spaces ({LANGUAGE_NAMES[language]}, question {item.id})", hint=f"write '{one.right[language]}' in both")


def steps(item: Item) -> Iterator[Problem]:
    if isinstance(item, Order):
        yield from _different(list(item.steps), [step.id for step in item.steps], "steps", item)


def _different(texts: list[Text], ids: list[str], what: str, item: Item) -> Iterator[Problem]:
    for language in LANGUAGES:
        first: dict[str, str] = {}
        for text, id in zip(texts, ids, strict=True):
            earlier = first.setdefault(answer(text[language]), id)
            if earlier != id:
                yield problem("S01", text.place(language), message=f"the {what} {earlier} and {id} are the same ({LANGUAGE_NAMES[language]}, question {item.id})", hint="make them different, or delete one")


def own_ids(item: Item) -> Iterator[Problem]:
    """Options, steps and pairs have ids within their question: stored answers name them."""
    if isinstance(item, Choice):
        yield from _unique("option", item.options, item)
    elif isinstance(item, Order):
        yield from _unique("step", item.steps, item)
    elif isinstance(item, Match):
        yield from _unique("pair", item.pairs, item)


def _unique(kind: str, entries: Iterable[Entry], item: Item) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for entry in entries:
        id: str = getattr(entry, "id")  # noqa: B009 – options, steps and pairs all have one, Entry has not
        seen[id] += 1
        if seen[id] == 2:
            yield problem("S01", entry.place("id"), message=f"the {kind} id '{id}' stands twice in question {item.id}", hint="give the newer one another id")
