"""Draws what a chat or a wiki shows beside a link: card.html with the titles of the modules → docs/assets/unfurl/<card>.<language>.png.

Run by hand when a title changes (a test says so): .venv/bin/python web/unfurl/draw.py
Needs what `scripts/build.py test` installs, and the fonts Noto Serif CJK (Debian: fonts-noto-cjk). Only the pictures are part of the site.
"""

from __future__ import annotations

import struct
import sys
import zlib
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
                file.write_bytes(titled(page.screenshot(), title))
                print(f"{file.relative_to(ROOT)}  {file.stat().st_size:,} B")
        started.close()
    return 0


def cards(course: Course, language: Language) -> dict[str, str]:
    """Name of a card → the title on it: the home page's, and one a module that has lessons."""
    modules = sorted({page.module for page in course.pages if page.kind == "lesson"})
    return {name: index.front.title for name in (HOME, *modules) if (index := course.page(name, language))}


def titled(screenshot: bytes, title: str) -> bytes:
    """The PNG with its title as text in it, so that a stale one is found without looking."""
    end = screenshot.rindex(b"IEND") - 4
    return screenshot[:end] + _chunk(b"iTXt", b"Title\0\0\0\0\0" + title.encode()) + screenshot[end:]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


if __name__ == "__main__":
    sys.exit(main())
