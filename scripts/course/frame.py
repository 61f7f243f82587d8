"""The theme's frame around a page → without the parts that only the theme's own script would use.

HTML in, HTML out. Knows the theme's markup (pinned; `tests/site/test_contract.py` holds what is left of it), no file and no MkDocs.
"""

from __future__ import annotations

import re

# two hidden checkboxes and their overlay, a second skip link, and places for banners
_BEFORE_HEADER = re.compile(r'[ \t]*<input class="md-toggle".*?(?=[ \t]*<header class="md-header")', re.DOTALL)
_DIALOG = re.compile(r'[ \t]*<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\n?')


def cut_frame(html: str) -> str:
    """Nothing of ours opens by the theme's checkboxes (no keyboard reaches them), and the header has its own skip link."""
    return _DIALOG.sub("", _BEFORE_HEADER.sub("", html, count=1), count=1)
