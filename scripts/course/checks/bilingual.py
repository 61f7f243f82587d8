"""L01: what can differ between two languages without anybody meaning it: figures, and how often something is emphasised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models import Item
from ..problems import Problem
from .quantities import figures
from .said import texts_of
from .table import problem

_EMPHASIS = re.compile(r"(?<![\\*\w])(\*{1,3}|_{1,2})(?=[^\s*_])[^*_]+?(?<=\S)\1(?![*_])|\*\*(?=\S)[^*]+?(?<=\S)\*\*")


def same_figures(item: Item) -> Iterator[Problem]:
    """万 and 亿, full-width figures, number words, months and clock times are taken for what they mean."""
    rows = [(text, part, figures(text.zh, "zh"), figures(text.en, "en")) for text, part in texts_of(item)]
    whole_zh, whole_en = (set[float]().union(*(row[side].meant for row in rows)) for side in (2, 3))
    for text, part, zh, en in rows:
        # feedback may say 'the money' where the other language repeats the sum
        loose = "'why'" in part or "'explain'" in part
        only_zh = [said for value, said in zh.written.items() if value not in (whole_en if loose else en.meant)]
        only_en = [said for value, said in en.written.items() if value not in (whole_zh if loose else zh.meant)]
        where = f"({part}, question {item.id})"
        if only_zh or only_en:
            sides = [f"{' and '.join(f'{said!r}' for said in row)} in {name} only" for row, name in ((only_zh, "Chinese"), (only_en, "English")) if row]
            yield problem("L01", text.place("en"), message=f"the figures differ: {', '.join(sides)} {where}")
        elif zh.counted and en.counted and not zh.counted & en.meant and not en.counted & zh.meant:
            yield problem("L01", text.place("en"), message=f"the numbers differ: {_shown(zh.counted)} in Chinese, {_shown(en.counted)} in English {where}")


def _shown(numbers: set[float]) -> str:
    return ", ".join(f"{number:g}" for number in sorted(numbers))


def same_emphasis(item: Item) -> Iterator[Problem]:
    for text, part in texts_of(item):
        zh, en = (len(_EMPHASIS.findall(_without_gap(words))) for words in (text.zh, text.en))
        if zh != en:
            yield problem("L01", text.place("en"), message=f"the emphasis differs: {_times(zh)} in Chinese, {_times(en)} in English ({part}, question {item.id})", hint="emphasise the same word in both languages")


def _without_gap(text: str) -> str:
    return text.replace("____", " ")


def _times(count: int) -> str:
    return "none" if not count else "once" if count == 1 else f"{count} times"
