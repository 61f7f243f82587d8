#!/usr/bin/env python3
"""Measures the search: .venv/bin/python benchmarks/search.py [--write]

Builds the site into a temporary folder and asks it benchmarks/queries.yml: hits in the first page and in the first three, precision and
recall of what was typed against where it stands, then, in a browser at a quarter of this machine's speed, how long an answer takes; and
bytes. With --write the tables go into benchmarks/search.md. Needs what `scripts/build.py test` installs. Figures only: it never fails
because one is high.
"""

from __future__ import annotations

import gzip
import json
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import yaml
from last_run import keep
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from course.addresses import page_url  # noqa: E402
from course.loading import load_course  # noqa: E402
from tasks import browser, node  # noqa: E402

SETS = {"a": "a, knows the code", "b": "b, has not seen it", "c": "c, has not seen it"}
SLOWER = 4
ASK = """query => { const field = document.querySelector('.fb-find input'); field.value = query; const start = performance.now();
  field.dispatchEvent(new Event('input')); return performance.now() - start; }"""


def main() -> int:
    course, _ = load_course(ROOT)
    queries = yaml.safe_load((ROOT / "benchmarks/queries.yml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="fieldbook-search-") as folder:
        site = Path(folder) / "site"
        subprocess.run([sys.executable, "scripts/build.py", "build", "--output", str(site)], cwd=ROOT, check=True, capture_output=True)
        lines = [*quality(course, queries, site, Path(folder)), "", *times(queries, site), "", *weights(site)]
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if "--write" in sys.argv:
        keep(ROOT / "benchmarks/search.md", text)
    return 0


def quality(course, queries, site: Path, folder: Path):
    languages = {}
    for language, asked in queries.items():
        assets = site / ("en" if language == "en" else "") / "assets"
        url = {page.id: page_url(page.uri) for page in course.in_language(language)}
        entries = [{**entry, "wanted": [url[id.partition(".")[0]] for id in entry["pages"]]} for entry in asked]
        languages[language] = {"names": _data(assets / "search-names.js"), "texts": _data(assets / "search-texts.js"), "queries": entries}
    file = folder / "queries.json"
    file.write_text(json.dumps({"languages": languages}, ensure_ascii=False), encoding="utf-8")
    start, environment = node.command("node")
    done = subprocess.run([*start, "build.mjs", "--run", "search", str(file)], cwd=ROOT / "web", env=environment, check=True, capture_output=True, text=True, encoding="utf-8")
    found = json.loads(done.stdout)
    yield "| queries | written by | first page | first three |"
    yield "|---|---|--:|--:|"
    for language, asked in queries.items():
        groups = defaultdict(list)
        for entry, place in zip(asked, found[language]["places"], strict=True):
            groups[SETS[entry["set"]]].append(place)
            groups["together"].append(place)
            groups[f"of these, {entry['kind']}"].append(place)
        for name, places in sorted(groups.items(), key=lambda group: ("of" in group[0], group[0])):
            yield f"| {len(places)} {language} | {name} | {_share(sum(p == 0 for p in places), len(places))} | {_share(sum(0 <= p < 3 for p in places), len(places))} |"
    yield ""
    yield "| what was typed, against where it stands | precision | recall | literal below expanded |"
    yield "|---|--:|--:|--:|"
    for language, figures in found.items():
        yield f"| {figures['samples']} {language} | {figures['precision']:.3f} | {figures['recall']:.3f} | {figures['below']} |"


def times(queries, site: Path):
    yield f"| at {SLOWER}× slowdown | median | worst | first answer after opening |"
    yield "|---|--:|--:|--:|"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser.get(), args=["--no-sandbox", "--disable-gpu"])
        for language, asked in queries.items():
            page = started.new_context(viewport={"width": 360, "height": 740}).new_page()
            page.goto((site / ("en" if language == "en" else "") / "sales-rules/rule-08/index.html").as_uri())
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            page.evaluate(f"window.opened = performance.now(); void new MutationObserver((_, self) => document.querySelector('.fb-find [role=option]') && (window.answered = performance.now(), self.disconnect())).observe(document.body, {{childList: true, subtree: true}}); document.addEventListener('focusin', () => {{ const field = document.querySelector('.fb-find input'); if (field && !field.value) {{ field.value = {json.dumps(asked[0]['ask'])}; field.dispatchEvent(new Event('input')); }} }})")
            page.keyboard.press("Control+k")
            page.wait_for_function("window.answered")
            first = page.evaluate("answered - opened")
            page.wait_for_function("window.fieldbookTexts")
            page.wait_for_timeout(1500)
            taken = [page.evaluate(ASK, entry["ask"]) for entry in asked]
            yield f"| {len(asked)} {language} | {statistics.median(taken):.0f} ms | {max(taken):.0f} ms | {first:.0f} ms |"
        started.close()


def weights(site: Path):
    yield "| gzip | before opening | first answer | with the texts |"
    yield "|---|--:|--:|--:|"
    for language in ("zh", "en"):
        assets = site / ("en" if language == "en" else "") / "assets"
        size = {name: len(gzip.compress((assets / name).read_bytes(), 9)) for name in ("find.js", "find.css", "search-names.js", "search-texts.js")}
        first = size["find.js"] + size["find.css"] + size["search-names.js"]
        yield f"| {language} | 0 | {first:,} (names {size['search-names.js']:,}) | {first + size['search-texts.js']:,} |"


def _data(file: Path):
    text = file.read_text(encoding="utf-8")
    return json.loads(text[text.index(" = ") + 3 : text.rindex(";")])


def _share(hits: int, of: int) -> str:
    return f"{hits / of:.1%}"


if __name__ == "__main__":
    sys.exit(main())
