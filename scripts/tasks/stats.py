"""stats: how much there is – pages, words, minutes, questions by type, level and module, checklists, ids.

--write keeps the tables in benchmarks/stats.md.
"""

from __future__ import annotations

import argparse
import json

from course.counting import as_data, as_text, count
from course.loading import load_course
from course.problems import as_text as problems_as_text
from course.problems import has_errors

from .environment import ROOT
from .writing import write

FILE = ROOT / "benchmarks" / "stats.md"
HEAD = "# How much there is\n\nMade by `python3 scripts/build.py stats --write`."


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py stats", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people or programs")
    parser.add_argument("--write", action="store_true", help="keep the tables in benchmarks/stats.md")
    options = parser.parse_args(arguments)
    course, problems = load_course(ROOT)
    if has_errors(problems):
        # what cannot be read would be missing from every sum
        print(problems_as_text(problems))
        return 1
    counted = count(course)
    print(json.dumps(as_data(counted), ensure_ascii=False, indent=1) if options.format == "json" else as_text(counted))
    if options.write:
        write({FILE: f"{HEAD}\n\n{as_text(counted)}\n"})
        if options.format == "text":
            print(f"\nwrote {FILE.relative_to(ROOT).as_posix()}")
    return 0
