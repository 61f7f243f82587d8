"""S03: the section that answers a question exists on its page, in both languages, and so does its objective."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import LANGUAGES
from ..problems import Problem
from .index import Index
from .said import LANGUAGE_NAMES
from .table import did_you_mean, problem


def section_exists(index: Index) -> Iterator[Problem]:
    for item, bank in index.items:
        lacking = []
        names: set[str] = set()
        for language in LANGUAGES:
            page = index.pages.get((bank.page, language))
            ids = {heading.id for heading in page.headings if heading.id} if page else None
            names |= ids or set()
            if ids is not None and item.section not in ids:
                lacking.append(LANGUAGE_NAMES[language])
        if lacking:
            yield problem("S03", item.place("section"), message=f"the page {bank.page} has no section '{item.section}' in {' and '.join(lacking)} (question {item.id})", hint=did_you_mean(item.section, names, "name the id of the heading under which the answer stands"))


def objective_exists(index: Index) -> Iterator[Problem]:
    for item, bank in index.items:
        names = [objective.id for objective in bank.objectives]
        if item.objective not in names:
            yield problem("S03", item.place("objective"), message=f"no objective '{item.objective}' in this file (question {item.id})", hint=did_you_mean(item.objective, names, f"the objectives are {', '.join(names)}" if names else "add it under 'objectives:'"))
