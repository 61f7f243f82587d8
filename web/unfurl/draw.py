"""Draws what a chat or a wiki shows beside a link: card.html with the titles of the modules → docs/assets/unfurl/<card>.<language>.png.

Run by hand when a title changes (a test says so): .venv/bin/python web/unfurl/draw.py
Needs what `scripts/build.py test` installs, and the fonts Noto Serif CJK (Debian: fonts-noto-cjk). Only the pictures are part of the site.
"""

from __future__ import annotations

import struct
import sys
import zlib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from course.loading import load_course  # noqa: E402
from course.models import LANGUAGES, Course, Language  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from tasks import browser  # noqa: E402

OUTPUT = ROOT / "docs" / "assets" / "unfurl"
WIDTH, HEIGHT = 1200, 630
HOME = "home"
"""The card of all pages outside the modules."""

WORDS = """([card, language, title, site]) => {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  // key-account stays in one line
  document.querySelector('h1').textContent = title.replaceAll('-', '\u2011');
  document.querySelector('p span').textContent = site;
  document.querySelector('p').style.visibility = site === title ? 'hidden' : '';
  for (const shape of document.querySelectorAll('[data-card]')) shape.style.display = shape.dataset.card === card ? 'block' : 'none';
}"""


def main() -> int:
    course, _ = load_course(ROOT)
    OUTPUT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser.get(), args=["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"])
        page = started.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto((Path(__file__).parent / "card.html").as_uri())
        for language in LANGUAGES:
            titles = cards(course, language)
            for card, title in titles.items():
                page.evaluate(WORDS, [card, language, title, titles[HOME]])
                file = OUTPUT / f"{card}.{language}.png"
                file.write_bytes(picture(page.screenshot(), title))
                print(f"{file.relative_to(ROOT)}  {file.stat().st_size:,} B")
        started.close()
    return 0


def cards(course: Course, language: Language) -> dict[str, str]:
    """Name of a card → the title on it: the home page's, and one a module that has lessons."""
    modules = sorted({page.module for page in course.pages if page.kind == "lesson"})
    return {name: index.front.title for name in (HOME, *modules) if (index := course.page(name, language))}


def picture(screenshot: bytes, title: str) -> bytes:
    """The screenshot with 256 colours at most, a third of its size; with its title as text in it, so that a stale one is found without looking."""
    rows = _pixels(screenshot)
    seen = Counter(pixel for row in rows for pixel in row)
    # the edges of letters have thousands of shades that no eye tells apart; the commonest of a kind stands for all
    shade: dict[tuple[int, ...], bytes] = {}
    for pixel, _ in seen.most_common():
        shade.setdefault(_kind(pixel), pixel)
    palette = {kind: number for number, kind in enumerate(shade)}
    number = {pixel: palette[_kind(pixel)] for pixel in seen}
    data = b"".join(b"\0" + bytes(number[pixel] for pixel in row) for row in rows)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">2I5B", WIDTH, HEIGHT, 8, 3, 0, 0, 0))
        + _chunk(b"iTXt", b"Title\0\0\0\0\0" + title.encode())
        + _chunk(b"PLTE", b"".join(shade.values()))
        + _chunk(b"IDAT", zlib.compress(data, 9))
        + _chunk(b"IEND", b"")
    )


def _kind(pixel: bytes) -> tuple[int, ...]:
    return tuple(part >> 4 for part in pixel)


def _pixels(png: bytes) -> list[list[bytes]]:
    """Rows of pixels of three bytes, from a PNG as Chromium writes it (8 bit, RGB or RGBA, not interlaced)."""
    at, data, width = 8, b"", 3
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width = {2: 3, 6: 4}[body[9]]
        data += body if kind == b"IDAT" else b""
        at += 12 + length
    raw, step = zlib.decompress(data), WIDTH * width
    above, rows = bytearray(step), []
    for start in range(0, len(raw), step + 1):
        row = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + step]), above, width)
        rows.append([bytes(row[x : x + 3]) for x in range(0, step, width)])
        above = row
    return rows


def _unfiltered(filter: int, row: bytearray, above: bytearray, width: int) -> bytearray:
    """The five filters of PNG, undone."""
    for x in range(len(row)):
        left, up, corner = (row[x - width], above[x], above[x - width]) if x >= width else (0, above[x], 0)
        nearest = min((left, up, corner), key=lambda value: abs(left + up - corner - value))
        row[x] = (row[x] + (0, left, up, (left + up) // 2, nearest)[filter]) & 255
    return row


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


if __name__ == "__main__":
    sys.exit(main())
