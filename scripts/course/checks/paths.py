"""P02 for learning paths, apps and search words: a path stands on its page, and what is named is there."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import LANGUAGES
from ..problems import Problem
from .index import Index
from .table import did_you_mean, problem

PATHS = "quizzes/paths.yml"
APPS = ("progress", "review", "exam", "analysis")


def paths_lead_somewhere(index: Index) -> Iterator[Problem]:
    for path in index.course.paths:
        pages = [page for language in LANGUAGES if (page := index.pages.get((path.id, language)))]
        if not pages:
            yield problem("P02", path.place("id"), message=f"no page has the id '{path.id}'", hint=did_you_mean(path.id, index.page_ids, "write the page (kind: path), or mend the id"))
        for page in pages:
            if not any(marker.kind == "path" for marker in page.markers):
                yield problem("P02", page.front.place(), message=f"the page does not show its path ({PATHS})", hint="add a line <!-- path -->")
        for step in path.steps:
            if step.page and step.page not in index.page_ids:
                yield problem("P02", step.place("page"), message=f"no page has the id '{step.page}'", hint=did_you_mean(step.page, index.page_ids, "name the id in the page's front matter"))
            if not step.page and not step.read:
                yield problem("P02", step.place(), message="a step with neither 'page' nor 'read'", hint="name a page, or say under 'read' what is done instead")


def search_words_lead_somewhere(index: Index) -> Iterator[Problem]:
    """`also` in quizzes/search.yml names pages, each once."""
    seen: set[str] = set()
    for entry in index.course.search.also:
        if entry.page not in index.page_ids:
            yield problem("P02", entry.place("page"), message=f"no page has the id '{entry.page}'", hint=did_you_mean(entry.page, index.page_ids, "take the entry out"))
        elif entry.page in seen:
            yield problem("P02", entry.place("page"), message=f"'{entry.page}' stands twice", hint="put the words of both into one entry")
        seen.add(entry.page)


def path_and_app_markers(index: Index) -> Iterator[Problem]:
    paths = {path.id for path in index.course.paths}
    for page in index.course.pages:
        for marker in page.markers:
            if marker.kind == "path" and page.id not in paths:
                yield problem("P02", marker.place, message=f"no path '{page.id}' in {PATHS}", hint=did_you_mean(page.id, paths, "write its steps there"))
            if marker.kind == "app" and marker.argument not in APPS:
                yield problem("P02", marker.place, message=f"no app '{marker.argument}'", hint=did_you_mean(marker.argument, APPS, f"there are {', '.join(APPS)}"))
