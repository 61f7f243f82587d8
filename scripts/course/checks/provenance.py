"""S05: what a page takes from the source is named, and every claim that needs care stands on it, in its limits."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import LANGUAGES, Page
from ..problems import Problem
from .index import Index
from .table import did_you_mean, problem

INVENTORY = "quizzes/inventory.yml"


def named_entries_exist(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        for field, known in (("sources", index.sources), ("claims", index.claims)):
            for id in getattr(page.front, field):
                if id not in known:
                    yield problem("S05", page.front.place(field), message=f"no {field.removesuffix('s')} '{id}' in {INVENTORY}", hint=did_you_mean(id, known, "name an id of the inventory"))
        for mark in page.claim_marks:
            if mark.id not in index.claims:
                yield problem("S05", mark.place, message=f"no claim '{mark.id}' in {INVENTORY}", hint=did_you_mean(mark.id, index.claims, "name an id of the inventory"))


def sources_stand_on_their_pages(index: Index) -> Iterator[Problem]:
    """What is not left out stands on every page that the inventory names; such a page names it in its front matter."""
    for item in index.course.source_items:
        if item.state == "dropped":
            continue
        for id in item.pages:
            pages = [page for language in LANGUAGES if (page := index.pages.get((id, language)))]
            if not pages:
                yield problem("S05", item.place("pages"), message=f"'{item.id}' must stand on the page '{id}', which does not exist", hint=did_you_mean(id, index.page_ids, "write the page, or say in the inventory where it stands instead"))
            for page in pages:
                if item.id not in page.front.sources:
                    yield problem("S05", page.front.place("sources"), message=f"the source '{item.id}' must stand on this page ({INVENTORY}:{item.place().line} says so)", hint=f"tell it on the page and name it: sources: [{', '.join((*page.front.sources, item.id))}]")


def claims_stand_on_their_pages(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        for claim in index.claims_of.get(page.id, ()):
            if claim.id not in page.front.claims:
                yield problem("S05", page.front.place("claims"), message=f"the claim '{claim.id}' must be named in the front matter ({INVENTORY}:{claim.place().line} names this page)", hint=f"add it: claims: [{', '.join((*page.front.claims, claim.id))}]")
            yield from _marked(page, claim.id)


def _marked(page: Page, claim: str) -> Iterator[Problem]:
    if any(marker.kind in ("sources", "claims") for marker in page.markers):
        return  # the build writes the whole register there
    marks = [mark for mark in page.claim_marks if mark.id == claim]
    attribute = f'{{: data-claim="{claim}" }}'
    limits = page.heading("limits") if page.kind == "lesson" else None
    if not marks:
        place = limits.place if limits else page.front.place("claims")
        yield problem("S05", place, message=f"the claim '{claim}' does not stand on the page", hint=f"say in {'Limits' if limits else 'the text'} how it is meant, and write {attribute} below that paragraph")
    elif page.kind == "lesson" and not any(mark.section == "limits" for mark in marks):
        yield problem("S05", marks[0].place, message=f"the claim '{claim}' stands outside the section Limits", hint="on a lesson it belongs under { #limits }")
