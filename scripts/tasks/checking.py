"""check: every problem of pages and banks, in three formats; --fix mends what a machine can mend safely.

With paths, only the problems of these files and folders are shown (everything is read and judged all the same).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from course.checks import TABLE, explain
from course.problems import Problem, as_annotations, as_data, as_text, has_errors

from . import mending
from .content import load_and_check
from .environment import ROOT


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py check", description="Check all pages and banks.")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="show only the problems of these files or folders")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="for people, programs, or a pull request")
    parser.add_argument("--fix", action="store_true", help="mend half-width punctuation and typed spaces in Chinese texts")
    parser.add_argument("--explain", metavar="CODE", help="say what a code means and how to mend it")
    options = parser.parse_args(arguments)
    if options.explain:
        print(explain(options.explain), file=sys.stdout if options.explain.upper() in TABLE else sys.stderr)
        return 0 if options.explain.upper() in TABLE else 2
    wanted = [_within_the_project(path) for path in options.paths]
    missing = [path for path, found in zip(options.paths, wanted, strict=True) if found is None]
    if missing:
        print("\n".join(f"{path} does not exist" for path in missing), file=sys.stderr)
        return 2
    if options.fix and wanted:
        print("--fix mends all files; leave the paths out", file=sys.stderr)
        return 2
    course, problems = load_and_check()
    if options.fix and mending.mend(course):
        course, problems = load_and_check()
    shown = list(_of(problems, [path for path in wanted if path is not None]))
    formats = {"text": as_text, "github": as_annotations, "json": lambda found: json.dumps(as_data(found), ensure_ascii=False, indent=1)}
    print(formats[options.format](shown))
    return 1 if has_errors(shown) else 0


def _within_the_project(path: str) -> str | None:
    """As problems name files, from the project's folder; seen from where the command was called, or from there."""
    for base in (Path.cwd(), ROOT):
        file = (base / path).resolve()
        if file.exists() and file.is_relative_to(ROOT.resolve()):
            return file.relative_to(ROOT.resolve()).as_posix()
    return None


def _of(problems: Iterable[Problem], wanted: list[str]) -> Iterable[Problem]:
    for problem in problems:
        if not wanted or any(path in (".", problem.path) or problem.path.startswith(f"{path}/") for path in wanted):
            yield problem
