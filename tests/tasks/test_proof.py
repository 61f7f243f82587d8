"""The table of `test --full`: every row of every process, in one order, and nothing left out in silence."""

from __future__ import annotations

import pytest
from tasks import proof


def test_rows_go_to_the_folder_that_was_named_and_nowhere_else(tmp_path, monkeypatch) -> None:
    monkeypatch.delenv(proof.VARIABLE, raising=False)
    proof.enter("serving", "dropped", "0", "0")
    monkeypatch.setenv(proof.VARIABLE, str(tmp_path))
    proof.enter("serving", "b", "10 s", "12 s", met=False, note="slow disk")
    proof.enter("accessibility", "z", "0", "0")
    (tmp_path / "another-process.jsonl").write_text('["serving", "a", "1", "1", true, ""]\n', encoding="utf-8")
    assert [(row.part, row.what, row.met) for row in proof.rows(tmp_path)] == [("accessibility", "z", True), ("serving", "a", True), ("serving", "b", False)]


def test_a_part_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="accessibility"):
        proof.enter("acessibility", "typed wrongly", "0", "0")


def test_the_table_says_what_was_missed_and_what_was_never_entered() -> None:
    text = proof.table([proof.Row("serving", "a|b", "10 s", "12 s", False, "slow\ndisk")])
    assert "| a\\|b | 10 s | 12 s | **missed** | slow disk |" in text
    assert text.count("**Nothing was entered.**") == len(proof.PARTS) - 1
