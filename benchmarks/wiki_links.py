#!/usr/bin/env python3
"""Measures `build.py wiki-links` on a wiki of 1,000 pages, and prints one table: python3 benchmarks/wiki_links.py

The pages are the same for the same ledger of ids: 250 each of HTML, Markdown, Confluence storage format and MediaWiki text, in a
temporary folder, 10 to 30 KB each, with prose, tables, code and links; one link in ten leads into the site, and of these one in
ten is dead. Figures only: it never fails because a figure is high. The last table stands in `wiki-links.md`.
"""

from __future__ import annotations

import json
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
SITE = "https://fieldbook.example/book/"
PAGES = 1000
ROUNDS = 5
BUDGET = 5

WORDS = "客户 报价 交期 合同 投标 回款 技术协议 现场 验收 大客户 the customer offer delivery contract tender payment site acceptance".split()
ENDINGS = ("html", "md", "xml", "wiki")
LINK = {"html": '<a href="{0}">{1}</a>', "md": "[{1}]({0})", "xml": '<a href="{0}">{1}</a>', "wiki": "[{0} {1}]"}
CODE = {
    "html": "<pre><code>GET {0}</code></pre>",
    "md": "```\nGET {0}\n```",
    "xml": '<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">bash</ac:parameter><ac:plain-text-body><![CDATA[GET {0}]]></ac:plain-text-body></ac:structured-macro>',
    "wiki": "<syntaxhighlight>GET {0}</syntaxhighlight>",
}
PARAGRAPH = {"html": '<p class="x">{0}</p>', "md": "\n{0}\n", "xml": "<p>{0}</p>", "wiki": "\n{0}\n"}
ROW = {"html": "<tr><td>{0}</td><td>1</td></tr>", "md": "| {0} | `1` |", "xml": "<tr><td><p>{0}</p></td><td>1</td></tr>", "wiki": "|-\n| {0} || 1"}


def main() -> int:
    work = Path(tempfile.mkdtemp(prefix="fieldbook-wiki-"))
    try:
        size = make(work)
        seconds, counts = [], {}
        for _ in range(ROUNDS):
            started = time.perf_counter()
            done = subprocess.run([sys.executable, "scripts/build.py", "wiki-links", "--site", SITE, "--format", "json", str(work)], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
            seconds.append(time.perf_counter() - started)
            counts = json.loads(done.stdout)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    # a Mac counts bytes, others kilobytes
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if platform.system() == "Darwin" else 1024) / 1_000_000
    print(f"{counts['files']} pages, {size / 1_000_000:.1f} MB, {len(counts['links'])} links to the site: {counts['good']} good, {counts['moved']} moved, {counts['dead']} dead.\n")
    print("| what | min | median | max | budget |\n|---|--:|--:|--:|--:|")
    print(f"| build.py wiki-links, 1,000 pages | {min(seconds):.2f} s | {statistics.median(seconds):.2f} s | {max(seconds):.2f} s | ≤ {BUDGET} s |")
    print(f"| memory, at most | | {memory:.0f} MB | | |")
    return 0


def make(work: Path) -> int:
    """Writes the pages; how many bytes."""
    random = Random(2026)
    ids = [line.split()[0] for line in (ROOT / "quizzes/ids.txt").read_text(encoding="utf-8").splitlines() if line.split()[1:] in (["page"], ["section"], ["checklist"], ["term"])]
    size = 0
    for number in range(PAGES):
        ending = ENDINGS[number % len(ENDINGS)]
        text = page(ending, ids, random)
        (work / f"page-{number:04}.{ending}").write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


def page(ending: str, ids: list[str], random: Random) -> str:
    parts = []
    for _ in range(random.randint(20, 60)):
        words = [random.choice(WORDS) for _ in range(random.randint(20, 60))]
        for _ in range(random.randint(0, 3)):
            words.insert(random.randrange(len(words)), LINK[ending].format(address(ids, random), random.choice(WORDS)))
        form = random.choice((PARAGRAPH, PARAGRAPH, ROW))
        parts.append(form[ending].format(" ".join(words)))
        if random.random() < 0.05:
            parts.append(CODE[ending].format(SITE))
    return "\n".join(parts)


def address(ids: list[str], random: Random) -> str:
    if random.random() < 0.9:
        return f"https://wiki.example/pages/{random.randrange(10_000)}?view=1&amp;x={random.randrange(10)}"
    id = random.choice(ids)
    if random.random() < 0.1:
        # a letter that got lost; some two hundred different ones in the whole wiki
        id = ids[random.randrange(0, len(ids), 10)][:-1]
    return f"{SITE}{random.choice(('', 'en/'))}go/{id}/"


if __name__ == "__main__":
    sys.exit(main())
