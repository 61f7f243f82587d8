"""The figures of the mutation run: what counts as noticed, what as live, and what nowhere."""

from __future__ import annotations

from tasks.mutation_web import GROUPS, judged


def _report(**statuses: str) -> dict:
    """A report with a file per keyword; a letter a mutant: K, T, S, N, R(un-time error), I(gnored)."""
    names = {"K": "Killed", "T": "Timeout", "S": "Survived", "N": "NoCoverage", "R": "RuntimeError", "I": "Ignored"}
    return {"files": {name.replace("_", "/") + ".ts": {"mutants": [{"status": names[letter]} for letter in letters]} for name, letters in statuses.items()}}


def test_each_group_has_its_own_score() -> None:
    scores = judged(_report(record_log="KKKTS", record_keep="KKKKN", player_marking="KKKK", exam_draw="KS", review_due="KK"))
    assert [round(scores[group].percent) for group in GROUPS] == [80, 100, 50, 100]
    assert scores["record/"] == (7, 1, 2)


def test_what_cannot_run_counts_nowhere() -> None:
    assert judged(_report(record_log="KKRRI"))["record/"] == (2, 0, 0)


def test_a_group_that_was_not_tried_is_not_met() -> None:
    assert judged(_report(record_log="K"))["player/"].percent == 0
