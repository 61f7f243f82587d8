"""`feed.xml`: an Atom feed of a language, of what was written or changed. `course + language → the feed's text`.

From the pages' `reviewed` dates, so that a build adds no date of its own.
"""

from __future__ import annotations

from html import escape

from ..addresses import page_url
from ..models import Course, Language
from ..words import word

NEWEST = 60


def feed(course: Course, language: Language, title: str, site_url: str = "") -> str:
    """`site_url` is the language's own; without it links are relative to the feed. Entries keep their ids for ever."""
    pages = sorted(course.in_language(language), key=lambda page: (page.front.reviewed, page.id), reverse=True)[:NEWEST]
    tag = f"tag:sales-fieldbook,2025:{language}"
    root = site_url or "./"
    entries = "".join(
        f"""<entry>
<id>{tag}:{page.id}</id>
<title>{escape(page.front.title)}</title>
<link href="{escape(root + page_url(page.uri), quote=True)}"/>
<updated>{page.front.reviewed}T00:00:00Z</updated>
<summary>{escape(page.front.description)}</summary>
</entry>
"""
        for page in pages
    )
    updated = pages[0].front.reviewed if pages else "1970-01-01"
    own = f'<link rel="self" href="{escape(site_url, quote=True)}feed.xml"/>\n' if site_url else ""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{"zh-Hans" if language == "zh" else "en"}">
<id>{tag}</id>
<title>{escape(title)}</title>
<subtitle>{word("feed", language)}</subtitle>
<author><name>{escape(title)}</name></author>
<link href="{escape(root, quote=True)}"/>
{own}<updated>{updated}T00:00:00Z</updated>
{entries}</feed>
"""
