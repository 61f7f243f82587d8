"""ids: adds new ids and paths to the ledger `quizzes/ids.txt`, and sorts it. Never takes an id out."""

from __future__ import annotations

import argparse

from course.checks.ids import present_ids
from course.loading import load_course
from course.loading.course import LEDGER
from course.problems import as_text

from .environment import ROOT
from .writing import write


def run(arguments: list[str]) -> int:
    argparse.ArgumentParser(prog="build.py ids", description=__doc__).parse_args(arguments)
    course, problems = load_course(ROOT)
    broken = [problem for problem in problems if problem.path == LEDGER]
    if broken:
        print(as_text(broken))
        return 1
    known = {line.id for line in course.ledger}
    new = sorted((id, kind) for id, (kind, _) in present_ids(course).items() if id not in known)
    file = ROOT / LEDGER
    old = file.read_text(encoding="utf-8-sig").splitlines()
    comments = [line for line in old if line.startswith("#")]
    lines = [line for line in old if line.strip() and not line.startswith("#")]
    # a merge may leave a line twice, and out of order
    sorted_lines = sorted({*lines, *(f"{id} {kind}" for id, kind in new)})
    if sorted_lines != lines:
        write({file: "\n".join([*comments, *sorted_lines]) + "\n"})
    if not new:
        print("no new ids" if sorted_lines == lines else f"no new ids; {LEDGER} is sorted again")
        return 0
    for id, kind in new:
        print(f"+ {id} {kind}")
    print(f"{len(new)} new ids in {LEDGER}")
    return 0
