"""The corpora: what was written with the rules is judged without a mistake; what others wrote, well enough."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

import accuracy  # noqa: E402

CODES = {code for code in accuracy.TABLE if code[0] in "FTL"}
OTHERS = [*accuracy.corpora("development-*.yml"), *accuracy.corpora("frozen-*.yml")]
"""Written by people who had not seen the rules. The rules were mended by the first of them, never by the second."""


@pytest.mark.parametrize("path", list(accuracy.corpora("golden-*.yml")), ids=lambda path: path.stem)
def test_the_golden_corpus_is_judged_without_a_mistake(path: Path) -> None:
    _, verdicts = accuracy.judged(path)
    assert [(verdict.id, sorted(verdict.missed)) for verdict in verdicts if verdict.missed] == []
    assert [(verdict.id, verdict.said) for verdict in verdicts if not verdict.flaws and verdict.found] == []


def test_the_golden_corpus_has_a_flaw_for_every_code() -> None:
    for language in ("zh", "en"):
        _, verdicts = accuracy.judged(accuracy.CORPUS / f"golden-{language}.yml")
        assert {code for verdict in verdicts for code in verdict.flaws} == CODES - {"L01"}
    _, verdicts = accuracy.judged(accuracy.CORPUS / "golden-both.yml")
    assert "L01" in {code for verdict in verdicts for code in verdict.flaws}


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_no_clean_item_of_others_stops_the_build(path: Path) -> None:
    _, verdicts = accuracy.judged(path)
    assert [(verdict.id, verdict.said) for verdict in accuracy.error_alarms(verdicts)] == []


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_nine_of_ten_flaws_of_others_are_found(path: Path) -> None:
    _, verdicts = accuracy.judged(path)
    table = accuracy.rows(verdicts)
    planted, found = sum(row.planted for row in table), sum(row.found for row in table)
    assert found >= 0.9 * planted, accuracy.report(path.stem, verdicts)


def test_the_runner_takes_entries_as_people_write_them(tmp_path: Path) -> None:
    corpus = tmp_path / "golden-en.yml"
    corpus.write_text(
        "items:\n"
        "  - {id: 1, ask: 'Whom do you ask first?', options: [The planner], flaws: [F19]}\n"
        "  - {id: b, type: single, ask: 'Whom do you ask first, and why?', options: [{text: The planner, correct: true}, {text: The storekeeper}, {text: The accountant}]}\n"
        "  - {id: c, type: single, ask: 'Whom do you ask first, and why?', twin: b, options: [{text: The planner, correct: true}, {text: The storekeeper}, {text: The accountant}], flaws: [F24]}\n"
        "  - {id: d, type: order, ask: 'Put the steps in order, from the call on.', steps: [Ask, {text: Note it}, Ring back], page: [One., Two.], flaws: []}\n",
        encoding="utf-8",
    )
    _, verdicts = accuracy.judged(corpus)
    assert [(verdict.id, sorted(verdict.flaws), sorted(verdict.missed), sorted(verdict.found - verdict.flaws)) for verdict in verdicts] == [
        ("1", ["F19"], [], []), ("b", [], [], []), ("c", ["F24"], [], []), ("d", [], [], []),
    ]
    assert "found 2 of 2 flaws (100.0%)" in accuracy.report("x", verdicts)
