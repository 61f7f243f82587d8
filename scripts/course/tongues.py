"""Words in the other language, marked as such: Chinese on an English page, an English title on a Chinese one (WCAG 3.1.2).

HTML in, HTML out; knows no file. Without the mark a screen reader spells 赢 with an English voice, and browsers choose the wrong glyphs.
A name or an abbreviation of up to three English words is part of Chinese prose, and is read as such.
"""

from __future__ import annotations

import re

from .models import Language

_TAG = re.compile(r"(<[^>]+>)")
_NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)
_UNTOUCHED = {"code", "pre", "svg", "script", "style", "option", "textarea"}
"""Elements whose text is no prose, or that may hold no element."""
_LANGUAGED = {"span", "p", "div", "cite", "q", "em", "strong", "a", "li"}
"""Elements that may say their language; their ends are always written."""
_HAN = r"[\u3400-\u9fff]"
_WORD = r"[A-Za-z][A-Za-z'’-]*"
_OTHER: dict[Language, tuple[str, re.Pattern[str]]] = {
    "en": ("zh-Hans", re.compile(rf"{_HAN}(?:[\u3000-\u303f\uff00-\uffef“”…—\d]*{_HAN})*")),
    "zh": ("en", re.compile(rf"{_WORD}(?:[,:;]?\s+{_WORD}){{3,}}")),
}


def mark_tongues(html: str, language: Language) -> str:
    """Wraps each run of words in the other language in `<span lang="…">`, but for what stands in an element of that language."""
    tag, words = _OTHER[language]
    if not words.search(html):
        return html
    inside: list[bool] = []
    made = []
    for piece in _TAG.split(html):
        name = _NAME.match(piece)
        if name and piece.startswith("<"):
            if piece.startswith("</"):
                if inside and name[1].lower() in _UNTOUCHED | _LANGUAGED:
                    inside.pop()
            elif not piece.endswith("/>") and name[1].lower() in _UNTOUCHED | _LANGUAGED:
                inside.append(name[1].lower() in _UNTOUCHED or " lang=" in piece)
        elif not any(inside):
            piece = words.sub(rf'<span lang="{tag}">\g<0></span>', piece)
        made.append(piece)
    return "".join(made)

