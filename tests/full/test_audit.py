"""What the public advisories say of the packages in the lock files: of Python to pip-audit, of the web side to npm.

Both ask a service that not every network reaches. A package that nobody could look up is not clean: it counts as missed in
the table, with the day, and only what was looked up and found faulty fails here. (pip-audit ends well, and says 'no known
vulnerabilities', when it has looked up nothing at all.)
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest
from tasks import node
from tasks.proof import enter

from ..site.conftest import ROOT

PART = "privacy and security"
LOCKS = ("site", "test", "node", "full")
AIM = "every package looked up, none with a known fault"


@pytest.mark.parametrize("lock", LOCKS)
def test_python_packages(lock: str) -> None:
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps", "--require-hashes", "--progress-spinner", "off", "-f", "json", "-r", f"locks/{lock}.lock"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=600)
    try:
        found = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        found = []
    unknown = [each["name"] for each in found if "skip_reason" in each]
    faulty = [f"{each['name']} {each['version']}: {', '.join(fault['id'] for fault in each['vulns'])}" for each in found if each.get("vulns")]
    known = len(found) - len(unknown)
    why = "" if found and not unknown else f"the advisory service did not answer for the others on {date.today():%Y-%m-%d} from this network; run it again where PyPI itself is reached"
    enter(PART, f"pip-audit, locks/{lock}.lock", AIM, f"{known} of {len(found)} looked up, {len(faulty)} with a known fault", bool(found) and not unknown and not faulty, why)
    assert not faulty, "\n".join(faulty)


def test_packages_of_the_web_side() -> None:
    npm, environment = node.command("npm")
    done = subprocess.run([*npm, "audit", "--json"], cwd=ROOT / "web", env=environment, capture_output=True, text=True, encoding="utf-8", timeout=600)
    try:
        said = json.loads(done.stdout)
    except ValueError:
        said = {}
    asked = "vulnerabilities" in said
    faulty = [f"{name}: {each.get('severity')}" for name, each in said.get("vulnerabilities", {}).items()]
    why = "" if asked else f"the registry has no advisories to ask ({said.get('statusCode') or 'no answer'}, {date.today():%Y-%m-%d}); run it again where npm's own registry is reached"
    enter(PART, "npm audit, web/package-lock.json", AIM, f"{len(faulty)} with a known fault" if asked else "not looked up", asked and not faulty, why)
    assert not faulty, "\n".join(faulty)
