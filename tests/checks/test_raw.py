"""S01 for pages: no raw HTML but <div>, no images by address, no attributes but names, claims and widths; code is left alone."""

from __future__ import annotations

import pytest

from .conftest import ZH, Site


@pytest.mark.parametrize(
    ("words", "column", "message"),
    [
        ("看<img src=x>", 2, "raw HTML: <img>"),
        ("<script>alert(1)</script>", 1, "raw HTML: <script>"),
        ("<iframe src='https://x.org'></iframe>", 1, "raw HTML: <iframe>"),
        ('<div style="color:red">', 1, "raw HTML: <div>"),
        ('<div onclick="x()" class="a">', 1, "raw HTML: <div>"),
        ("好</b>", 2, "raw HTML: </b>"),
        ('<img src=x onerror=x() a=@>', 1, "raw HTML: <img>"),
        ('<https://x.org/"onmouseover=x()>', 1, "raw HTML: <https>"),
        ("<quiz onfocus=x()>", 1, "raw HTML: <quiz>"),
        ("**x**{: onclick=x() }", 6, "a curly brace that is no attribute list of ours"),
        ("**x**{: .a} onclick=x() }", 25, "a curly brace that is no attribute list of ours"),
        ("**x**{ style=color:red }", 6, "a curly brace that is no attribute list of ours"),
        ("{{ x }}", 1, "a curly brace that is no attribute list of ours"),
        ("``` { .a onclick=x() }", 5, "a curly brace that is no attribute list of ours"),
        ("![图](https://x.org/a.png)", 1, "an image by address"),
        ("![图][a]", 1, "an image by address"),
    ],
)
def test_what_is_no_markdown(site: Site, words: str, column: int, message: str) -> None:
    number = site.add_both(words)
    found = [p for p in site.problems("S01") if p.path == ZH]
    assert (number, column, message) in [(p.line, p.column, p.message) for p in found]


@pytest.mark.parametrize("words", ["`<img>` 是标签", '<div class="fb-doors" markdown="1">', "</div>", "3 < 5 且 5 > 3", "a<3", "<https://www.iso.org/>", "<!-- 记一笔 -->", "字\n{: .note .fb-small data-claim=\"r-01\" }", "`{x}`", "<x.y+z@firma.example>"])
def test_what_is_fine(site: Site, words: str) -> None:
    site.add_both(words)
    assert site.problems("S01") == []
