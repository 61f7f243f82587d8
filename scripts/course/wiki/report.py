"""Judged links → what people and machines read: problems, a summary, data. Prints nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import NamedTuple

from ..problems import Problem
from .judging import State, Verdict, shown
from .places import Link

STATES: tuple[State, ...] = ("good", "moved", "dead")


class Judged(NamedTuple):
    path: str
    link: Link
    verdict: Verdict


def problems_of(links: Iterable[Judged], advise: bool) -> list[Problem]:
    """What is moved or dead as errors; with `advise`, what could be shorter as warnings. Each names the link and what to write."""
    found = []
    for path, link, verdict in links:
        if verdict.state != "good":
            found.append(Problem(path, link.line, link.column, verdict.state, f"{shown(link.url, 200)}: {verdict.message}", _hint(verdict)))
        elif advise and verdict.advice:
            found.append(Problem(path, link.line, link.column, "advice", f"{shown(link.url, 200)}: {verdict.advice}", f"write {shown(verdict.suggestion, 300)}", "warning"))
    return found


def good_lines(links: Iterable[Judged]) -> list[str]:
    """'page.html:3:10: good: https://…'"""
    return [f"{path}:{link.line}:{link.column}: good: {shown(link.url, 200)}" for path, link, verdict in links if verdict.state == "good"]


def summary(links: list[Judged], files: int, unread: int) -> str:
    """'12 links to the site in 40 files: 10 good, 1 moved, 1 dead'"""
    counts = Counter(judged.verdict.state for judged in links)
    said = f"{_count(len(links), 'link')} to the site in {_count(files, 'file')}"
    if links:
        said += ": " + ", ".join(f"{counts[state]} {state}" for state in STATES)
    return f"{said}; {unread} not read" if unread else said


def data(links: list[Judged], files: int, unread: list[Problem], advise: bool) -> dict[str, object]:
    """`{files, good, moved, dead, links: [{path, line, column, url, state, language, id, suggestion, message, advice}], unread: [problem]}`."""
    counts = Counter(judged.verdict.state for judged in links)
    return {
        "files": files,
        **{state: counts[state] for state in STATES},
        "links": [
            {"path": path, "line": link.line, "column": link.column, "url": link.url, **verdict._asdict(), "advice": verdict.advice if advise else ""}
            for path, link, verdict in links
        ],
        "unread": [asdict(problem) for problem in unread],
    }


def _hint(verdict: Verdict) -> str:
    if not verdict.suggestion:
        return "nothing comes near; look for it on the site, or take the link out"
    # what moved is known, what was meant by a dead link is a guess
    return f"write {shown(verdict.suggestion, 300)}" if verdict.state == "moved" else f"did you mean {shown(verdict.suggestion, 300)} ?"


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'s' * (number != 1)}"
