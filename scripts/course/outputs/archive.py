"""The page that stands first in an offline archive, in both languages: where to begin, and what to know about a site on disk."""

from __future__ import annotations

from html import escape

from ..models import Language
from ..words import word


def start_page(site: str) -> str:
    """`site` is the folder of the site beside the page. Plain: opened from within an archive it has no styles, and has to say so."""
    return f"""<!doctype html>
<html lang="zh-Hans" data-md-color-scheme="default">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{word("archive", "zh")} · {word("archive", "en")}</title>
<link rel="icon" href="{site}/assets/favicon.svg">
<link rel="stylesheet" href="{site}/assets/fieldbook.css">
<link rel="stylesheet" href="{site}/assets/embed.css">
</head>
<body>
<main class="md-typeset">
{_part("zh", "h1", site)}{_part("en", "h2", f"{site}/en")}</main>
</body>
</html>
"""


def _part(language: Language, heading: str, root: str) -> str:
    rows = "".join(f"<li>{escape(word(f'archive-{what}', language))}</li>\n" for what in ("unpack", "record", "share"))
    tag = "zh-Hans" if language == "zh" else "en"
    return f'<div lang="{tag}">\n<{heading}>{word("archive", language)}</{heading}>\n<p><a href="{root}/index.html">{word("archive-open", language)}</a></p>\n<ul>\n{rows}</ul>\n</div>\n'
