"""P05 and P06: lessons follow one pattern and keep to a length that fits between two calls."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..models import Page
from ..problems import Problem
from .index import Index
from .measuring import han, words
from .said import LANGUAGE_NAMES
from .table import did_you_mean, problem

SECTIONS = {
    "source": ("来源要点", "What the source says"),
    "why": ("为什么", "Why it works"),
    "how": ("怎么做", "How to do it"),
    "example": ("案例", "Example"),
    "limits": ("边界", "Limits"),
    "practice": ("练习", "Practice"),
    "check": ("自测", "Check"),
    "next": ("延伸", "Next"),
}
LENGTHS = {"zh": (900, 1600), "en": (550, 1000)}
SPEED = {"zh": 350, "en": 200}
"""Han characters or words a minute."""
MINUTES_A_QUESTION = 0.7


def lessons(index: Index) -> Iterator[Page]:
    return (page for page in index.course.pages if page.kind == "lesson")


def opening(index: Index) -> Iterator[Problem]:
    """Two or three sentences before the first heading. The title comes from the front matter."""
    for page in lessons(index):
        if not any(paragraph.section == "" and paragraph.kind == "prose" for paragraph in page.paragraphs):
            yield problem("P05", page.front.place(), message="the lesson has no opening", hint="begin with two or three sentences, without a heading: the situation, and the answer in short")
        for heading in page.headings:
            if heading.level == 1:
                yield problem("P05", heading.place, message=f"a heading of the first level: '{heading.text}'", hint="the title comes from the front matter; use ## and more")


def sections(index: Index) -> Iterator[Problem]:
    """All sections of the pattern, in its order, and no other of the second level."""
    order = list(SECTIONS)
    for page in lessons(index):
        found = [heading for heading in page.headings if heading.level == 2 and heading.id]
        present = {heading.id for heading in found}
        strange = [heading for heading in found if heading.id not in SECTIONS]
        for id in order:
            if id not in present:
                title = SECTIONS[id][page.language == "en"]
                yield problem("P05", page.front.place(), message=f"the section '#{id}' is missing", hint=f"add a heading: ## {title} {{ #{id} }}")
        for heading in strange:
            missing = [id for id in order if id not in present]
            yield problem("P05", heading.place, message=f"the section '#{heading.id}' is not in the pattern", hint=did_you_mean(heading.id, missing, "make it a part of a section (###), or give it the id of one"))
        row = [heading for heading in found if heading.id in SECTIONS]
        for before, after in pairwise(row):
            if order.index(after.id) < order.index(before.id):
                yield problem("P05", after.place, message=f"the section '#{after.id}' stands after '#{before.id}'", hint=f"the order is {', '.join(order)}")
                break


def bank_and_quiz(index: Index) -> Iterator[Problem]:
    """Every lesson has a bank, and its quiz stands in its section."""
    for page in lessons(index):
        # said once, on the Chinese page
        # a bank that stands there under another page's id is P02's
        if page.id not in index.banks and page.uri not in index.bank_uris and (page.language == "zh" or (page.uri, "zh") not in index.pages_at):
            yield problem("P05", page.front.place(), message=f"the lesson has no bank: quizzes/{page.uri}.yml is missing or cannot be read", hint="write it; CONTRIBUTING.md has an example")
        check = page.heading("check")
        after = [heading.place.line for heading in page.headings if check and heading.level <= 2 and heading.place.line > check.place.line]
        for marker in page.markers:
            if marker.kind == "quiz" and check and not (check.place.line < marker.place.line < min(after, default=10**9)):
                yield problem("P05", marker.place, message="the quiz stands outside the section '#check'", hint="move the marker below that heading: its address is the address of the questions")


def length(index: Index) -> Iterator[Problem]:
    """Prose is counted: no tables, headings and markers, and nothing under #next."""
    for page in lessons(index):
        texts = [paragraph.text for paragraph in page.paragraphs if paragraph.kind != "table" and paragraph.section != "next"]
        count = sum(map(han if page.language == "zh" else words, texts))
        low, high = LENGTHS[page.language]
        unit = "Chinese characters" if page.language == "zh" else "English words"
        if not low <= count <= high:
            what = "short" if count < low else "long"
            yield problem("P06", page.front.place("title"), message=f"the lesson is {what}: {count:,} {unit} of prose", hint=f"a lesson has {low:,} to {high:,}; longer only with a reason")
        bank = index.banks.get(page.id)
        takes = count / SPEED[page.language] + MINUTES_A_QUESTION * len(bank.questions if bank else ())
        minutes = page.front.minutes
        if minutes is not None and abs(minutes - takes) > 2:
            yield problem("P06", page.front.place("minutes"), message=f"'minutes: {minutes}' does not fit: reading and questions take about {takes:.0f} in {LANGUAGE_NAMES[page.language]}", hint=f"write 'minutes: {max(1, round(takes))}' in both languages")
