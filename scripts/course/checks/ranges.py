"""An option that is a range of numbers (10–20天, 30天以上, up to 10 %) → an interval that can be compared. Knows text and nothing else."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import NamedTuple

from .measuring import plain
from .quantities import MONTHS


class Range(NamedTuple):
    """From `low` to `high`; the flags say whether the ends belong to it."""

    low: float
    low_in: bool
    high: float
    high_in: bool
    unit: str

    def overlaps(self, other: Range) -> bool:
        if self.unit and other.unit and self.unit != other.unit:
            return False
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low == high:
            # one end is shared: it belongs to both, or to one of them only
            return self._holds(low) and other._holds(low)
        return low < high

    def _holds(self, number: float) -> bool:
        if number in (self.low, self.high):
            return (number != self.low or self.low_in) and (number != self.high or self.high_in)
        return self.low < number < self.high


_N = r"(\d[\d,]*(?:\.\d+)?)"
_UNIT = r"\s*([^\d\s.,，。、:：]{0,8}(?:\s[a-z]{1,12}){0,2}?)"
_BETWEEN = re.compile(rf"(?P<and>between )?(?:from|约|大约|about)?\s*{_N}{_UNIT}\s*(?:-|–|—|~|to|(?(and)and|to)|至|到)\s*{_N}{_UNIT}(?:之间)?")
_OPEN: tuple[tuple[re.Pattern[str], str, bool], ...] = (
    (re.compile(rf"(?:超过|多于|大于|高于)\s*{_N}{_UNIT}"), "up", False),
    (re.compile(rf"(?:至少|不少于|不低于|最少)\s*{_N}{_UNIT}"), "up", True),
    (re.compile(rf"{_N}{_UNIT}\s*(?:以上|及以上|或以上|起)"), "up", True),
    (re.compile(rf"(?:不到|少于|小于|低于|不足)\s*{_N}{_UNIT}"), "down", False),
    (re.compile(rf"(?:不超过|至多|最多|不多于|不高于)\s*{_N}{_UNIT}"), "down", True),
    (re.compile(rf"{_N}{_UNIT}\s*(?:以内|以下|及以下|或以下|之内)"), "down", True),
    (re.compile(rf"(?:more than|over|above)\s+{_N}{_UNIT}"), "up", False),
    (re.compile(rf"(?:at least|from)\s+{_N}{_UNIT}"), "up", True),
    (re.compile(rf"{_N}{_UNIT}\s+or\s+more{_UNIT}"), "up", True),
    (re.compile(rf"(?:less than|fewer than|under|below)\s+{_N}{_UNIT}"), "down", False),
    (re.compile(rf"(?:at most|up to|no more than|within)\s+{_N}{_UNIT}"), "down", True),
    (re.compile(rf"{_N}{_UNIT}\s+or\s+(?:less|fewer){_UNIT}"), "down", True),
)
_DATE = frozenset(MONTHS) | {"月", "日", "号"}
_CLOCK = {"点", "点钟", "时", "am", "pm", "o'clock", "o’clock"}


def range_of(text: str) -> Range | None:
    """The range that an option is, and nothing else. Times of the day and spans of dates are no ranges of numbers: meetings and visits may overlap."""
    text = unicodedata.normalize("NFKC", plain(text)).casefold().strip(" .。!?“”\"'")
    found = _BETWEEN.fullmatch(text)
    if found:
        low, high, unit = _number(found[2]), _number(found[4]), _unit(found[5] or found[3])
        units = {*found[3].split(), *found[5].split()}
        return None if unit in _CLOCK or units & _DATE or low > high else Range(low, True, high, True, unit)
    for pattern, way, included in _OPEN:
        found = pattern.fullmatch(text)
        if found:
            number, unit = _number(found[1]), _unit(" ".join(part for part in found.groups()[1:] if part))
            if unit in _CLOCK or set(unit.split()) & _DATE - {"日", "月"}:
                return None
            return Range(number, included, math.inf, False, unit) if way == "up" else Range(-math.inf, False, number, included, unit)
    return None


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def _unit(text: str) -> str:
    return text.strip().removesuffix("之间").rstrip("及或")
