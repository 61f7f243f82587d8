"""The addresses at which the site is reached, and what part of a URL stands behind one. Knows no course."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_PORTS = {"http": "80", "https": "443"}


class Target(NamedTuple):
    """A URL behind a site's address. `path` and `fragment` are decoded, `base` ends in a slash; `query` brings its '?', and `hash` its '#', as written."""

    base: str
    path: str
    query: str
    hash: str

    @property
    def fragment(self) -> str:
        """Without what a browser keeps to itself (`#limits:~:text=…`)."""
        return unquote(self.hash[1:]).partition(":~:")[0]


class Sites:
    """`Sites(["https://fieldbook.example/"])`; http and https are one, a path alone ('/fieldbook/') or a folder on disk (file:///…) will do."""

    def __init__(self, addresses: list[str]) -> None:
        """Raises ValueError with a sentence for people."""
        self._folders: list[tuple[str, str, str]] = []
        for address in addresses:
            parts = _split(address)
            if parts is None or not (parts[0] or parts[1].startswith("/")):
                raise ValueError(f"'{address}' is no address of a site: write it whole, like https://fieldbook.example/")
            host, path, query, hash_ = parts
            if query or hash_:
                raise ValueError(f"'{address}' has a '?' or '#': write the address of the site's home page")
            path = path.removesuffix("index.html").rstrip("/") + "/"
            base = address.strip().removesuffix("index.html").rstrip("/") + "/"
            self._folders.append((host, path, base))
        # of two sites in one another, the inner one
        self._folders.sort(key=lambda each: -len(each[1]))

    def find(self, url: str) -> Target | None:
        """Where the URL leads on the site; None when it leads elsewhere."""
        parts = _split(url)
        if parts is None:
            return None
        host, path, query, hash_ = parts
        for site, folder, base in self._folders:
            if host == site and (path.startswith(folder) or path == folder[:-1]):
                return Target(base, path[len(folder) :], query, hash_)
        return None


def _split(url: str) -> tuple[str, str, str, str] | None:
    """Host, path, query and hash; the path as a browser would ask for it. None when nothing can be asked for."""
    # as browsers do
    url = "".join(sign for sign in url if sign not in "\t\r\n").strip()
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        port = str(parts.port or "")
    except ValueError:
        return None
    if parts.scheme not in ("", "http", "https", "file"):
        return None
    if parts.scheme == "file":
        host = f"file:{host}"
    elif parts.scheme and not host:
        return None
    elif port and port not in ((_PORTS[parts.scheme],) if parts.scheme else _PORTS.values()):
        host = f"{host}:{port}"
    path = unquote(parts.path)
    if "/." in path or "//" in path:
        slash = "/" if path.endswith(("/", "/.", "/..")) else ""
        path = "/" + posixpath.normpath(path).lstrip("/")
        path = path.rstrip("/") + slash
    query = f"?{parts.query}" if parts.query else ""
    return host, path, query, f"#{parts.fragment}" if parts.fragment else ""
