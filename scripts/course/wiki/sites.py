"""The addresses at which the site is reached, and what part of a URL stands behind one. Knows no course."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_PORTS = {"http": (None, 80), "https": (None, 443), "": (None, 80, 443)}


class Target(NamedTuple):
    """What stands behind a site's address: `path` and `fragment` decoded, `query` with its '?', as written. `base`, the site's address, ends in a slash."""

    base: str
    path: str
    query: str
    fragment: str


class Sites:
    """`Sites(["https://fieldbook.example/"])`; http and https are one, and a path alone ('/fieldbook/') will do."""

    def __init__(self, addresses: list[str]) -> None:
        """Raises ValueError with a sentence for people."""
        self._sites: list[tuple[str, str, str]] = []
        for address in addresses:
            host, found = _split(address) or ("", None)
            if found is None or not (host or found.path.startswith("/")):
                raise ValueError(f"'{address}' is no address of a site: write it whole, like https://fieldbook.example/")
            if found.query or found.fragment:
                raise ValueError(f"'{address}' has a '?' or '#': write the address of the site's home page")
            self._sites.append((host, _folder(found.path), _folder(address.strip())))
        # of two sites in one another, the inner one
        self._sites.sort(key=lambda site: -len(site[1]))

    def find(self, url: str) -> Target | None:
        """Where the URL leads on the site; None when it leads elsewhere."""
        host, found = _split(url) or ("", None)
        for site, folder, base in self._sites if found else ():
            if host == site and f"{found.path}/".startswith(folder):
                return found._replace(base=base, path=found.path[len(folder) :])
        return None


def _folder(address: str) -> str:
    return address.removesuffix("index.html").rstrip("/") + "/"


def _split(url: str) -> tuple[str, Target] | None:
    """Host with port, and the rest; None when nothing can be asked for."""
    # as browsers do
    url = "".join(sign for sign in url if sign not in "\t\r\n").strip()
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or (parts.scheme and not host):
        return None
    if port not in _PORTS[parts.scheme]:
        host = f"{host}:{port}"
    # a browser keeps `:~:text=…` to itself
    return host, Target("", unquote(parts.path), f"?{parts.query}" if parts.query else "", unquote(parts.fragment).partition(":~:")[0])
