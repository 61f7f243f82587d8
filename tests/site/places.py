"""The places the same built folder is read from: a server's root, a subfolder of a server, and the disk."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
"""Without `frame-ancestors`: which wiki may frame the pages is for the administrator to say, and tests of frames have hosts of their own."""


@dataclass(frozen=True)
class Place:
    """Where a site can be reached. `base` is the address of its Chinese home page's folder and ends in '/'."""

    name: str
    base: str
    folder: Path

    @property
    def on_disk(self) -> bool:
        return self.base.startswith("file:")

    def address(self, path: str, language: str = "zh") -> str:
        """`path` as the site's pages have it ('sales-rules/rule-08/#how'); a folder on disk has no page of its own."""
        folder, mark, fragment = path.partition("#")
        if self.on_disk and (not folder or folder.endswith("/")):
            folder += "index.html"
        return self.base + ("en/" if language == "en" else "") + folder + mark + fragment

    def on_host(self, host: str) -> Place:
        """The same server by another name."""
        return Place(self.name, self.base.replace("127.0.0.1", host), self.folder)


class Server(ThreadingHTTPServer):
    """Serves one folder under one prefix, with the policy on every answer. `folder` may be changed: a new release.

    `policy` is empty where a page has to be harmless without one.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self, folder: Path, prefix: str = "/", policy: str = POLICY):
        self.folder, self.prefix, self.policy = folder, prefix, policy
        super().__init__(("127.0.0.1", 0), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    @property
    def place(self) -> Place:
        return Place("root" if self.prefix == "/" else "subfolder", f"http://127.0.0.1:{self.server_port}{self.prefix}", self.folder)

    def stop(self) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()

    def handle_error(self, request, client_address) -> None:
        """A browser that closes a connection is no error."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def translate_path(self, path: str) -> str:
        prefix = self.server.prefix
        self.directory = str(self.server.folder)
        if not path.startswith(prefix):
            return str(self.server.folder / "outside the site")
        return super().translate_path("/" + path.removeprefix(prefix))

    def end_headers(self) -> None:
        if self.server.policy:
            self.send_header("Content-Security-Policy", self.server.policy)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        english = self.path.startswith(self.server.prefix + "en/")
        page = self.server.folder / ("en/404.html" if english else "404.html")
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_) -> None:
        """Quiet: what goes wrong shows in the journal of the page."""
