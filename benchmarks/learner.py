"""Measures what a learner waits for, in Chromium, and prints one table: python3 benchmarks/learner.py FOLDER

FOLDER is a site that `build.py build` made. Opening a record of 20,000 entries; our script's share of a lesson at a
CPU four times slower; an export of 2,000 entries. Medians of several rounds; never part of a test's verdict.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from playwright.sync_api import Page, sync_playwright
from tasks import browser as browsers

LESSON = "sales-rules/rule-08/index.html"
ROUNDS = 7
FILL = """count => fieldbook.record.opened.then(() => {
  const pages = [...document.querySelectorAll('[data-question]')].map(root => root.dataset.question);
  const entries = Array.from({length: count}, (_, i) => ({id: `1k3x9f2abc4d-${i}`, n: i + 1, t: 1.79e12 + i, day: 20000 + i % 90, kind: 'answer', item: pages[i % pages.length], v: 1, value: 'a', ok: i % 5 > 0, where: 'lesson'}));
  fieldbook.record.take(entries);
  return fieldbook.record.saved();
})"""
WATCH = """const wait = setInterval(() => {
  if (!window.fieldbook) return;
  clearInterval(wait);
  const start = performance.now();
  fieldbook.record.opened.then(() => { window.openedAfter = performance.now() - start; });
}, 1)"""


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        rows = [
            ("script of a lesson, CPU 4× slower", [script_time(browser.new_context().new_page(), site) for _ in range(ROUNDS)], 50, "ms"),
            ("opening 20,000 entries", opening(browser.new_context().new_page(), site, 20_000), 200, "ms"),
            ("opening 2,000 entries", opening(browser.new_context().new_page(), site, 2_000), 200, "ms"),
        ]
        browser.close()
    for name, values, most, unit in rows:
        print(f"{name:36}  min {min(values):6.1f}  median {statistics.median(values):6.1f}  max {max(values):6.1f}  ≤ {most} {unit}")


def script_time(page: Page, site: Path) -> float:
    """Milliseconds in which fieldbook.js runs, from its own marks in the browser's timeline."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    session.send("Profiler.enable")
    session.send("Profiler.start")
    page.goto(f"{site.as_uri()}/{LESSON}")
    page.wait_for_timeout(600)
    profile = session.send("Profiler.stop")["profile"]
    ours = {node["id"] for node in profile["nodes"] if "assets/fieldbook.js" in node["callFrame"]["url"]}
    spent = sum(delta for sample, delta in zip(profile["samples"], profile["timeDeltas"], strict=False) if sample in ours)
    return spent / 1000


def opening(page: Page, site: Path, count: int) -> list[float]:
    page.goto(f"{site.as_uri()}/{LESSON}")
    page.evaluate(FILL, count)
    page.reload()
    page.wait_for_timeout(3000)  # packs
    page.add_init_script(WATCH)
    found = []
    for _ in range(ROUNDS):
        page.reload()
        page.wait_for_function("window.openedAfter !== undefined")
        found.append(page.evaluate("window.openedAfter"))
    return found


if __name__ == "__main__":
    main()
