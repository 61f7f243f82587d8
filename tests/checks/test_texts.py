"""S01 beyond single fields: texts, gaps, answers, pairs, steps, ids within a question, and `allow`."""

from __future__ import annotations

import pytest

from .conftest import BANK, GLOSSARY, Site

STEP = "        zh: 复述要求\n"


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("复述<b>要求", 15, "raw HTML in step repeat of question method-01-order (Chinese): '<b>要求'"),
        ("复述</b>要求", 15, "raw HTML in step repeat of question method-01-order (Chinese): '</b>要求'"),
        ("复述<!doctype>", 15, "raw HTML in step repeat of question method-01-order (Chinese): '<!doctype>'"),
        ("复述<?php", 15, "raw HTML in step repeat of question method-01-order (Chinese): '<?php'"),
        ("复述`<Quiz>`要求", 16, "'<Quiz>' in step repeat of question method-01-order (Chinese)"),
        ("复述</quiz>要求", 15, "'</quiz>' in step repeat of question method-01-order (Chinese)"),
        ("复述[[要求", 15, "'[[' in step repeat of question method-01-order (Chinese)"),
        ("复述`a[0]]`", 19, "']]' in step repeat of question method-01-order (Chinese)"),
        ("复述-->要求", 15, "'-->' in step repeat of question method-01-order (Chinese)"),
        ("复述<!--要求", 15, "'<!--' in step repeat of question method-01-order (Chinese)"),
        ("复述![图](a.png)", 15, "a picture in step repeat of question method-01-order (Chinese)"),
        ("复述{要求", 15, "a curly brace in step repeat of question method-01-order (Chinese)"),
        (r"复述\`<b>\`要求", 17, "raw HTML in step repeat of question method-01-order (Chinese): '<b>\\`要求'"),
        ("'复述: <b>要求'", 18, "raw HTML in step repeat of question method-01-order (Chinese): '<b>要求'"),
        ("'复述要求 '", 18, "the text ends with a space: step repeat of question method-01-order (Chinese)"),
        ("' '", 14, "the text is blank: step repeat of question method-01-order (Chinese)"),
        ("复述要求____", 17, "a gap (____) in step repeat of question method-01-order (Chinese)"),
    ],
)
def test_a_text_that_is_not_restricted_markdown(site: Site, text: str, column: int, message: str) -> None:
    site.edit(BANK, STEP, f"        zh: {text}\n")
    assert [(p.line, p.column, p.message) for p in site.problems("S01")] == [(119, column, message)]


@pytest.mark.parametrize("text", ["`复述<b>要求`", "`{复述}`要求", "**复述**要求", "复述[要求](#limits)", "复述 < 要求", "5<6", "复述__要求__", "复述&lt;b>", "``复述`<b>`要求``"])
def test_a_text_that_is(site: Site, text: str) -> None:
    site.edit(BANK, STEP, f"        zh: '{text}'\n")
    assert site.lines("S01") == []


def test_a_text_of_two_lines(site: Site) -> None:
    site.edit(BANK, STEP, "        zh: |-\n          复述\n          要求\n")
    assert site.lines("S01") == [
        "quizzes/quality/method-01.yml:120:13 the text has more than one line: step repeat of question method-01-order (Chinese) | write it on one line",
    ]


def test_a_text_that_ends_with_a_line_break(site: Site) -> None:
    site.edit(BANK, STEP, "        zh: |\n          复述要求\n")
    assert site.lines("S01") == [
        "quizzes/quality/method-01.yml:120:15 the text ends with a line break: step repeat of question method-01-order (Chinese) | write |- instead of | before it",
    ]


def test_the_glossary_has_the_same_texts(site: Site) -> None:
    site.edit(GLOSSARY, "An important customer", "An <i>important</i> customer")
    assert site.lines("S01") == [
        "quizzes/glossary.yml:8:14 raw HTML in 'means' of term term-key-account (English): '<i>important' | texts have **bold**, *emphasis*, `code` and [links](rule-09.md); for the sign < write &lt;",
        "quizzes/glossary.yml:8:26 raw HTML in 'means' of term term-key-account (English): '</i> custome' | texts have **bold**, *emphasis*, `code` and [links](rule-09.md); for the sign < write &lt;",
    ]


# blank


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        ("promise the time of your answer first.", "no gap in 'ask' of question method-01-first (English)"),
        ("promise the ____ of your ____ first.", "2 gaps in 'ask' of question method-01-first (English)"),
        ("promise the time of your _____ first.", "the gap has 5 underscores in 'ask' of question method-01-first (English)"),
        ("promise the time of your ___ first.", "no gap in 'ask' of question method-01-first (English)"),
        ("promise the time of your `____` first.", "no gap in 'ask' of question method-01-first (English)"),
    ],
)
def test_a_blank_has_one_gap_of_four(site: Site, ask: str, message: str) -> None:
    site.edit(BANK, "promise the time of your ____ first.", ask)
    assert site.messages("S01") == [message]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ("[answer, ' ']", "an accepted answer is blank (English, question method-01-first)"),
        ("[answer, ' ANSWER ']", "the accepted answers 'answer' and ' ANSWER ' are the same (English, question method-01-first)"),
        ("[answer, ａｎｓｗｅｒ]", "the accepted answers 'answer' and 'ａｎｓｗｅｒ' are the same (English, question method-01-first)"),
        ("[the time at which you will answer]", "the accepted answer 'the time at which you will answer' has 33 characters (English, question method-01-first)"),
    ],
)
def test_accepted_answers(site: Site, answers: str, message: str) -> None:
    site.edit(BANK, "en: [answer, reply]", f"en: {answers}")
    assert site.messages("S01") == [message]


def test_answers_that_differ_in_more_than_capitals(site: Site) -> None:
    site.edit(BANK, "en: [answer, reply]", "en: [call back, callback, call-back, the time when you answer it]")
    assert site.lines("S01") == []


# match, order, ids


def test_right_sides_that_are_equal_in_one_language(site: Site) -> None:
    text = site.read(BANK)
    site.write(BANK, text[::-1].replace("Planning"[::-1], "The plan"[::-1], 1)[::-1])
    assert site.lines("S01") == [
        "quizzes/quality/method-01.yml:159:15 the right sides of pairs date and roster are equal in Chinese only (question method-01-who) | make them equal in both languages (one choice) or different in both: here 'Planning' and 'The plan'",
    ]


def test_right_sides_that_differ_in_a_capital(site: Site) -> None:
    text = site.read(BANK)
    site.write(BANK, text[::-1].replace("Planning"[::-1], "planning"[::-1], 1)[::-1])
    assert site.lines("S01") == [
        "quizzes/quality/method-01.yml:159:15 the right sides of pairs date and roster differ only in capitals, width or spaces (English, question method-01-who) | write 'Planning' in both",
    ]


def test_one_right_side_for_all(site: Site) -> None:
    site.edit(BANK, "          zh: 你自己\n          en: You\n", "          zh: 排产\n          en: Planning\n")
    assert site.lines("S01") == [
        "quizzes/quality/method-01.yml:139:7 all right sides are the same in question method-01-who | write at least two different ones",
    ]


def test_left_sides_that_are_equal(site: Site) -> None:
    site.edit(BANK, "en: Overtime", "en: delivery date")
    assert site.lines("S01") == [
        "quizzes/quality/method-01.yml:156:15 the left sides of pairs date and roster are the same (English, question method-01-who) | make them different, or delete one",
    ]


def test_steps_that_are_equal(site: Site) -> None:
    site.edit(BANK, "en: Ask planning\n", "en: Repeat the request\n")
    assert site.lines("S01") == [
        "quizzes/quality/method-01.yml:126:13 the steps repeat and ask are the same (English, question method-01-order) | make them different, or delete one",
    ]


def test_ids_within_a_question(site: Site) -> None:
    text = site.read(BANK)
    site.write(BANK, text.replace("- id: b\n", "- id: a\n", 1))
    site.edit(BANK, "- id: repeat", "- id: time")
    site.edit(BANK, "- id: date", "- id: answer")
    assert site.lines("S01") == [
        "quizzes/quality/method-01.yml:25:13 the option id 'a' stands twice in question method-01-friday | give the newer one another id",
        "quizzes/quality/method-01.yml:121:13 the step id 'time' stands twice in question method-01-order | give the newer one another id",
        "quizzes/quality/method-01.yml:146:13 the pair id 'answer' stands twice in question method-01-who | give the newer one another id",
    ]


# allow


def test_a_warning_is_excused_with_a_date_and_a_reason(site: Site) -> None:
    site.edit(BANK, "“我问排产，五点回您。”", "“我去问排产，下午五点回您。”")
    assert [(p.severity, p.message) for p in site.problems("F01")] == [
        ('warning', 'the right option is the longest: option b has 11 characters, the wrong ones 8 on average (Chinese, question method-01-friday)'),
    ]
    site.edit(BANK, "    level: apply\n    objective: method-01-ask\n", "    level: apply\n    allow: {F01: '2026-12-01: spoken like this'}\n    objective: method-01-ask\n")
    assert [(p.severity, p.message) for p in site.problems("F01")] == [
        ('excused', 'the right option is the longest: option b has 11 characters, the wrong ones 8 on average (Chinese, question method-01-friday) (excused 2026-12-01: spoken like this)'),
    ]
    assert site.lines("S01") == []


def test_an_error_is_not_excused(site: Site) -> None:
    site.edit(BANK, "“Planning decides, I’ll call.”", "“I will go and ask planning now, and then I will call you.”")
    site.edit(BANK, "    level: apply\n    objective: method-01-ask\n", "    level: apply\n    allow: {F01: '2026-12-01: spoken like this'}\n    objective: method-01-ask\n")
    assert [(p.severity, p.message) for p in site.problems("F01")] == [
        ('error', 'the right option is the longest: option b has 13 words, the wrong ones 4 on average (English, question method-01-friday)'),
    ]


def test_a_worn_phrase_is_excused_in_the_question_only(site: Site) -> None:
    site.edit(BANK, "en: Which two notes let", "en: It is crucial. Which two notes let")
    site.edit(BANK, "    level: analyse\n", "    level: analyse\n    allow: {T04: '2026-12-01: the customer talks like this'}\n")
    site.edit(BANK, "en: I can say who confirms", "en: It is crucial to say who confirms")
    assert [p.severity for p in site.problems("T04")] == ["excused", "warning"]


@pytest.mark.parametrize(
    ("allow", "message", "hint"),
    [
        ("{F99: '2026-12-01: why'}", "no check has the code 'F99': 'allow' of question method-01-lines", "the codes are F and a number for questions, T04 for worn phrases"),
        ("{F02: '2026-12-01: why'}", "F02 is an error and cannot be excused: 'allow' of question method-01-lines", "write what somebody would really do instead, or make the question 'multiple'"),
        ("{F17: why}", "F17 needs a date and a reason: 'allow' of question method-01-lines says 'why'", "write F17: '2026-12-01: the vignette is needed'"),
        ("{F17: '2026-13-01: why'}", "F17 needs a date and a reason: 'allow' of question method-01-lines says '2026-13-01: why'", "write F17: '2026-12-01: the vignette is needed'"),
        ("{F17: '2026-12-01:'}", "F17 needs a date and a reason: 'allow' of question method-01-lines says '2026-12-01:'", "write F17: '2026-12-01: the vignette is needed'"),
    ],
)
def test_the_form_of_an_excuse(site: Site, allow: str, message: str, hint: str) -> None:
    site.edit(BANK, "    level: analyse\n", f"    level: analyse\n    allow: {allow}\n")
    assert [(p.line, p.message, p.hint) for p in site.problems("S01")] == [(69, message, hint)]
