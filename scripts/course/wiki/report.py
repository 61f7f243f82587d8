"""Judged links → what people and machines read: problems, lines, data. Prints nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import NamedTuple

from ..problems import Problem
from .judging import Verdict
from .places import Link


class Judged(NamedTuple):
    path: str
    link: Link
    verdict: Verdict


def problems_of(links: Iterable[Judged]) -> list[Problem]:
    """What is dead as errors, what moved as warnings: it still works. Each names the link and what to write."""
    found = []
    for path, link, verdict in links:
        # what moved is known, what was meant by a dead link is a guess
        hint = shown(f"write {verdict.suggestion}" if verdict.state == "moved" else f"did you mean {verdict.suggestion} ?" if verdict.suggestion else "look for it on the site, or take the link out")
        if verdict.state != "good":
            found.append(Problem(path, link.line, link.column, verdict.state, shown(f"{link.url}: {verdict.message}"), hint, "error" if verdict.state == "dead" else "warning"))
    return found


def good_lines(links: Iterable[Judged]) -> list[str]:
    """'page.html:3:10: good: https://…', with the short address where it is not the link itself."""
    return [
        shown(f"{path}:{link.line}:{link.column}: good: {link.url}" + (f" (short: {verdict.suggestion})" if verdict.suggestion != link.url else ""))
        for path, link, verdict in links
        if verdict.state == "good"
    ]


def summary(links: list[Judged], files: int, unread: int) -> str:
    """'12 links to the site in 40 files: 10 good, 1 moved, 1 dead'"""
    said = f"{_count(len(links), 'link')} to the site in {_count(files, 'file')}"
    if links:
        said += ": " + ", ".join(f"{count} {state}" for state, count in _counts(links).items())
    return f"{said}; {unread} not read" if unread else said


def data(links: list[Judged], files: int, unread: list[Problem]) -> dict[str, object]:
    """`{files, good, moved, dead, links: [{path, line, column, url, state, language, id, suggestion, message}], unread: [problem]}`."""
    return {
        "files": files,
        **_counts(links),
        "links": [{"path": path, **link._asdict(), **verdict._asdict()} for path, link, verdict in links],
        "unread": [asdict(problem) for problem in unread],
    }


def shown(text: str, longest: int = 500) -> str:
    """As a line for people can hold it: without signs that a terminal would obey, and with an end."""
    found = "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in text[:longest])
    return found if len(text) <= longest else f"{found}…"


def _counts(links: Iterable[Judged]) -> dict[str, int]:
    counts = Counter(judged.verdict.state for judged in links)
    return {state: counts[state] for state in ("good", "moved", "dead")}


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'s' * (number != 1)}"
