"""stats as a person calls it."""

from __future__ import annotations

import json


def test_numbers_for_people_for_programs_and_to_keep(project) -> None:
    data = json.loads(project.run("stats", "--format", "json").stdout)
    total = sum(row["count"] for row in data["questions"])
    done = project.run("stats", "--write")
    assert done.returncode == 0, done.stderr
    assert f"\n{total} for {data['objectives']} objectives; " in done.stdout
    kept = (project.folder / "benchmarks/stats.md").read_text(encoding="utf-8")
    assert "build.py stats --write" in kept.split("\n## ")[0]
    assert kept.strip().endswith(done.stdout.partition("\n\nwrote ")[0].split("\n\n")[-1])
    words = sum(shelf["words"]["zh"] for shelf in data["shelves"])
    assert f"| **{words:,}** |" in kept


def test_what_cannot_be_read_is_not_counted_silently(project) -> None:
    project.edit("quizzes/sales-rules/rule-08.yml", "correct: true", "corect: true")
    done = project.run("stats")
    assert done.returncode == 1 and "did you mean 'correct'?" in done.stdout and "| single |" not in done.stdout
