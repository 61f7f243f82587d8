"""All that is looked at in one page, in one go, since bringing a state about costs more than looking: axe in both schemes and at two
widths, then what axe cannot see – lines, targets, spacing, focus, scrolling – with `measures.py`."""

from __future__ import annotations

from playwright.sync_api import Page

from .axe import COLOURS, LAYOUT, other_scheme, violations
from .conftest import PHONE, WIDE
from .measures import Measured
from .settling import resized

NARROW = {"width": 320, "height": 640}
MAGNIFIED = {"width": 320, "height": 225}
"""A window of 1280 × 900 at 400 %."""
MIDDLE = {"width": 900, "height": 800}
MOST_COVERED = 1 / 3
"""Of a magnified window: what stays in place may take no more."""

Faults = dict[str, list[str]]


def axe_faults(page: Page, axe: str, sizes: tuple[dict[str, int], ...] = (WIDE, PHONE)) -> Faults:
    """Two widths, two schemes. The first time with every rule; then with those that can find something new."""
    found: Faults = {}
    for position, size in enumerate(sizes):
        resized(page, size)
        found[f"axe, {size['width']} px"] = violations(page, axe, LAYOUT if position else None)
        other_scheme(page)
        found[f"axe, {size['width']} px, other scheme"] = violations(page, axe, COLOURS)
        other_scheme(page)
    return found


def seen_faults(page: Page, language: str, sizes: tuple[dict[str, int], ...] = (WIDE, PHONE)) -> Faults:
    found: Faults = {}
    measured = Measured(page)
    for size in sizes:
        resized(page, size)
        width = f"{size['width']} px"
        found[f"targets, {width}"] = measured.targets()
        found[f"lines, {width}"] = measured.lines(language)
        found[f"overlaps, {width}"] = measured.overlaps()
        found[f"focus, {width}"] = measured.focus()
    resized(page, MIDDLE)
    found["lines, 900 px"] = measured.lines(language)
    resized(page, MAGNIFIED)
    found["400 %"] = measured.sideways() + measured.focus()
    if measured.covered() > MOST_COVERED:
        found["400 %"].append(f"{measured.covered():.0%} of the window is covered for good")
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    found["forced colours"] = measured.edgeless()
    found["reduced motion"] = measured.moving()
    page.emulate_media(forced_colors="none", reduced_motion="no-preference")
    resized(page, NARROW)
    found["spacing, 320 px"] = measured.with_spacing()
    resized(page, WIDE)
    found["spacing, 1280 px"] = measured.with_spacing()
    return found


def only_faults(found: Faults) -> Faults:
    """Each fault once: what is wrong in ten places is read once."""
    return {what: [*dict.fromkeys(faults)][:12] for what, faults in found.items() if faults}
