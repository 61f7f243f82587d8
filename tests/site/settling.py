"""What follows with the next frame – words in a live region, a table that grew too wide – is there before it is looked at."""

from __future__ import annotations

from playwright.sync_api import Page, ViewportSize


def settled(page: Page) -> None:
    """After a whole frame: the first callback comes before its observers."""
    page.evaluate("new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))")


def resized(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    settled(page)
