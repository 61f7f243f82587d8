"""Words in the other language are marked, once, where they are prose; nothing else of the page changes."""

from __future__ import annotations

import pytest
from course.tongues import mark_tongues


@pytest.mark.parametrize(
    ("language", "html", "marked"),
    [
        ("en", "<p>The word 赢, to win</p>", '<p>The word <span lang="zh-Hans">赢</span>, to win</p>'),
        ("en", "<p>Chinese: 人机料法环 (rén)</p>", '<p>Chinese: <span lang="zh-Hans">人机料法环</span> (rén)</p>'),
        ("en", "<b>一，二</b>、<i>三</i>", '<b><span lang="zh-Hans">一，二</span></b>、<i><span lang="zh-Hans">三</span></i>'),
        ("zh", "<p>见Does time management work一文</p>", '<p>见<span lang="en">Does time management work</span>一文</p>'),
    ],
)
def test_marked(language, html: str, marked: str) -> None:
    assert mark_tongues(html, language) == marked


@pytest.mark.parametrize(
    ("language", "html"),
    [
        ("en", '<p>Plain</p><a title="赢" href="#">x</a>'),
        ("en", '<p lang="zh-Hans">赢<em>了</em></p>'),
        ("en", "<code>赢</code><option>赢</option><svg><text>赢</text></svg>"),
        ("zh", "<p>用CRM和Excel，客户关系管理</p>"),
        ("zh", "<pre>one two three four five</pre>"),
    ],
)
def test_left_as_it_is(language, html: str) -> None:
    assert mark_tongues(html, language) == html


def test_marking_again_changes_nothing() -> None:
    once = mark_tongues("<p>赢 <em>and</em> 亡</p>", "en")
    assert once.count("lang=") == 2 and mark_tongues(once, "en") == once


def test_after_an_element_of_that_language_it_goes_on() -> None:
    assert mark_tongues('<p lang="zh-Hans">赢</p><p>亡</p>', "en") == '<p lang="zh-Hans">赢</p><p><span lang="zh-Hans">亡</span></p>'
