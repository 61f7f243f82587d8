"""check: one code explained, the problems of named files only, and excuses that the report goes on showing."""

from __future__ import annotations

import json

from tasks import checking, content

BANK = "quizzes/sales-rules/rule-08.yml"
PAGE = "docs/sales-rules/rule-08.zh.md"


def test_explain_prints_the_row_of_a_code(project) -> None:
    done = project.run("check", "--explain", "F06")
    assert done.returncode == 0
    assert done.stdout.startswith("F06  a rare word of the question stands in the right option alone\n  level   warning\n")
    lower = project.run("check", "--explain", "f06")
    assert lower.stdout == done.stdout


def test_explain_of_no_code_is_wrong_usage(project) -> None:
    done = project.run("check", "--explain", "F66")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no check has the code 'F66'" in done.stderr


def test_only_the_problems_of_what_is_named(project, monkeypatch, capsys) -> None:
    project.edit(BANK, "correct: true", "corect: true")
    project.edit(PAGE, "有280人", "有 280 人")
    for module in (content, checking):
        monkeypatch.setattr(module, "ROOT", project.folder)
    # read and judged once: here only the choice differs
    found = content.load_and_check()
    monkeypatch.setattr(checking, "load_and_check", lambda: found)
    monkeypatch.chdir(project.folder)
    paths = {
        (PAGE,): {PAGE},
        (BANK,): {BANK},
        ("docs",): {PAGE},
        ("quizzes/sales-rules/", PAGE): {BANK, PAGE},
        (".",): {BANK, PAGE},
        (str(project.folder / BANK),): {BANK},
    }
    for asked, expected in paths.items():
        assert checking.run(["--format", "json", *asked]) == 1
        assert {p["path"] for p in json.loads(capsys.readouterr().out) if p["severity"] == "error"} == expected, asked


def test_clean_files_are_good_whatever_the_others_hold(project) -> None:
    project.edit(BANK, "correct: true", "corect: true")
    done = project.run("check", "docs/reference/about.zh.md")
    assert (done.returncode, done.stdout) == (0, "no problems\n")


def test_a_path_that_does_not_exist(project) -> None:
    done = project.run("check", PAGE, "docs/sales-rules/rule-8.zh.md", "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "docs/sales-rules/rule-8.zh.md does not exist\nnowhere does not exist\n"
    # outside the project there is nothing to check
    assert project.run("check", "/").returncode == 2


def test_fix_mends_everything_or_nothing(project) -> None:
    project.edit(PAGE, "有280人", "有 280 人")
    done = project.run("check", "--fix", BANK)
    assert done.returncode == 2 and "leave the paths out" in done.stderr
    assert "有 280 人" in (project.folder / PAGE).read_text(encoding="utf-8")


def test_an_excuse_is_shown_with_its_date_and_reason(project) -> None:
    project.edit(BANK, "en: “Yes, nine on Tuesday. I’ll sort out the engineer.”", "en: “Yes, usually nine. I’ll sort out the engineer.”")
    before = project.run("check", BANK)
    assert before.returncode == 0 and "warning[F05]: a vague word of frequency: 'usually' in option a" in before.stdout
    project.edit(BANK, "    level: apply\n    objective: rule-08-promise\n", "    level: apply\n    objective: rule-08-promise\n    allow: {F05: '2026-12-01: that is how he talks'}\n")
    after = project.run("check", BANK)
    assert after.returncode == 0
    assert "excused[F05]: a vague word of frequency: 'usually' in option a (English, question rule-08-engineer-tuesday) (excused 2026-12-01: that is how he talks)" in after.stdout
