"""Finds markers, terms and references in a page's Markdown and puts in what they stand for.

Reads no file; what is wrong becomes a visible box in the page, so that a server goes on.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from .blueprint import blueprint_markdown
from .counting import modules
from .drawing import picture_html
from .lists import codes_markdown, evidence_markdown, glossary_markdown, path_markdown
from .models import EVIDENCE, GLOSSARY, Course, Language, Page
from .problems import Problem
from .register import claims_markdown, sources_markdown
from .rendering import checklist, inline, quiz
from .scanning import LINK, MARKER, lines_of
from .words import word

_SHOWN = 5

# lists made of the whole course
_LISTS = {"glossary": glossary_markdown, "evidence": evidence_markdown, "sources": sources_markdown, "claims": claims_markdown}


class Filled(NamedTuple):
    markdown: str
    terms: tuple[str, ...]
    """Ids of the terms that the page links to, each once, in the order of first use."""


def fill(markdown: str, page: Page, course: Course, problems: Iterable[Problem] = ()) -> Filled:
    """The page's Markdown with its questions, checklists and lists in place. `problems` are shown where something is missing."""
    language = page.language
    lines = []
    for line in lines_of(markdown):
        marker = MARKER.fullmatch(line.visible)
        if marker:
            kind, argument = marker[1] or marker[2], marker[3] or ""
            content = _content(kind, argument, page, course)
            lines.append(_box(page, problems, language) if content is None else content)
        else:
            lines.append(line.text)
    return _resolve("\n".join(lines), page, course)


def term_notes(terms: Sequence[str], course: Course, language: Language) -> str:
    """HTML for the end of a page: what its terms mean, for the popover. The script reads it; nothing is fetched."""
    found = [term for id in terms if (term := course.term(id))]
    rows = "".join(f'<p data-term="{term.id}"><strong>{escape(term[language])}</strong> {escape(term.means[language])}</p>' for term in found)
    return f'\n<div class="fb-terms" hidden>{rows}</div>' if rows else ""


def _content(kind: str, argument: str, page: Page, course: Course) -> str | None:
    """What a marker stands for; None when there is no such thing (an empty list is a thing)."""
    bank = course.bank(page.id)
    if kind == "blueprint":
        return blueprint_markdown(course, page.language, argument) if argument in ("", *modules(course)) else None
    if kind in _LISTS:
        return _LISTS[kind](course, page.language)
    if kind == "ask" or kind == "response":
        return word(kind, page.language, inline(course.company.say(kind, page.language)) or word(f"{kind}-unsaid", page.language))
    if kind == "codes":
        return codes_markdown(page.language)
    if kind == "path":
        path = course.path(page.id)
        return path_markdown(path, course, page) if path else None
    if kind == "app":
        scope = f' data-module="{page.module}"' if page.id == f"{page.module}-test" else ""
        return f'<div class="fb-app" data-app="{argument}"{scope}><p class="fb-noscript">{word("app-needs-script", page.language)}</p></div>'
    if kind == "picture":
        picture = course.picture(page, argument)
        return picture_html(picture, page.language, page.uri) if picture else None
    if bank is None:
        return None
    if kind == "quiz":
        return quiz(bank, page.language)
    return next((checklist(item, page.language) for item in bank.checklists if item.id == argument), None)


def _resolve(markdown: str, page: Page, course: Course) -> Filled:
    """`[words](term-…)` and `[words](ref-…)` become links to their entries."""
    terms: dict[str, None] = {}
    lines = []
    here = posixpath.dirname(page.uri) or "."
    glossary, evidence = (f"{posixpath.relpath(uri, here)}.md" for uri in (GLOSSARY, EVIDENCE))
    for line in lines_of(markdown):
        text, shift = line.text, 0
        for link in LINK.finditer(line.visible):
            target = link[2]
            if target.startswith("term-") and course.term(target):
                terms[target] = None
                new = f"({glossary}#{target}){{ .fb-term data-term={target} }}"
            elif target.startswith("ref-") and course.reference(target.removeprefix("ref-")):
                new = f"({evidence}#{target}){{ .fb-ref }}"
            else:
                continue
            # the words may hold code, which `visible` has blanked: replace from the end of the words on
            start, end = link.end(1) + 1 + shift, link.end() + shift
            text = text[:start] + new + text[end:]
            shift += len(new) - (end - start)
        lines.append(text)
    return Filled("\n".join(lines), tuple(terms))


def _box(page: Page, problems: Iterable[Problem], language: Language) -> str:
    """What is wrong, in the page, in place of what is missing."""
    mine = [p for p in problems if _concerns(p, page)]
    rows = "".join(f"<li><code>{escape(f'{p.path}:{p.line}:{p.column}')}</code> {escape(p.message)}{f'<br>{escape(p.hint)}' if p.hint else ''}</li>" for p in mine[:_SHOWN])
    more = f"<p>{word('more-problems', language, str(len(mine) - _SHOWN))}</p>" if len(mine) > _SHOWN else ""
    return f'<div class="fb-problem" role="alert"><p><strong>{word("problem", language)}</strong></p><ul>{rows}</ul>{more}</div>'


def _concerns(problem: Problem, page: Page) -> bool:
    return problem.severity == "error" and (problem.path == page.path or problem.path.startswith(f"quizzes/{page.uri}."))
