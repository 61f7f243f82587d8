"""Where every entry of the source stands, and how every claim that needs care is framed, as Markdown for their pages.

Model + language → Markdown, like `lists.py`; what stands where is read from the pages themselves. Knows no file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable

from .models import Claim, Course, Language, Page, SourceItem
from .rendering import inline
from .words import word

LEFT_OUT = "dropped"


def sources_markdown(course: Course, language: Language) -> str:
    """One table a module: each entry of the source with the pages it stands on and its label; last, what is left out and why."""
    pages = course.in_language(language)
    on = _pages_by(pages, lambda page: page.front.sources)
    titles = {page.uri.removesuffix("/index"): page.front.title for page in pages if page.kind == "index"}
    groups: dict[str, list[SourceItem]] = {}
    for item in course.source_items:
        if item.state == LEFT_OUT:
            groups.setdefault(LEFT_OUT, []).append(item)
        elif item.id in on:
            groups.setdefault(on[item.id][0].module, []).append(item)
    left_out = groups.pop(LEFT_OUT, [])
    parts = [_table(titles.get(module, module), (_standing(item, on[item.id], language) for item in items), ("entry", "stands-on", "label"), language) for module, items in groups.items()]
    parts.append(_table(word("left-out", language), ((inline(item.title[language]), _reason(item, language)) for item in left_out), ("entry", "reason"), language))
    return "\n\n".join(parts)


def claims_markdown(course: Course, language: Language) -> str:
    """Each claim of the register: what is said, how this site frames it, and the pages on which it does."""
    on = _pages_by(course.in_language(language), lambda page: dict.fromkeys(mark.id for mark in page.claim_marks))
    return "\n\n".join(_claim(claim, on.get(claim.id, []), language) for claim in course.claims)


def _claim(claim: Claim, pages: list[Page], language: Language) -> str:
    where = f"{word('stands-on', language)}{word('colon', language)}{_links(pages, language)}" if pages else word("not-on-site", language)
    return f"**{inline(claim.title[language])}**\n{{: #claim-{claim.id} .fb-reference }}\n\n{inline(claim.frame[language])}\n\n{where}\n{{: .fb-cited }}"


def _standing(item: SourceItem, pages: list[Page], language: Language) -> tuple[str, ...]:
    label = word(item.state, language)
    if item.reason:
        label += word("hint", language, _reason(item, language).rstrip(".。"))
    return inline(item.title[language]), _links(pages, language), label


def _reason(item: SourceItem, language: Language) -> str:
    return inline(item.reason[language]) if item.reason else ""


def _table(title: str, rows: Iterable[tuple[str, ...]], columns: tuple[str, ...], language: Language) -> str:
    head = " | ".join(word(column, language) for column in columns)
    lines = "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
    return f"**{inline(title)}**\n\n| {head} |\n|{'---|' * len(columns)}\n{lines}"


def _links(pages: list[Page], language: Language) -> str:
    return word("and", language).join(f"[{inline(page.front.title)}]({posixpath.relpath(page.uri, 'reference')}.md)" for page in pages)


def _pages_by(pages: Iterable[Page], named: Callable[[Page], Iterable[str]]) -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = {}
    for page in pages:
        for id in named(page):
            found.setdefault(id, []).append(page)
    return found
