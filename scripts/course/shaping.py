"""HTML in, HTML out: what mkdocs-quiz and Markdown made of a question → the shape of the output contract.

Takes the texts out of their HTML, then writes every type in one frame, with ids where the plugin had
positions. Knows the plugin's markup (pinned; held by goldens), no file and no MkDocs.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from collections.abc import Callable, Mapping
from html import escape

from .models import Bank, Blank, Checklist, Choice, Language, Match, Multiple, Order, Question
from .rendering import GAP_HTML
from .words import word

Pieces = Mapping[str, str]
"""Inline HTML by name: `ask`, `explain`, `option.<id>`, `why.<id>`, `step.<id>`, `left.<id>`, `right.<id>`, …"""

_WIDGETS = '<div id="quiz-progress-sidebar"'
_BLOCK = re.compile(
    r'<div class="quiz"[^>]* id="quiz-\d+">.*?<section class="content hidden">(?P<explain>.*?)</section>\s*</div>'
    r'|<p data-piece="(?P<kind>question|checklist)/(?P<id>[^"/]+)/(?:.*?)</p>(?:\s*<p data-piece="(?P=kind)/(?P=id)/.*?</p>)*',
    re.DOTALL,
)
_PLUGIN_ASK = re.compile(r'<p data-question="([^"]+)">(.*?)</p>', re.DOTALL)
_PLUGIN_OPTION = re.compile(r'<div><input [^>]*><label for="[^"]*">(.*?)</label><div class="answer-feedback hidden">(.*?)</div></div>', re.DOTALL)
_PARAGRAPH = re.compile(r"\s*<p>(.*)</p>\s*", re.DOTALL)
_PIECE = re.compile(r'<p data-piece="[^"/]+/[^"/]+/([^"]+)">(.*?)</p>', re.DOTALL)


def cut_widgets(html: str) -> str:
    """Everything from the plugin's progress bar on is the plugin's: two bars and two inline scripts."""
    return html.partition(_WIDGETS)[0].rstrip()


def shape(html: str, bank: Bank, language: Language, sections: Mapping[str, str]) -> str:
    """Shape all questions and checklists of a page. `sections` maps heading ids of the page to their words (HTML)."""
    questions = {item.id: (number, item) for number, item in enumerate(bank.questions, 1)}
    checklists = {item.id: item for item in bank.checklists}
    shaped: list[str] = []

    def one_question(id: str, pieces: Pieces) -> str:
        number, item = questions[id]
        text = _question(item, number, pieces, language, sections.get(item.section, item.section))
        shaped.append(text)
        if len(shaped) == 1:
            text = _quiz_head(bank, language) + text
        return text + ("\n</div>" if len(shaped) == len(questions) else "")

    def from_plugin(block: re.Match[str]) -> str:
        ask = _PLUGIN_ASK.search(block[0])
        assert ask, "every <quiz> of ours carries its id"
        _, item = questions[ask[1]]
        assert isinstance(item, Choice)
        texts = {"ask": ask[2]}
        for option, (text, why) in zip(item.options, _PLUGIN_OPTION.findall(block[0]), strict=True):
            texts |= {f"option.{option.id}": text, f"why.{option.id}": why}
        if block["explain"].strip():
            texts["explain"] = _PARAGRAPH.sub(r"\1", block["explain"])
        return one_question(item.id, texts)

    def from_pieces(block: re.Match[str]) -> str:
        texts = dict(_PIECE.findall(block[0]))
        if block["kind"] == "checklist":
            return _checklist(checklists[block["id"]], texts, language)
        return one_question(block["id"], texts)

    return _BLOCK.sub(lambda block: from_pieces(block) if block["kind"] else from_plugin(block), html)


def shown_steps(item: Order) -> list[str]:
    """Step ids as shown: mixed with the question's id as seed, the same in both languages, none in its right place."""
    ids = [step.id for step in item.steps]
    tries = (_mixed(f"{item.id}/{salt}", ids) for salt in itertools.count())
    return next(mixed for mixed in tries if all(a != b for a, b in zip(mixed, ids, strict=True)))


def shown_choices(item: Match) -> list[str]:
    """Pair ids of the right sides as listed."""
    return _mixed(item.id, [pair.id for pair in item.choices()])


def _mixed(seed: str, ids: list[str]) -> list[str]:
    return sorted(ids, key=lambda id: hashlib.sha256(f"{seed}/{id}".encode()).digest())


def letter(position: int) -> str:
    return chr(ord("A") + position)


def _quiz_head(bank: Bank, language: Language) -> str:
    return f'<div class="fb-quiz" data-set="{bank.page}.check">\n<p class="fb-noscript">{word("no-script", language)}</p>\n'


def _question(item: Question, number: int, pieces: Pieces, language: Language, section: str) -> str:
    bodies: dict[type, Callable[..., str]] = {Blank: _blank, Order: _order, Match: _match}
    body = bodies.get(type(item), _options)(item, pieces, language)
    ask = pieces["ask"]
    if isinstance(item, Blank):
        ask = ask.replace(GAP_HTML, f'<span class="fb-gap"><span class="fb-aloud">{word("gap", language)}</span></span>')
    hint = word("hint", language, word(f"hint-{item.type}", language))
    # a choice without explanation gets the key's feedback, for paper and for readers without a script; the player shows it at the option
    own = [pieces[f"why.{key.id}"] for key in item.keys] if isinstance(item, Choice) and not item.explain else []
    explain = " ".join(own) or pieces["explain"]
    return f"""<div class="fb-question" id="{item.id}" data-question="{item.id}" data-type="{item.type}" data-v="{item.v}" data-state="open">
<form>
<fieldset>
<legend><span class="fb-number">{number}</span> <span class="fb-ask">{ask}</span> <span class="fb-hint">{hint}</span></legend>
{body}
</fieldset>
<p class="fb-actions" hidden><button type="button" data-action="check">{word("check", language)}</button> <button type="button" data-action="retry" hidden>{word("retry", language)}</button></p>
<p class="fb-status" role="status"></p>
</form>
<p class="fb-see"><a href="#{item.section}">{word("see", language, section)}</a></p>
<details class="fb-explain{" fb-repeat" if own else ""}"><summary>{word("explanation", language)}</summary>
{_key(item, pieces, language)}
<p>{explain}</p>
</details>
</div>"""


def _options(item: Choice, pieces: Pieces, language: Language) -> str:
    kind = "checkbox" if isinstance(item, Multiple) else "radio"
    rows = []
    for position, option in enumerate(item.options):
        rows.append(f"""<div class="fb-option">
<label><input type="{kind}" name="{item.id}" value="{option.id}"{" data-correct" if option.correct else ""}> <span class="fb-letter">{letter(position)}</span> <span class="fb-text">{pieces[f"option.{option.id}"]}</span></label>
<p class="fb-why" hidden>{pieces[f"why.{option.id}"]}</p>
</div>""")
    return "\n".join(rows)


def _blank(item: Blank, pieces: Pieces, language: Language) -> str:
    accept = escape(json.dumps(item.accept[language], ensure_ascii=False), quote=True)
    return (
        f'<p class="fb-blank"><label>{word("your-answer", language)} '
        f'<input type="text" name="{item.id}" autocomplete="off" spellcheck="false" maxlength="200" data-accept="{accept}"></label></p>'
    )


def _order(item: Order, pieces: Pieces, language: Language) -> str:
    rows = "\n".join(f'<li data-step="{id}"><span class="fb-text">{pieces[f"step.{id}"]}</span></li>' for id in shown_steps(item))
    return f'<ol class="fb-steps" data-key="{" ".join(step.id for step in item.steps)}">\n{rows}\n</ol>'


def _match(item: Match, pieces: Pieces, language: Language) -> str:
    choices = shown_choices(item)
    options = "".join(
        f'<option value="{id}">{letter(position)}　{_plain(pieces[f"right.{id}"])}</option>' for position, id in enumerate(choices)
    )
    rows = "\n".join(
        f'<div class="fb-pair"><label><span class="fb-text">{pieces[f"left.{pair.id}"]}</span> '
        f'<select data-pair="{pair.id}" data-key="{item.key(pair)}"><option value="">{word("choose", language)}</option>{options}</select></label></div>'
        for pair in item.pairs
    )
    listed = "".join(f"<li>{pieces[f'right.{id}']}</li>" for id in choices)
    return f'{rows}\n<ol class="fb-choices">{listed}</ol>'


def _key(item: Question, pieces: Pieces, language: Language) -> str:
    """The answer in words, for readers without a script and on paper."""
    match item:
        case Choice():
            letters = [letter(position) for position, option in enumerate(item.options) if option.correct]
            return f'<p class="fb-key">{word("key", language, word("and", language).join(letters))}</p>'
        case Blank():
            first, *others = (escape(text) for text in item.accept[language])
            said = word("also", language, first, word("and", language).join(others)) if others else first
            return f'<p class="fb-key">{word("key", language, said)}</p>'
        case Order():
            rows = "".join(f"<li>{pieces[f'step.{step.id}']}</li>" for step in item.steps)
            return f'<div class="fb-key"><p>{word("key-order", language)}</p><ol>{rows}</ol></div>'
        case Match():
            rows = "".join(f"<li>{word('pair', language, pieces[f'left.{p.id}'], pieces[f'right.{p.id}'])}</li>" for p in item.pairs)
            return f'<div class="fb-key"><p>{word("key-match", language)}</p><ul>{rows}</ul></div>'


def _checklist(item: Checklist, pieces: Pieces, language: Language) -> str:
    rows = "\n".join(
        f'<li><label><input type="checkbox" data-item="{entry.id}"> <span class="fb-text">{pieces[entry.id]}</span></label></li>' for entry in item.items
    )
    buttons = " ".join(f'<button type="button" data-action="{action}">{word(action, language)}</button>' for action in ("copy", "print", "reset", "link"))
    return f"""<div class="fb-checklist" id="{item.id}" data-checklist="{item.id}" role="group" aria-labelledby="{item.id}-title">
<p class="fb-checklist-title" id="{item.id}-title">{pieces["title"]}</p>
<ul>
{rows}
</ul>
<p class="fb-actions" hidden>{buttons}</p>
<p class="fb-status" role="status"></p>
</div>"""


def _plain(html: str) -> str:
    """The words of inline HTML: an <option> holds no markup."""
    return re.sub(r"<[^>]+>", "", html)
