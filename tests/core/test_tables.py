"""A table's frame says what it holds, and no two frames of a page are called alike."""

from __future__ import annotations

import re

import pytest
from course.tables import frame_tables

TABLE = "<table><tr><td>1</td></tr></table>"
HTML = f'{TABLE}<h2 id="how">x</h2><p>x</p>{TABLE}{TABLE}<h3 class="note" id="when">x</h3>{TABLE}'
SECTIONS = {"how": "How <em>to</em> &amp; why", "when": "“When”"}


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Table: A page", "Table: How to &amp; why", "Table: How to &amp; why (2)", "Table: “When”"]),
        ("zh", ["表格：A page", "表格：How to &amp; why", "表格：How to &amp; why（2）", "表格：“When”"]),
    ],
)
def test_named_after_the_heading_above(language, names: list[str]) -> None:
    framed = frame_tables(HTML, language, "A page", SECTIONS)
    assert [name.strip() for name in re.findall(r'aria-label="([^"]*)"', framed)] == names
    assert framed.count('role="region" tabindex="0"') == framed.count(TABLE + "</div>") == 4
    assert re.sub(r"<div[^>]*>|</div>", "", framed) == HTML
