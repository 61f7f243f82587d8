"""The table of codes: whole, readable, and in step with the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.checks import TABLE, explain
from course.checks.table import did_you_mean, problem
from course.codes import FAMILIES, Row
from course.models import Place

CHECKS = Path(__file__).resolve().parents[2] / "scripts" / "course" / "checks"


def test_explain_prints_a_row() -> None:
    assert explain("f01").splitlines() == [
        "F01  the right option is the longest",
        "  level   error or warning, by how much",
        "  mend    shorten it, or write the wrong options as fully as the right one",
        "  source  Haladyna, Downing & Rodriguez 2002",
        "  excuse  on a question: allow: {F01: '2026-12-01: the reason'} (warnings only)",
    ]
    assert "excuse" not in explain("S02")
    assert explain("S02").splitlines()[1] == "  level   error: stops the build"
    assert explain("T04").splitlines()[1] == "  level   warning"


def test_explain_knows_what_it_does_not_know() -> None:
    assert explain("F99").startswith("no check has the code 'F99'; the codes are S01, S02, ")
    assert explain("P011") == "no check has the code 'P011'; did you mean 'P01'?"


def test_every_code_that_rules_give_is_in_the_table_and_the_other_way_round() -> None:
    given = {code for file in CHECKS.glob("*.py") for code in re.findall(r'problem\(\s*"([A-Z]\d\d)"', file.read_text(encoding="utf-8"))}
    assert given == set(TABLE)


@pytest.mark.parametrize("row", TABLE.values(), ids=lambda row: row.code)
def test_every_row_says_what_is_wrong_and_how_to_mend_it(row: Row) -> None:
    assert re.fullmatch(r"[A-Z]\d\d", row.code)
    assert row.wrong and row.mend and row.source
    assert not row.wrong.endswith(".") and row.mend != row.wrong
    assert row.code[0] in {letter for letter, _, _ in FAMILIES}


@pytest.mark.parametrize("row", TABLE.values(), ids=lambda row: row.code)
def test_every_row_says_it_in_chinese_too(row: Row) -> None:
    for text in row.zh:
        assert re.search("[一-鿿]", text) and not text.endswith("。")
        # full-width punctuation; half-width stands in code and file names only
        assert not re.search(r"[,;!?()]|(?<![#A-Za-z]): ", re.sub(r"`[^`]*`", "", text)), text


def test_the_level_of_a_problem_is_the_level_of_its_row() -> None:
    place = Place("a.md", 1)
    assert problem("T04", place, "'x'").severity == "warning"
    assert problem("F01", place).severity == "error"
    assert problem("F01", place, severity="warning").severity == "warning"
    assert problem("T04", place, "'x'").message == "a worn phrase: 'x'"


def test_did_you_mean() -> None:
    assert did_you_mean("method-1", ["method-01", "rule-08"]) == "did you mean 'method-01'?"
    assert did_you_mean("xyz", ["method-01"], "look it up") == "look it up"


def test_contributing_says_what_check_wants() -> None:
    said = (CHECKS.parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## What check wants")[2].partition("\n## ")[0]
    levels = {"error": "E", "warning": "W", "both": "E/W"}
    rows = [f"| {row.code} | {levels[row.level]} | {row.wrong} | {row.mend} |" for row in TABLE.values()]
    assert [line for line in said.split("\n") if re.match(r"\| [A-Z]\d\d ", line)] == rows
