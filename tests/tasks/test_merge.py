"""Two branches that both published something: git keeps the lines of both, and `check` says what is left to do."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from .conftest import ROOT

LEDGER = "quizzes/ids.txt"
TERM = """  - id: term-{id}
    zh: {zh}
    en: {id}
    pinyin: {id}
    means:
      zh: 只在这个分支里写过的一个词，用来试合并
      en: A word that was written on one branch alone, to try a merge
"""


class Branches:
    """The project under real git, and what each branch does to it."""

    def __init__(self, project) -> None:
        self.project = project
        shutil.copy(ROOT / ".gitattributes", project.folder)
        self.git("init", "-q", "-b", "main")
        self.commit()

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "core.autocrlf=false", *arguments]
        return subprocess.run(command, cwd=self.project.folder, capture_output=True, text=True, encoding="utf-8")

    def commit(self) -> None:
        self.git("add", "-A", "--", "quizzes", "docs", ".gitattributes")
        done = self.git("commit", "-q", "-m", "x")
        assert done.returncode == 0, done.stdout + done.stderr

    def branch(self, name: str, *edits: tuple[str, str, str]) -> None:
        self.git("checkout", "-q", "-b", name, "main")
        for edit in edits:
            self.project.edit(*edit)
        assert self.project.run("ids").returncode == 0
        self.commit()

    def merge(self) -> str:
        """b into a; the ledger as it is then."""
        self.git("checkout", "-q", "a")
        done = self.git("merge", "-q", "--no-edit", "b")
        assert done.returncode == 0, done.stdout + done.stderr
        return (self.project.folder / LEDGER).read_text(encoding="utf-8")


@pytest.fixture
def branches(project) -> Branches:
    return Branches(project)


def a_term(id: str, zh: str, place: str) -> tuple[str, str, str]:
    """An edit of the glossary, away from that of another branch; the ids stand side by side in the ledger all the same."""
    glossary = (ROOT / "quizzes/glossary.yml").read_text(encoding="utf-8")
    at = glossary.find("  - id: ") if place == "first" else glossary.rfind("  - id: ")
    line = glossary[at:].partition("\n")[0] + "\n"
    return "quizzes/glossary.yml", line, TERM.format(id=id, zh=zh) + line


def test_both_branches_add_ids_at_the_same_place(branches: Branches) -> None:
    branches.branch("a", a_term("zzb", "甲词条", "first"))
    branches.branch("b", a_term("zza", "乙词条", "last"))
    ledger = branches.merge()
    assert "term-zza term" in ledger and "term-zzb term" in ledger and "<<<<" not in ledger
    assert branches.project.run("check").returncode == 0, "whatever the order, nothing is lost and nothing is wrong"
    branches.project.run("ids")
    sorted_now = (branches.project.folder / LEDGER).read_text(encoding="utf-8").splitlines()
    assert sorted_now[1:] == sorted(set(sorted_now[1:])) and set(sorted_now) == set(ledger.splitlines())
    assert LEDGER not in branches.project.run("check").stdout


def test_both_branches_publish_the_same_id_for_different_things(branches: Branches) -> None:
    """Each was right for itself; together they are not, and check says it with both places."""
    branches.branch("a", a_term("zza", "甲词条", "first"))
    branches.branch("b", a_term("zza", "乙词条", "last"))
    branches.merge()
    done = branches.project.run("check")
    assert done.returncode == 1 and "the id 'term-zza' stands twice" in done.stdout and "choose another id for the newer one" in done.stdout


def test_one_branch_retires_what_stands_beside_the_other_ones_new_id(branches: Branches) -> None:
    """Both versions of the line are kept; the problem names the one to delete."""
    line = "rule-08-say-what-first question\n"
    branches.git("checkout", "-q", "-b", "a", "main")
    branches.project.edit(LEDGER, line, line.replace("\n", " retired\n"))
    branches.commit()
    branches.git("checkout", "-q", "-b", "b", "main")
    branches.project.edit(LEDGER, line, line + "rule-08-say-what-next question\n")
    branches.commit()
    ledger = branches.merge().splitlines()
    done = branches.project.run("check")
    assert done.returncode == 1
    assert f"delete line {ledger.index(line.strip()) + 1}: what was retired never comes back" in done.stdout


def test_without_the_union_an_unfinished_merge_is_explained(branches: Branches) -> None:
    (branches.project.folder / ".gitattributes").write_text("")
    branches.commit()
    branches.branch("a", a_term("zzb", "甲词条", "first"))
    branches.branch("b", a_term("zza", "乙词条", "last"))
    branches.git("checkout", "-q", "a")
    assert branches.git("merge", "-q", "--no-edit", "b").returncode == 1
    for verb in ("check", "ids"):
        done = branches.project.run(verb)
        assert done.returncode == 1 and "an unfinished merge: '<<<<<<< HEAD'" in done.stdout and "keep the lines of both branches" in done.stdout
