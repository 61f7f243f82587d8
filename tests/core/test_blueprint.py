"""The blueprint page and the counts behind it: every question stands in its cell, and what is lopsided has its sign."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from course.blueprint import blueprint_markdown
from course.counting import as_data, as_text, count, lessons, modules, places_of_keys
from course.loading import load_course
from course.models import LANGUAGES, Bank, Course, Language, Multiple, Objective, Option, Place, Single

from .conftest import ROOT
from .test_guessing import ASK, WHY, question


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT)[0]


def rows(markdown: str) -> list[list[str]]:
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in markdown.split("\n") if line.startswith("| ")]


def number(cell: str) -> int:
    return sum(int(figures or 1) for figures in re.findall(r"[^\d\s○](\d*)", cell))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_stands_in_the_row_of_its_objective(course: Course, language: Language) -> None:
    levels = ("remember", "understand", "apply", "analyse")
    for module in modules(course):
        table = rows(blueprint_markdown(course, language, module))
        for page in (page for page in course.in_language(language) if page.module == module and page.kind == "lesson"):
            bank = course.bank(page.id)
            assert bank is not None
            at = next(n for n, row in enumerate(table) if f"[{page.front.title}](" in row[0])
            by_level = Counter(item.level for item in bank.questions)
            assert [cell.strip("*") for cell in table[at][1:]] == [str(by_level[level] or "○") for level in levels]
            for objective, row in zip(bank.objectives, table[at + 1 :], strict=False):
                asked = [item for item in bank.questions if item.objective == objective.id]
                assert row[0].removeprefix("△").strip() == objective[language].replace("|", "\\|")
                assert [number(cell) for cell in row[1:]] == [sum(item.level == level for item in asked) for level in levels]
                assert row[0].startswith("△") == all(item.level in ("remember", "understand") for item in asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lessons_stand_in_the_order_of_their_module(course: Course, language: Language) -> None:
    assert [page.id for page in lessons(course, "kam-process", language)][:4] == ["kam-why", "kam-what-is-a-key-account", "kam-tiers", "kam-scorecard"]
    assert [page.id for page in lessons(course, "sales-rules", language)][8:12] == ["rule-09", "rule-10", "rule-11", "rule-12"]
    assert modules(course) == ["sales-rules", "quality", "time", "kam-process"]
    listed = [page.id for module in modules(course) for page in lessons(course, module, language)]
    assert sorted(listed) == sorted({page.id for page in course.pages if page.kind == "lesson"})


def small(*questions: Single | Multiple, course: Course) -> Course:
    """The page of rule 1 with a bank of its own."""
    objective = Objective(id="rule-01-x", zh="能先问", en="Ask | first")
    bank = Bank(page="rule-01", objectives=(objective,), questions=questions, places={"": Place("quizzes/sales-rules/rule-01.yml", 1)})
    return course.model_copy(update={"banks": (bank,), "pages": tuple(page for page in course.pages if page.module == "sales-rules" and page.id in ("rule-01", "sales-rules"))})


def at_level(level: str, at: int, keys: tuple[int, ...] = (0,)) -> Single | Multiple:
    return question({"zh": ("甲", "乙", "丙", "丁")}, keys, at=at).model_copy(update={"level": level})


def test_the_table_of_a_module(course: Course) -> None:
    decided = small(at_level("apply", 1), at_level("apply", 2), at_level("apply", 3, (0, 1)), at_level("understand", 4), course=course)
    link = "[Rule 1: Nothing is impossible](../sales-rules/rule-01.md)"
    assert rows(blueprint_markdown(decided, "en", "sales-rules")) == [
        ["Page and objective", "Re", "Un", "Ap", "An"],
        [f"**{link}**", "**○**", "**1**", "**3**", "**○**"],
        ["Ask \\| first", "○", "S", "S2 M", "○"],
    ]
    assert rows(blueprint_markdown(decided, "zh", "sales-rules"))[2] == ["能先问", "○", "单", "单2 多", "○"]
    only_known = small(at_level("understand", 1), course=course)
    assert rows(blueprint_markdown(only_known, "zh", "sales-rules"))[2][0] == "△能先问"


def test_the_tables_of_the_whole_bank(course: Course) -> None:
    lopsided = small(*(at_level("apply", n, (1,)) for n in range(40)), *(at_level("analyse", 40 + n, (n % 4, (n + 1) % 4)) for n in range(8)), course=course)
    text = blueprint_markdown(lopsided, "en")
    assert "48 questions for 1 objectives; 100% of them ask to apply or analyse." in text
    table = rows(text)
    assert ["Sales rules", "○", "○", "40", "8", "48"] in table
    assert ["M multiple choice", "○", "○", "○", "8", "8"] in table
    assert ["single choice, 4 options (40 questions)", "0 ↓", "40 ↑", "0 ↓", "0 ↓", "5–16"] in table
    assert ["multiple choice, 4 options (8 questions)", "4", "4", "4", "4", "1–7"] in table


def test_the_longest_option_has_its_sign_in_its_language_only(course: Course) -> None:
    long = [question({"en": tuple("wait for him" if at == n % 4 else "wait" for at in range(4))}, (n % 4,), at=n) for n in range(40)]
    table = rows(blueprint_markdown(small(*long, course=course), "zh"))
    assert ["英文", "100% ↑", "12%–40%"] in table
    assert any(row[0] == "中文" and "↑" not in row[1] and "↓" not in row[1] for row in table)


def test_options_that_are_sorted_numbers_stand_where_they_must() -> None:
    options = tuple(Option(id="abc"[n], correct=n == 2, zh=f"{10 * n + 10}天", en=f"{10 * n + 10} days", why=WHY) for n in range(3))
    sorted_ones = Single(id="rule-01-n", type="single", level="apply", objective="rule-01-x", section="how", ask=ASK, options=options)
    assert places_of_keys([sorted_ones]) == {("single", 3, 1): [0, 0, 1]}
    made = Course(version="0", banks=(Bank(page="rule-01", questions=(sorted_ones,), places={"": Place("quizzes/sales-rules/rule-01.yml", 1)}),))
    assert "3 options" not in blueprint_markdown(made, "en")


def test_an_empty_course_has_an_empty_blueprint() -> None:
    assert "0 questions for 0 objectives" in blueprint_markdown(Course(version="0"), "en")
    assert count(Course(version="0")).shelves == ()
    assert "None." in as_text(count(Course(version="0")))


def test_counts_of_a_small_course(course: Course) -> None:
    counted = count(small(at_level("apply", 1), at_level("understand", 2, (0, 1)), course=course))
    assert dict(counted.questions) == {("sales-rules", "single", "apply"): 1, ("sales-rules", "multiple", "understand"): 1}
    [shelf] = counted.shelves
    assert (shelf.name, shelf.pages, shelf.minutes, shelf.questions, shelf.checklists) == ("sales-rules", 2, 9, 2, 0)
    # the objective, and of each question the stem, four options and why four times
    assert shelf.bank_words["zh"] == 3 + 2 * (3 + 4 + 4 * 19)
    assert counted.kinds == {"index": 1, "lesson": 1}


def test_counts_agree_with_the_ledger_and_the_banks(course: Course) -> None:
    data = as_data(count(course))
    for kind, used in (("question", sum(len(bank.questions) for bank in course.banks)), ("page", len(course.in_language("zh"))), ("checklist", sum(len(bank.checklists) for bank in course.banks))):
        assert data["ids"][kind]["used"] == used
    assert sum(row["count"] for row in data["questions"]) == sum(shelf["questions"] for shelf in data["shelves"])
    assert sum(shelf["items"] for shelf in data["shelves"]) == data["ids"]["item"]["used"]
