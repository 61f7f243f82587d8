"""Where things stand on the site: URL of a page, and of every id that has an address.

The output contract in one place. Knows no file and no HTML.
"""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from .models import GLOSSARY, Course, Language


class Address(NamedTuple):
    """`url` is relative to the root of its language ('sales-rules/rule-08/#limits'); `title` names the target."""

    url: str
    title: str


def page_url(uri: str) -> str:
    """'sales-rules/rule-08' → 'sales-rules/rule-08/', 'sales-rules/index' → 'sales-rules/', 'index' → ''."""
    folder, _, name = uri.rpartition("/")
    path = folder if name == "index" else uri
    return f"{path}/" if path else ""


def relative(url: str, start: str) -> str:
    """`url` as seen from the folder `start` (both relative to the same root); a trailing slash is kept."""
    path, hash_, fragment = url.partition("#")
    found = posixpath.relpath(path or ".", start or ".")
    return (found + "/" if path.endswith("/") or not path else found) + hash_ + fragment


def addresses(course: Course, language: Language) -> dict[str, Address]:
    """Every id with an address (pages, sections, checklists, terms, and the aliases of pages) → where it stands."""
    found: dict[str, Address] = {}
    for page in course.in_language(language):
        url = page_url(page.uri)
        found[page.id] = Address(url, page.front.title)
        for heading in page.headings:
            if heading.id:
                found[f"{page.id}.{heading.id}"] = Address(f"{url}#{heading.id}", f"{page.front.title} – {heading.text}")
        bank = course.bank(page.id)
        for checklist in bank.checklists if bank else ():
            found[checklist.id] = Address(f"{url}#{checklist.id}", checklist.title[language])
    for term in course.terms:
        found[term.id] = Address(f"{page_url(GLOSSARY)}#{term.id}", term[language])
    for page in course.in_language(language):
        for alias in page.front.aliases:
            old, hash_, fragment = alias.partition("#")
            target = found.get(f"{page.id}.{fragment}" if hash_ else page.id)
            if target:
                found.setdefault(old, target)
    return found
