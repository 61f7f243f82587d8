"""What is wrong, where, and what to do about it – as data, and in the formats people and machines read.

Touches nothing; never prints, never decides what a rule is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning", "excused"]


@dataclass(frozen=True, order=True)
class Problem:
    """One finding. `line` and `column` count from 1; `path` is relative to the project, with forward slashes."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        first = f"{self.path}:{self.line}:{self.column}: {self.severity}[{self.code}]: {self.message}"
        return f"{first}\n    hint: {self.hint}" if self.hint else first


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def as_text(problems: Iterable[Problem]) -> str:
    """For a terminal: each problem with its hint, then how many there are in how many files."""
    ordered = sorted(set(problems))
    lines = [str(problem) for problem in ordered]
    lines.append(_summary(ordered))
    return "\n".join(lines)


def as_annotations(problems: Iterable[Problem]) -> str:
    """For continuous integration: one workflow command a problem, so that it shows beside the line."""
    ordered = sorted(set(problems))
    names = {"error": "error", "warning": "warning", "excused": "notice"}
    lines = [
        f"::{names[p.severity]} file={_property(p.path)},line={p.line},col={p.column},title={p.code}"
        f"::{_data(p.message + (chr(10) + 'hint: ' + p.hint if p.hint else ''))}"
        for p in ordered
    ]
    lines.append(_summary(ordered))
    return "\n".join(lines)


def as_data(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """For programs: a list of `{path, line, column, code, severity, message, hint}`."""
    return [asdict(problem) for problem in sorted(set(problems))]


def _summary(ordered: list[Problem]) -> str:
    if not ordered:
        return "no problems"
    files = len({problem.path for problem in ordered})
    return (
        f"{len(ordered)} problem{'s' * (len(ordered) != 1)} in {files} file{'s' * (files != 1)}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
