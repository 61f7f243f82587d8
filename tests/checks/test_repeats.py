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


def test_two_runs_in_one_sentence_are_two(site: Site) -> None:
    first, second = "一二三四五六七八九十百千", "甲乙丙丁戊己庚辛壬癸子丑寅"
    add_pages(site, [f"{first}{own}{second}{own}。" for own in "东西南"], ["A.", "B.", "C."])
    said = [line.partition(" | ")[0] for line in site.lines("R01")]
    assert [line.partition("'")[2].partition("'")[0] for line in said] == [first, second] * 3
    assert [line.partition(":")[0] for line in said] == [f"docs/reference/{name}.zh.md" for name in ("one", "one", "three", "three", "two", "two")]


def test_what_begins_one_word_into_the_sentence_is_found_too(site: Site) -> None:
    add_pages(site, [f"{own}一二三四五六七八九十百千{end}。" for own, end in ("东甲", "西乙", "南丙")], [f"{own} one two three four five six seven eight {end}." for own, end in (("Oak", "x"), ("Elm", "y"), ("Ash", "z"))])
    assert {line.partition("'")[2].partition("'")[0] for line in site.lines("R01")} == {"一二三四五六七八九十百千", "one two three four five six seven eight"}


def test_four_other_places_are_named_and_the_rest_is_counted(site: Site) -> None:
    for count, more in ((5, ""), (6, " and 1 more"), (8, " and 3 more")):
        for number in range(count):
            for language, text in (("zh", f"{RUN_ZH}。"), ("en", f"Page {number} alone.")):
                site.write(f"docs/reference/p{number}.{language}.md", _PAGE.format(id=f"reference-p{number}", kind="reference", title=f"p{number}", description=f"p{number}", body=f"第{number}。\n\n{text}\n\n完{number}。"))
        first = next(line for line in site.lines("R01") if line.startswith("docs/reference/p0.zh.md"))
        places = ", ".join(f"docs/reference/p{number}.zh.md:11" for number in range(1, 5))
        assert first.partition("also in ")[2].partition(" (Chinese)")[0] == places + more


def test_a_run_said_twice_on_a_page_counts_once_and_is_shown_once(site: Site) -> None:
    add_pages(site, [f"先{RUN_ZH}。又说，{RUN_ZH}。", f"你{RUN_ZH}。"], ["One.", "Two."])
    assert site.lines("R01") == []
    add_pages(site, [f"先{RUN_ZH}。又说，{RUN_ZH}。", f"你{RUN_ZH}。", f"他{RUN_ZH}。"], ["One.", "Two.", "Three."])
    assert [(p.path, p.line) for p in site.problems("R01")] == [(f"docs/reference/{name}.zh.md", 11) for name in ("one", "three", "two")]


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


def test_three_pages_that_begin_alike_and_a_lesson_that_ends_with_its_list(site: Site) -> None:
    add_pages(site, ["一。", "二。", "三。"], ["One.", "Two.", "Three."])
    for name, own in (("two", "乙"), ("three", "丙")):
        site.edit(f"docs/reference/{name}.zh.md", f"{own}页自己的一句话。", "甲页自己的一句话。")
    assert [line.partition(": ")[2].partition(" | ")[0] for line in site.lines("R01")] == [
        "'甲页自己的一句话', also in docs/reference/three.zh.md:9, docs/reference/two.zh.md:9 (Chinese)",
        "'甲页自己的一句话', also in docs/reference/one.zh.md:9, docs/reference/two.zh.md:9 (Chinese)",
        "'甲页自己的一句话', also in docs/reference/one.zh.md:9, docs/reference/three.zh.md:9 (Chinese)",
    ]
    for text in site.read(ZH), site.read(EN):
        assert text.rstrip().endswith("](#limits)")


@pytest.mark.parametrize(("section", "found"), [("next", 0), ("check", 0), ("practice", 2)])
def test_a_lesson_may_end_its_check_and_its_links_as_others_do(site: Site, section: str, found: int) -> None:
    add_pages(site, ["一。"], ["One."])
    text = site.read(ZH)
    head = next(line for line in text.split("\n") if f"{{ #{section} }}" in line)
    site.write(ZH, text.replace("没有人确认的事，不要先答应。\n{: .note data-claim=\"r-01\" }", "") .replace(head, f"{head}\n\n天字收尾。\n"))
    assert len(site.lines("R01")) == found


def test_worn_phrases_are_found_on_the_whole_page(site: Site) -> None:
    zh, en = site.add(ZH, "首先要问，其次要记，最后要回。"), site.add(EN, "| it is crucial | ask |")
    assert [(p.path, p.line) for p in site.problems("T04")] == [(EN, en), (ZH, zh)]
