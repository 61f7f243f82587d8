"""`/go/<id>/`, and what has another name by now – places of pages, ids in frames: small pages that forward to where the target stands today. `course → {path: HTML}`."""

from __future__ import annotations

from html import escape

from ..addresses import addresses, moved, page_url, relative
from ..embeddable import embeddable
from ..models import Course, Language
from ..tongues import mark_tongues
from ..words import word


def go_pages(course: Course, language: Language, version: str, site_url: str = "") -> dict[str, str]:
    """Files by path relative to the language's root. `version` stands behind the script's name; `site_url` is the language's own."""
    ids, framed = addresses(course, language), set(embeddable(course, language))
    targets = {f"go/{id}": (found.url, found.title) for id, found in ids.items()}
    targets |= {f"embed/{id}": (f"embed/{found.id}/", found.title) for id, found in ids.items() if found.id != id and found.id in framed}
    targets |= {path.rstrip("/"): (page_url(page.uri), page.front.title) for path, page in moved(course, language).items()}
    return {f"{path}/index.html": _page(path, url, title, language, version, site_url) for path, (url, title) in targets.items()}


def _page(at: str, url: str, title: str, language: Language, version: str, site_url: str) -> str:
    to, root = relative(url, at), relative("", at)
    canonical = site_url + url if site_url else ""
    # never a server redirect: browsers keep 301 and 308 for good. The script keeps query and hash; without it, the link.
    lead, name = word("forwards", language), escape(title)
    # by name for those without the script: a folder on disk opens as a list of files
    path, hash_, fragment = to.partition("#")
    plain = escape((path + "index.html" if path.endswith("/") else path) + hash_ + fragment, quote=True)
    to = escape(to, quote=True)
    # the icon is named, else a browser asks for /favicon.ico at the root of the host, which is not ours
    link = f'<link rel="canonical" href="{escape(canonical, quote=True)}">\n' if canonical else ""
    return f"""<!doctype html>
<html lang="{"zh-Hans" if language == "zh" else "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{name}</title>
<link rel="icon" href="{root}assets/favicon.svg">
{link}<script src="{root}assets/go.js?v={version}" data-to="{to}"></script>
<noscript><meta http-equiv="refresh" content="0; url={plain}"></noscript>
</head>
<body><main><h1>{lead}<a href="{plain}">{mark_tongues(name, language)}</a></h1></main></body>
</html>
"""
