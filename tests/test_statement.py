"""What the accessibility statement says was found is what the table of `test --full` has, in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROWS = [json.loads(line) for line in (ROOT / "benchmarks" / "full.jsonl").read_text(encoding="utf-8").splitlines()]
OF_ACCESSIBILITY = [row for row in ROWS if row["part"] == "accessibility"]
CHECKER = "Nu HTML checker: every page as built"


def statement(language: str) -> str:
    return (ROOT / "docs" / "reference" / f"accessibility.{language}.md").read_text(encoding="utf-8")


def test_nothing_was_missed() -> None:
    """The statement says so. What is missed stands in the page under the known limits, and this test then excepts it by name."""
    assert OF_ACCESSIBILITY
    assert [row["what"] for row in OF_ACCESSIBILITY if not row["met"]] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_figures_are_those_of_the_table(language: str) -> None:
    found = next(row["found"] for row in OF_ACCESSIBILITY if row["what"].startswith(CHECKER))
    files, errors, warnings = map(int, re.findall(r"\d+", found))
    said = {"zh": (f"建好的{files:,}个网页文件", f"错误{errors}个，警告{warnings}条"), "en": (f"on all {files:,} files as built", f"{errors} errors, {warnings} warnings")}
    for words in said[language]:
        assert words in statement(language), f"accessibility.{language}.md does not say “{words}”"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("what", ["axe-core", "targets"])
def test_it_says_how_much_was_looked_at(what: str, language: str) -> None:
    """In each language as much; `targets` stands for the measures, which are taken together."""
    counted: dict[str, set[str]] = {}
    for row in OF_ACCESSIBILITY:
        kind = re.fullmatch(rf"{what}.*, every (.+), (?:zh|en)", row["what"])
        if kind:
            counted.setdefault(kind[1], set()).add(re.search(r"0 faults on (\d+)", row["found"])[1])
    assert all(len(numbers) == 1 for numbers in counted.values()), counted
    pages, frames, states = (min(counted[kind]) for kind in ("page", "frame", "state"))
    short = min(counted.get("short address", {""}))
    zh = f"中英文各{pages}页、{frames}个嵌入页、" + (f"{short}个短地址、" if short else "") + f"{states}种状态，问题0个"
    en = f"in each language {pages} pages, {frames} embedded parts" + (f", {short} short addresses" if short else "") + f" and {states} states: 0 faults"
    assert f"| {zh if language == 'zh' else en} |" in statement(language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_as_young_as_its_figures(language: str) -> None:
    day = max(row["day"] for row in OF_ACCESSIBILITY if row["source"] in ("test_html", "test_every_page"))
    assert re.search(r"^reviewed: (.+)$", statement(language), re.MULTILINE)[1] >= day
