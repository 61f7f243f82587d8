"""Picture + language → inline SVG with its title and text alternative. Knows no file and no page."""

from __future__ import annotations

import re
from html import escape

from .models import Language, Picture

PLACE = re.compile(r"\{\{\s*([a-z0-9-]+)\s*\}\}")
"""Where a word of the picture stands."""


def picture_html(picture: Picture, language: Language) -> str:
    """A figure on one line: Markdown leaves it alone. Real text, so that it can be read, found, and shown in the dark."""
    name = f"picture-{picture.name}"
    svg = re.sub(r"<\?xml[^>]*\?>|<!--.*?-->", "", picture.svg, flags=re.DOTALL)
    svg = PLACE.sub(lambda place: escape(picture.words[place[1]][language]), svg)
    label = f'role="img" aria-labelledby="{name}-title {name}-alt"'
    head = f'<title id="{name}-title">{escape(picture.title[language])}</title><desc id="{name}-alt">{escape(picture.alt[language])}</desc>'
    svg = re.sub(r"<svg\b([^>]*)>", lambda tag: f"<svg{tag[1]} {label}>{head}", svg, count=1)
    return f'<figure class="fb-picture">{" ".join(svg.split())}</figure>'
