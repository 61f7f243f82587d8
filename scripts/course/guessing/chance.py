"""What chance alone would bring: every way in which the keys could stand among the options, counted in whole numbers.

A cue has marked its options before anybody knows the keys. If it knew nothing, each choice of keys would be as likely as any other:
one of n options, or one pair of n. So the band is exact for this bank and these marks; nothing is approximated or drawn.
Knows shares and numbers and no question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import lcm
from typing import NamedTuple

OUTSIDE = Fraction(5, 100)
"""So seldom does chance alone leave the band, half of it on each side."""


class Try(NamedTuple):
    """One question as it has been marked: for each option the share of a mark. A cue gives as many marks as there are `keys`."""

    shares: tuple[Fraction, ...]
    keys: int


class Chance(NamedTuple):
    """Hits that chance brings on average, and the least and the most hits inside the band."""

    expected: Fraction
    low: Fraction
    high: Fraction


def share_out(scores: Sequence[float], keys: int) -> tuple[Fraction, ...]:
    """One mark for each of the `keys` highest scores. Options that tie for the last marks have equal shares of them, so nothing hangs on their order."""
    ordered = sorted(scores, reverse=True)
    last = ordered[keys - 1]
    tied = ordered.count(last)
    left = keys - sum(score > last for score in scores)
    return tuple(Fraction(1) if score > last else Fraction(left, tied) if score == last else Fraction(0) for score in scores)


def chance(tries: Iterable[Try]) -> Chance:
    """The average and the 95 % band of hits."""
    return _counted(tuple(tries))


@lru_cache(maxsize=64)
def _counted(tries: tuple[Try, ...]) -> Chance:
    """Kept: a build asks for the same marks once a page and language."""
    unit = lcm(1, *map(_parts, tries))
    ways = Counter({0: 1})
    # whole marks first: as long as there are no halves and thirds, few sums are possible
    for one in sorted(tries, key=_parts):
        ways = _times(ways, _outcomes(one, unit))
    expected = sum((sum(one.shares) * Fraction(one.keys, len(one.shares)) for one in tries), Fraction(0))
    row = sorted(ways.items())
    return Chance(expected, Fraction(_edge(row), unit), Fraction(_edge(row[::-1]), unit))


def _parts(one: Try) -> int:
    """Into how many parts the marks are cut."""
    return lcm(1, *(share.denominator for share in one.shares))


def _outcomes(one: Try, unit: int) -> Counter[int]:
    """Hits, in parts of a mark, → the number of placements of the keys that bring them."""
    return Counter(int(sum(one.shares[at] for at in where) * unit) for where in combinations(range(len(one.shares)), one.keys))


def _times(ways: Counter[int], outcomes: Counter[int]) -> Counter[int]:
    """The ways of all questions so far, each with every outcome of one more."""
    longer: Counter[int] = Counter()
    for before, many in ways.items():
        for hits, number in outcomes.items():
            longer[before + hits] += many * number
    return longer


def _edge(row: list[tuple[int, int]]) -> int:
    """The first number of hits, from the start of the row, that chance does not leave behind it too seldom."""
    everything = sum(number for _, number in row)
    passed = 0
    for hits, number in row:
        passed += number
        if passed > everything * OUTSIDE / 2:
            return hits
    raise AssertionError("the whole is more than a part of it")
