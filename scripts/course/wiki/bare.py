"""Addresses that stand in running text, as wikis make links of them: up to the next space or bracket.

Chinese punctuation after an address belongs to it, as GitLab, GitHub and MediaWiki have it; `judging.py` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .places import Value

ADDRESS = r"https?://[^\s<>\"\[\]`|{}]++"
_ADDRESS = re.compile(ADDRESS, re.IGNORECASE)
_AFTER = ".,:;!?*_~'"
"""What ends a sentence, not an address."""


def bare(text: str) -> Iterator[Value]:
    for found in _ADDRESS.finditer(text):
        yield Value(without_sentence(found[0]), found.start())


def without_sentence(url: str) -> str:
    """Without the full stop or the closing bracket of the sentence around it."""
    opened, closed = url.count("("), url.count(")")
    end = len(url)
    while end and (url[end - 1] in _AFTER or (url[end - 1] == ")" and closed > opened)):
        closed -= url[end - 1] == ")"
        end -= 1
    return url[:end]
