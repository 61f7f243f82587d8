"""Measures of what can be seen, hit and reached, in a page: `measures.js`, called from here. Each gives a list of faults; empty is good."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).with_name("measures.js").read_text(encoding="utf-8")
MOST_IN_A_LINE = {"zh": 40, "en": 80}
"""Characters: a wide one counts one, a narrow one in Chinese half."""
LEADING = 1.7
"""Of Chinese text; titles, contents and buttons may be tighter."""


class Measured:
    """One page, as it stands; what was measured before a reload is gone with it."""

    def __init__(self, page: Page):
        self.page = page
        if not page.evaluate("'measures' in window"):
            page.evaluate(SCRIPT)

    def ask(self, what: str, *values: object):
        return self.page.evaluate(f"values => measures.{what}(...values)", list(values))

    def sideways(self) -> list[str]:
        return self.ask("sideways")

    def targets(self) -> list[str]:
        return self.ask("targets")

    def lines(self, language: str) -> list[str]:
        found = self.ask("longLines", MOST_IN_A_LINE[language])
        return found + (self.ask("tightLines", LEADING) if language == "zh" else [])

    def focus(self) -> list[str]:
        """Every stop of the keyboard in turn: it shows, and nothing lies over it."""
        # so that what follows counts as done by keyboard
        self.page.keyboard.press("Shift")
        return self.ask("focus")[1]

    def stops(self) -> int:
        return self.page.evaluate("measures.stops().length")

    def overlaps(self) -> list[str]:
        return self.ask("overlaps")

    def with_spacing(self) -> list[str]:
        """WCAG 1.4.12, from now on in this page."""
        self.page.keyboard.press("Escape")
        self.ask("spaced")
        return self.sideways() + self.ask("cut") + self.overlaps()

    def edgeless(self) -> list[str]:
        return self.ask("edgeless")

    def moving(self) -> list[str]:
        return self.ask("moving")

    def covered(self) -> float:
        """The share of the window under what stays there."""
        return self.ask("covered")
