"""Every page and frame, and every state, in Firefox: its policy forbids nothing, and its console is silent."""

from __future__ import annotations

from pathlib import Path

from tasks.proof import enter

from ..site.firefox import states, walked
from ..site.places import Place

PART = "privacy and security"
# a browser that has seen four hundred pages is a slow one
AT_ONCE = 200


def test_every_page_in_firefox(here: Place, site: Path) -> None:
    files = [file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html"))]
    # a short address only leads to a page that is here anyway: one in fifty
    pages = [path for number, path in enumerate(files) if not path.startswith(("go/", "en/go/")) or number % 50 == 0]
    jobs = [(here.base + path.removesuffix("index.html"), []) for path in pages]
    named = [(f"{name} ({language})", job) for language in ("zh", "en") for name, job in states(here, language).items()]
    jobs += [job for _, job in named]
    seen = [each for start in range(0, len(jobs), AT_ONCE) for each in walked(jobs[start : start + AT_ONCE])]
    broken = [f"{each['url']}: {each['forbidden'] + each['said']}" for each in seen if each["forbidden"] or each["said"]]
    stuck = [name for (name, _), each in zip(named, seen[len(pages) :], strict=True) if not all(each["given"])]
    enter(PART, "broken policies and console errors in Firefox", "0, every page and state", f"{len(broken)} in {len(pages)} pages and frames and {len(named) - len(stuck)} of {len(named)} states", not broken and not stuck, "short addresses: one in fifty")
    assert not broken, "\n".join(broken[:20])
    assert not stuck
