"""Where things stand on the site: URL of a page, and of every id that has an address.

The output contract in one place. Knows no file and no HTML.
"""

from __future__ import annotations

import posixpath
from typing import Literal, NamedTuple

from .models import GLOSSARY, Course, Language, Page


class Address(NamedTuple):
    """`url` is relative to the root of its language ('sales-rules/rule-08/#limits'); `title` names the target.

    `id` is what the target is called today; `page` the page it stands on.
    """

    url: str
    title: str
    id: str
    kind: Literal["page", "section", "checklist", "term"]
    page: Page


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
        found[page.id] = Address(url, page.front.title, page.id, "page", page)
        for heading in page.headings:
            if heading.id:
                section = f"{page.id}.{heading.id}"
                found[section] = Address(f"{url}#{heading.id}", f"{page.front.title} – {heading.text}", section, "section", page)
        bank = course.bank(page.id)
        for checklist in bank.checklists if bank else ():
            found[checklist.id] = Address(f"{url}#{checklist.id}", checklist.title[language], checklist.id, "checklist", page)
    glossary = next((page for page in course.in_language(language) if page.uri == GLOSSARY), None)
    for term in course.terms if glossary else ():
        found[term.id] = Address(f"{page_url(GLOSSARY)}#{term.id}", term[language], term.id, "term", glossary)
    for page in course.in_language(language):
        for alias in page.front.aliases:
            old, _, place = alias.partition("#")
            target = found.get(f"{page.id}.{place}", found.get(place)) if place else found[page.id]
            if target and not is_path(old):
                found.setdefault(old, target)
    for old, now in taken_sections(course, language).items():
        found.setdefault(old, found[now])
    return found


def taken_sections(course: Course, language: Language) -> dict[str, str]:
    """Published sections of pages that were taken over whole (`aliases: [rule-80]`) → the section of the same name on the page that took them."""
    whole = {alias: page for page in course.in_language(language) for alias in page.front.aliases if "#" not in alias and "." not in alias}
    found = {}
    for line in course.ledger if whole else ():
        owner, _, heading = line.id.partition(".")
        if line.kind == "section" and owner in whole and whole[owner].heading(heading):
            found[line.id] = f"{whole[owner].id}.{heading}"
    return found


def moved(course: Course, language: Language) -> dict[str, Page]:
    """Old paths of pages ('sales-rules/rule-08/') → the pages they lead to."""
    return {alias: page for page in course.in_language(language) for alias in page.front.aliases if is_path(alias)}


def is_path(alias: str) -> bool:
    """An alias that ends in a slash is an old path; others are old ids."""
    return alias.endswith("/")
