"""Markdown → links: inline, reference definitions, in angle brackets, bare, and HTML within. Code and comments hold none.

Images are none either; a link around an image is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import tags
from .bare import ADDRESS, without_sentence
from .places import Value, blank

_FENCE = re.compile(r"(?P<before>(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*+)(?P<fence>`{3,}+(?!.*`)|~{3,}+)")
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_TICKS_OR_END = re.compile(r"`++|\n[ \t>]*+(?=\n)")
_COMMENT = re.compile(r"<!--(?:.*?-->|.*+)", re.DOTALL)
_INSIDE = r"(?:[^\s()<>\\]|\\.)"
_TARGET = rf"[ \t]*+\n?[ \t]*+(?:<(?P<a%s>[^<>\n]*+)>|(?P<b%s>(?:{_INSIDE}|\({_INSIDE}*+\))++))"
_LINK = re.compile(
    rf"<(?P<angles>{ADDRESS})>"
    rf"|(?P<image>!)?+\[[^\[\]\n]*+\]\({_TARGET % (1, 1)}"
    # what is left of a link around an image or other brackets: its end
    rf"|(?<!\\)\]\({_TARGET % (2, 2)}"
    r"|^[ \t>]*+\[(?!\^)[^\[\]\n]++\]:[ \t]*+\n?[ \t]*+(?:<(?P<a3>[^<>\n]*+)>|(?P<b3>[^\s<>]++))"
    rf"|(?P<bare>{ADDRESS})",
    re.MULTILINE | re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def values(text: str) -> Iterator[Value]:
    visible = _COMMENT.sub(lambda found: blank(found[0]), _without_spans(_without_blocks(text)))
    kept, at = [], 0
    for token in tags.tokens(visible):
        # `<https://…>` has the form of a tag
        if not token.name or ":" in token.name:
            continue
        if target := token.target():
            yield target
        kept += [visible[at : token.start], blank(visible[token.start : token.end])]
        at = token.end
    for found in _LINK.finditer("".join([*kept, visible[at:]])):
        group = found.lastgroup
        if group and not found["image"]:
            url = without_sentence(found[group]) if group == "bare" else _ESCAPED.sub(r"\1", found[group])
            yield Value(url, found.start(group))


def _without_blocks(text: str) -> str:
    """Without blocks of code, in fences or indented. What is indented within a list is no code."""
    lines, fence, quoted, listed, empty_before = [], "", False, False, True
    for line in text.split("\n"):
        if fence and quoted and not line.lstrip().startswith(">"):
            # the quotation has ended, and the code with it
            fence = ""
        empty, indented = not line.strip(), line.startswith(("    ", "\t"))
        if fence:
            words = line.strip(" \t>")
            if len(words) >= len(fence) and not words.strip(fence[0]):
                fence = ""
            code = True
        else:
            code = indented and empty_before and not listed
            if not code and (found := _FENCE.match(line)):
                fence, quoted, code = found["fence"], ">" in found["before"], True
            listed = bool(_LIST.match(line)) or (listed and (empty or not empty_before or line.startswith((" ", "\t"))))
            empty_before = empty or (indented and code)
        lines.append(" " * len(line) if code else line)
    return "\n".join(lines)


def _without_spans(text: str) -> str:
    """Without code between backticks; it ends with its block of text at the latest."""
    found = list(_TICKS_OR_END.finditer(text))
    # from the right, so that each run knows the next one of its length without a search
    following: dict[int, int] = {}
    last: dict[str, int] = {}
    for run in reversed(found):
        if run[0][0] == "\n":
            last.clear()
            continue
        if run[0] in last:
            following[run.start()] = last[run[0]]
        last[run[0]] = run.end()
    kept, at = [], 0
    for run in found:
        start = run.start()
        if start >= at and start in following and text[start - 1 : start] != "\\":
            kept += [text[at:start], blank(text[start : following[start]])]
            at = following[start]
    return "".join([*kept, text[at:]])
