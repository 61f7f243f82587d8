"""B03: the bank of a lesson asks enough, in more than one way, for decisions, and for every objective."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..problems import Problem
from .index import Index
from .table import problem

FEWEST = 5
TYPES = 2
SHARE = 2, 5
"""Two of five, in whole numbers."""
FOR_EACH_OBJECTIVE = 2


def lesson_bank(index: Index) -> Iterator[Problem]:
    lessons = {page.id for page in index.course.pages if page.kind == "lesson"}
    for bank in index.course.banks:
        if bank.page not in lessons:
            continue
        place = bank.place("questions")
        count = len(bank.questions)
        if count < FEWEST:
            yield problem("B03", place, message=f"the lesson has {count} question{'s' * (count != 1)}", hint=f"write at least {FEWEST}")
        types = {question.type for question in bank.questions}
        if count and len(types) < TYPES:
            yield problem("B03", place, message=f"all questions are of type '{types.pop()}'", hint="use at least two types: single, multiple, blank, order, match")
        decisions = sum(question.level in ("apply", "analyse") for question in bank.questions)
        part, whole = SHARE
        if decisions * whole < part * count:
            yield problem("B03", place, message=f"{decisions} of {count} questions are on 'apply' or 'analyse'", hint=f"make it at least {-(-count * part // whole)}: ask for a decision in a situation")
        asked = Counter(question.objective for question in bank.questions)
        for objective in bank.objectives:
            if asked[objective.id] < FOR_EACH_OBJECTIVE:
                times = {0: "no question asks", 1: "one question asks"}[asked[objective.id]]
                yield problem("B03", objective.place("id"), message=f"{times} for the objective '{objective.id}'", hint="every objective has at least two")
        if count and not bank.objectives:
            yield problem("B03", place, message="the lesson has no objectives", hint="say under 'objectives:' what a learner can do afterwards")
