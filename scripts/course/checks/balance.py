"""B01 and B02: what the whole bank gives away. By chance the key stands in each place equally often, and is the longest option no more and no less often."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from ..models import LANGUAGES, Choice, Language, Place, Single
from ..problems import Problem
from .arrangement import in_order_of_numbers
from .index import Index
from .measuring import length
from .said import LANGUAGE_NAMES
from .table import problem

FEWEST_PLACED = 20
FEWEST_LONGEST = 100
BAND = 1.96
"""95 % of what chance brings lies within so many standard deviations."""
BAND_OF_PLACES = 2.5
"""The same for four places at once."""


def places_of_keys(index: Index) -> Iterator[Problem]:
    """B01, in written order. Options that are sorted numbers stand where they must."""
    items = [(item, bank) for item, bank in index.items if isinstance(item, Single) and len(item.keys) == 1 and not in_order_of_numbers(item)]
    if len(items) < FEWEST_PLACED:
        return
    stands = [item.options.index(item.keys[0]) for item, _ in items]
    for place in range(max(len(item.options) for item, _ in items)):
        chances = [1 / len(item.options) for item, _ in items if len(item.options) > place]
        count, low, high = stands.count(place), *_band(chances, BAND_OF_PLACES)
        if not low <= count <= high:
            often = Counter(bank.path for (_, bank), at in zip(items, stands, strict=True) if at == place)
            # where most of them stand there is most to mend
            path = often.most_common(1)[0][0] if often else items[0][1].path
            what = "too often" if count > high else "too seldom"
            yield problem(
                "B01", Place(path, 1),
                message=f"the key stands in place {place + 1} {what}: in {count} of {len(chances)} questions of the whole bank, by chance {math.ceil(low)} to {math.floor(high)} ({often[path]} of them in this file)",
            )


def longest_is_key(index: Index) -> Iterator[Problem]:
    """B02: both sides of the band; a bank whose longest option is never right is as easy to guess."""
    for language in LANGUAGES:
        rows = [(item, bank, mine) for item, bank in index.items if isinstance(item, Choice) and item.keys and item.distractors and (mine := _longest(item, language)) is not None]
        if len(rows) < FEWEST_LONGEST:
            continue
        chances = [len(item.keys) / len(item.options) for item, _, _ in rows]
        low, high = _band(chances, BAND)
        count = sum(right for _, _, right in rows)
        if not low <= count <= high:
            wanted = count > high
            often = Counter(bank.path for _, bank, right in rows if right is wanted)
            path = often.most_common(1)[0][0]
            what = "more" if wanted else "less"
            yield problem(
                "B02", Place(path, 1),
                message=f"the longest option is the key {what} often than by chance: in {count} of {len(rows)} questions of the whole bank, by chance {math.ceil(low)} to {math.floor(high)} ({LANGUAGE_NAMES[language]}; {often[path]} of those {'where it is' if wanted else 'where it is not'} in this file)",
            )


def _longest(item: Choice, language: Language) -> bool | None:
    """Whether the longest option is right; None where two are equally long or the options are sorted numbers."""
    if in_order_of_numbers(item):
        return None
    sizes = [length(option[language], language) for option in item.options]
    top = max(sizes)
    return None if sizes.count(top) > 1 else item.options[sizes.index(top)].correct


def _band(chances: list[float], width: float) -> tuple[float, float]:
    """Between how many hits chance alone would leave it, each try with a chance of its own."""
    mean = sum(chances)
    spread = width * math.sqrt(sum(chance * (1 - chance) for chance in chances))
    return max(0.0, mean - spread), min(float(len(chances)), mean + spread)
