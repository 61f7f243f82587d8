"""`/embed/<id>/`: a lesson's card, its questions, or a checklist, for a frame in another page; and a page that says what that page allows.

No header, no contents. `<base>` is the lesson, so that the links of the text lead where they lead there; each opens outside the frame.
"""

from __future__ import annotations

import re
from html import escape

from ..addresses import page_url, relative
from ..models import Bank, Language, Page
from ..words import word

PROBE = "wiki-probe"
_PROBED = {"frame": ("yes",), "script": ("no", "yes"), "storage": ("unknown", "kept", "own", "refused"), "secure": ("unknown", "yes", "no"), "height": ("unknown", "sent")}
"""What the probe looks at, with all it may find; the first holds until the script knows better."""

_SET = re.compile(r'<div class="fb-quiz".*</div>\n</div>', re.DOTALL)
_CHECKLIST = re.compile(r'<div class="fb-checklist" id="([^"]+)".*?\n</div>', re.DOTALL)


def embed_pages(page: Page, html: str, bank: Bank | None, site_name: str, version: str) -> dict[str, str]:
    """Files by path relative to the root of the language. `html` is the page's text as it stands in the site; `version` stands behind the names of scripts."""
    found = {}
    if page.kind == "lesson":
        found[page.id] = ("", _card(page, html, bank))
        questions = _SET.search(html)
        if questions:
            found[f"{page.id}.check"] = (next((heading.text for heading in page.headings if heading.id == "check"), ""), questions[0])
    titles = {each.id: each.title[page.language] for each in bank.checklists} if bank else {}
    for checklist in _CHECKLIST.finditer(html):
        found[checklist[1]] = (titles[checklist[1]], checklist[0])
    return {f"embed/{id}/index.html": _page(id, page.language, page_url(page.uri), page.front.title, content, site_name, version, part=part) for id, (part, content) in found.items()}


def probe_page(language: Language, site_name: str, version: str) -> dict[str, str]:
    """The page that an editor frames once, to see what the wiki allows. Its base is the page for wiki editors."""
    rows = []
    for what, findings in _PROBED.items():
        said = "".join(f'<span data-found="{found}"{" hidden" if at else ""}>{word(f"probe-{what}-{found}", language)}</span>' for at, found in enumerate(findings))
        rows.append(f'<li data-probe="{what}"><strong>{word(f"probe-{what}", language)}</strong>{word("colon", language)}{said}</li>')
    url = page_url("reference/for-wiki-editors")
    script = f'<script src="{relative("", url)}assets/probe.js?v={version}"></script>\n'
    content = f'<ul>\n{chr(10).join(rows)}\n</ul>'
    return {f"embed/{PROBE}/index.html": _page(PROBE, language, url, word("probe", language), content, site_name, version, script)}


def _card(page: Page, html: str, bank: Bank | None) -> str:
    """What the lesson says before its first heading, and what one can do afterwards."""
    opening = html.partition("<h2")[0].strip()
    rows = "".join(f"<li>{escape(objective[page.language])}</li>" for objective in bank.objectives) if bank else ""
    return opening + (f'\n<p class="fb-objectives-title">{word("objectives", page.language)}</p>\n<ul class="fb-objectives">{rows}</ul>' if rows else "")


def _page(id: str, language: Language, url: str, title: str, content: str, site_name: str, version: str, more: str = "", part: str = "") -> str:
    # all addresses count from the lesson, which is the base
    root = relative("", url)
    other = f"{root}../embed/{id}/" if language == "en" else f"{root}en/embed/{id}/"
    shared = f"{root}../" if language == "en" else root
    # by name, for a folder on disk and readers without a script
    return f"""<!doctype html>
<html lang="{"zh-Hans" if language == "zh" else "en"}" data-md-color-scheme="default">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{escape(f"{title} – {part}" if part else title)}</title>
<base href="{relative(url, f"embed/{id}")}" target="_blank">
<link rel="icon" href="{root}assets/favicon.svg">
<link rel="stylesheet" href="{root}assets/fieldbook.css?v={version}">
<link rel="stylesheet" href="{root}assets/embed.css?v={version}">
<script src="{root}assets/head.js?v={version}" data-scope="{shared}"></script>
<script src="{root}assets/embed.js?v={version}" data-id="{id}" data-other="{other}"></script>
</head>
<body>
<main class="md-typeset">
<h1><a href="./">{escape(title)}</a></h1>
{content}
<p class="fb-embed-foot"><a href="./">{word("whole-page", language)}</a> · {escape(site_name)}</p>
<p class="fb-embed-foot" data-separate hidden>{word("separate", language)}</p>
</main>
<script src="{root}assets/fieldbook.js?v={version}"></script>
{more}</body>
</html>
"""
