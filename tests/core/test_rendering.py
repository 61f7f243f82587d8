"""A text as one Markdown paragraph: what it begins with, and what the plugin would stumble over, comes out as the author wrote it."""

from __future__ import annotations

import pytest
from course.models import Bank
from course.rendering import inline, plain_html, quiz
from course.shaping import cut_widgets, shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('1. x', '1&#46; x'),
        ('12) y', '12&#41; y'),
        ('# a', '&#35; a'),
        ('- b', '&#45; b'),
        ('-c', '-c'),
        ('--- d', '&#45;-- d'),
        ('```e```', '&#96;&#96;&#96;e&#96;&#96;&#96;'),
        ('`# f`', '`# f`'),
        ('* g', '&#42; g'),
        ('*h*', '*h*'),
        ('*[x]: y', '&#42;[x]: y'),
        ('[a]: z', '&#91;a]: z'),
        ('[a] z', '[a] z'),
        ('a & b', 'a &amp; b'),
        ('____', '&#95;___'),
        ('a____b', 'a&#95;&#95;&#95;&#95;b'),
        ('`____` ____', '`____` &#95;&#95;&#95;&#95;'),
        ('<b', '&lt;b'),
        ('< b', '< b'),
        ('</b', '&lt;/b'),
        ('<!', '&lt;!'),
        ('[[x]]', '[&#91;x]]'),
        ('![x]', '&#33;[x]'),
        ('a --> b', 'a --&gt; b'),
        ('  two   spaces ', 'two spaces'),
        ('`a & b` & `<c>`', '`a & b` &amp; `<c>`'),
        ('``x ` y`` & z', '``x ` y`` &amp; z'),
        ('> q', '&#62; q'),
        ('= r', '&#61; r'),
        ('~ s', '&#126; s'),
        ('| t', '&#124; t'),
        (': u', '&#58; u'),
        ('+ v', '&#43; v'),
        ('a `b`', 'a `b`'),
        ('1.5 x', '1&#46;5 x'),
        ('2026', '2026'),
        ('1) `a & b`', '1&#41; `a & b`'),
        ('# `a` & b', '&#35; `a` &amp; b'),
    ],
)
def test_a_text_is_one_paragraph_whatever_it_begins_with(text: str, expected: str) -> None:
    assert inline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('plain', '<p>plain</p>'),
        ('客户', '<p>客户</p>'),
        ('“引号”', '<p>“引号”</p>'),
        ('\nplain\n', '<p>plain</p>'),
        (' plain', None),
        ('plain ', None),
        ('1 plain', None),
        ('a*b', None),
        ('a_b', None),
        ('a & b', None),
        ('（括号', '<p>（括号</p>'),
        ('a`b`', None),
        ('', None),
        ('\n', None),
        ('a\nb', None),
        ("Isn't it?", "<p>Isn't it?</p>"),
        ('a "b" (c) 5 %; d:e/f+g-h–—…·', '<p>a "b" (c) 5 %; d:e/f+g-h–—…·</p>'),
        ('[a]', None),
        ('a<b', None),
        ('《书》', '<p>《书》</p>'),
        ('-a', None),
    ],
)
def test_a_text_in_which_markdown_finds_nothing_to_do(text: str, expected: str | None) -> None:
    assert plain_html(text) == expected


def test_what_the_plugin_appends_is_cut_off() -> None:
    bar = '<div id="quiz-progress-sidebar"'
    assert cut_widgets(f"  <p>A</p>\n {bar}>x</div><p>B</p>{bar}>y</div>") == "  <p>A</p>"
    assert cut_widgets("  <p>A</p>\n\n") == "  <p>A</p>"


def test_a_section_without_a_heading_is_named_by_its_id(golden_bank: Bank) -> None:
    item = next(item for item in golden_bank.questions if item.type == "blank")
    html = "\n".join(f'<p data-piece="question/{item.id}/{piece}">{piece}</p>' for piece in ("ask", "explain"))
    for sections, words in (({}, item.section), ({item.section: "The <em>way</em>"}, "The <em>way</em>")):
        assert f'<p class="fb-see"><a href="#{item.section}">Read “{words}” again</a></p>' in shape(html, golden_bank, "en", sections)


def test_what_stands_around_the_questions_stays(golden_bank: Bank) -> None:
    assert shape("<p>A</p>\n<p data-x>B</p>", golden_bank, "zh", {}) == "<p>A</p>\n<p data-x>B</p>"
    assert quiz(golden_bank, "en").count("<quiz>") == sum(item.type in ("single", "multiple") for item in golden_bank.questions)
