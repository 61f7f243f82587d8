#!/usr/bin/env python3
"""Measures what a reader waits for: .venv/bin/python benchmarks/pages.py [--rounds 5] [--files 1000] [--write]

Builds the site, and `corpus.py`'s course of FILES lessons, into a temporary folder, serves them with gzip, and opens a lesson of each in
Chromium as on a cheap phone: a quarter of this machine's speed, slow 4G. First view: nothing kept from before; next view: another lesson
straight after it. Prints the median of the rounds, and with --write puts the table into benchmarks/pages.md. Needs what
`scripts/build.py test` installs. Figures only: it never fails because one is high.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from last_run import keep
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from tasks import browser  # noqa: E402

SLOWER = 4
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Milliseconds, bytes a second."""
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
REAL = ("sales-rules/rule-08/", "sales-rules/rule-09/")
MADE = ("module-00/lesson-0007/", "module-00/lesson-0008/")
COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml")
QUIET = 1500
"""Milliseconds after loading in which late tasks and shifts still count."""
OBSERVE = """
window.seen = { lcp: 0, shift: 0, tasks: [] };
new PerformanceObserver(list => { for (const entry of list.getEntries()) seen.lcp = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver(list => { for (const entry of list.getEntries()) seen.tasks.push([entry.startTime, entry.duration]); }).observe({ type: 'longtask', buffered: true });
new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
"""
SEEN = """() => { const painted = performance.getEntriesByName('first-contentful-paint')[0].startTime;
  const over = from => seen.tasks.reduce((sum, [start, length]) => sum + Math.max(0, start + length - Math.max(start, from) - 50), 0);
  return { lcp: seen.lcp, shift: seen.shift, blocking: over(painted), whole: over(0) }; }"""
"""Blocking is what tasks take beyond 50 ms after something stands on the screen, as Lighthouse counts; `whole` counts from the start."""
MEASURES = ("bytes", "requests", "lcp", "blocking", "whole", "shift")


class Handler(SimpleHTTPRequestHandler):
    """Files of one folder, texts with gzip, kept by the browser as a usual server lets it."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body, zipped = path.read_bytes(), path.suffix in COMPRESSED
        if zipped:
            body = gzip.compress(body, 9, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)) + ("; charset=utf-8" if path.suffix in (".html", ".js", ".css") else ""))
        self.send_header("Cache-Control", "no-cache" if path.suffix == ".html" else "max-age=3600")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_) -> None:
        """Quiet."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address) -> None:
        """A browser that closes a connection is no error."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/pages.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fieldbook-pages-") as folder:
        work = Path(folder)
        subprocess.run([sys.executable, ROOT / "benchmarks/corpus.py", str(options.files), work / "corpus"], check=True, capture_output=True)
        sites = {"the site": (ROOT, REAL), f"{options.files:,} files": (work / "corpus/ours", MADE)}
        lines = list(table({name: (_build(project, work / f"built-{at}"), pages) for at, (name, (project, pages)) in enumerate(sites.items())}, options.rounds))
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if options.write:
        keep(ROOT / "benchmarks/pages.md", text)
    return 0


def _build(project: Path, output: Path) -> Path:
    command = [str(project / ".venv/bin/python"), "scripts/build.py", "build", "--output", str(output)]
    subprocess.run(command, cwd=project, env=os.environ | {"SITE_URL": ""}, check=True, capture_output=True)
    return output


def table(sites: dict[str, tuple[Path, tuple[str, str]]], rounds: int):
    found: dict[tuple[str, str, str], list[dict[str, float]]] = {}
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser.get(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        version = started.version
        for _ in range(rounds):
            for name, (site, pages) in sites.items():
                for language in ("zh", "en"):
                    for view, seen in zip(("first", "next"), _visit(started, site, [("en/" if language == "en" else "") + page for page in pages]), strict=True):
                        found.setdefault((name, language, view), []).append(seen)
        started.close()
    yield f"Chromium {version}, {SLOWER}× slower, slow 4G (1.6 Mbit/s, 150 ms), a phone of 360 × 740; median of {rounds} rounds, largest paint and blocking with the range, load {os.getloadavg()[0]:.1f} at the end."
    yield from ("", "| lesson of | language | view | KB with headers | requests | largest paint, s | blocking, ms | with what comes before the first paint | shift |", "|---|---|---|--:|--:|--:|--:|--:|--:|")
    for (name, language, view), rows in found.items():
        middle = {measure: statistics.median(row[measure] for row in rows) for measure in MEASURES}
        paint, blocking = ([row[measure] for row in rows] for measure in ("lcp", "blocking"))
        yield (
            f"| {name} | {language} | {view} | {middle['bytes'] / 1000:.1f} | {middle['requests']:.0f} | {middle['lcp'] / 1000:.2f} ({min(paint) / 1000:.2f}–{max(paint) / 1000:.2f})"
            f" | {middle['blocking']:.0f} ({min(blocking):.0f}–{max(blocking):.0f}) | {middle['whole']:.0f} | {middle['shift']:.3f} |"
        )


def _visit(started, site: Path, paths: list[str]):
    """What each page cost, one after the other in the same fresh browser."""
    server = Server(("127.0.0.1", 0), lambda *arguments: Handler(*arguments, directory=str(site)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    context = started.new_context(**PHONE)
    try:
        context.add_init_script(OBSERVE)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        cost = {"bytes": 0.0, "requests": 0.0}
        session.on("Network.loadingFinished", lambda event: _count(cost, event["encodedDataLength"]))
        for path in paths:
            cost.update(bytes=0.0, requests=0.0)
            yield _open(page, f"http://127.0.0.1:{server.server_port}/{path}") | cost
    finally:
        context.close()
        server.shutdown()
        server.server_close()


def _count(cost: dict[str, float], length: float) -> None:
    # what the browser had kept comes without a byte
    if length:
        cost["bytes"] += length
        cost["requests"] += 1


def _open(page: Page, address: str) -> dict[str, float]:
    page.goto(address, wait_until="load")
    page.wait_for_timeout(QUIET)
    return page.evaluate(SEEN)


if __name__ == "__main__":
    sys.exit(main())
