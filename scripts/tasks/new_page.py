"""new PAGE: both Markdown files and the bank, from the pattern of a lesson, with ids proposed. Overwrites nothing."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from string import Template

from course.checks.ids import present_ids
from course.loading import load_course
from course.models import ID

from .environment import ROOT
from .writing import write

PATTERNS = ROOT / "scripts" / "patterns"
FILES = {"lesson.zh.md": "docs/{}.zh.md", "lesson.en.md": "docs/{}.en.md", "lesson.yml": "quizzes/{}.yml"}


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py new", description=__doc__)
    parser.add_argument("page", help="module and id: sales-rules/rule-09")
    uri = parser.parse_args(arguments).page.strip("/")
    module, _, id = uri.rpartition("/")
    if not re.fullmatch(ID, id) or not re.fullmatch(rf"{ID}(/{ID})*", module):
        print(f"'{uri}' is not a module and an id in small Latin letters, figures and single hyphens: sales-rules/rule-09", file=sys.stderr)
        return 2
    course, _ = load_course(ROOT)
    retired = {line.id for line in course.ledger}
    if id in present_ids(course) or id in retired:
        print(f"the id '{id}' is taken; ids are never used again", file=sys.stderr)
        return 2
    targets = {pattern: ROOT / path.format(uri) for pattern, path in FILES.items()}
    there = [target.relative_to(ROOT).as_posix() for target in targets.values() if target.exists()]
    if there:
        print(f"{', '.join(there)} exists already; nothing was written", file=sys.stderr)
        return 2
    today = date.today().isoformat()
    write({target: Template((PATTERNS / pattern).read_text(encoding="utf-8")).substitute(id=id, today=today) for pattern, target in targets.items()})
    for target in targets.values():
        print(f"+ {target.relative_to(ROOT).as_posix()}")
    print(f"Now add '{uri}.md' to the navigation in mkdocs.yml, write, and run: python3 scripts/build.py check")
    return 0
