"""Markdown → links: inline, reference definitions, in angle brackets, bare, and HTML within. Code is none.

Images are none either; a link around an image is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bare import ADDRESS, without_sentence
from .html import LINKING, target_of
from .places import Lines, Link
from .tags import Value, tokens

_FENCE = re.compile(r"(?P<before>(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*+)(?P<fence>`{3,}+(?!.*`)|~{3,}+)")
_TICKS = re.compile(r"`+")
_END_OF_BLOCK = re.compile(r"\n[ \t>]*+\n")
_COMMENT = re.compile(r"<!--(?:.*?-->|.*+)", re.DOTALL)
_INSIDE = r"(?:[^\s()<>\\]|\\.)"
_LINK = re.compile(
    rf"<(?P<angles>{ADDRESS})>"
    rf"|(?P<image>!)?+\[[^\[\]\n]*+\]\([ \t]*+\n?[ \t]*+(?:<(?P<a>[^<>\n]*+)>|(?P<b>(?:{_INSIDE}|\({_INSIDE}*+\))++))"
    # what is left of a link around an image or other brackets: its end
    rf"|(?<!\\)\]\([ \t]*+\n?[ \t]*+(?:<(?P<c>[^<>\n]*+)>|(?P<d>(?:{_INSIDE}|\({_INSIDE}*+\))++))"
    rf"|^[ \t>]*+\[(?!\^)[^\[\]\n]++\]:[ \t]*+\n?[ \t]*+(?:<(?P<e>[^<>\n]*+)>|(?P<f>[^\s<>]++))"
    rf"|(?P<bare>{ADDRESS})",
    re.MULTILINE | re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAGS = frozenset(LINKING)


def links(text: str) -> Iterator[Link]:
    lines = Lines(text)
    for value in values(text):
        yield lines.link(*value)


def values(text: str) -> Iterator[Value]:
    """Targets as written, with their offsets."""
    visible = _COMMENT.sub(_blank, _without_spans(_without_fences(text)))
    kept, at = [], 0
    for token in tokens(visible, _TAGS):
        # `<https://…>` has the form of a tag
        if not token.name or ":" in token.name:
            continue
        if target := target_of(token):
            yield target
        kept += [visible[at:token.start], _spaces(visible[token.start:token.end])]
        at = token.end
    for found in _LINK.finditer("".join([*kept, visible[at:]])):
        group = found.lastgroup
        if not group or found["image"]:
            continue
        url = without_sentence(found[group]) if group == "bare" else _ESCAPED.sub(r"\1", found[group])
        yield Value(url, found.start(group))


def _without_fences(text: str) -> str:
    lines, fence, quoted = [], "", False
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence and quoted and not line.lstrip().startswith(">"):
            # the quotation has ended, and the code with it
            fence = ""
        if fence:
            words = line.strip(" \t>")
            if len(words) >= len(fence) and not words.strip(fence[0]):
                fence = ""
            line = " " * len(line)
        elif found:
            fence, quoted = found["fence"], ">" in found["before"]
            line = " " * len(line)
        lines.append(line)
    return "\n".join(lines)


def _without_spans(text: str) -> str:
    """Code in a line of words; it ends with its block at the latest."""
    if "`" not in text:
        return text
    parts, start = [], 0
    for end in [*(found.end() for found in _END_OF_BLOCK.finditer(text)), len(text)]:
        block = text[start:end]
        parts.append(_without_spans_of(block) if "`" in block else block)
        start = end
    return "".join(parts)


def _without_spans_of(block: str) -> str:
    runs = list(_TICKS.finditer(block))
    # from the right, so that each run knows the next one of its length without a search
    following: list[int | None] = [None] * len(runs)
    last: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        length = len(runs[number][0])
        following[number] = last.get(length)
        last[length] = number
    kept, at, number = [], 0, 0
    while number < len(runs):
        close = following[number]
        if close is None or block.startswith("\\", runs[number].start() - 1, runs[number].start()):
            number += 1
            continue
        start, end = runs[number].start(), runs[close].end()
        kept += [block[at:start], _spaces(block[start:end])]
        at, number = end, close + 1
    return "".join([*kept, block[at:]])


def _blank(found: re.Match[str]) -> str:
    return _spaces(found[0])


def _spaces(text: str) -> str:
    """As long, and with the same lines."""
    return "\n".join(" " * len(line) for line in text.split("\n"))
