"""The last look at a page's HTML: what no text of ours makes is foreign; and a sample of hostile strings through the real Markdown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from course.guarding import foreign
from course.models import LANGUAGES, Bank

from ..site.hostile import SAMPLE
from ..site.poison import bank_of, may_stand_in_files
from .conftest import read_bank


@pytest.mark.parametrize(
    "html",
    ["<script>x()</script>", "<SCRIPT src=x>", "<img src=x onerror=x()>", '<p onclick="x()">', '<a href="javascript:x()">', '<a href="java&#9;script:x()">', '<a href=" JAVASCRIPT:x()">', '<a href="data:text/html,x">', '<a href="&#x6a;avascript&colon;x()">',
     '<iframe src="x">', '<p style="color:red">', "<svg/onload=x()>", "<!-->", "<!--->", "<!-- <b> -->", "<!doctype x>", "<?x?>", "<p class=x>", "<p class='x'>", "<p", '<p class="a', "</script>", "<template>", "<base>", '<form action="x">', '<button formaction="x">', '<input src="x">', '<p id="a"onclick="x()">'],
)
def test_what_is_foreign(html: str) -> None:
    assert next(foreign(f"<p>x</p>{html}"), "")


@pytest.mark.parametrize(
    "html",
    ['<p class="note" data-claim="r-01">x</p>', "<br>", "<hr />", '<a class="fb-term" data-term="term-x" href="../x/#a">', '<a href="https://x.org/?a=b&amp;c:d">', '<a href="mailto:a@b.org">', '<a href="a:b/../c" hidden>'.replace("a:b", "a%3Ab"), '<input type="radio" name="a" value="b" data-correct>', '<svg viewBox="0 0 9 9"><path d="m0 0"/></svg>', "<!-- 记一笔 -->", "3 < 5 > 2", "&lt;script&gt;", '<th width="20%">'],
)
def test_what_is_ours(html: str) -> None:
    assert list(foreign(html)) == []


@pytest.mark.parametrize("text", [text for text in SAMPLE if may_stand_in_files(text)])
def test_a_hostile_string_in_every_text_of_a_bank(text: str, to_html: Callable) -> None:
    """(All of them, in every field of the course and in a browser: tests/full/test_hostile.py.)"""
    bank: Bank = read_bank(bank_of("p0000", text))
    for language in LANGUAGES:
        html = to_html(bank, language)
        assert list(foreign(html)) == []
        assert html.count("data-question=") == 5 and html.count("data-checklist=") == 1, "nothing was swallowed"
