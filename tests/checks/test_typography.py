"""T01, what it mends, and T04."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from course.checks.typography import Mend, mended, mends, slips
from course.checks.surfaces import _masked

from .conftest import BANK, EN, GLOSSARY, ZH, Site


def mend(text: str, language: str) -> str:
    """A line as the machine would leave it."""
    found = [Mend("x", 1, slip.start + 1, slip.old, slip.new) for slip in slips(_masked(text), language) if slip.new is not None]
    return mended(text, found)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("你好,世界", "你好，世界"),
        ("你好, 世界", "你好，世界"),
        ("放行几号单?16:00装车", "放行几号单？16:00装车"),
        ("交给内勤, CRM里写一行", "交给内勤，CRM里写一行"),
        ("怎么办?问仓库!再说:等一等;好", "怎么办？问仓库！再说：等一等；好"),
        ("他说:“好”,就走了", "他说：“好”，就走了"),
        ("他问:“好吗?”", "他问：“好吗？”"),
        ("怎么办?", "怎么办？"),
        ("| 怎么办? | 等等! |", "| 怎么办？ | 等等！ |"),
        ("**你好**,世界", "**你好**，世界"),
        ("[你好](a,b.md),世界", "[你好](a,b.md)，世界"),
        ("客户（大）,世界", "客户（大），世界"),
        ("用 CRM 记录", "用CRM记录"),
        ("第 3 步", "第3步"),
        ("毛利 15% 以上", "毛利15%以上"),
        ("用 **CRM** 记录", "用**CRM**记录"),
        ("用 [CRM](crm.md) 记录", "用[CRM](crm.md)记录"),
        ("「你好」", "“你好”"),
        ("「你好」,他说", "“你好”，他说"),
        ("## 第 3 步 { #step-3 }", "## 第3步 { #step-3 }"),
    ],
)
def test_chinese_is_mended(wrong: str, right: str) -> None:
    assert mend(wrong, "zh") == right
    assert list(slips(_masked(right), "zh")) == []


@pytest.mark.parametrize(
    "text",
    [
        "15:30到货",
        "下午 15:30",
        "比例是3:2",
        "选A:B",
        "https://www.iso.org/a,b?c=d:e;f!在这里",
        "[见这里](index.md?x:y,z)",
        "毛利3,600元",
        "你好，世界。",
        "# 3步",
        "1. 先问",
        "- 先问",
        "| 事情 | A | 几点 |",
        "**粗体** **再粗**",
        "{: .note data-claim=\"r-01\" }",
        "<!-- 注,释 -->",
        "答案是____。",
        "你好![图](a.png)",
        "朔川 铸造",
        "A, B和C",
    ],
)
def test_chinese_that_is_right_or_none_of_our_business(text: str) -> None:
    if text == "下午 15:30":
        assert mend(text, "zh") == "下午15:30"
    else:
        assert list(slips(_masked(text), "zh")) == []


def test_a_space_beside_underscores_is_for_a_person() -> None:
    assert [(slip.old, slip.new) for slip in slips("用 _CRM_ 记录", "zh")] == [(" ", None), (" ", None)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Hello，world。", "Hello, world."),
        ("Hello， world！", "Hello, world!"),
        ("A price（net）is", "A price (net) is"),
        ("Note：ask；then call？", "Note: ask; then call?"),
        ("Grade Ａ１", "Grade A1"),
        ("The term（大客户）means", "The term (大客户) means"),
    ],
)
def test_english_is_mended(wrong: str, right: str) -> None:
    assert mend(wrong, "en") == right
    assert list(slips(_masked(right), "en")) == []


@pytest.mark.parametrize("text", ["“Hello,” he said – it’s fine…", "The buyer says “您好，请问。” first", "The buyer says “真的？！” and laughs", "The term (首问负责) means", "Signed 客户（大）", "24,000 yuan; 15:30"])
def test_english_that_is_right(text: str) -> None:
    assert list(slips(_masked(text), "en")) == []


def test_problems_stand_at_the_very_place(site: Site) -> None:
    site.edit(ZH, "title: 方法1：先问再答", "title: '方法1:先问,再答'")
    site.edit(ZH, "没有人确认的事，不要先答应。", "没有人确认的事,不要用 `x,y` 答应。")
    site.edit(EN, "What nobody has confirmed is not", "What nobody has confirmed （yet） is not")
    site.edit(BANK, "zh: 说得出由谁确认", "zh: 说得出,由谁 CRM 确认")
    site.edit(GLOSSARY, "zh: 由专人负责的重要客户", "zh: 由专人负责的「重要」客户")
    assert site.lines("T01") == [
        "docs/quality/method-01.en.md:34:27 a full-width '（' in English: 'irmed （yet） i' | write '('; or run `python3 scripts/build.py check --fix`",
        "docs/quality/method-01.en.md:34:31 a full-width '）' in English: 'd （yet） is no' | write ')'; or run `python3 scripts/build.py check --fix`",
        "docs/quality/method-01.zh.md:4:15 a half-width ',' in a Chinese sentence: '方法1:先问,再答' | write '，'; or run `python3 scripts/build.py check --fix`",
        "docs/quality/method-01.zh.md:34:8 a half-width ',' in a Chinese sentence: '有人确认的事,不要用 …' | write '，'; or run `python3 scripts/build.py check --fix`",
        "quizzes/glossary.yml:7:17 '「' in Chinese, where “” is used: '由专人负责的「重要」客户' | write '“'; or run `python3 scripts/build.py check --fix`",
        "quizzes/glossary.yml:7:20 '」' in Chinese, where “” is used: '负责的「重要」客户' | write '”'; or run `python3 scripts/build.py check --fix`",
        "quizzes/quality/method-01.yml:170:16 a half-width ',' in a Chinese sentence: '说得出,由谁 CRM' | write '，'; or run `python3 scripts/build.py check --fix`",
        "quizzes/quality/method-01.yml:170:19 a typed space between Chinese and Latin: '说得出,由谁 CRM 确认' | delete the space, the style sheet sets it; or run `python3 scripts/build.py check --fix`",
        "quizzes/quality/method-01.yml:170:23 a typed space between Chinese and Latin: '由谁 CRM 确认' | delete the space, the style sheet sets it; or run `python3 scripts/build.py check --fix`",
    ]


def test_code_comments_and_front_matter_fields_are_left_alone(site: Site) -> None:
    site.add(ZH, "`你好,世界` 和\n\n```\n你好,世界 A 你好\n```\n\n<!-- 你好,世界\n你好,世界 -->你好\n\n<!-- 写,完 --> 好")
    assert site.lines("T01") == []


def test_accepted_answers_may_be_typed_with_a_space(site: Site) -> None:
    site.edit(BANK, "zh: [答复, 回话]", "zh: [答复, 24 小时]")
    assert site.lines("T01") == []


def test_what_can_be_mended_is_mended_in_the_file(site: Site) -> None:
    site.edit(ZH, "没有人确认的事，不要先答应。", "没有 A 人,「确认」的事, **不要**,先答应?")
    site.edit(BANK, "zh: 说得出由谁确认", "zh: '说得出: ''由谁'',确认 A 级,对'")
    site.edit(BANK, "zh: 复述要求\n", "zh: |-\n          复述,要求 A\n")
    found = mends(site.load())
    for path in {mend.path for mend in found}:
        site.write(path, mended(site.read(path), [mend for mend in found if mend.path == path]))
    assert "没有A人，“确认”的事，**不要**，先答应？\n" in site.read(ZH)
    assert "zh: '说得出: ''由谁'',确认A级，对'\n" in site.read(BANK)
    assert "          复述，要求A\n" in site.read(BANK)
    assert site.lines("T01") == []
    assert mends(site.load()) == []


def test_a_mend_that_does_not_fit_is_left_alone() -> None:
    assert mended("你好，世界\n", [Mend("x", 1, 2, "好,", "好，"), Mend("x", 9, 1, ",", "，")]) == "你好，世界\n"


@settings(max_examples=150, deadline=None)
@example("），，", "en")
@example("（中），，。", "en")
@given(st.text(alphabet="中文字A1 ,?!:;“”「」（）*_[]|`<>，。{}#-", max_size=30), st.sampled_from(["zh", "en"]))
def test_mending_takes_away_what_it_can_and_does_not_go_back_and_forth(text: str, language: str) -> None:
    once = mend(mend(text, language), language)
    assert mend(once, language) == once


# T04


@pytest.mark.parametrize("text", ["总之，先问。", "值得注意的是日期。", "不仅要问，而且要答。", "为销售赋能", "找到抓手", "形成闭环", "随着市场的不断发展，要先问。", "在当今社会里"])
def test_worn_in_chinese(site: Site, text: str) -> None:
    site.add(ZH, text)
    found = site.problems("T04")
    assert [(p.path, p.severity) for p in found] == [(ZH, "warning")]
    assert found[0].message.removeprefix("a worn phrase: '").rstrip("'") in text


@pytest.mark.parametrize("text", ["This is crucial.", "We leverage it.", "Delve into it.", "In today’s fast-moving market", "In today's world", "A game-changer", "It’s worth noting"])
def test_worn_in_english(site: Site, text: str) -> None:
    site.add(EN, text)
    assert [(p.path, p.severity) for p in site.problems("T04")] == [(EN, "warning")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (EN, "In today’s call, say when you answer. A cleverage, a delver, `leverage`."),
        (EN, "[ask](#limits) for a seamless pipe on an elevated floor"),
        (ZH, "不仅要问，还要答。而且要快。"),
        (ZH, "不仅要问。而且要答。"),
        (ZH, "总的算下来，`赋能`两个字没有写。市场在发展。"),
    ],
)
def test_words_with_a_sober_use(site: Site, path: str, text: str) -> None:
    site.add(path, text)
    assert site.lines("T04") == []


def test_worn_in_the_bank(site: Site) -> None:
    site.edit(BANK, "en: I can say who confirms", "en: I can leverage it")
    assert site.lines("T04") == [
        "quizzes/quality/method-01.yml:171:19 a worn phrase: 'leverage' | say what happens, or leave it out",
    ]
