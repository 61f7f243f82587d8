"""The table of `test --full`: every row of every process, in one order, and nothing left out in silence."""

from __future__ import annotations

import pytest
from tasks import proof


@pytest.fixture
def ran(tmp_path, monkeypatch):
    """The folder of one run."""
    folder = tmp_path / "rows"
    folder.mkdir()
    monkeypatch.setenv(proof.VARIABLE, str(folder))
    return folder


def test_without_the_variable_nothing_is_written(ran, tmp_path, monkeypatch) -> None:
    monkeypatch.delenv(proof.VARIABLE)
    proof.enter("serving", "dropped", "0", "0")
    assert proof.keep(ran, tmp_path, afresh=True) == []


def test_rows_of_all_processes_in_one_order(ran, tmp_path) -> None:
    proof.enter("serving", "b", "10 s", "12 s", met=False, note="slow disk")
    proof.enter("accessibility", "z", "0", "0")
    next(ran.glob("*.jsonl")).rename(ran / "another process.jsonl")
    proof.enter("serving", "a", "1", "1")
    assert [(row.part, row.what, row.met, row.source) for row in proof.keep(ran, tmp_path, afresh=True)] == [
        ("accessibility", "z", True, "test_proof"), ("serving", "a", True, "test_proof"), ("serving", "b", False, "test_proof"),
    ]


def test_where_a_test_had_its_files_is_left_out(ran, tmp_path) -> None:
    proof.enter("serving", "a", "0", f"full ({tmp_path}/site)", note=f"{tmp_path}/a b/site")
    (row,) = proof.keep(ran, tmp_path, afresh=True)
    assert (row.found, row.note) == ("full (…/site)", "…/a b/site")


def test_rows_that_are_not_entered_anew_stay_with_their_day(ran, tmp_path) -> None:
    (tmp_path / "full.md").write_text("By hand.\n\n## Last run\n\nold\n", encoding="utf-8")
    rows = [proof.Row("serving", "nginx", "1", "1", True, "", source, "2026-01-31")._asdict() for source in ("test_servers", "test_proof")]
    (tmp_path / "full.jsonl").write_text("".join(f"{proof.json.dumps(row)}\n" for row in rows), encoding="utf-8")
    proof.enter("serving", "nginx", "1", "2")
    assert [(row.found, row.source) for row in proof.keep(ran, tmp_path, afresh=False)] == [("2", "test_proof"), ("1", "test_servers")]
    text = (tmp_path / "full.md").read_text(encoding="utf-8")
    assert text.startswith("By hand.\n\n## Last run\n\n### Accessibility") and "| nginx | 1 | 1 | met |  | 2026-01-31 |" in text
    assert [row.source for row in proof.keep(ran, tmp_path, afresh=True)] == ["test_proof"]


def test_a_part_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="accessibility"):
        proof.enter("acessibility", "typed wrongly", "0", "0")


def test_the_table_says_what_was_missed_and_what_was_never_entered() -> None:
    text = proof.table([proof.Row("serving", "a|b", "10 s", "12 s", False, "slow\ndisk", "test_x", "2026-01-31")])
    assert "| a\\|b | 10 s | 12 s | **missed** | slow disk | 2026-01-31 |" in text
    assert text.count("**Nothing was entered.**") == len(proof.PARTS) - 1
