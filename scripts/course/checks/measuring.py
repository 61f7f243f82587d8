"""How long a text is, and what of it people read. Knows text and nothing else.

Lengths count letters, figures and Han characters, without punctuation; English counts words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..models import Language

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""Han characters, for use inside a character class."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TARGET = re.compile(r"\]\([^)\n]*\)")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}")
_TAG = re.compile(r"</?[A-Za-z][^>\n]*>")
_MARKS = re.compile(r"[*`\[\]]|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[^\W_]+(?:[’'.,:/–-][^\W_]+)*")


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """The words people read: no comments, link targets, attribute lists, tags or emphasis marks."""
    if not any(mark in text for mark in "<[{*`_"):
        return text
    text = _TARGET.sub("]", _COMMENT.sub("", text))
    return _MARKS.sub("", _TAG.sub("", _ATTRIBUTES.sub("", text)))


def han(text: str) -> int:
    return len(_HAN.findall(plain(text)))


def letters(text: str) -> int:
    """Letters, figures and Han characters."""
    return sum(character.isalnum() for character in plain(text))


def words(text: str) -> int:
    return len(_WORD.findall(plain(text)))


def length(text: str, language: Language) -> int:
    return letters(text) if language == "zh" else words(text)


def unit(language: Language) -> str:
    return "characters" if language == "zh" else "words"


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """For comparing what people read: NFKC, case folding, and letters and figures only, with the signs that change a number."""
    text = unicodedata.normalize("NFKC", plain(text)).casefold()
    return "".join(c for c in text if c.isalnum() or c in "+%<>=≥≤")


def answer(text: str) -> str:
    """An accepted answer as it is compared: NFKC, case folding, trimming."""
    return unicodedata.normalize("NFKC", text).casefold().strip()
