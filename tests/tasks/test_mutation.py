"""What became of the mutants: read from mutmut's files, judged room by room, entered before it is judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tasks import mutation, proof
from tasks.environment import ROOT


@pytest.fixture
def entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(proof.VARIABLE, str(tmp_path))
    return tmp_path


def test_a_verdict_for_each_mutant(tmp_path: Path) -> None:
    folder = tmp_path / "course" / "checks"
    folder.mkdir(parents=True)
    codes = {"course.checks.ids.x__mutmut_1": 1, "course.checks.ids.x__mutmut_2": 0, "course.checks.ids.x__mutmut_3": 33, "course.checks.ids.x__mutmut_4": 36, "course.checks.ids.x__mutmut_5": -11, "course.checks.ids.x__mutmut_6": None}
    (folder / "ids.py.meta").write_text(json.dumps({"exit_code_by_key": codes}))
    whole = mutation._verdicts(tmp_path, ())
    assert list(whole.values()) == ["killed", "survived", "no tests", "timeout", "broken off (-11)", "broken off (None)"]
    # of a part only what was asked for is counted
    assert list(mutation._verdicts(tmp_path, ("course.checks.ids.*",)).values()) == list(whole.values())[:5]


@pytest.mark.parametrize(("survived", "good"), [(1, True), (2, False)])
def test_each_room_and_the_whole_reach_the_aim_or_miss_it(entered: Path, survived: int, good: bool, capsys: pytest.CaptureFixture[str]) -> None:
    verdicts = {f"course.checks.ids.x__mutmut_{n}": "survived" if n < survived else "timeout" if n == 9 else "killed" for n in range(10)}
    verdicts |= {f"course.pages.x__mutmut_{n}": "killed" for n in range(30)}
    assert mutation._judge(verdicts, 12.3) is good
    rows = [json.loads(line) for line in next(entered.glob("*.jsonl")).read_text(encoding="utf-8").splitlines()]
    assert [(row["what"], row["found"], row["met"]) for row in rows] == [
        ("mutants killed, `course/checks`", f"{100 - 10 * survived}.0 % of 10", good),
        ("mutants killed, `course/pages`", "100.0 % of 30", True),
        ("mutants killed, Python, in all", f"{100 - 2.5 * survived:.1f} % of 40", True),
    ]
    assert rows[2]["note"] == f"{survived} survived, 1 timeout; 12 minutes; explained in benchmarks/mutants.md"
    assert "mutants killed, `course/pages`: 100.0 % of 30" in capsys.readouterr().out


def test_the_copy_has_what_mutmut_is_told_of(tmp_path: Path) -> None:
    """What is named in pyproject.toml is there: a file that is renamed must not fall out of the tests in silence."""
    import tomllib

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    assert set(settings["also_copy"]) | {"scripts", "tests", "pyproject.toml"} == set(mutation.NEEDED)
    for named in settings["pytest_add_cli_args_test_selection"]:
        path, _, test = named.partition("::")
        if not named.startswith("--"):
            assert (ROOT / path).exists() and (not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8")), named
    for pattern in settings["only_mutate"]:
        assert list((ROOT / "scripts").glob(pattern.removeprefix("src/"))), pattern
