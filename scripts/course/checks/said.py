"""Every text that banks and the glossary hold, one by one, each with its place and what it is.

Rules about single texts walk this list; it judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..models import LANGUAGES, Bank, Blank, Checklist, Choice, Item, Language, Match, Order, Place, Term, Text

LANGUAGE_NAMES: dict[Language, str] = {"zh": "Chinese", "en": "English"}

_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")


class Said(NamedTuple):
    """One text in one language. `part` and `entry` name it for people; `item` is the question it belongs to."""

    text: str
    language: Language
    place: Place
    part: str
    entry: str
    item: Item | None = None
    page: str = ""

    @property
    def where(self) -> str:
        part = f"{self.part} of " if self.part else ""
        return f"{part}{self.entry} ({LANGUAGE_NAMES[self.language]})"

    @property
    def bare(self) -> str:
        """The text with inline code blanked; a column in it is a column in the text."""
        return _CODE.sub(lambda code: "\x01" * len(code[0]), self.text) if "`" in self.text else self.text

    def at(self, position: int) -> Place:
        """The place of a character of the text. (A text has one line; more are an error of their own.)"""
        before = self.text[:position]
        if "\n" not in before:
            return self.place._replace(column=self.place.column + position)
        return self.place._replace(line=self.place.line + before.count("\n"))


def said_in_bank(bank: Bank) -> Iterator[Said]:
    def both(text: Text, part: str, entry: str, item: Item | None = None) -> Iterator[Said]:
        for language in LANGUAGES:
            yield Said(text[language], language, text.place(language), part, entry, item, bank.page)

    for objective in bank.objectives:
        yield from both(objective, "", f"objective {objective.id}")
    for item in bank.questions:
        for text, part in texts_of(item):
            yield from both(text, part, f"question {item.id}", item)
    for checklist in bank.checklists:
        yield from _said_in_checklist(checklist, bank)


def texts_of(item: Item) -> Iterator[tuple[Text, str]]:
    """The texts of a question, each with what it is."""
    yield item.ask, "'ask'"
    if isinstance(item, Choice):
        for option in item.options:
            yield option, f"option {option.id}"
            yield option.why, f"'why' of option {option.id}"
    elif isinstance(item, Order):
        for step in item.steps:
            yield step, f"step {step.id}"
    elif isinstance(item, Match):
        for pair in item.pairs:
            yield pair.left, f"'left' of pair {pair.id}"
            yield pair.right, f"'right' of pair {pair.id}"
    explain = item.explain if isinstance(item, Choice | Blank | Order | Match) else None
    if explain:
        yield explain, "'explain'"


def _said_in_checklist(checklist: Checklist, bank: Bank) -> Iterator[Said]:
    for language in LANGUAGES:
        yield Said(checklist.title[language], language, checklist.title.place(language), "the title", f"checklist {checklist.id}", None, bank.page)
        for entry in checklist.items:
            yield Said(entry[language], language, entry.place(language), "", f"item {entry.id}", None, bank.page)


def said_in_term(term: Term) -> Iterator[Said]:
    entry = f"term {term.id}"
    for language in LANGUAGES:
        yield Said(term[language], language, term.place(language), "", entry)
        for synonym in term.synonyms[language]:
            yield Said(synonym, language, term.synonyms.place(language), "a synonym", entry)
        yield Said(term.means[language], language, term.means.place(language), "'means'", entry)
        if term.boundary:
            yield Said(term.boundary[language], language, term.boundary.place(language), "'not'", entry)
