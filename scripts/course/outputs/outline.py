"""`assets/outline.js`: what there is to learn and where, by ids: pages, objectives, questions, checklists, paths.

`course + language → the script's text`. No text of a question: progress, review and exam count with it, and load
the questions of a page (`assets/questions/<page>.js`) when they show them.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Sequence
from typing import Any

from ..addresses import page_url
from ..models import Bank, Course, Language, Page


def outline_script(course: Course, language: Language, order: Sequence[str] = ()) -> str:
    """`window.fieldbookOutline = {version, bank, language, modules, paths, pages}`; `at` is relative to the root of the language.

    `order`: the pages' uris as the navigation has them.
    """
    places = {uri: place for place, uri in enumerate(order)}
    pages = sorted(course.in_language(language), key=lambda page: places.get(page.uri, len(places)))
    lessons = {page.id: page for page in pages if page.kind == "lesson"}
    at = {page.uri: page.id for page in pages}
    modules = list(dict.fromkeys(page.module for page in lessons.values()))
    titles = {page.module: page.front.title for page in pages if page.uri == f"{page.module}/index"}
    drawn = [[item.id, item.v, item.level] for bank in course.banks for item in bank.questions]
    outline = {
        "version": course.version,
        # changes with what an exam draws from: an exam under way is not gone on with on another bank
        "bank": hashlib.sha256(json.dumps(drawn).encode()).hexdigest()[:8],
        "language": language,
        "modules": [{"id": module, "at": f"{module}/", "title": titles.get(module, module)} for module in modules],
        "paths": [
            {"id": page.id, "at": page_url(page.uri), "title": page.front.title, "steps": [step.page for step in path.steps if step.page in lessons]}
            for path in course.paths
            if (page := course.page(path.id, language))
        ],
        "pages": [_page(page, course.bank(page.id), _near(page, lessons, at), language) for page in lessons.values()],
    }
    return f"window.fieldbookOutline = {json.dumps(outline, ensure_ascii=False, separators=(',', ':'))};\n"


def _page(page: Page, bank: Bank | None, near: list[str], language: Language) -> dict[str, Any]:
    objectives = [objective.id for objective in bank.objectives] if bank else []
    return {
        "id": page.id,
        "at": page_url(page.uri),
        "title": page.front.title,
        "module": page.module,
        "minutes": page.front.minutes,
        "near": near,
        "objectives": [{"id": objective.id, "text": objective[language]} for objective in bank.objectives] if bank else [],
        "questions": [{"id": item.id, "v": item.v, "o": objectives.index(item.objective) if item.objective in objectives else -1, "level": item.level, "section": item.section} for item in bank.questions] if bank else [],
        "checklists": [{"id": checklist.id, "title": checklist.title[language], "items": [entry.id for entry in checklist.items]} for checklist in bank.checklists] if bank else [],
    }


def _near(page: Page, lessons: dict[str, Page], at: dict[str, str]) -> list[str]:
    """Lessons that this one points to at its end: the ones that are easily taken for it."""
    following = page.heading("next")
    if not following:
        return []
    folder = page.uri.rpartition("/")[0]
    found: dict[str, None] = {}
    for link in page.links:
        if link.place.line > following.place.line and link.target.endswith(".md"):
            uri = posixpath.normpath(posixpath.join(folder, link.target.removesuffix(".md")))
            if at.get(uri) in lessons:
                found[at[uri]] = None
    return list(found)

