"""The Nu HTML checker, for the proofs of `test --full`: gets it and Java where it may, or says how to. Never skips.

Touches `web/nu/node_modules`, and reads the files it is given.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from . import debian, node
from .environment import ROOT, InstallationProblem

HOME = ROOT / "web" / "nu"
JAR = HOME / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
OLDEST = 17
WAYS = f"""no Java ({OLDEST} or newer) for the Nu HTML checker. Any of these will do:
    Debian, Ubuntu: apt install default-jre-headless
    Fedora: dnf install java-latest-openjdk-headless
    macOS, Windows: install Java from adoptium.net, so that `java` is on PATH"""


class Message(NamedTuple):
    """`kind` is 'error', 'warning' or 'info'; `line` is 0 where the checker names none."""

    file: Path
    line: int
    kind: str
    text: str
    extract: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.kind}: {self.text} {' '.join(self.extract.split())}"


class Checked(NamedTuple):
    files: int
    messages: list[Message]


def check(paths: Iterable[Path], kind: str = "html") -> Checked:
    """All files of one kind (html, css, svg) among `paths`; folders with what is in them.

    Raises InstallationProblem where the checker or its Java is not to be had.
    """
    command = [_java(), "-Xmx1g", "-jar", str(_jar()), "--exit-zero-always", "--verbose", "--format", "json", f"--skip-non-{kind}"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, encoding="utf-8")
    # what it looks at it names on one stream or the other, a line a file; what it says is the last line
    said = [line for line in (done.stdout + "\n" + done.stderr).splitlines() if line.startswith('{"')]
    if done.returncode or len(said) != 1:
        raise InstallationProblem(f"the Nu HTML checker gave no result ({done.returncode})\n{done.stderr[-2000:]}")
    messages = [_message(each) for each in json.loads(said[0])["messages"] if not each["message"].startswith("File was not checked")]
    return Checked(len(re.findall(r"^(?!\{\").+", done.stdout + "\n" + done.stderr, re.MULTILINE)), messages)


def _message(found: dict) -> Message:
    kind = found["subType"] if found["type"] == "info" and "subType" in found else found["type"]
    return Message(Path(found.get("url", "").removeprefix("file:")), found.get("lastLine", 0), kind, found["message"], found.get("extract", ""))


def _jar() -> Path:
    npm, environment = node.command("npm")
    node.packages(HOME, npm, environment)
    return JAR


def _java() -> str:
    for attempt in range(2):
        found = shutil.which("java")
        if found and _version(found) >= OLDEST:
            return found
        if not attempt:
            debian.install("default-jre-headless")
    raise InstallationProblem(WAYS)


def _version(java: str) -> int:
    said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0
