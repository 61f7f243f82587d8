"""check, ids and the door: exit codes, formats, and nothing half-written."""

from __future__ import annotations

import json

BANK = "quizzes/sales-rules/rule-08.yml"
PAGE = "docs/sales-rules/rule-08.zh.md"


def test_the_repository_is_clean(project) -> None:
    done = project.run("check")
    assert (done.returncode, done.stdout) == (0, "no problems\n")


def test_all_problems_at_once_with_exit_code_one_and_nothing_written(project) -> None:
    project.edit(BANK, "level: apply", "level: aply")
    project.edit(BANK, "    section: limits", "    section: limit")
    project.edit(PAGE, "<!-- quiz -->", "<!--quiz-->")
    project.edit(PAGE, "minutes: 10", "minutes: ten")
    (project.folder / "quizzes/sales-rules/rule-09.yml").write_bytes("page: 法则".encode("gbk"))
    before = project.bytes_of(".")
    done = project.run("check")
    assert done.returncode == 1
    for said in (f"{BANK}:16:12: error[S01]: 'level' must be", "did you mean 'apply'?", f"{PAGE}:6:10: error[P04]: 'minutes' has the value 'ten'", "rule-09.yml:1:7: error[S01]: not UTF-8"):
        assert said in done.stdout, f"{said}\n{done.stdout}"
    after = project.bytes_of(".")
    assert {path for path in after if "__pycache__" not in path and after[path] != before.get(path)} == set()


def test_check_as_json(project) -> None:
    project.edit(BANK, "correct: true", "corect: true")
    done = project.run("check", "--format", "json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert {tuple(problem) for problem in found} == {("path", "line", "column", "code", "message", "hint", "severity")}
    assert any(p["path"] == BANK and p["code"] == "S01" and p["line"] == 36 and "corect" in p["message"] for p in found)


def test_check_for_a_pull_request(project) -> None:
    project.edit(BANK, "correct: true", "corect: true")
    done = project.run("check", "--format", "github")
    assert f"::error file={BANK},line=36,col=9,title=S01::unknown word 'corect'" in done.stdout
    assert "%0Ahint: did you mean 'correct'?" in done.stdout


def test_fix_mends_punctuation_and_nothing_else(project) -> None:
    good = (project.folder / PAGE).read_bytes()
    project.edit(PAGE, "早一天说，他改一下安排；晚一天说，他的钱已经花了。", "早一天说,他改一下安排;晚一天说，他的钱已经花了。")
    project.edit(PAGE, "有280人", "有 280 人")
    assert project.run("check").returncode == 1
    done = project.run("check", "--fix")
    assert f"mended {PAGE}" in done.stdout
    fixed = (project.folder / PAGE).read_text(encoding="utf-8")
    assert "早一天说，他改一下安排；晚一天说" in fixed and "有280人" in fixed
    assert (project.folder / PAGE).read_bytes() == good


def test_an_id_taken_out_of_the_ledger_is_missed(project) -> None:
    project.edit("quizzes/ids.txt", "rule-08-say-what-first question\n", "")
    done = project.run("check")
    assert done.returncode == 1 and "rule-08-say-what-first" in done.stdout and "build.py ids" in done.stdout
    assert project.run("ids").returncode == 0
    assert project.run("check").stdout == "no problems\n"
    assert (project.folder / "quizzes/ids.txt").read_bytes() == _ledger()


def test_an_id_that_vanishes_from_the_pages_fails(project) -> None:
    project.edit(PAGE, "{ #why .supplement }", "{ #reason .supplement }")
    project.edit(PAGE.replace(".zh.", ".en."), "{ #why .supplement }", "{ #reason .supplement }")
    done = project.run("check")
    assert done.returncode == 1
    assert "quizzes/ids.txt" in done.stdout and "rule-08.why" in done.stdout and "aliases" in done.stdout


def test_ids_refuses_a_ledger_edited_into_nonsense(project) -> None:
    project.edit("quizzes/ids.txt", "rule-08 page\n", "rule-08 pages\n<<<<<<< mine\n")
    before = (project.folder / "quizzes/ids.txt").read_bytes()
    done = project.run("ids")
    assert done.returncode == 1 and "not a line of the ledger" in done.stdout
    assert (project.folder / "quizzes/ids.txt").read_bytes() == before


def test_the_door(project) -> None:
    assert project.run().returncode == 2
    assert project.run("--help").returncode == 0
    unknown = project.run("chekc")
    assert unknown.returncode == 2 and "did you mean 'check'?" in unknown.stderr
    assert project.run("check", "--formt", "json").returncode == 2


def test_show_prints_what_goes_into_a_page(project) -> None:
    done = project.run("show", "rule-08", "en")
    assert done.returncode == 0
    assert "<!-- quiz -->" not in done.stdout and "- [x] “Service decides if Tuesday works." in done.stdout
    assert "../reference/evidence.md#ref-dixon-2010" in done.stdout
    assert project.run("show", "rule-8", "en").returncode == 2


def test_new_begins_a_page_and_overwrites_nothing(project) -> None:
    done = project.run("new", "quality/method-77")
    assert done.returncode == 0, done.stderr
    written = [project.folder / path for path in ("docs/quality/method-77.zh.md", "docs/quality/method-77.en.md", "quizzes/quality/method-77.yml")]
    assert all("method-77" in file.read_text(encoding="utf-8") for file in written)
    before = [file.read_bytes() for file in written]
    again = project.run("new", "quality/method-77")
    assert again.returncode == 2 and "is taken" in again.stderr
    assert [file.read_bytes() for file in written] == before
    # the pattern can be read, in both languages alike: what is left to mend is what a writer has to write
    codes = {problem["code"] for problem in json.loads(project.run("check", "--format", "json").stdout)}
    assert codes and not codes & {"S01", "S03", "P01", "P02", "P03", "P04", "P05", "T01"}, codes


def test_new_refuses_what_is_no_address(project) -> None:
    for wrong in ("method-77", "../x/y", "quality/Method", "quality/"):
        assert project.run("new", wrong).returncode == 2
    assert "is taken" in project.run("new", "sales-rules/rule-08").stderr


def test_the_schema_is_fresh_and_true(project) -> None:
    done = project.run("schema")
    assert done.stdout == "quizzes/schema.json is fresh\n"
    schema = json.loads((project.folder / "quizzes/schema.json").read_text(encoding="utf-8"))
    assert set(schema["properties"]) == {"page", "objectives", "questions", "checklists"}
    assert "generated" in (project.folder / "quizzes/schema.json").read_text(encoding="utf-8").split("\n")[0]


def _ledger() -> bytes:
    from .conftest import ROOT

    return (ROOT / "quizzes/ids.txt").read_bytes()
