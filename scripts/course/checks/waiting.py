"""What cannot be judged while a file cannot be read. One misspelt word must not bring twenty problems that its repair takes away.

Reads problems and the names of the files; touches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..models import Course
from ..problems import Problem

_TOGETHER = {"B03", "P01", "P02", "P05", "P06", "S03"}
"""Rules that hold a page and its bank, or the two languages, against each other."""

_NEEDED = {"quizzes/glossary.yml": {"P02"}, "quizzes/references.yml": {"E01"}, "quizzes/inventory.yml": {"S05"}}
"""Rules that look things up in a list."""


def can_be_judged(problems: Iterable[Problem], course: Course) -> Iterator[Problem]:
    """Leaves out what an unreadable file may explain; it is judged as soon as the file can be read."""
    uris = {_uri(path) for path in course.unread}
    codes: set[str] = set()
    for path in course.unread:
        # a page that cannot be read: links to it lead nowhere for the moment
        codes |= _NEEDED.get(path, set()) | ({"P02", "S03"} if path.endswith(".md") else set())
    for problem in problems:
        gone = problem.code == "S02" and problem.path == "quizzes/ids.txt"
        if not course.unread or not (gone or problem.code in codes or (problem.code in _TOGETHER and _uri(problem.path) in uris)):
            yield problem


def _uri(path: str) -> str:
    """'docs/a/b.zh.md' and 'quizzes/a/b.yml' → 'a/b'."""
    return path.partition("/")[2].partition(".")[0]
