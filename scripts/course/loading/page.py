"""A page's text → `Page`, or problems in its front matter. Touches no file."""

from __future__ import annotations

import re

from ..models import FrontMatter, Language, Page
from ..problems import Problem
from ..scanning import scan
from .fields import to_model
from .tree import read_tree

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)


def split_front_matter(text: str) -> tuple[str, str, int] | None:
    """(front matter, body, line on which the body begins), or None when there is no front matter."""
    found = _FRONT.match(text)
    if not found:
        return None
    return found[1] or "", text[found.end():], text.count("\n", 0, found.end()) + 1


def read_page(text: str, path: str, uri: str, language: Language) -> tuple[Page | None, list[Problem]]:
    parts = split_front_matter(text)
    if parts is None:
        return None, [Problem(path, 1, 1, "P04", "the page has no front matter", "begin the file with a line '---', the fields id, kind, title, description, reviewed, and a line '---'")]
    front_text, body, body_line = parts
    tree, problems = read_tree(front_text, path, first_line=2)
    if tree is None and problems:
        return None, _as_front_matter(problems)
    front, more = to_model(tree, FrontMatter, path)
    problems = _as_front_matter([*problems, *more])
    if front is None or problems:
        return None, problems
    found = scan(body, path, body_line)
    return Page(path=path, uri=uri, language=language, front=front, **found._asdict()), []


def _as_front_matter(problems: list[Problem]) -> list[Problem]:
    """Front matter has a code of its own: P04 instead of S01."""
    return [Problem(p.path, p.line, p.column, "P04" if p.code == "S01" else p.code, p.message, p.hint, p.severity) for p in problems]
