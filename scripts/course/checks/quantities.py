"""Numbers, dates and times as they stand in texts → values that can be compared. Knows text and nothing else.

`quantity` reads an option that is one quantity; `figures` finds the numbers that a text names.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from ..models import Language
from .measuring import plain

ZH_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_ZH_TENS = {"十": 10, "百": 100, "千": 1000}
_ZH_BIG = {"万": 10**4, "亿": 10**8}
_EN_SMALL = dict(zip("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), range(20), strict=True))
_EN_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_EN_BIG = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_EN_OTHER = {"half": 0.5, "quarter": 0.25, "dozen": 12, "once": 1, "twice": 2, "thrice": 3, "noon": 12, "midnight": 12, "double": 2, "doubles": 2, "doubled": 2, "both": 2, "pair": 2, "single": 1}
_ORDINALS = dict(zip("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), range(1, 13), strict=True))
MONTHS = {name: number for number, names in enumerate("january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec".split("|"), 1) for name in names.split()}
_WEEKDAYS = {name: number for number, names in enumerate("monday mon|tuesday tue tues|wednesday wed|thursday thu thurs|friday fri|saturday sat|sunday sun".split("|"), 1) for name in names.split()}

_ZH_NUMBER = "[零〇一二两三四五六七八九十百千万亿]"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
# seconds, minutes and so on in one scale; what has no place here is compared with its own kind only
_SECONDS = {"秒": 1, "分钟": 60, "分": 60, "小时": 3600, "个小时": 3600, "天": 86400, "日": 86400, "个工作日": 86400, "工作日": 86400, "周": 604800, "个星期": 604800, "星期": 604800, "个月": 2592000, "月": 2592000, "季度": 7776000, "个季度": 7776000, "年": 31536000,
            "second": 1, "minute": 60, "hour": 3600, "day": 86400, "working day": 86400, "business day": 86400, "week": 604800, "month": 2592000, "quarter": 7776000, "year": 31536000}
_EN_NUMBER = "|".join((*_EN_SMALL, *_EN_TENS, "a", "an", "half an"))
_DURATION_ZH = re.compile(rf"(半|{_NUMBER}|{_ZH_NUMBER}+)({'|'.join(sorted((name for name in _SECONDS if not name.isascii()), key=len, reverse=True))})(?:以?内|之内|以上|后|之后|以后|前)?")
_DURATION_EN = re.compile(rf"({_NUMBER}|{_EN_NUMBER}) ({'|'.join(sorted((name for name in _SECONDS if name.isascii()), key=len, reverse=True))})s?")
_CLOCK_ZH = re.compile(r"(?:当天|今天|当日)?(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里)?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[:：](\d{2})|[点时](?:(半)|(\d{1,2})分)?)(?:整|前|以前|之前)?")
_CLOCK_EN = re.compile(r"(?:at |by |before )?(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\.?|p\.?m\.?|o['’]clock)|(?:at |by |before )?(\d{1,2}):(\d{2})")
_DAY_ZH = re.compile(rf"(?:(\d{{4}})年)?(?:({_NUMBER}|{_ZH_NUMBER}+)月)(?:({_NUMBER}|{_ZH_NUMBER}+)[日号]|([初中底末]))?(?:前|以前|之前)?")
_DAY_EN = re.compile(rf"(?:on |by |before )?(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of )?({'|'.join(MONTHS)})|({'|'.join(MONTHS)})\.?\s*(\d{{1,2}})?(?:st|nd|rd|th)?)\.?(?:,?\s+(\d{{4}}))?")
_WEEKDAY_ZH = re.compile(r"(?:(本|这|下|上)个?)?(?:周|星期|礼拜)([一二三四五六日天])(?:前|以前|之前)?")
_WEEKDAY_EN = re.compile(rf"(?:(?:on|by|before) )?(?:(this|next|last) )?({'|'.join(_WEEKDAYS)})")
_PLAIN = re.compile(rf"([^\d]{{0,6}}?)([-+−]?{_NUMBER})\s*(万|亿|千|百|成|thousand|million)?\s*([^\d]{{0,24}})")
_PLAIN_ZH = re.compile(rf"([^\d零〇一二两三四五六七八九十百千万亿]{{0,4}}?)({_ZH_NUMBER}+)([^\d零〇一二两三四五六七八九十百千万亿]{{1,8}})")
_PLAIN_EN = re.compile(rf"({'|'.join((*_EN_SMALL, *_EN_TENS))})(?:[- ]({'|'.join(_EN_SMALL)}))?((?: [a-z%]+){{0,3}})")
_AFTERNOON = ("下午", "傍晚", "晚上", "夜里")


class Quantity(NamedTuple):
    """`kind` says what may be compared with what."""

    kind: str
    value: float


def quantity(text: str, language: Language) -> Quantity | None:
    """The quantity that a text is, and nothing else; None for sentences with numbers in them."""
    text = unicodedata.normalize("NFKC", plain(text)).casefold().strip(" .。!?“”\"',，;；")
    return _quantity_zh(text) if language == "zh" else _quantity_en(text)


def _quantity_zh(text: str) -> Quantity | None:
    if found := _DURATION_ZH.fullmatch(text):
        # 3月 is a month of the year, 3日 a day of it
        if found[2] not in ("月", "日", "年", "分") or not text[0].isdigit():
            return Quantity("duration", (0.5 if found[1] == "半" else _number(found[1])) * _SECONDS[found[2]])
    if found := _CLOCK_ZH.fullmatch(text):
        hour = _number(found[2]) + (12 if found[1] in _AFTERNOON and _number(found[2]) < 12 else 0)
        return Quantity("clock", hour * 60 + (30 if found[4] else int(found[3] or found[5] or 0)))
    if found := _DAY_ZH.fullmatch(text):
        day = _number(found[3]) if found[3] else {"初": 0.5, "中": 15, "底": 31.5, "末": 31.5}.get(found[4] or "", 0)
        return Quantity("date", int(found[1] or 0) * 400 + _number(found[2]) * 32 + day)
    if found := _WEEKDAY_ZH.fullmatch(text):
        return Quantity("weekday", {"下": 7, "上": -7}.get(found[1] or "", 0) + "一二三四五六日天".index(found[2]) - (found[2] == "天"))
    if found := _PLAIN.fullmatch(text):
        return Quantity(f"{found[1]}…{found[4].strip()}", _signed(found[2]) * {"万": 10**4, "亿": 10**8, "千": 1000, "百": 100, "成": 10}.get(found[3] or "", 1))
    if found := _PLAIN_ZH.fullmatch(text):
        return Quantity(f"{found[1]}…{found[3]}", _number(found[2]))
    return None


def _quantity_en(text: str) -> Quantity | None:
    if found := re.fullmatch(rf"(?:in|within|after|for|about)?\s*{_DURATION_EN.pattern}", text):
        return Quantity("duration", _english(found[1]) * _SECONDS[found[2]])
    if found := _CLOCK_EN.fullmatch(text):
        hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
        half = (found[3] or "o")[0]
        # 12 a.m. begins the day, 12 p.m. is noon
        hour = hour if half == "o" else hour % 12 + 12 * (half == "p")
        return Quantity("clock", hour * 60 + minute)
    if found := _DAY_EN.fullmatch(text):
        return Quantity("date", int(found[5] or 0) * 400 + MONTHS[found[2] or found[3]] * 32 + int(found[1] or found[4] or 0))
    if found := _WEEKDAY_EN.fullmatch(text):
        return Quantity("weekday", {"next": 7, "last": -7}.get(found[1] or "", 0) + _WEEKDAYS[found[2]] - 1)
    if found := _PLAIN.fullmatch(text):
        return Quantity(f"{found[1].strip()}…{_singular(found[4])}", _signed(found[2]) * {"thousand": 1000, "million": 10**6}.get(found[3] or "", 1))
    if found := _PLAIN_EN.fullmatch(text):
        return Quantity(f"…{_singular(found[3])}", _english(found[1]) + (_EN_SMALL[found[2]] if found[2] else 0))
    return None


def _signed(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-"))


def _singular(text: str) -> str:
    return re.sub(r"s\b", "", text.strip())


def _number(text: str) -> float:
    """3, 1,200, 十二, 三百二十, 一万二千."""
    if text[0].isdigit():
        return float(text.replace(",", ""))
    total = section = digit = 0
    for character in text:
        if character in ZH_DIGITS:
            digit = ZH_DIGITS[character]
        elif character in _ZH_TENS:
            section += (digit or 1) * _ZH_TENS[character]
            digit = 0
        else:
            total = (total + section + digit or 1) * _ZH_BIG[character]
            section = digit = 0
    return float(total + section + digit)


def _english(word: str) -> float:
    if word[0].isdigit():
        return float(word.replace(",", ""))
    return {"a": 1, "an": 1, "half an": 0.5}.get(word, _EN_SMALL.get(word, _EN_TENS.get(word, 0)))


class Figures(NamedTuple):
    """The numbers of a text: written in figures, and all that figures of the other language may stand for."""

    written: dict[float, str]
    meant: set[float]
    counted: set[float]
    """Small numbers in words that count something: 三步, three steps."""


_COUNTED_ZH = re.compile(r"(?<![第周期星零〇一二两三四五六七八九十百千万])([两三四五六七八九])(?:条|行|步|句|天|个|次|项|家|台|人|回|种|件|周|名|份|张|级|批|页|轮|倍|位|年|小时|分钟)(?!之)")
_COUNTED_EN = re.compile(r"\b(two|three|four|five|six|seven|eight|nine)\b")
_ONE_EN = re.compile(r"\b(?:an?|the|each|per|every|another|one) (?:\w+ )?(?:hour|minute|day|week|month|year|quarter|piece|unit|set|lot|copy|line|time)\b")
_FIGURE = re.compile(rf"(?<![\w.])({_NUMBER})(?!\w*[a-z]\d)\s*(万|亿|千|百|k\b|thousand|million|billion)?(成|折)?")
_FIGURE_ZH = re.compile(rf"({_NUMBER})\s*(万|亿|千|百)?(成|折)?")
_NAME = re.compile(r"\b[a-z]+[-/]?\d[\w-]*|\b\d+[a-z]+[\w-]*(?<!k)(?<!st)(?<!nd)(?<!rd)(?<!th)(?<!am)(?<!pm)\b")


def figures(text: str, language: Language) -> Figures:
    text = unicodedata.normalize("NFKC", plain(text)).casefold()
    # names of products and standards (B2, A4, 304L) stand alike in both; 24/7 is an idiom
    text = re.sub(r"(\d{1,2})[:：]00(?!\d)", r"\1", text.replace("24/7", " "))
    written: dict[float, str] = {}
    meant: set[float] = set()
    for found in (_FIGURE_ZH if language == "zh" else _FIGURE).finditer(text):
        value = float(found[1].replace(",", "").rstrip(".") or 0) * {"万": 10**4, "亿": 10**8, "千": 1000, "百": 100, "k": 1000, "thousand": 1000, "million": 10**6, "billion": 10**9}.get(found[2] or "", 1)
        share = found[3]
        if share == "成":
            value *= 10
        written[round(value, 6)] = found[0].strip()
        meant.add(round(value, 6))
        if share == "折":
            whole = value * 10 if value < 10 else value
            meant |= {whole, 100 - whole}
    if language == "zh":
        for run in re.findall(rf"{_ZH_NUMBER}+", text):
            meant.add(_number(run))
        for share in re.findall(r"([一二两三四五六七八九])成", text):
            meant.add(ZH_DIGITS[share] * 10.0)
        for share in re.findall(r"([一二两三四五六七八九])折", text):
            meant |= {ZH_DIGITS[share] * 10.0, 100 - ZH_DIGITS[share] * 10.0}
        if "半" in text:
            meant |= {0.5, 30.0, 50.0, *(value + 0.5 for value in set(meant))}
        if "刻" in text:
            meant |= {15.0, 45.0}
        counted = {float(ZH_DIGITS[digit]) for digit in _COUNTED_ZH.findall(text)}
    else:
        words = re.findall(r"[a-z]+", text)
        total = 0.0
        begun = False
        for word in [*words, ""]:
            if word in _EN_SMALL or word in _EN_TENS:
                number = float(_EN_SMALL.get(word, _EN_TENS.get(word, 0)))
                meant.add(number)
                total, begun = (total + number, True)
                meant.add(total)
            elif word in _EN_BIG and begun:
                total *= _EN_BIG[word]
                meant.add(total)
            elif word != "and" or not begun:
                total, begun = 0.0, False
            for table in (_EN_OTHER, _ORDINALS, MONTHS, _WEEKDAYS):
                if word in table:
                    meant.add(float(table[word]))
        if _ONE_EN.search(text):
            meant.add(1.0)
        if "half" in words:
            meant |= {0.5, 30.0, 50.0, *(value + 0.5 for value in set(meant))}
        if "quarter" in words:
            meant |= {15.0, 25.0, 45.0}
        counted = {float(_EN_SMALL[word]) for word in _COUNTED_EN.findall(text)}
    # four in the afternoon is 16:00
    meant |= {value - 12 for value in meant if 12 < value <= 24} | {value + 12 for value in meant if 0 < value < 12}
    return Figures(written, meant, counted)
