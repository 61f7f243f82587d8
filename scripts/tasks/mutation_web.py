"""A step of `test --full`: Stryker changes `web/record/` and the marking in small ways, and the tests of `web/` have to notice.

Gets Stryker by `npm ci` in `web/mutation/`. Its copies and its report go to a temporary folder: the tree is read only.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from . import node
from .environment import ROOT
from .proof import enter

WEB = ROOT / "web"
AIM = 90.0
# what is counted together, by the beginning of the path in web/
GROUPS = {"record/": "the learner record", "player/": "marking", "exam/": "drawing an exam", "review/": "planning the review"}


class Score(NamedTuple):
    """Mutants of one group: how many failed a test, ran for ever, lived."""

    failed: int
    endless: int
    live: int

    @property
    def percent(self) -> float:
        return 100 * (self.failed + self.endless) / max(1, sum(self))


def run_stryker() -> bool:
    """Run it, print the survivors, enter a row for each group. True when every group reaches AIM.

    Raises InstallationProblem when npm cannot install Stryker.
    """
    npm, environment = node.command("npm")
    for folder in (WEB, WEB / "mutation"):
        node.packages(folder, npm, environment)
    start, environment = node.command("node")
    stryker = WEB / "mutation/node_modules/@stryker-mutator/core/bin/stryker.js"
    with tempfile.TemporaryDirectory() as folder:
        command = [*start, str(stryker), "run", "mutation/stryker.config.mjs"]
        done = subprocess.run(command, cwd=WEB, env=environment | {"FIELDBOOK_MUTATION": folder})
        report = Path(folder) / "report.json"
        if done.returncode or not report.exists():
            print(f"Stryker gave up (exit {done.returncode}): its last lines above say why", file=sys.stderr)
            enter("strong tests", "mutants of web/ that its tests notice", f"≥ {AIM:g} %", "Stryker gave up", met=False)
            return False
        scores = judged(json.loads(report.read_text(encoding="utf-8")))
    for group, score in scores.items():
        found = f"{score.percent:.1f} % of {sum(score)} ({score.endless} by never ending)"
        enter("strong tests", f"mutants of web/{group} ({GROUPS[group]}) that its tests notice", f"≥ {AIM:g} %", found, score.percent >= AIM, "the others: benchmarks/mutants.md" if score.live else "")
    return all(score.percent >= AIM for score in scores.values())


def judged(report: Mapping) -> dict[str, Score]:
    """A score for each of GROUPS, from a report in the mutation-testing schema. Mutants that cannot run count nowhere;
    a group without any that can has nothing noticed.
    """
    by_status: dict[str, Counter[str]] = {group: Counter() for group in GROUPS}
    for name, file in report["files"].items():
        for group, statuses in by_status.items():
            if name.startswith(group):
                statuses.update(mutant["status"] for mutant in file["mutants"])
    return {group: Score(found["Killed"], found["Timeout"], found["Survived"] + found["NoCoverage"]) for group, found in by_status.items()}
