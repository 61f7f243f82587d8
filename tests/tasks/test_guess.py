"""guess as a person calls it: the tables, the exit codes, what is kept in benchmarks/."""

from __future__ import annotations

import json
import shutil

from tests.core.test_guessing import balanced


def only_bank(project, longest: bool) -> None:
    """The project with one bank of forty-eight questions."""
    for folder in (project.folder / "quizzes").iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
    rows = ["page: rule-01", "objectives:", "  - id: rule-01-x", "    zh: 甲", "    en: A", "questions:"]
    for item in balanced(48, longest):
        rows += [f"  - id: {item.id}", f"    type: {item.type}", f"    level: {item.level}", f"    objective: {item.objective}", f"    section: {item.section}"]
        rows += ["    ask:", f"      zh: {item.ask.zh}", f"      en: {item.ask.en}", "    options:"]
        for option in item.options:
            rows += [f"      - id: {option.id}", *(["        correct: true"] if option.correct else []), f"        zh: {option.zh}", f"        en: {option.en}"]
            rows += ["        why:", f"          zh: {option.why.zh}", f"          en: {option.why.en}"]
    (project.folder / "quizzes/sales-rules").mkdir()
    (project.folder / "quizzes/sales-rules/rule-01.yml").write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_a_good_bank_passes_and_its_tables_are_kept(project) -> None:
    only_bank(project, longest=False)
    done = project.run("guess", "--write")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "every cue is inside its band" in done.stdout and "wrote benchmarks/guess.md" in done.stdout
    kept = (project.folder / "benchmarks/guess.md").read_text(encoding="utf-8")
    assert kept.startswith("# ") and "build.py guess --write" in kept
    assert kept.count("| longest | the longest option | 48 | 12.0 | 12.0 |") == 2
    assert project.run("guess", "--write").stdout == done.stdout


def test_a_planted_cue_ends_with_one_and_is_shown(project) -> None:
    only_bank(project, longest=True)
    done = project.run("guess")
    assert done.returncode == 1 and done.stdout.count("**too often**") >= 2
    shown = project.run("guess", "--show", "longest", "--language", "zh")
    assert shown.returncode == 1 and "quizzes/sales-rules/rule-01.yml:7 rule-01-q1" in shown.stdout and "English" not in shown.stdout
    rows = json.loads(project.run("guess", "--format", "json").stdout)
    assert {row["language"] for row in rows if row["cue"] == "longest" and row["verdict"] == "too often" and row["hits"] == 48} == {"zh", "en"}


def test_a_bank_that_cannot_be_read_is_no_game(project) -> None:
    project.edit("quizzes/sales-rules/rule-08.yml", "correct: true", "corect: true")
    done = project.run("guess")
    assert done.returncode == 1 and "did you mean 'correct'?" in done.stdout and "by chance" not in done.stdout


def test_wrong_usage(project) -> None:
    assert project.run("guess", "--show", "longst").returncode == 2
    assert project.run("guess", "--write", "--language", "zh").returncode == 2
