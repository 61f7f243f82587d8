"""What people read of a text, how long it is, and what texts have in common: the measures on which many rules stand."""

from __future__ import annotations

import pytest

from course.checks.cues import absolutes_in, hedges_in
from course.checks.measuring import answer, folded, han, length, letters, plain, unit, words
from course.checks.tokens import content, overlap, stem, words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('plain', 'plain'),
        ('**粗**', '粗'),
        ('a [b](c) d', 'a b d'),
        ('x{: .y }z', 'xz'),
        ('<b>x</b>', 'x'),
        ('a<!-- c -->b', 'ab'),
        ('a<!-- c', 'a'),
        ('a_b_c', 'a_b_c'),
        ('_a_', 'a'),
        ('`c`', 'c'),
        ('5 < 6', '5 < 6'),
        ('a [b] c', 'a b c'),
        ('snake_case __x__', 'snake_case x'),
        ('{a}', ''),
        ('<!-- a --> x <!-- b -->', ' x '),
        ('[a](b.md "c")', 'a'),
    ],
)
def test_the_words_people_read(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("客户abc12", (2, 7, 1)), ("don’t stop, 3.5 m/s", (0, 12, 4)), ("", (0, 0, 0)), ("a-b c–d 1,200", (0, 8, 3)), ("“你好”，OK！", (2, 4, 2)), ("_x_ y", (0, 2, 2)), ("[甲](乙.md)", (1, 1, 1)),
    ],
)
def test_lengths(text: str, counts: tuple[int, int, int]) -> None:
    assert (han(text), letters(text), words(text)) == counts
    assert (length(text, "zh"), length(text, "en")) == counts[1:]


def test_units() -> None:
    assert (unit("zh"), unit("en")) == ("characters", "words")


@pytest.mark.parametrize(
    ("text", "compared", "accepted"),
    [
        ("Ａｂ c！", "abc", "ab c!"), ("10%", "10%", "10%"), ("≥5 <x ≤6", "≥5<x≤6", "≥5 <x ≤6"), ("1+1=2>0", "1+1=2>0", "1+1=2>0"), ("a-b", "ab", "a-b"), ("Straße", "strasse", "strasse"), ("**x**", "x", "**x**"),
    ],
)
def test_how_texts_are_compared(text: str, compared: str, accepted: str) -> None:
    assert (folded(text), answer(f" {text} ")) == (compared, accepted)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("先问仓库OK 5天", "zh", ["先问", "问仓", "仓库", "ok", "5"]), ("问", "zh", []), ("问，仓库", "zh", ["仓库"]), ("ＡＢ客户", "zh", ["客户", "ab"]),
        ("Ask the store’s planners, 5x", "en", ["ask", "the", "store’s", "planners", "5x"]), ("don't **stop**", "en", ["don't", "stop"]),
    ],
)
def test_words_of_a_text(text: str, language: str, expected: list[str]) -> None:
    assert words_of(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The deliveries were delayed by 12 planners’ orders", "en", {"delay", "deliver", "plann"}), ("is it 2026", "en", set()), ("it’s the store's", "en", set()), ("ab abc pumps", "en", {"abc", "pump"}),
        ("客户的要求在3天内回", "zh", set()), ("仓库轴承磨损PLC 30", "zh", {"库轴", "轴承", "承磨", "磨损", "plc"}),
    ],
)
def test_what_a_text_is_about(text: str, language: str, expected: set[str]) -> None:
    assert content(text, language) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("delivered", "deliver"), ("delivery", "deliver"), ("planning", "plann"), ("plan", "plan"), ("plans", "plan"), ("quotations", "quot"), ("quotation", "quot"), ("shipments", "ship"), ("ment", "ment"), ("careful", "careful"),
        ("quickly", "quick"), ("quote", "quot"), ("companies", "compan"), ("applied", "appl"), ("makers", "maker"), ("store's", "stor"), ("store’s", "stor"), ("used", "used"), ("hurriedly", "hurri"), ("bed", "bed"),
    ],
)
def test_endings_are_cut_off(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_how_much_two_sets_share() -> None:
    a, ab, bc, none = {"a"}, {"a", "b"}, {"b", "c"}, set[str]()
    assert [overlap(one, two) for one, two in ((ab, bc), (none, a), (a, none), (none, none), (a, a), (a, bc), (ab | bc, a))] == [0.5, 0.0, 0.0, 0.0, 1.0, 0.0, 0.5]


def test_words_that_allow_no_exception_and_words_that_do() -> None:
    assert absolutes_in("你一定要，必须**总是**", "zh") == ["一定", "必须", "总是"]
    assert absolutes_in("Always ask; never guess", "en") == ["Always", "never"]
    assert hedges_in("一般可能会", "zh") == ["可能"]
    assert hedges_in("It may **usually** help", "en") == ["may", "usually"]
