"""axe-core in a page: every rule for WCAG A and AA, best practice and what is experimental; none is left out.

Two limits that axe has by default are lifted: it looks at the colours of single letters and of signs (→, ✓, ¶) too.
Left to themselves are the rules for level AAA, which this site does not aim at.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from .conftest import ROOT

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
COLOURS = ["color-contrast", "link-in-text-block"]
"""What another scheme changes."""
LAYOUT = [*COLOURS, "target-size", "scrollable-region-focusable", "aria-hidden-focus", "bypass", "landmark-one-main", "page-has-heading-one", "region", "skip-link"]
"""What another width changes: sizes, what scrolls, and what is shown at all."""
CONFIGURE = """() => {
  // options are replaced as a whole: the rest is what axe has itself
  const contrastRatio = { normal: { expected: 4.5 }, large: { expected: 3 } };
  axe.configure({ checks: [{ id: 'color-contrast', options: { ignoreUnicode: false, ignoreLength: true, ignorePseudo: false, boldValue: 700, boldTextPt: 14, largeTextPt: 18, pseudoSizeThreshold: 0.25, contrastRatio } }] });
  window.axeRules = axe.getRules().filter(({ tags }) => !tags.includes('wcag2aaa')).map(({ ruleId }) => ruleId);
}"""
RUN = """values => axe.run(document, { runOnly: { type: 'rule', values: values ?? axeRules }, resultTypes: ['violations'], preload: false })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} – ${node.any.concat(node.all, node.none).map(check => check.message).join('; ')}`)))"""
TO_OTHER_SCHEME = "[data-md-component=palette] label:not([hidden])"


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        pytest.fail("axe-core is not installed: npm ci in web/, or python3 scripts/build.py test", pytrace=False)
    return AXE.read_text(encoding="utf-8")


def violations(page: Page, axe: str, some: list[str] | None = None) -> list[str]:
    """Of all rules, or of `some`."""
    # what the header happens to lie over is not too small
    page.evaluate("scrollTo(0, 0)")
    if not page.evaluate("'axeRules' in window"):
        page.evaluate(axe)
        page.evaluate(CONFIGURE)
    return page.evaluate(RUN, some)


def rules(page: Page) -> int:
    """How many rules `violations` asked for."""
    return page.evaluate("axeRules.length")


def schemes(page: Page) -> Iterator[str]:
    """The page as it came, then in the other scheme; the focus and what is open stay as they are."""
    seen = []
    for _ in range(2):
        scheme = page.locator("body").get_attribute("data-md-color-scheme") or page.locator("html").get_attribute("data-md-color-scheme") or ""
        seen.append(scheme)
        yield scheme
        other_scheme(page)
    assert sorted(seen) == ["default", "slate"]


def other_scheme(page: Page) -> None:
    """By its switch in the header; a frame has none, and takes it from the address: there the attribute is set."""
    page.evaluate(
        """switch_ => { const label = document.querySelector(switch_);
        if (label) label.click(); else { const html = document.documentElement; html.dataset.mdColorScheme = html.dataset.mdColorScheme === 'slate' ? 'default' : 'slate'; } }""",
        TO_OTHER_SCHEME,
    )
