"""T01: Chinese punctuation and spacing in Chinese, half-width forms in English.

For `check --fix`: `mends(course)` says what a machine can safely put right, and `mended(source, mends)`
does it to the text of one file. Both come from the same table as the problems. Opens no file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..models import Course, Language
from ..problems import Problem
from .index import Index
from .measuring import HAN
from .said import Said
from .surfaces import OPAQUE, SKIPPED, Surface, of_page, of_text
from .table import problem


class Slip(NamedTuple):
    """One thing set wrong in a line: from `start` stands `old`. `new` is None where a person has to look."""

    start: int
    old: str
    new: str | None
    said: str


class Mend(NamedTuple):
    """Replace `old`, which begins at `line` and `column` of the file (both from 1), by `new`.

    `old` begins one character before the slip where there is one, so that it can be recognised. Mends of a
    line are applied from right to left: then columns and first characters stay true.
    """

    path: str
    line: int
    column: int
    old: str
    new: str


_FULL = dict(zip(",?!:;", "，？！：；", strict=True))
_HALF = dict(zip("，。？！：；（）、％／＋－＝＆＠＄￥～\u3000", ",.?!:;(),%/+-=&@$¥~ ", strict=True))
# their half-width forms mean something to Markdown, or there is none: a person has to look
_NO_HALF = "＊＿［］｛｝｜＃＜＞＂＇「」『』《》【】〈〉"
# emphasis and links: what stands left and right of them touches for the eye. `____` is a gap, no emphasis
_MARKS = rf"(?:[*~\[\]{SKIPPED}]|_{{1,2}}(?!_))*"
_CLOSING, _OPENING = "”’」』）》】…", "“‘「『（《【"

_ZH_PUNCTUATION = re.compile(
    rf"(?P<left>[{HAN}{_CLOSING}])(?P<marks>{_MARKS})(?P<sign>[,?!:;])(?P<spaces> *)(?=(?P<right>{_MARKS}(?:[{HAN}{_OPENING}{_CLOSING}0-9A-Za-z]|\||$))|\s*(?:\||$))"
)
_ZH_SPACE = (
    re.compile(rf"[{HAN}](?P<a>{_MARKS})(?P<spaces> +)(?P<b>{_MARKS})(?=[A-Za-z0-9])"),
    re.compile(rf"[A-Za-z0-9%](?P<a>{_MARKS})(?P<spaces> +)(?P<b>{_MARKS})(?=[{HAN}])"),
)
_ZH_QUOTE = re.compile("[「」]")
_IS_HAN = re.compile(f"[{HAN}]")
_EN_SIGN = re.compile(f"[{''.join(_HALF)}{_NO_HALF}]")
_EN_WIDE = re.compile("[Ａ-Ｚａ-ｚ０-９]+")


def slips(text: str, language: Language) -> Iterator[Slip]:
    """What is set wrong in one masked line."""
    if language == "zh":
        yield from _slips_zh(text)
    else:
        yield from _slips_en(text)


def _slips_zh(text: str) -> Iterator[Slip]:
    for found in _ZH_PUNCTUATION.finditer(text):
        sign, at = found["sign"], found.start("sign")
        if text.startswith("![", at):
            continue
        # a Han character on one side at least: “A”: “B” is no Chinese sentence
        right = text[found.end():].lstrip(f"*~[]_{SKIPPED}")[:1]
        if not (_IS_HAN.match(found["left"]) or _IS_HAN.match(right)):
            continue
        # before a cell's end or the line's the spaces are layout
        spaces = "" if right in ("", "|") else found["spaces"]
        yield Slip(at, sign + spaces, _FULL[sign], f"a half-width '{sign}' in a Chinese sentence: '{_around(text, at)}'")
    for pattern in _ZH_SPACE:
        for found in pattern.finditer(text):
            # without its space, _emphasis_ would turn into plain underscores
            new = None if "_" in found["a"] + found["b"] else ""
            yield Slip(found.start("spaces"), found["spaces"], new, f"a typed space between Chinese and Latin: '{_around(text, found.start('spaces'))}'")
    for found in _ZH_QUOTE.finditer(text):
        yield Slip(found.start(), found[0], "“" if found[0] == "「" else "”", f"'{found[0]}' in Chinese, where “” is used: '{_around(text, found.start())}'")


def _slips_en(text: str) -> Iterator[Slip]:
    if text.isascii():
        return
    chinese_brackets: list[bool] = []
    kept = -2  # where the last sign stands that was left to a Chinese sentence
    for found in _EN_SIGN.finditer(text):
        sign, at = found[0], found.start()
        before, after = text[at - 1:at], text[at + 1:at + 2]
        if sign == "（":
            # a pair is judged by what stands before it
            chinese_brackets.append(bool(_IS_HAN.match(before)))
        follows = kept == at - 1
        if chinese_brackets.pop() if sign == "）" and chinese_brackets else _belongs_to_chinese(before, after, sign, follows):
            kept = at
            continue
        if sign in _NO_HALF:
            yield Slip(at, sign, None, f"a full-width '{sign}' in English: '{_around(text, at)}'")
            continue
        new = _HALF[sign]
        if sign == "（":
            new = new if before in ("", " ") else f" {new}"
        elif sign in "，。？！：；）、" and after and (after.isalnum() or after in "“‘（"):
            new += " "
        yield Slip(at, sign, new, f"a full-width '{sign}' in English: '{_around(text, at)}'")
    for found in _EN_WIDE.finditer(text):
        narrow = "".join(chr(ord(character) - 0xFEE0) for character in found[0])
        yield Slip(found.start(), found[0], narrow, f"full-width characters in English: '{found[0]}'")


def _belongs_to_chinese(before: str, after: str, sign: str, follows: bool) -> bool:
    """A Chinese sentence quoted in English keeps its punctuation; `follows` a sign of it, and it goes with that one."""
    if sign in "（）":
        return bool(_IS_HAN.match(before if sign == "（" else after))
    return bool(_IS_HAN.match(before) or _IS_HAN.match(after) or before == "、" or follows)


def _around(text: str, at: int) -> str:
    """A few characters to recognise the place by; code and addresses are left out."""
    return re.sub(f"{OPAQUE}+", "…", text[max(0, at - 6):at + 7].replace(SKIPPED, "")).strip()


def typography_of_text(said: Said) -> Iterator[Problem]:
    yield from _problems(of_text(said))


def typography_of_pages(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        for surface in of_page(page):
            yield from _problems(surface)


def _problems(surface: Surface) -> Iterator[Problem]:
    for slip in slips(surface.text, surface.language):
        if slip.new is None:
            hint = "write it as English does" if surface.language == "en" else "delete the space; write emphasis with asterisks: *words*"
        elif slip.new == "":
            hint = "delete the space, the style sheet sets it; or run `python3 scripts/build.py check --fix`"
        else:
            hint = f"write '{slip.new}'; or run `python3 scripts/build.py check --fix`"
        yield problem("T01", surface.at(slip.start), message=slip.said, hint=hint)


def mends(course: Course) -> list[Mend]:
    """Every T01 that a machine can safely put right, in the order of files, lines and columns."""
    index = Index(course)
    surfaces = [*(of_text(said) for said in index.said), *(surface for page in course.pages for surface in of_page(page))]
    found = []
    for surface in surfaces:
        for slip in slips(surface.text, surface.language):
            if slip.new is not None:
                before = surface.text[slip.start - 1:slip.start] if slip.start else ""
                # a masked character is not what stands in the file
                before = "" if before in (SKIPPED, OPAQUE) else before
                place = surface.at(slip.start - len(before))
                found.append(Mend(place.path, place.line, place.column, before + slip.old, before + slip.new))
    return sorted(set(found))


def mended(source: str, mends: Iterable[Mend]) -> str:
    """The text of one file with its mends applied. A mend whose `old` is not where it should be is left alone."""
    lines = source.split("\n")
    by_line: dict[int, list[Mend]] = defaultdict(list)
    for mend in mends:
        by_line[mend.line].append(mend)
    for number, row in by_line.items():
        if number > len(lines):
            continue
        line = lines[number - 1]
        for mend in sorted(row, key=lambda mend: mend.column, reverse=True):
            start = mend.column - 1
            # in single quotes, every quotation mark of the text is written twice and moves what follows
            at = line.find(mend.old, start, start + len(mend.old) + line.count("''"))
            if at >= 0:
                line = line[:at] + mend.new + line[at + len(mend.old):]
        lines[number - 1] = line
    return "\n".join(lines)
