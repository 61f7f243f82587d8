"""S05: what a page takes from the source is named, and every claim that needs care stands on it, in its limits."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Page
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


def claims_stand_on_their_pages(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        for claim in index.claims_of.get(page.id, ()):
            if claim.id not in page.front.claims:
                yield problem("S05", page.front.place("claims"), message=f"the claim '{claim.id}' must be named in the front matter ({INVENTORY}:{claim.place().line} names this page)", hint=f"add it: claims: [{', '.join((*page.front.claims, claim.id))}]")
            yield from _marked(page, claim.id)


def _marked(page: Page, claim: str) -> Iterator[Problem]:
    marks = [mark for mark in page.claim_marks if mark.id == claim]
    attribute = f'{{: data-claim="{claim}" }}'
    limits = page.heading("limits") if page.kind == "lesson" else None
    if not marks:
        place = limits.place if limits else page.front.place("claims")
        yield problem("S05", place, message=f"the claim '{claim}' does not stand on the page", hint=f"say in {'Limits' if limits else 'the text'} how it is meant, and write {attribute} below that paragraph")
    elif page.kind == "lesson" and not any(mark.section == "limits" for mark in marks):
        yield problem("S05", marks[0].place, message=f"the claim '{claim}' stands outside the section Limits", hint="on a lesson it belongs under { #limits }")
