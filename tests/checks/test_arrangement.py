"""F11, F14, F15, F16: order, beginnings, forms, and right sides; and how quantities are read."""

from __future__ import annotations

import pytest

from course.checks.arrangement import long_right_sides, not_parallel, out_of_order, same_beginning
from course.checks.quantities import Quantity, quantity

from .conftest import BANK, Site, item
from .test_items import said


@pytest.mark.parametrize(
    "options",
    [
        ("30天", "10天", "60天"), ("提前30天", "提前7天", "提前90天"), ("下午5点", "上午9点", "下午2点"), ("30分钟", "2小时", "1小时"),
        ("周三", "周一", "周五"), ("3月5日", "2月10日", "4月1日"), ("5万元", "8,000元", "12万元"), ("15%", "5%", "25%"), ("三天内", "一天内", "五天内"), ("20天以上", "10天以内", "11–20天"),
        ("今天下午4点前给您答复", "今天上午10点前给您答复", "今天下午2点前给您答复"), ("“再等30天，等样机到。”", "“再等10天，等样机到。”", "“再等60天，等样机到。”"), ("先请陈工看三天再说", "先请陈工看一天再说", "先请陈工看五天再说"),
    ],
)
def test_quantities_out_of_order_in_chinese(options: tuple[str, ...]) -> None:
    assert said(out_of_order, item(zh=options)) == [f"numbers or dates do not stand in order: {', '.join(options)} (Chinese, question method-01-x)"]


@pytest.mark.parametrize("options", [("30 days", "10 days", "60 days"), ("5 p.m.", "9 a.m.", "2 p.m."), ("Wednesday", "Monday", "Friday"), ("5 March", "10 February", "1 April"), ("12,000 yuan", "8,400 yuan", "20,400 yuan"), ("30 minutes", "2 hours", "1 hour"), ("Reply to him by 5 p.m. today.", "Reply to him by 9 a.m. today.", "Reply to him by 2 p.m. today."), ("“Wait 30 days, then ask”", "“Wait 10 days, then ask”", "“Wait 60 days, then ask”")])
def test_quantities_out_of_order_in_english(options: tuple[str, ...]) -> None:
    assert said(out_of_order, item(en=options)) == [f"numbers or dates do not stand in order: {', '.join(options)} (English, question method-01-x)"]


@pytest.mark.parametrize("options", [("10天", "30天", "60天"), ("60天", "30天", "10天"), ("15分钟", "1小时", "1天"), ("3号泵的轴封", "1号泵的底座", "2号柜的接线"), ("30天", "请教经理", "10天"), ("9月", "11月", "12月"), ("今天上午10点前给您答复", "今天下午2点前给您答复", "今天下午4点前给您答复")])
def test_quantities_in_order_or_none(options: tuple[str, ...]) -> None:
    assert said(out_of_order, item(zh=options)) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("下午4点半", "zh", ("clock", 990)), ("16:30", "zh", ("clock", 990)), ("4:30 p.m.", "en", ("clock", 990)), ("两天", "zh", ("duration", 172800)), ("half an hour", "en", ("duration", 1800)),
        ("12月9日", "zh", ("date", 393)), ("9 December", "en", ("date", 393)), ("下周二", "zh", ("weekday", 8)), ("1.2万元", "zh", ("…元", 12000)), ("十二家", "zh", ("…家", 12)),
    ],
)
def test_a_quantity(text: str, language: str, expected: tuple[str, float]) -> None:
    assert quantity(text, language) == Quantity(*expected)


@pytest.mark.parametrize("text", ["请他等等", "先问2号仓库，再问3号仓库", "今天先去问清楚3号仓库有没有货"])
def test_no_quantity(text: str) -> None:
    assert quantity(text, "zh") is None


def test_numbers_are_compared_with_their_own_kind() -> None:
    assert quantity("10元", "zh") < quantity("20元", "zh")  # type: ignore[operator]
    assert quantity("法则8", "zh").kind != quantity("方法8", "zh").kind  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        (("10–20天", "30天", "40天以上"), ("10–20 days", "30 days", "40 days or more"), 0),
        (("10–20天", "5天", "40天以上"), ("10–20 days", "5 days", "40 days or more"), 2),
        (("5–10件", "1,200件", "2,000件以上"), ("5–10 pieces", "1,200 pieces", "2,000 pieces or more"), 0),
        (("10–20天", "三十天", "40天以上"), ("10–20 days", "thirty days", "40 days or more"), 2),
        (("10–20天", "30天", "问经理"), ("10–20 days", "30 days", "Ask the boss"), 0),
        (("周五下午2点答复", "周五下午4点答复", "周五下午3点答复"), ("Reply by 2 p.m. today", "Reply by 4 p.m. today", "Reply by 3 p.m. today"), 2),
        (("“5点前答复”", "“3点前答复”", "“4点前答复”"), ("Wait 5 days.", "Wait 3 days.", "Wait 4 days."), 2),
        (("等3天", "等4天", "等5天"), ("5 of them", "4 of them", "3 of them"), 0),
        (("10元", "30天", "20天"), ("5 yuan", "9 days", "7 boxes"), 0),
        (("提前12天", "提前15天", "提前11天"), ("A b 12 c", "A b 15 c", "A b 11 c"), 2),
        (("3%，含税", "5%，含税", "1%，含税"), ("By Friday, noon", "By Monday, noon", "By Sunday, noon"), 2),
    ],
)
def test_ranges_and_quantities_with_words_around_them(zh: tuple[str, ...], en: tuple[str, ...], found: int) -> None:
    assert len(said(out_of_order, item(zh=zh, en=en))) == found


# F14


def test_a_common_beginning() -> None:
    question = item(zh=("向客户说明原因", "向客户道歉赔款", "向客户要求加钱"), en=("You should ask the store", "You should wait a day", "You should call the boss"))
    assert said(same_beginning, question) == [
        "all options begin with the same words: '向客户' (Chinese, question method-01-x)",
        "all options begin with the same words: 'you should' (English, question method-01-x)",
    ]


def test_beginnings_that_differ_or_are_numbers() -> None:
    question = item(zh=("周一下午2点", "周一下午3点", "周一下午4点"), en=("Ask the store", "Ask for more", "Say yes now"))
    assert said(same_beginning, question) == []
    assert said(same_beginning, item(zh=("先问仓库", "先问经理", "答应他"), en=("I will ask", "I will wait", "I will call"))) == []


@pytest.mark.parametrize(
    ("language", "options", "begun"),
    [
        ("zh", ("向客户说明", "向客户道歉", "向客户要钱"), "向客户"), ("zh", ("应该先问仓库", "应该等他来", "应该打电话"), "应该"), ("zh", ("我们问仓库", "我们等他来", "我们打电话"), ""),
        ("zh", ("仓库先查一查", "仓库马上打电话", "仓库等一等他"), "仓库"), ("zh", ("仓库查", "仓库打", "仓库等"), ""), ("zh", ("仓库先查一", "仓库再查一", "仓库不查一"), "仓库"), ("zh", ("仓库先查", "仓库再查二", "仓库不查一"), ""),
        ("zh", ("你要先问", "你要等他", "你要打给"), ""), ("zh", ("在周一", "在周二", "在周三"), ""), ("zh", ("**向**客户说明", "向客户，道歉", "“向客户要钱”"), "向客户"),
        ("en", ("You should ask", "You should wait", "You should call"), ""), ("en", ("I must ask him", "I must wait here", "I must call him"), "i must"),
        ("en", ("“I must ask him”", "“I must wait here”", "“I must call him”"), ""), ("en", ("3 boxes of it now", "3 boxes go to him", "3 boxes stay here"), "3 boxes"),
        ("en", ("Ask store about it", "Ask store for more", "Ask store to wait"), ""), ("en", ("Planning decides it today", "Planning decides on Friday", "Planning decides with him"), ""),
        ("en", ("Tell him that it is late", "Tell him that we wait", "Tell him that he waits"), "tell him that"), ("en", ("Box 3 a c d", "Box 3 b c d", "Box 3 c c d"), ""),
    ],
)
def test_how_options_begin(language: str, options: tuple[str, ...], begun: str) -> None:
    question = item(zh=options) if language == "zh" else item(en=options)
    name = "Chinese" if language == "zh" else "English"
    assert [message for message in said(same_beginning, question) if name in message] == ([f"all options begin with the same words: '{begun}' ({name}, question method-01-x)"] if begun else [])


def test_two_options_are_too_few_to_be_alike() -> None:
    assert said(same_beginning, item(zh=("向客户说明", "向客户道歉"))) == []
    assert said(not_parallel, item(zh=("先问仓库。", "请他等等"))) == []


# F15


STOPS, SPOKEN, SHORT, CAPITALS = "some end with a full stop or question mark, some without", "some are spoken words in quotation marks, some are not", "a short phrase stands beside a whole sentence", "some begin with a capital, some with a small letter"
ING, NOUNS = "some begin with a verb in -ing or with 'to', some do not", "some are sentences, some are phrases"


@pytest.mark.parametrize(
    ("language", "options", "what"),
    [
        ("zh", ("“先问。”", "请他等", "答应他"), SPOKEN), ("zh", ("「先问」", "「请他等」", "答应他"), SPOKEN), ("zh", ("班长：“先问。”", "班长: “等。”", "“行。”"), ""), ("zh", ("（先问。）", "请他等。", "答应他。"), ""),
        ("zh", ("先问…", "请他等？", "答应他！"), ""), ("zh", ("先问…", "请他等", "答应他！"), STOPS),
        ("zh", ("一二三四", "一二三四五六七八九十一二", "一二三四五六"), SHORT), ("zh", ("一二三四五", "一二三四五六七八九十一二", "一二三四五六"), ""), ("zh", ("一二三四", "一二三四五六七八九十一", "一二三四五六"), ""),
        ("en", ("Ask him", "Ask him for the date of it now", "Wait a day"), SHORT), ("en", ("Ask him now", "Ask him for the date of it now", "Wait a day"), ""), ("en", ("Ask him", "Ask him for the date of it", "Wait a day"), ""),
        ("en", ("The store", "the man", "a box"), CAPITALS), ("en", ("I ask him", "we wait long", "you say yes"), ""), ("en", ("Beijing", "the man", "a box"), ""), ("en", ("Selling", "the man", "a box"), ING), ("en", ("“I go.”", "“The man.”", "“to ask.”"), ""),
        ("en", ("asking him", "wait long", "say yes"), ING), ("en", ("to ask", "wait long", "say yes"), ING), ("en", ("to ask", "to wait", "to say"), ""), ("en", ("asking", "waiting", "saying"), ""), ("en", ("meeting him", "ask here", "wait long"), ""), ("en", ("to ask", "asking", "to say"), ING),
        ("en", ("you wait here", "the boss", "ask him"), NOUNS), ("en", ("you wait", "the boss", "ask him"), ""), ("en", ("you will", "the boss", "ask him"), NOUNS), ("en", ("you wait here", "the boss is", "ask him"), ""),
        ("en", ("it is", "his order", "ask him"), NOUNS), ("en", ("they’re late", "no answer", "ask him"), NOUNS), ("en", ("we wait here", "the boss of all the other men", "ask him"), ""), ("en", ("we wait here", "the crew asks the man", "ask him"), ""), ("en", ("we wait here", "a label for the box now", "ask him"), NOUNS),
    ],
)
def test_how_options_are_built(language: str, options: tuple[str, ...], what: str) -> None:
    question = item(zh=options) if language == "zh" else item(en=options)
    name = "Chinese" if language == "zh" else "English"
    assert [message for message in said(not_parallel, question) if name in message] == ([f"the options are not built alike: {what} ({name}, question method-01-x)"] if what else [])


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (("先问仓库。", "请他等等", "答应下来。"), "some end with a full stop or question mark, some without"),
        (("“我去问仓库。”", "请他再等等", "“行，答应您。”"), "some are spoken words in quotation marks, some are not"),
        (("经理", "因为排产没有定，所以先不答应客户任何日期", "先问仓库有没有货"), "a short phrase stands beside a whole sentence"),
    ],
)
def test_options_that_are_not_parallel_in_chinese(options: tuple[str, ...], what: str) -> None:
    assert said(not_parallel, item(zh=options)) == [f"the options are not built alike: {what} (Chinese, question method-01-x)"]


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (("Asking the store", "Make him wait", "Say yes now"), "some begin with a verb in -ing or with 'to', some do not"),
        (("You ask the store", "A longer wait", "You say yes"), "some are sentences, some are phrases"),
        (("You ask the store", "you wait a day", "You say yes"), "some begin with a capital, some with a small letter"),
    ],
)
def test_options_that_are_not_parallel_in_english(options: tuple[str, ...], what: str) -> None:
    assert said(not_parallel, item(en=options)) == [f"the options are not built alike: {what} (English, question method-01-x)"]


@pytest.mark.parametrize("options", [("“我去问。”", "“您等等行吗？”", "“行！”"), ("采购：“急，明天要付款。”", "夜班班长：“灌装停了。”", "设备经理：“图纸发我。”")])
def test_options_that_are_parallel(options: tuple[str, ...]) -> None:
    assert said(not_parallel, item(zh=options, en=("Planning decides", "Wait a day", "Say yes now"))) == []


# F16


def test_a_right_side_that_is_too_long(site: Site) -> None:
    site.edit(BANK, "          zh: 你自己\n          en: You\n", "          zh: 这件事从头到尾都由你自己一个人来决定\n          en: you and nobody else at any time of day\n")
    assert site.lines("F16") == [
        "quizzes/quality/method-01.yml:152:15 a right side is too long for a phone: 9 words in pair answer (English, question method-01-who) | use at most 18 characters or 8 words",
    ]
    site.edit(BANK, "都由你自己一个人来决定", "全都由你自己一个人来决定")
    assert len(site.lines("F16")) == 2
    assert said(long_right_sides, item()) == []
