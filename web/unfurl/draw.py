"""Draws the pictures that chats and wikis show beside a link: 1200 × 630, one a module and language, into docs/assets/unfurl/.

Run by hand when a module's title changes: `python3 scripts/build.py test` once, for the environment, then
`.venv/bin/python web/unfurl/draw.py`. Reads the titles from the pages; writes PNG files and nothing else.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from course.loading import load_course  # noqa: E402
from course.models import LANGUAGES  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from tasks import browser  # noqa: E402

GENERAL = "home"
LOGO = (ROOT / "docs" / "assets" / "logo.svg").read_text(encoding="utf-8")
CARD = """<!doctype html><html lang="{tag}"><style>
body {{ margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 84px 96px; background: #fbf8f1; color: #2b2621;
  display: flex; flex-direction: column; justify-content: space-between; border-left: 28px solid #1b5768; font-family: 'Noto Sans CJK SC', 'DejaVu Sans', sans-serif; }}
header {{ display: flex; gap: 24px; align-items: center; font-size: 40px; color: #655b4e; }}
header svg {{ width: 64px; height: 64px; }}
h1 {{ margin: 0; font: 700 {size}px/1.2 'Noto Serif CJK SC', 'Noto Serif', serif; text-wrap: balance; }}
p {{ margin: 0; font-size: 34px; line-height: 1.5; color: #655b4e; text-wrap: pretty; }}
</style><header>{logo}<span>{site}</span></header><h1>{title}</h1><p>{text}</p></html>"""


def main() -> None:
    course, _ = load_course(ROOT)
    modules = sorted({page.module for page in course.pages if page.kind == "lesson"})
    folder = ROOT / "docs" / "assets" / "unfurl"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.get(), args=["--no-sandbox", "--disable-lcd-text"])
        page = chromium.new_page(viewport={"width": 1200, "height": 630})
        for language in LANGUAGES:
            home = course.page(GENERAL, language)
            assert home
            for module in [GENERAL, *modules]:
                index = course.page(module, language)
                assert index
                title, site = index.front.title, "" if module == GENERAL else home.front.title
                size = 112 if language == "zh" else 80
                page.set_content(CARD.format(tag=language, size=size, logo=LOGO, site=escape(site), title=escape(title.replace("-", "\u2011")), text=escape(index.front.description)))
                page.screenshot(path=folder / f"{module}.{language}.png")
        chromium.close()


if __name__ == "__main__":
    main()
