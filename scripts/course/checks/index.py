"""A course, ready to be looked things up in: each list once as a dictionary, so that rules stay linear in pages.

Judges nothing and touches nothing.
"""

from __future__ import annotations

from ..models import EVIDENCE, GLOSSARY, Bank, Claim, Course, Item, Language, Page
from .prose import Names, Sentence, sentences
from .said import Said, said_in_bank, said_in_term


def bank_uri(bank: Bank) -> str:
    """'quizzes/sales-rules/rule-08.yml' → 'sales-rules/rule-08'."""
    return bank.path.removeprefix("quizzes/").removesuffix(".yml")


class Index:
    """`pages` by id and language, `pages_at` by address and language, `banks` by page id, `anchors` of a page by address and language."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.pages: dict[tuple[str, Language], Page] = {}
        self.pages_at: dict[tuple[str, Language], Page] = {}
        for page in course.pages:
            self.pages.setdefault((page.id, page.language), page)
            self.pages_at[page.uri, page.language] = page
        self.uris = {page.uri for page in course.pages}
        self.modules = list(dict.fromkeys(page.module for page in course.pages if page.kind == "lesson"))
        self.page_ids = {page.id for page in course.pages}
        self.banks: dict[str, Bank] = {}
        for bank in course.banks:
            self.banks.setdefault(bank.page, bank)
        self.bank_uris = {bank_uri(bank) for bank in course.banks}
        self.terms = {term.id for term in course.terms}
        self.references = {f"ref-{reference.key}" for reference in course.references}
        self.hosts = {host.lower() for host in course.hosts}
        self.sources = {item.id for item in course.source_items}
        self.claims = {claim.id for claim in course.claims}
        self.claims_of: dict[str, list[Claim]] = {}
        for claim in course.claims:
            for page_id in claim.pages:
                self.claims_of.setdefault(page_id, []).append(claim)
        self.said: tuple[Said, ...] = (
            *(said for bank in course.banks for said in said_in_bank(bank)),
            *(said for term in course.terms for said in said_in_term(term)),
        )
        self.items: tuple[tuple[Item, Bank], ...] = tuple((item, bank) for bank in course.banks for item in bank.questions)
        self._anchors: dict[tuple[str, Language], set[str]] = {}
        self._names = Names(course)
        self._sentences: dict[tuple[str, Language], tuple[Sentence, ...]] = {}

    def sentences(self, page: Page) -> tuple[Sentence, ...]:
        """What the page says in prose, lists and tables, without labels, names and code."""
        key = page.uri, page.language
        if key not in self._sentences:
            self._sentences[key] = tuple(sentences(page, self._names))
        return self._sentences[key]

    def anchors(self, page: Page) -> set[str]:
        """Every id on the page that a link may name after '#'."""
        key = page.uri, page.language
        if key not in self._anchors:
            found = {heading.id for heading in page.headings if heading.id}
            bank = self.banks.get(page.id)
            if bank:
                found |= {entry.id for entry in (*bank.questions, *bank.checklists)}
            if page.uri == GLOSSARY:
                found |= self.terms
            if page.uri == EVIDENCE:
                found |= self.references
            self._anchors[key] = found
        return self._anchors[key]
