"""Picture + language → inline SVG with its title and text alternative. Knows no file.

A drawing with links is a group of links, one without is an image: what stands inside an image, nobody can reach by keyboard.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import escape

from .addresses import page_url, relative
from .models import Language, Link, Picture, Place

PLACE = re.compile(r"\{\{\s*([a-z0-9-]+)\s*\}\}")
"""Where a word of the picture stands."""

_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')


def links_of(picture: Picture) -> Iterator[Link]:
    """Links to pages, written as in a page beside the drawing: `<a href="rule-08.md">`."""
    path = f"docs/{picture.uri}.svg"
    for found in _HREF.finditer(picture.svg):
        yield Link("", found[1], Place(path, picture.svg.count("\n", 0, found.start()) + 1))


def picture_html(picture: Picture, language: Language, page_uri: str) -> str:
    """A figure on one line, for the page at `page_uri`: Markdown leaves it alone. Real text, so that it can be read, found, and shown in the dark."""
    name = f"picture-{picture.name}"
    svg = re.sub(r"<\?xml[^>]*\?>|<!--.*?-->", "", picture.svg, flags=re.DOTALL)
    svg = PLACE.sub(lambda place: escape(picture.words[place[1]][language]), svg)
    folder, here = posixpath.dirname(picture.uri), page_url(page_uri)

    def address(link: re.Match[str]) -> str:
        file, hash_, heading = link[1].partition("#")
        url = page_url(posixpath.normpath(posixpath.join(folder, file.removesuffix(".md"))))
        return link[0].replace(f'href="{link[1]}"', f'href="{escape(relative(url, here) + hash_ + heading)}"')

    svg, links = _HREF.subn(address, svg)
    label = f'role="group" aria-labelledby="{name}-title" aria-describedby="{name}-alt"' if links else f'role="img" aria-labelledby="{name}-title {name}-alt"'
    head = f'<title id="{name}-title">{escape(picture.title[language])}</title><desc id="{name}-alt">{escape(picture.alt[language])}</desc>'
    svg = re.sub(r"<svg\b([^>]*)>", lambda tag: f"<svg{tag[1]} {label}>{head}", svg, count=1)
    return f'<figure class="fb-picture">{" ".join(svg.split())}</figure>'
