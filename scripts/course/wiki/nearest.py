"""What somebody probably meant to write. Bounded: an export may hold any number of wrong ids, of any length."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LIKE = 0.75
_LONGEST = 100
"""Characters. Nothing longer is compared: the time grows with the square."""
_SEARCHES = 1500
"""Two to three seconds. After so many wrong ids the rest is told without a suggestion."""


class Nearest:
    def __init__(self) -> None:
        self._left = _SEARCHES

    def to(self, word: str, names: Iterable[str]) -> str:
        """The name that comes nearest, '' when none is near. Ids are written in small letters."""
        if not word or len(word) > _LONGEST or not self._left:
            return ""
        self._left -= 1
        return next(iter(get_close_matches(word.lower(), sorted(names), 1, _LIKE)), "")
