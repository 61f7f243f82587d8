"""What a browser complains about while a test runs: nothing may be left that the test did not expect."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

from .places import Place


class Journal:
    """Console errors (broken policies among them), uncaught errors, failed requests, and requests to anywhere else."""

    def __init__(self, places: tuple[Place, ...]):
        self.places = [place.base for place in places]
        self.complaints: list[str] = []
        self.expected: list[str] = []

    def allow(self, place: Place) -> None:
        self.places.append(place.base)

    def expect(self, pattern: str) -> None:
        """The test brings this about: a complaint that matches must come, and may come more than once."""
        self.expected.append(pattern)

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("requestfailed", self._failed)
        context.on("request", self._asked)

    def leave(self, context: BrowserContext) -> None:
        context.remove_listener("console", self._console)
        context.remove_listener("weberror", self._error)
        context.remove_listener("requestfailed", self._failed)
        context.remove_listener("request", self._asked)

    def unexpected(self) -> list[str]:
        return [c for c in self.complaints if not any(re.search(pattern, c) for pattern in self.expected)]

    def missing(self) -> list[str]:
        return [pattern for pattern in self.expected if not any(re.search(pattern, c) for c in self.complaints)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _error(self, error: WebError) -> None:
        self.complaints.append(f"uncaught: {error.error}")

    def _failed(self, request: Request) -> None:
        # a page that is left stops what it was loading
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} ({request.failure})")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((*self.places, "data:", "blob:", "about:")):
            self.complaints.append(f"asked elsewhere: {request.url}")
