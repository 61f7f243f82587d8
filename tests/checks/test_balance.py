"""B01 and B02: what the whole bank gives away. Banks in memory, made for the purpose."""

from __future__ import annotations

import random

from course.checks.balance import longest_is_key, places_of_keys
from course.checks.index import Index
from course.models import Bank, Course, Item, Place

from .conftest import item

SHORT, LONG = "请他等等吧", "请他等等，下周再问"


def course(questions: list[Item], path: str = "quizzes/quality/method-01.yml") -> Course:
    return Course(version="0", banks=(Bank(page="method-01", questions=tuple(questions), places={"": Place(path, 1)}),))


def question(key: int, longest: int, count: int = 4) -> Item:
    zh = tuple(LONG if n == longest else SHORT for n in range(count))
    en = tuple("Make him wait until next week" if n == longest else "Make him wait" for n in range(count))
    return item(zh=zh, en=en, keys=(key,))


def said(rule, questions: list[Item]) -> list[str]:
    return [f"{problem.path} {problem.message}" for problem in rule(Index(course(questions)))]


def test_keys_that_stand_in_one_place() -> None:
    assert said(places_of_keys, [question(n % 4 if n < 8 else 1, 0) for n in range(24)]) == [
        "quizzes/quality/method-01.yml the key stands in place 2 too often: in 18 of 24 questions of the whole bank, by chance 1 to 11 (18 of them in this file)",
    ]


def test_keys_that_never_stand_in_one_place() -> None:
    assert said(places_of_keys, [question(1 + n % 3, 0) for n in range(60)]) == [
        "quizzes/quality/method-01.yml the key stands in place 1 too seldom: in 0 of 60 questions of the whole bank, by chance 7 to 23 (0 of them in this file)",
    ]


def test_balanced_keys_few_questions_and_sorted_numbers() -> None:
    assert said(places_of_keys, [question(n % 4, 0) for n in range(40)]) == []
    assert said(places_of_keys, [question(1, 0) for _ in range(19)]) == []
    numbers = item(zh=("10天", "20天", "30天"), en=("10 days", "20 days", "30 days"), keys=(2,))
    assert said(places_of_keys, [numbers] * 40) == []


def test_the_longest_is_the_key_too_often() -> None:
    assert said(longest_is_key, [question(n % 4, n % 4 if n < 50 else (n + 1) % 4) for n in range(100)]) == [
        "quizzes/quality/method-01.yml the longest option is the key more often than by chance: in 50 of 100 questions of the whole bank, by chance 17 to 33 (Chinese; 50 of those where it is in this file)",
        "quizzes/quality/method-01.yml the longest option is the key more often than by chance: in 50 of 100 questions of the whole bank, by chance 17 to 33 (English; 50 of those where it is in this file)",
    ]


def test_the_longest_is_never_the_key() -> None:
    assert said(longest_is_key, [question(n % 4, (n + 1) % 4) for n in range(100)])[0] == (
        "quizzes/quality/method-01.yml the longest option is the key less often than by chance: in 0 of 100 questions of the whole bank, by chance 17 to 33 (Chinese; 100 of those where it is not in this file)"
    )


def test_by_chance_and_below_a_hundred() -> None:
    random.seed(8)
    assert said(longest_is_key, [question(random.randrange(4), random.randrange(4)) for _ in range(200)]) == []
    assert said(longest_is_key, [question(0, 0) for _ in range(99)]) == []


def test_each_language_for_itself() -> None:
    def one(n: int) -> Item:
        zh = tuple(LONG if at == n % 4 else SHORT for at in range(4))
        en = tuple("Make him wait until next week" if at == (n // 4) % 4 else "Make him wait" for at in range(4))
        return item(zh=zh, en=en, keys=(n % 4,))

    assert [message.count("Chinese") for message in said(longest_is_key, [one(n) for n in range(112)])] == [1]


def test_the_file_in_which_most_stand_is_named() -> None:
    banks = [(question(1, 0), "a.yml")] * 9 + [(question(1, 0), "b.yml")] * 12
    whole = Course(version="0", banks=tuple(Bank(page="method-01", questions=tuple(one for one, of in banks if of == path), places={"": Place(path, 1)}) for path in ("a.yml", "b.yml")))
    found = list(places_of_keys(Index(whole)))
    assert [(p.path, p.line, p.code, p.message) for p in found] == [
        ("a.yml", 1, "B01", "the key stands in place 1 too seldom: in 0 of 21 questions of the whole bank, by chance 1 to 10 (0 of them in this file)"),
        ("b.yml", 1, "B01", "the key stands in place 2 too often: in 21 of 21 questions of the whole bank, by chance 1 to 10 (12 of them in this file)"),
        ("a.yml", 1, "B01", "the key stands in place 3 too seldom: in 0 of 21 questions of the whole bank, by chance 1 to 10 (0 of them in this file)"),
        ("a.yml", 1, "B01", "the key stands in place 4 too seldom: in 0 of 21 questions of the whole bank, by chance 1 to 10 (0 of them in this file)"),
    ]
    assert all(p.hint for p in found)


def test_a_place_that_few_questions_have() -> None:
    """A fifth option in two questions may well never be right."""
    assert said(places_of_keys, [question(n % 4, 0) for n in range(40)] + [question(0, 1, 5), question(1, 1, 5)]) == []


def test_twenty_and_a_hundred_are_enough() -> None:
    assert len(said(places_of_keys, [question(1, 0)] * 20)) == 4
    assert len(said(longest_is_key, [question(0, 0)] * 100)) == 2


def test_options_of_one_length_and_numbers_say_nothing_of_the_longest() -> None:
    same = item(zh=("请他等等", "问他要货", "答应下来"), en=("Make him wait", "Ask him now", "Say yes now"))
    numbers = item(zh=("10天", "20天", "300天"), en=("10 days", "20 days", "300 days"), keys=(2,))
    assert said(longest_is_key, [same] * 200 + [numbers] * 200 + [question(0, 0)] * 99) == []
