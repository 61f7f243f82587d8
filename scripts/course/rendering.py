"""Model + language → Markdown. The only room that knows the `<quiz>` syntax of mkdocs-quiz, and its traps.

`single` and `multiple` go to mkdocs-quiz as `<quiz>`. The other types, and checklists, are written as
pieces: paragraphs with a name, which `shaping.py` puts together. In both cases every text passes through
Markdown exactly once. Knows no page and no MkDocs.
"""

from __future__ import annotations

import re

from .models import Bank, Blank, Checklist, Choice, Language, Match, Order, Question

GAP = "____"
GAP_HTML = "&#95;" * len(GAP)
"""As entities, so that Markdown sees no emphasis in it."""

_CODE = re.compile(r"\\[\\`]|(?P<ticks>`+)(?!`)(?:.+?)(?<!`)(?P=ticks)(?!`)")
_ESCAPED = {"\\`": "&#96;", "\\\\": "&#92;"}
_BLOCK_START = re.compile(r"^(?:[#>=~|:]|[-+*](?=\s|$)|-{2}|`{3}|\*(?=\[)|[*_](?=[*_ ]*$)|\[(?=[^\]]+\]:))|^\d+(?P<stop>[.)])")


def inline(text: str) -> str:
    """A text as one Markdown paragraph, whatever it begins with: a list, heading or definition must not start here."""
    text = " ".join(text.split())
    start = _BLOCK_START.match(text)
    if start:
        at = start.start("stop") if start["stop"] else 0
        # an entity, not a backslash: Markdown knows no \= and no \~
        return _plain(text[:at]) + f"&#{ord(text[at])};" + _outside_code(text[at + 1 :])
    return _outside_code(text)


_ODD_TARGET = re.compile(r"""\]\((?!(?:https?://|(?![^)]*:))[^\s()<>"'\[\]`]+\))""", re.IGNORECASE)
"""What is no link to a page or to the web, all in one piece: it stays text. So no other scheme, and no quotation mark that swallows what follows."""

_NO_MARKUP = re.compile(r"[A-Za-z0-9\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’–—…·%,.;:?!/()'\"+\- ]+")
_WORD_FIRST = re.compile(r"[A-Za-z\u3400-\u9fff“‘（《]")


def plain_html(text: str) -> str | None:
    """The HTML of one paragraph in which Markdown finds nothing to do; None where it may. Most texts of a bank are such."""
    text = text.strip("\n")
    return f"<p>{text}</p>" if text == text.strip() and _WORD_FIRST.match(text) and _NO_MARKUP.fullmatch(text) else None


def _outside_code(text: str) -> str:
    """Every backquote that begins or ends no code becomes an entity: so Markdown cannot take other words for code than we do."""
    parts, end = [], 0
    for found in _CODE.finditer(text):
        parts += [_plain(text[end : found.start()]), _ESCAPED.get(found[0], found[0])]
        end = found.end()
    return "".join([*parts, _plain(text[end:])])


def _plain(text: str) -> str:
    # an entity is text to an author; `<quiz`, `[[`, `![`, `-->`, braces and odd targets are refused by the checks, this makes them harmless
    text = text.replace("&", "&amp;").replace(GAP, GAP_HTML).replace("{", "&#123;")
    text = _ODD_TARGET.sub("]&#40;", text)
    return re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text).replace("[[", "[&#91;").replace("![", "&#33;[").replace("-->", "--&gt;").replace("`", "&#96;")


def quiz(bank: Bank, language: Language) -> str:
    """All questions of a page."""
    return "\n\n".join(question(item, language) for item in bank.questions)


def question(item: Question, language: Language) -> str:
    match item:
        case Choice():
            return _choice(item, language)
        case Blank():
            pieces = {"ask": item.ask[language]}
        case Order():
            pieces = {"ask": item.ask[language]} | {f"step.{step.id}": step[language] for step in item.steps}
        case Match():
            pieces = {"ask": item.ask[language]}
            for pair in item.pairs:
                pieces |= {f"left.{pair.id}": pair.left[language], f"right.{pair.id}": pair.right[language]}
    pieces["explain"] = item.explain[language]
    return _pieces("question", item.id, pieces)


def checklist(item: Checklist, language: Language) -> str:
    return _pieces("checklist", item.id, {"title": item.title[language]} | {entry.id: entry[language] for entry in item.items})


def _choice(item: Choice, language: Language) -> str:
    lines = ["<quiz>", inline(item.ask[language]), f'{{: data-question="{item.id}" }}']
    for option in item.options:
        lines.append(f"- [{'x' if option.correct else ' '}] {inline(option[language])}")
        lines.append(f"> {inline(option.why[language])}")
    if item.explain:
        lines += ["", inline(item.explain[language])]
    return "\n".join([*lines, "</quiz>"])


def _pieces(kind: str, id: str, pieces: dict[str, str]) -> str:
    """Named paragraphs. The names travel as attributes, so that shaping needs no knowledge of Markdown."""
    return "\n\n".join(f'{inline(text)}\n{{: data-piece="{kind}/{id}/{name}" }}' for name, text in pieces.items())
