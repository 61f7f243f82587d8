"""What stood behind '#' in an address before goes on meaning something: old names of headings, checklists and terms, as empty anchors.

For links that were copied from the address bar; short addresses do not need it. Knows no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .addresses import is_path
from .models import GLOSSARY, Course, Page

_ANCHORED = re.compile(r'<(?:h[1-6]|div)\b[^>]*\sid="([^"]+)"[^>]*>')


def old_names(course: Course, page: Page) -> dict[str, list[str]]:
    """Id on this page → what it was called before, here or on a page that this one took over. A name that stands here today means what it says."""
    bank = course.bank(page.id)
    entries = {checklist.id for checklist in bank.checklists} if bank else set()
    if page.uri == GLOSSARY:
        entries |= {term.id for term in course.terms}
    headings = {heading.id for heading in page.headings}
    taken = headings | entries | ({question.id for question in bank.questions} if bank else set())
    owners = {page.id, *(alias for alias in page.front.aliases if not is_path(alias) and "#" not in alias and "." not in alias)}
    found: dict[str, list[str]] = {}
    for alias in page.front.aliases:
        id, _, now = alias.partition("#")
        owner, _, heading = id.partition(".")
        # of a section, the name of its heading stood behind '#'; a checklist's and a term's own id
        old = heading if now in headings and owner in owners else id if now in entries and not heading else ""
        if old and old not in taken:
            taken.add(old)
            found.setdefault(now, []).append(old)
    return found


def keep_anchors(html: str, old: Mapping[str, Iterable[str]]) -> str:
    """The page's HTML with an empty anchor of each old name inside what it means now."""
    if not old:
        return html
    return _ANCHORED.sub(lambda found: found[0] + "".join(f'<span id="{name}"></span>' for name in old.get(found[1], ())), html)
