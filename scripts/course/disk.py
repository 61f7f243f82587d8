"""A page of the site → the same page for a folder on disk, where a link to a folder opens a list of files. HTML in, HTML out; touches nothing.

Our scripts do the same when they run; this is for readers without them, and for a look at where a link leads.
"""

from __future__ import annotations

import re

_LINK = re.compile(r'(<a\s(?:[^>"]|"[^"]*")*?(?<=\s)href=")([^"]*)(")')


def for_disk(html: str) -> str:
    """Every link to a folder of the site names the `index.html` in it."""
    return _LINK.sub(lambda found: found[1] + named(found[2]) + found[3], html)


def named(address: str) -> str:
    """'../rule-08/?x#how' → '../rule-08/index.html?x#how'; '../..' is a folder, too. Addresses elsewhere and places on the page stay."""
    path, rest = re.fullmatch(r"([^?#]*)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not path or path.startswith("/") or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", path):
        return address
    if path.rpartition("/")[2] in (".", ".."):
        path += "/"
    return (path + "index.html" if path.endswith("/") else path) + rest
