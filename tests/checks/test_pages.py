"""P01, P03–P08: parity, headings, front matter, the pattern of a lesson, its length and age."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import BANK, EN, ZH, Site


# P01


def test_a_page_in_one_language_only(site: Site) -> None:
    site.delete("docs/quality/index.en.md")
    assert site.lines("P01") == [
        "docs/quality/index.zh.md:1:1 the English page docs/quality/index.en.md is missing or cannot be read | every page stands in both languages; write the other one, or mend its front matter",
    ]


def test_front_matter_that_differs(site: Site) -> None:
    site.edit(EN, "minutes: 7", "minutes: 8")
    site.edit(EN, "claims: [r-01]", "claims: [r-01, r-02]")
    assert site.lines("P01") == [
        "docs/quality/method-01.en.md:6:10 'minutes' differs: 7 in Chinese, 8 in English | write the same in both files",
        "docs/quality/method-01.en.md:8:9 'claims' differs: r-01 in Chinese, r-01, r-02 in English | write the same in both files",
    ]


def test_the_order_of_sources_and_the_day_of_review_may_differ(site: Site) -> None:
    site.edit(ZH, "claims: [r-01]", "claims: [r-01, r-02]")
    site.edit(EN, "claims: [r-01]", "claims: [r-02, r-01]")
    site.edit(EN, "reviewed: 2026-11-23", "reviewed: 2026-11-24")
    assert site.lines("P01") == []


def test_a_heading_that_one_language_lacks(site: Site) -> None:
    site.edit(ZH, "## 边界 { #limits }", "### 例外 { #exceptions }\n\n## 边界 { #limits }")
    assert site.lines("P01") == [
        "docs/quality/method-01.zh.md:32:1 the English page has no heading '#exceptions' | add it in docs/quality/method-01.en.md, or take it out here",
    ]


def test_headings_on_another_level_or_in_another_order(site: Site) -> None:
    site.edit(ZH, "## 边界 { #limits }", "### 甲 { #one }\n\n### 乙 { #two }\n\n## 边界 { #limits }")
    site.edit(EN, "## Limits { #limits }", "### Two { #two }\n\n#### One { #one }\n\n## Limits { #limits }")
    assert site.lines("P01") == [
        "docs/quality/method-01.en.md:32:1 the headings stand in another order than in Chinese: '#two' where '#one' stands there | use the same order in both files",
        "docs/quality/method-01.en.md:34:1 the heading '#one' has level 4 here and level 3 in Chinese | use the same number of # in both files",
    ]


def test_markers_and_internal_links_that_differ(site: Site) -> None:
    site.edit(EN, "<!-- checklist method-01-before-calling -->", "")
    site.edit(EN, "[key account](term-key-account)", "key account")
    assert site.lines("P01") == [
        "docs/quality/method-01.zh.md:16:5 the English page does not link to 'term-key-account' | link to it in docs/quality/method-01.en.md too, or take this link out",
        "docs/quality/method-01.zh.md:39:1 the English page has no marker 'checklist method-01-before-calling' | add it in docs/quality/method-01.en.md, or take it out here",
    ]


def test_how_often_and_in_which_order_a_page_links_may_differ(site: Site) -> None:
    site.edit(ZH, "本模块](index.md)。", "本模块](index.md)，[大客户](term-key-account)。")
    assert site.lines("P01") == []


def test_links_to_other_sites_may_differ(site: Site) -> None:
    site.edit(ZH, "没有人确认的事", "[没有人](https://www.iso.org/zh)确认的事")
    assert site.lines() == []


# P03


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("### 例外", "the heading '例外' has no id"),
        ("### 例外 { .note }", "the heading '例外' has no id"),
        ("### 例外 { #例外 }", "the heading id '例外' is not well formed"),
        ("### 例外 { #Limits_2 }", "the heading id 'Limits_2' is not well formed"),
        ("### 例外 { #why }", "the heading id 'why' stands twice on the page (first in line 18)"),
        ("##例外", "a space is missing after '##'"),
        ("例外\n---", "the heading '例外' has no id"),
    ],
)
def test_a_heading_without_an_id_of_its_own(site: Site, line: str, expected: str) -> None:
    site.add(ZH, line)
    assert site.messages("P03") == [expected]


@pytest.mark.parametrize("line", ["### 例外 { #exceptions .note }", r"\#标签", "`##例外`", "```\n##例外\n# 例外\n```", "编号 #3 的箱子", "---"])
def test_what_is_no_bad_heading(site: Site, line: str) -> None:
    site.add(ZH, line)
    assert site.messages("P03") == []


# P04


def test_a_lesson_without_sources_and_claims(site: Site) -> None:
    site.edit_both("sources: [qm-01]\nclaims: [r-01]\n", "")
    assert site.lines("P04") == [
        "docs/quality/method-01.en.md:2:1 a lesson needs 'claims' | add a line 'claims: []'",
        "docs/quality/method-01.en.md:2:1 a lesson needs 'sources' | add a line 'sources: [rule-08]'",
        "docs/quality/method-01.zh.md:2:1 a lesson needs 'claims' | add a line 'claims: []'",
        "docs/quality/method-01.zh.md:2:1 a lesson needs 'sources' | add a line 'sources: [rule-08]'",
    ]


def test_an_empty_list_is_an_answer(site: Site) -> None:
    site.edit_both("sources: [qm-01]", "sources: []")
    assert site.lines("P04") == []


def test_a_lesson_that_calls_itself_a_form(site: Site) -> None:
    site.edit_both("kind: lesson", "kind: form")
    assert site.lines("P04") == [
        "docs/quality/method-01.en.md:3:7 quality/method-01 is of kind 'lesson', not 'form' | write 'kind: lesson'",
        "docs/quality/method-01.zh.md:3:7 quality/method-01 is of kind 'lesson', not 'form' | write 'kind: lesson'",
    ]


def test_a_day_that_is_not_in_the_calendar(site: Site) -> None:
    site.edit(ZH, "reviewed: 2026-11-23", "reviewed: 2026-02-30")
    assert site.lines("P04") == [
        "docs/quality/method-01.zh.md:9:11 '2026-02-30' is not a date of the calendar | write the date as 2026-12-31",
    ]


# P05


def test_a_lesson_without_opening(site: Site) -> None:
    site.edit(ZH, "电话里问能不能到货。先问清谁确认，再说几点答复。\n", "")
    assert site.lines("P05") == [
        "docs/quality/method-01.zh.md:2:1 the lesson has no opening | begin with two or three sentences, without a heading: the situation, and the answer in short",
    ]


def test_sections_missing_strange_and_out_of_order(site: Site) -> None:
    site.edit(ZH, "## 案例 { #example }", "## 案例 { #examples }")
    site.edit(ZH, "## 为什么 { #why }", "## 怎么 { #how }")
    site.edit(ZH, "## 怎么做 { #how }", "## 为什么 { #why }")
    assert site.lines("P05") == [
        "docs/quality/method-01.zh.md:2:1 the section '#example' is missing | add a heading: ## 案例 { #example }",
        "docs/quality/method-01.zh.md:22:1 the section '#why' stands after '#how' | the order is source, why, how, example, limits, practice, check, next",
        "docs/quality/method-01.zh.md:28:1 the section '#examples' is not in the pattern | did you mean 'example'?",
    ]


def test_subsections_are_free(site: Site) -> None:
    site.edit_both("<!-- quiz -->", "### x { #before }\n\n<!-- quiz -->")
    assert site.lines("P05") == []


def test_a_lesson_without_bank_is_said_once(site: Site) -> None:
    site.delete(BANK)
    assert site.lines("P05") == [
        "docs/quality/method-01.zh.md:2:1 the lesson has no bank: quizzes/quality/method-01.yml is missing or cannot be read | write it; CONTRIBUTING.md has an example",
    ]
    assert site.messages("P02") == []


def test_a_quiz_in_another_section(site: Site) -> None:
    site.edit_both("<!-- quiz -->\n", "")
    site.edit_both("<!-- checklist method-01-before-calling -->\n", "<!-- checklist method-01-before-calling -->\n\n<!-- quiz -->\n")
    assert site.lines("P05") == [
        "docs/quality/method-01.en.md:41:1 the quiz stands outside the section '#check' | move the marker below that heading: its address is the address of the questions",
        "docs/quality/method-01.zh.md:41:1 the quiz stands outside the section '#check' | move the marker below that heading: its address is the address of the questions",
    ]


def test_the_pattern_is_for_lessons_only(site: Site) -> None:
    site.add("docs/quality/index.zh.md", "## 别的 { #else }")
    site.add("docs/quality/index.en.md", "## Other { #else }")
    assert [*site.lines("P05"), *site.lines("P06")] == []


# P06


def test_a_lesson_that_is_too_short(site: Site) -> None:
    site.edit(ZH, "你照客户的安排办事，先问清由谁确认，再说几点答复。" * 45, "你照客户的安排办事。")
    site.edit(EN, " ".join(["You plan by what the customer needs, ask who confirms it, and say when you will answer."] * 36), "You plan.")
    assert site.lines("P06") == [
        "docs/quality/method-01.en.md:4:8 the lesson is short: 41 English words of prose | a lesson has 550 to 1,000; longer only with a reason",
        "docs/quality/method-01.en.md:6:10 'minutes: 7' does not fit: reading and questions take about 4 in English | write 'minutes: 4' in both languages",
        "docs/quality/method-01.zh.md:4:8 the lesson is short: 61 Chinese characters of prose | a lesson has 900 to 1,600; longer only with a reason",
        "docs/quality/method-01.zh.md:6:10 'minutes: 7' does not fit: reading and questions take about 4 in Chinese | write 'minutes: 4' in both languages",
    ]
    assert {problem.severity for problem in site.problems("P06")} == {"warning"}


def test_minutes_that_do_not_fit(site: Site) -> None:
    site.edit_both("minutes: 7", "minutes: 12")
    assert site.lines("P06") == [
        "docs/quality/method-01.en.md:6:10 'minutes: 12' does not fit: reading and questions take about 7 in English | write 'minutes: 7' in both languages",
        "docs/quality/method-01.zh.md:6:10 'minutes: 12' does not fit: reading and questions take about 7 in Chinese | write 'minutes: 7' in both languages",
    ]


def test_tables_comments_targets_and_what_follows_are_not_counted(site: Site) -> None:
    many = "很多很多字" * 200
    site.edit(ZH, "| 事情 | 几点 |\n|---|---|", f"| {many} | 几点 |\n|---|---|")
    site.edit(ZH, "- [边界](#limits)", f"- [边界](#limits){many}")
    site.edit(ZH, "## 边界 { #limits }", f"<!-- {many} -->\n\n## 边界 { '{' } #limits { '}' }")
    assert site.lines("P06") == []


def test_lists_are_counted(site: Site) -> None:
    site.edit(ZH, "## 边界 { #limits }", f"- {'很多很多字' * 200}\n\n## 边界 {{ #limits }}")
    assert site.messages("P06") == [
        "the lesson is long: 2,042 Chinese characters of prose",
        "'minutes: 7' does not fit: reading and questions take about 10 in Chinese",
    ]


@pytest.mark.parametrize(("minutes", "expected"), [("7", []), ("9", ["docs/quality/index.zh.md:{}:25 the table says 9 minutes for 'method-01', the lesson 7 | write 7"])])
def test_minutes_in_a_table_of_lessons(site: Site, minutes: str, expected: list[str]) -> None:
    line = site.add("docs/quality/index.zh.md", f"| 课 | 分钟 |\n|---|---|\n| [方法1](method-01.md) | {minutes} |")
    assert [said for said in site.lines("P06") if "index" in said] == [each.format(line + 2) for each in expected]


# P07


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2027, 11, 23), []),
        (date(2027, 11, 24), ["docs/quality/method-01.zh.md:9:11 the page has not been reviewed for twelve months: last on 2026-11-23 | read it again, mend it, and write today's date after 'reviewed:'"]),
        (date(2026, 11, 22), ['docs/quality/method-01.zh.md:9:11 the review date 2026-11-23 lies in the future | write the day on which somebody read the page']),
    ],
)
def test_the_day_of_the_last_review(site: Site, today: date, expected: list[str]) -> None:
    assert [line for line in site.lines("P07", today) if line.startswith(ZH)] == expected


# P08


@pytest.mark.parametrize(("first_row", "columns"), [("| 谁 | 几点 |", []), ("| | 几点 |", [1]), ("| 谁 |  |", [5])])
def test_a_column_without_a_name(site: Site, first_row: str, columns: list[int]) -> None:
    line = site.add("docs/quality/index.zh.md", f"{first_row}\n|---|---|\n| 组长 | |")
    said = "a column of the table has no name | write a word into the first row; a screen reader says it with every cell"
    assert site.lines("P08") == [f"docs/quality/index.zh.md:{line}:{column} {said}" for column in columns]
