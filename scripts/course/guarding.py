"""The last look at a page's HTML: is there anything in it that no text of ours makes? `HTML → what is foreign`.

The checks read sources and know only so much Markdown; a page of which Markdown made something else than they thought
(code that is none, attributes on a fence) is stopped here, and the build with it. Knows no Markdown, no file and no MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

_ELEMENTS = frozenset(
    "a blockquote br button circle code dd del desc details div dl dt ellipse em fieldset figure form g h2 h3 h4 h5 h6 hr input label legend li line ol option "
    "p path polygon polyline pre rect select span strong sub summary sup svg table tbody td text th thead title tr tspan ul".split()
)
_ATTRIBUTES = frozenset(
    "alt aria-describedby aria-label aria-labelledby autocomplete checked class cx cy d dx dy fill font-size font-weight for height hidden href id markdown maxlength name "
    "points r role rx ry spellcheck start stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-width tabindex target text-anchor title transform type "
    "value viewbox width x x1 x2 xmlns y y1 y2 align lang".split()
)
_COMMENT = re.compile(r"<!--(?!-?>)[^<>]*-->")
_SIGN = re.compile(rf"{_COMMENT.pattern}|<[A-Za-z/!?][^<>]*>?")
_TAG = re.compile(r"""<(?:/([A-Za-z][A-Za-z0-9]*)\s*|([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z][\w-]*(?:="[^"<>]*")?)*)\s*/?)>""")
_ATTRIBUTE = re.compile(r"""([A-Za-z][\w-]*)(?:="([^"]*)")?""")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]")


def foreign(html: str) -> Iterator[str]:
    """Each tag that has no place in a page, as it stands there, once."""
    return (sign for sign in dict.fromkeys(found[0] for found in _SIGN.finditer(html)) if not _is_ours(sign))


@lru_cache(maxsize=20_000)
def _is_ours(sign: str) -> bool:
    if sign.startswith("<!--"):
        return bool(_COMMENT.fullmatch(sign))
    tag = _TAG.fullmatch(sign)
    if not tag:
        return False
    if (tag[1] or tag[2]).lower() not in _ELEMENTS:
        return False
    return all(_may_stand(name.lower(), value) for name, value in _ATTRIBUTE.findall(tag[3] or ""))


def _may_stand(name: str, value: str) -> bool:
    if name == "href":
        # as a browser reads it: entities resolved, signs that it leaves out left out
        address = _IGNORED.sub("", unescape(value))
        return not _SCHEME.match(address) or address.lower().startswith(("http://", "https://", "mailto:"))
    return name.startswith("data-") or name in _ATTRIBUTES
