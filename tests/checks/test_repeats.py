"""R01: runs on more than two pages, and pages that begin or end alike. What may stand on many pages is left out."""

from __future__ import annotations

import pytest

from course.checks.prose import LEGAL
from course.words import WORDS

from .conftest import EN, ZH, Site, _PAGE

RUN_ZH = "把谁确认和几点答复说清楚再挂电话"
RUN_EN = "say who confirms and when you call back, then hang up"


def add_pages(site: Site, zh: list[str], en: list[str]) -> None:
    """Pages of the reference, each with one paragraph of its own before and after."""
    for number, uri in enumerate(("one", "two", "three")[:len(zh)]):
        for language, texts in (("zh", zh), ("en", en)):
            own = f"{'甲乙丙'[number]}页自己的一句话。" if language == "zh" else f"{('Oak', 'Elm', 'Ash')[number]} has a sentence of its own."
            end = f"{'天地人'[number]}字收尾。" if language == "zh" else f"{('Red', 'Green', 'Blue')[number]} is the end."
            site.write(f"docs/reference/{uri}.{language}.md", _PAGE.format(id=f"reference-{uri}", kind="reference", title=uri, description=uri, body=f"{own}\n\n{texts[number]}\n\n{end}"))


def test_a_run_on_three_pages(site: Site) -> None:
    add_pages(site, [f"先{RUN_ZH}。", f"你{RUN_ZH}，就好。", f"所以，{RUN_ZH[:8]}，{RUN_ZH[8:]}！"], [f"Now {RUN_EN}.", f"You {RUN_EN}!", f"So {RUN_EN.upper()}."])
    assert [line.partition(" | ")[0] for line in site.lines("R01")] == [
        f"docs/reference/one.en.md:11:1 the same words stand on several pages: '{RUN_EN}', also in docs/reference/three.en.md:11, docs/reference/two.en.md:11 (English)",
        f"docs/reference/one.zh.md:11:1 the same words stand on several pages: '{RUN_ZH}', also in docs/reference/three.zh.md:11, docs/reference/two.zh.md:11 (Chinese)",
        f"docs/reference/three.en.md:11:1 the same words stand on several pages: '{RUN_EN.upper()}', also in docs/reference/one.en.md:11, docs/reference/two.en.md:11 (English)",
        f"docs/reference/three.zh.md:11:1 the same words stand on several pages: '{RUN_ZH[:8]}，{RUN_ZH[8:]}', also in docs/reference/one.zh.md:11, docs/reference/two.zh.md:11 (Chinese)",
        f"docs/reference/two.en.md:11:1 the same words stand on several pages: '{RUN_EN}', also in docs/reference/one.en.md:11, docs/reference/three.en.md:11 (English)",
        f"docs/reference/two.zh.md:11:1 the same words stand on several pages: '{RUN_ZH}', also in docs/reference/one.zh.md:11, docs/reference/three.zh.md:11 (Chinese)",
    ]


def test_two_pages_may_share_a_run_and_three_a_shorter_one(site: Site) -> None:
    add_pages(site, [f"先{RUN_ZH}。", f"你{RUN_ZH}。", f"{RUN_ZH[5:]}。"], [f"Now {RUN_EN}.", f"You {RUN_EN}.", "So call back, then hang up."])
    assert site.lines("R01") == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("依法办理（截至编写时；以现行法律文本为准，不构成法律意见）。", "Keep the law (as of writing; check the current text; not legal advice)."),
        ("见[方法1：先问再答，问清楚以后才答复客户](method-01.md)。", "See [method 1, ask before you answer any customer at all](method-01.md)."),
        ("`先把谁确认和几点答复说清楚再挂电话`", "`say who confirms and when you call back then hang up`"),
        ("| 这里写上由谁确认和几点答复这件事 |\n|---|\n| 一 |", "| write here who confirms it and when you answer |\n|---|\n| one |"),
        ("## 先把谁确认和几点答复说清楚再挂电话 { #x }", "## Say who confirms and when you call back then hang up { #x }"),
        ("- 来源：销售课件法则八与品质方法一以及浪费时间的原因十三", "- Sources: sales slides rule eight and quality method one and time waster thirteen"),
    ],
)
def test_labels_names_code_and_the_legal_sentence_may_stand_everywhere(site: Site, zh: str, en: str) -> None:
    add_pages(site, [zh] * 3, [en] * 3)
    assert site.lines("R01") == []


def test_the_legal_sentence_is_the_one_that_the_build_writes() -> None:
    for language, pattern in LEGAL.items():
        assert pattern.fullmatch(WORDS["not-advice"][language])


def test_pages_that_begin_or_end_alike(site: Site) -> None:
    add_pages(site, ["一。", "二。"], ["One.", "Two."])
    site.edit("docs/reference/two.zh.md", "乙页自己的一句话。", "甲页自己的一句话！")
    site.edit("docs/reference/two.en.md", "Green is the end.", "Red is the end.")
    assert [line.partition(" | ")[0] for line in site.lines("R01")] == [
        "docs/reference/one.en.md:13:1 the last sentence stands on 2 pages: 'red is the end', also in docs/reference/two.en.md:13 (English)",
        "docs/reference/one.zh.md:9:1 the first sentence stands on 2 pages: '甲页自己的一句话', also in docs/reference/two.zh.md:9 (Chinese)",
        "docs/reference/two.en.md:13:1 the last sentence stands on 2 pages: 'red is the end', also in docs/reference/one.en.md:13 (English)",
        "docs/reference/two.zh.md:9:1 the first sentence stands on 2 pages: '甲页自己的一句话', also in docs/reference/one.zh.md:9 (Chinese)",
    ]


def test_worn_phrases_are_found_on_the_whole_page(site: Site) -> None:
    zh, en = site.add(ZH, "首先要问，其次要记，最后要回。"), site.add(EN, "| it is crucial | ask |")
    assert [(p.path, p.line) for p in site.problems("T04")] == [(EN, en), (ZH, zh)]
