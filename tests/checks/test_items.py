"""S04, B03 and the F rules. Many cases are single questions in memory: options of one language, the first one right."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from course.checks.feedback import each_its_own, long_enough, says_why
from course.checks.options import all_or_none, combined, equal, longest, numbers_of_options
from course.checks.ranges import range_of
from course.checks.stems import bare, double_negative, very_long
from course.models import Item
from course.problems import Problem

from .conftest import BANK, Site, item, stands_right


def said(rule: Callable[[Item], Iterable[Problem]], question: Item) -> list[str]:
    found = list(rule(question))
    assert [str(problem) for problem in found if not stands_right(problem)] == []
    return [problem.message for problem in found]


# F01


@pytest.mark.parametrize(
    ("options", "keys", "expected"),
    [
        (("先问仓库再按时回", "请他等等", "答应下来", "转给经理"), (0,), [("error", "the right option is the longest: option a has 8 characters, the wrong ones 4 on average (Chinese, question method-01-x)")]),
        (("先问仓库，再回他", "先请他再等等", "先答应了再说", "先转给李经理"), (0,), []),
        (("先问清仓库再按时回他", "先请他再等一等", "先答应了再说吧", "先转给李经理了"), (0,), [("warning", "the right option is the longest: option a has 10 characters, the wrong ones 7 on average (Chinese, question method-01-x)")]),
        (("先问仓库", "请他等等吧，过几天再来问", "答应下来", "转给经理"), (0,), []),
        (("先问仓库再按时回", "请他等等，先不要催我", "答应下来", "转给经理"), (0,), []),
        (("先问仓库再按时回", "记进表里再按时回", "答应下来", "转给经理"), (0, 1), [("error", "the right option is the longest: option a has 8 characters, the wrong ones 4 on average (Chinese, question method-01-x)")]),
        (("12,000元", "80元", "90元"), (0,), [("error", "the right option is the longest: option a has 6 characters, the wrong ones 3 on average (Chinese, question method-01-x)")]),
        (("12,000", "80", "90"), (0,), []),
        (("[先问仓库](../reference/glossary.md#term-key-account)", "请他等等", "答应下来"), (0,), []),
    ],
)
def test_the_key_is_the_longest_in_chinese(options: tuple[str, ...], keys: tuple[int, ...], expected: list[tuple[str, str]]) -> None:
    assert [(p.severity, p.message) for p in longest(item(zh=options, keys=keys))] == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("Ask the store first, then call at five", "Make him wait", "Say yes now"), [("error", "the right option is the longest: option a has 8 words, the wrong ones 3 on average (English, question method-01-x)")]),
        (("Ask the store, then call", "Make him wait here", "Say yes right now"), []),
        (("Ask the store first, then call him at five today", "Make him wait until the store has some", "Say yes now and look for it later"), [("warning", "the right option is the longest: option a has 10 words, the wrong ones 8 on average (English, question method-01-x)")]),
        (("The manager", "Planning", "Store"), []),
    ],
)
def test_the_key_is_the_longest_in_english(options: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert [(p.severity, p.message) for p in longest(item(en=options))] == expected


@pytest.mark.parametrize(
    ("sizes", "severity"),
    [((5, 4, 4), ""), ((6, 4, 4), "warning"), ((7, 4, 4), "error"), ((10, 8, 8), "warning"), ((9, 8, 8), ""), ((12, 8, 8), "error"), ((11, 8, 8), "warning"), ((12, 8, 12), ""), ((12, 4, 11), "error"), ((12, 9, 11), ""), ((20, 16, 16), "warning"), ((19, 16, 16), "")],
)
def test_how_much_longer_is_too_long(sizes: tuple[int, ...], severity: str) -> None:
    options = tuple("天地人"[n] * size for n, size in enumerate(sizes))
    assert [p.severity for p in longest(item(zh=options))] == ([severity] if severity else [])


def test_the_longest_of_two_keys_is_named() -> None:
    assert said(longest, item(zh=("先问清仓库主任", "先问清仓库再按时回他的话", "请他", "答应"), keys=(0, 1))) == ["the right option is the longest: option b has 12 characters, the wrong ones 2 on average (Chinese, question method-01-x)"]


# F02


@pytest.mark.parametrize("option", ["以上都是", "以上都对。", "以上皆非", "以上均正确", "以上各项都不对", "上述做法都可以", "都对", "全部正确", "没有正确答案"])
def test_all_or_none_in_chinese(option: str) -> None:
    assert said(all_or_none, item(zh=("先问仓库", "请他等等", option))) == [f"an option stands for all or none of the others: '{option}' (Chinese, question method-01-x)"]


@pytest.mark.parametrize("option", ["All of the above", "None of the above.", "None of these", "Both of the above", "All the above", "All answers are correct", "It is all of the above"])
def test_all_or_none_in_english(option: str) -> None:
    assert said(all_or_none, item(en=("Ask the store", "Make him wait", option))) == [f"an option stands for all or none of the others: '{option}' (English, question method-01-x)"]


@pytest.mark.parametrize("option", ["把以上内容都核对一遍", "三家都报价", "以上一次的价格为准", "都记进跟进表", "对方全都付清"])
def test_what_is_not_all_or_none_in_chinese(option: str) -> None:
    assert said(all_or_none, item(zh=("先问仓库", "请他等等", option))) == []


@pytest.mark.parametrize("option", ["Send all of the above figures to the buyer", "Answer none of the calls", "Call all three", "All of these goods go back"])
def test_what_is_not_all_or_none_in_english(option: str) -> None:
    assert said(all_or_none, item(en=("Ask the store", "Make him wait", option))) == []


# F09


@pytest.mark.parametrize("option", ["A和C", "A、B都对", "选项A、C", "①③", "①、②和③", "AB都对", "(1)(3)", "（1）和（3）", "a和b"])
def test_combined_options_in_chinese(option: str) -> None:
    assert said(combined, item(zh=("先问仓库", "请他等等", option))) == [f"an option combines others: '{option}' (Chinese, question method-01-x)"]


@pytest.mark.parametrize("option", ["A and C", "Both A and B", "A, B and D are correct", "(a) and (c)", "I and III", "Only I, II and III"])
def test_combined_options_in_english(option: str) -> None:
    assert said(combined, item(en=("Ask the store", "Make him wait", option))) == [f"an option combines others: '{option}' (English, question method-01-x)"]


@pytest.mark.parametrize("option", ["A级和C级客户", "A", "①先问仓库", "AC电源", "第1步和第3步", "方案A"])
def test_what_combines_nothing_in_chinese(option: str) -> None:
    assert said(combined, item(zh=("先问仓库", "请他等等", option))) == []


@pytest.mark.parametrize("option", ["Plan A and plan C", "A call and a letter", "I and my manager", "2 and 3", "A/C unit"])
def test_what_combines_nothing_in_english(option: str) -> None:
    assert said(combined, item(en=("Ask the store", "Make him wait", option))) == []


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("By phone", "By WeCom", "By phone and by WeCom"), "By phone and by WeCom"), (("By phone", "By WeCom", "First by phone, and only then by WeCom"), ""), (("By WeCom", "By phone and by WeCom", "By phone"), "By phone and by WeCom"),
        (("By phone", "By letter", "By phone and by WeCom"), ""), (("Call 1", "Call 2", "Call 1 and call 2"), ""), (("Phone", "Email", "Phone, email"), ""), (("A phone", "E-mails", "A phone, e-mails"), "A phone, e-mails"),
        (("By phone", "By phone", "By phone by phone abcdefgh"), "By phone by phone abcdefgh"), (("By phone", "By phone", "By phone by phone abcdefghi"), ""),
    ],
)
def test_an_option_that_holds_two_others(options: tuple[str, ...], found: str) -> None:
    assert said(combined, item(en=options)) == ([f"an option combines others: '{found}' (English, question method-01-x)"] if found else [])


@pytest.mark.parametrize(
    ("options", "found"), [(("打电话", "发微信", "打电话加发微信"), True), (("电话", "微信", "电话和微信"), False), (("打电话", "发微信", "先打电话，半小时以后再发微信给他"), False)]
)
def test_an_option_that_holds_two_others_in_chinese(options: tuple[str, ...], found: bool) -> None:
    assert len(said(combined, item(zh=options))) == found


@pytest.mark.parametrize(
    ("ask", "option", "found"),
    [
        ("Read the lines: 1. Ask. 2. Wait. 3. Ring. Which come first?", "1 and 3", True), ("Which of the pumps stand still?", "1 and 3", False), ("Read: (1) ask, (2) wait, (3) ring. Which two?", "2, 3", False), ("It costs 1.5 yuan. Which pumps stand still?", "1 and 3", False),
    ],
)
def test_figures_stand_for_lines_only_where_lines_have_numbers(ask: str, option: str, found: bool) -> None:
    assert len(said(combined, item(ask=("先看哪几行，为什么先看？", ask), en=("Ask the store", "Make him wait", option)))) == found


def test_figures_stand_for_options_that_have_numbers() -> None:
    assert len(said(combined, item(zh=("1. 先问仓库", "2. 请他等等", "1和2")))) == 1


# F10


@pytest.mark.parametrize(
    ("options", "messages"),
    [
        (("请他等等", "请他，等等。", "答应下来"), ['two options say the same: options a and b (Chinese, question method-01-x)']),
        (("先到仓库问清楚有没有货再答复他", "先到仓库问清楚有没有货再答复她", "答应下来"), ['two options say the same: options a and b (Chinese, question method-01-x)']),
        (("10–20天", "20–30天", "30–40天"), ["the ranges of options a and b overlap: '10–20天' and '20–30天' (Chinese, question method-01-x)", "the ranges of options b and c overlap: '20–30天' and '30–40天' (Chinese, question method-01-x)"]),
        (("30天以上", "60天以上", "10天以内"), ["the ranges of options a and b overlap: '30天以上' and '60天以上' (Chinese, question method-01-x)"]),
        (("不超过10%", "10%以上", "5%"), ["the ranges of options a and b overlap: '不超过10%' and '10%以上' (Chinese, question method-01-x)"]),
    ],
)
def test_options_that_are_the_same_in_chinese(options: tuple[str, ...], messages: list[str]) -> None:
    assert said(equal, item(zh=options)) == messages


@pytest.mark.parametrize(
    ("options", "messages"),
    [
        (("Ring the buyer and tell him today", "Ring the buyer and tell her today", "Wait"), ['two options say the same: options a and b (English, question method-01-x)']),
        (("5 to 10 days", "Up to 7 days", "More than 10 days"), ["the ranges of options a and b overlap: '5 to 10 days' and 'Up to 7 days' (English, question method-01-x)"]),
    ],
)
def test_options_that_are_the_same_in_english(options: tuple[str, ...], messages: list[str]) -> None:
    assert said(equal, item(en=options)) == messages


@pytest.mark.parametrize(
    "options",
    [
        ("货到验收合格后30天内付清", "货到验收合格后60天内付清", "货到验收合格后90天内付清"),
        ("周三上午打电话给设备科长说明", "周四上午打电话给设备科长说明", "周五上午打电话给设备科长说明"),
        ("0–9天", "10–19天", "20天以上"),
        ("不到10%", "10%以上", "请教经理"),
        ("1.5倍", "15倍", "5倍"),
        ("下午2点到4点", "下午3点到5点", "下午4点到6点"),
        ("10–20天", "10–20元", "10–20%"),
    ],
)
def test_options_that_differ(options: tuple[str, ...]) -> None:
    assert said(equal, item(zh=options)) == []


def test_english_options_that_differ_in_the_deciding_word() -> None:
    assert said(equal, item(en=("Ring the head of equipment on Monday", "Ring the head of equipment on Sunday", "Ring the head of equipment at noon"))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10–20天", (10, True, 20, True, "天")),
        ("between 1,000 and 2,000 yuan", (1000, True, 2000, True, "yuan")),
        ("超过30天", (30, False, float("inf"), False, "天")),
        ("up to 5 working days", (float("-inf"), False, 5, True, "working days")),
        ("10天及以上", (10, True, float("inf"), False, "天")),
    ],
)
def test_a_range(text: str, expected: tuple[float, bool, float, bool, str]) -> None:
    assert range_of(text) == expected


@pytest.mark.parametrize("text", ["10天", "先等10–20天再打电话给他", "2–4点", "法则8到法则10", "20–10天"])
def test_no_range(text: str) -> None:
    assert range_of(text) is None


# F12


@pytest.mark.parametrize(
    "ask",
    ["下列说法正确的是", "下列说法正确的是：", "以下哪项正确？", "关于账期，下列说法错误的是（　）", "下面哪一种做法是不恰当的？", "以下叙述中正确的是哪一项？", "请选出正确的选项。", "哪一项正确？"],
)
def test_a_bare_question_in_chinese(ask: str) -> None:
    assert said(bare, item(ask=(ask, "A buyer asks on the phone for Friday. What now?"))) == [f"the question says nothing of its own: '{ask}' (Chinese, question method-01-x)"]


@pytest.mark.parametrize("ask", ["Which is true?", "Which of the following is correct?", "Which of these statements is not true?", "Which statement about payment terms is false?", "Select the correct answer.", "About terms, which of the following statements are correct?"])
def test_a_bare_question_in_english(ask: str) -> None:
    assert said(bare, item(ask=("客户问周五能否到货，你怎么答？", ask))) == [f"the question says nothing of its own: '{ask}' (English, question method-01-x)"]


def test_a_short_stem_that_asks_nothing() -> None:
    assert said(bare, item(ask=("排好这三步。", "Put the steps in order."))) == [
        "the question says nothing of its own: '排好这三步。' has 5 characters and asks nothing (Chinese, question method-01-x)",
        "the question says nothing of its own: 'Put the steps in order.' has 5 words and asks nothing (English, question method-01-x)",
    ]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("客户催货，下列说法恰当的是哪一句？", "The buyer presses you. Which of these is right?"),
        ("谁来确认？", "Who confirms it?"),
        ("先答应____。", "Promise the ____."),
        ("接到电话后，按先后排列这三步。", "Put the three steps in order."),
        ("哪一句正确地说出了由谁确认？", "Which of these is the right person to ask?"),
    ],
)
def test_a_question_with_something_in_it(zh: str, en: str) -> None:
    assert said(bare, item(ask=(zh, en))) == []


@pytest.mark.parametrize(("han", "words", "messages"), [(150, 90, 0), (151, 91, 2)])
def test_how_long_a_question_may_be(han: int, words: int, messages: int) -> None:
    question = item(ask=(f"{'字' * (han - 2)}吗说？", f"{'word ' * (words - 1)}now?"))
    assert len(said(very_long, question)) == messages
    assert said(very_long, question.model_copy(update={"vignette": True})) == []


@pytest.mark.parametrize(("zh", "en", "messages"), [("字" * 10, "one two three four five six", 0), ("字" * 9, "one two three four five", 2), ("字" * 9 + "?", "one?", 0), ("字____", "one ____", 0)])
def test_a_stem_that_is_just_long_enough(zh: str, en: str, messages: int) -> None:
    assert len(said(bare, item(ask=(zh, en)))) == messages


# F18


@pytest.mark.parametrize(
    ("ask", "word"),
    [
        ("经理不在，你不得不答复客户时，先说什么？", "不得不"),
        ("哪些事你不能不先问经理再答？", "不能不"),
        ("这批货并非没有检验，你怎么说？", "并非没有"),
        ("非经理批准不可，你怎么说？", "非经理批准不可"),
        ("没有一个客户不催货，你先回谁？", "没有一个客户不"),
    ],
)
def test_a_double_negative_in_chinese(ask: str, word: str) -> None:
    assert said(double_negative, item(ask=(ask, "What do you say to the buyer on the phone?"))) == [f"a double negative: '{word}' in 'ask' (Chinese, question method-01-x)"]


@pytest.mark.parametrize(
    "ask",
    [
        "客户问能不能不付定金，你怎么答？",
        "是不是不用回电话？你怎么做？",
        "有无不良记录，去问谁？",
        "除非经理同意，不可发货。你怎么说？",
        "非标产品不可退货，客户要退，你怎么说？",
        "没有人知道能不能到，你怎么答？",
        "日期不清楚，客户又不肯等，你怎么答？",
    ],
)
def test_no_double_negative_in_chinese(ask: str) -> None:
    assert said(double_negative, item(ask=(ask, "What do you say to the buyer on the phone?"))) == []


@pytest.mark.parametrize(
    ("ask", "word"),
    [
        ("It is not unusual that a date slips. What do you say?", "not unusual"),
        ("The date isn’t impossible. What do you say?", "n’t impossible"),
        ("You can’t not answer him. What do you say?", "n’t not"),
        ("He doesn't have no stock. What do you say?", "n't have no"),
    ],
)
def test_a_double_negative_in_english(ask: str, word: str) -> None:
    assert said(double_negative, item(ask=("客户问周五能否到货，你怎么答？", ask))) == [f"a double negative: '{word}' in 'ask' (English, question method-01-x)"]


@pytest.mark.parametrize("ask", ["It will not be done until Friday. What do you say?", "Do not ship without asking him. Whom do you ask?", "He can no longer wait and will not pay. What now?", "It is not under contract. What do you say?", "You don’t know whether there is no stock. What do you say?"])
def test_no_double_negative_in_english(ask: str) -> None:
    assert said(double_negative, item(ask=("客户问周五能否到货，你怎么答？", ask))) == []


def test_a_question_for_what_is_not_so_with_an_option_that_says_not() -> None:
    question = item(
        ask=("承诺之后，下面哪一项**不应该**由你自己来定？", "After a promise, which of these is **not** yours to decide?"),
        zh=("到货日期", "不回电话", "答复时间"),
        en=("The date", "Not calling", "When to answer"),
    )
    assert said(double_negative, question) == [
        "a double negative: the question asks for what is not so, and option b says '不' (Chinese, question method-01-x)",
        "a double negative: the question asks for what is not so, and option b says 'Not' (English, question method-01-x)",
    ]


def test_words_spoken_in_the_scene_are_no_negation_of_the_question() -> None:
    question = item(
        ask=("承诺之后，哪一句**不应该**说？", "After a promise, which of these do you **not** say?"),
        zh=("“没问题，不用担心”", "“我去问，五点回您”", "能不能到，先问"),
        en=("“No problem, don’t worry”", "“I’ll ask and call”", "Ask first"),
    )
    assert said(double_negative, question) == []


@pytest.mark.parametrize(
    "ask",
    [
        "Planning will not know until four. Which of these do you say?",
        "What do you say if the customer does not answer?",
        "Which supplier has not answered yet?",
        "The date is not fixed. What do you say at least?",
    ],
)
def test_not_elsewhere_in_the_stem_asks_for_nothing_negative(ask: str) -> None:
    question = item(ask=("排产不到四点不会定，你怎么答？", ask), zh=("不知道", "我去问", "没货"), en=("I do not know", "I will ask", "No stock"))
    assert said(double_negative, question) == []


def test_characters_of_other_words_are_no_negation() -> None:
    question = item(ask=("下面哪一项**不属于**大客户？客户在问。", "Which of these is **not** a key account?"), zh=("特别大的厂", "不锈钢厂", "没问题的厂"), en=("A large plant", "A steel plant", "Another one"))
    assert said(double_negative, question) == []


# F19


@pytest.mark.parametrize(
    ("options", "keys", "messages"),
    [
        (2, (0,), ['2 options in question method-01-x']),
        (6, (0,), ['6 options in question method-01-x']),
        (3, (), ["no right options in question method-01-x, of type 'multiple'"]),
        (3, (0, 1, 2), ['no wrong option in question method-01-x']),
        (4, (0, 1), []),
        (5, (0,), []),
    ],
)
def test_how_many_options_and_keys(options: int, keys: tuple[int, ...], messages: list[str]) -> None:
    assert said(numbers_of_options, item(zh=tuple(f"选项{n}" for n in range(options)), en=tuple(f"Option {n}" for n in range(options)), keys=keys)) == messages


def test_two_keys_in_single_and_one_in_multiple(site: Site) -> None:
    text = site.read(BANK)
    site.write(BANK, text.replace("type: multiple", "type: single"))
    assert site.lines("F19") == [
        "quizzes/quality/method-01.yml:75:7 2 right options in question method-01-lines, of type 'single' | mark exactly one option with 'correct: true', or make it 'multiple'",
    ]
    site.write(BANK, text.replace("type: single", "type: multiple", 1))
    assert site.lines("F19") == [
        "quizzes/quality/method-01.yml:19:7 1 right option in question method-01-friday, of type 'multiple' | mark two to four options with 'correct: true', or make it 'single'",
    ]


# S04


def test_feedback_that_is_too_short() -> None:
    assert said(long_enough, item(why=("这一句守得住。", "It says who confirms.")))[:2] == [
        "'why' of option a has 6 characters of at least 20 (Chinese, question method-01-x)",
        "'why' of option a has 4 words of at least 12 (English, question method-01-x)",
    ]


def test_nineteen_and_twenty_characters_eleven_and_twelve_words() -> None:
    short = item(why=("由谁确认几点答复两样都说到了而且都守得", "one two three four five six seven eight nine ten eleven"))
    good = item(why=("由谁确认，几点答复，两样都说到了，而且都守得住！", "One two three four five six seven eight nine ten eleven twelve."))
    assert (len(said(long_enough, short)), said(long_enough, good)) == (6, [])


def test_the_explanation_of_a_question_without_options(site: Site) -> None:
    site.edit(BANK, "zh: 先让客户知道几点有答复，再去内部确认，等待才有尽头。", "zh: 先说几点。")
    assert site.lines("S04") == [
        "quizzes/quality/method-01.yml:128:11 'explain' has 4 characters of at least 20 (Chinese, question method-01-order) | say why, in 20 characters or 12 words at least: what happens next if somebody acts like this",
    ]


def test_feedback_told_to_two_options() -> None:
    why = "七通电话占掉半个上午，口头报的账号没有凭据，过后还要再发"
    question = item(zh=("发一条消息", "请大家开会", "挨个打电话"), why=(why, "Seven calls cost the morning, and nothing stands in writing after them"))
    assert said(each_its_own, question) == [
        f"'why' of option {later} says what 'why' of option a says ({language}, question method-01-x)" for language in ("Chinese", "English") for later in "bc"
    ]


def test_feedback_that_repeats_the_option() -> None:
    option = "先去仓库问清有没有货，五点以前给您回个准话"
    english = "I ask the store first whether it is there, and call you before five with a yes or no"
    question = item(zh=(f"“{option}。”", "请他等等", "答应下来"), en=(english, "Make him wait", "Say yes now"), why=(f"对，应该{option}。", f"Right: {english}!"))
    assert said(says_why, question) == [
        "'why' of option a repeats the option (Chinese, question method-01-x)",
        "'why' of option a repeats the option (English, question method-01-x)",
    ]


def test_feedback_that_takes_up_words_of_the_option() -> None:
    question = item(zh=("先问仓库", "请他等等", "答应下来"), why=("先问仓库再开口，由谁确认和几点答复都说到了。", "Ask the store before you speak: it says who confirms and when you answer."))
    assert said(says_why, question) == []


# B03


def test_a_bank_that_asks_too_little(site: Site) -> None:
    text = site.read(BANK)
    start, end = text.index("  - id: method-01-lines"), text.index("checklists:")
    site.write(BANK, text[:start].replace("level: apply", "level: remember") + text[end:])
    assert site.lines("B03") == [
        "quizzes/quality/method-01.yml:6:9 no question asks for the objective 'method-01-answer' | every objective has at least two",
        "quizzes/quality/method-01.yml:10:3 0 of 2 questions are on 'apply' or 'analyse' | make it at least 1: ask for a decision in a situation",
        "quizzes/quality/method-01.yml:10:3 all questions are of type 'single' | use at least two types: single, multiple, blank, order, match",
        "quizzes/quality/method-01.yml:10:3 the lesson has 2 questions | write at least 5",
    ]


def test_two_of_five_are_enough_and_one_is_not(site: Site) -> None:
    text = site.read(BANK)
    five = text[:text.index("  - id: method-01-who\n")] + text[text.index("checklists:"):]
    site.write(BANK, five.replace("level: analyse", "level: remember"))
    assert site.messages("B03") == []
    site.write(BANK, five.replace("level: analyse", "level: remember").replace("level: apply", "level: remember", 1))
    assert site.messages("B03") == [
        "1 of 5 questions are on 'apply' or 'analyse'",
    ]


def test_a_lesson_without_objectives(site: Site) -> None:
    text = site.read(BANK)
    site.write(BANK, "page: method-01\n" + text[text.index("questions:"):])
    assert site.lines("B03") == [
        "quizzes/quality/method-01.yml:3:3 the lesson has no objectives | say under 'objectives:' what a learner can do afterwards",
    ]


def test_only_lessons_need_a_full_bank(site: Site) -> None:
    site.write("quizzes/quality/index.yml", "page: quality\nobjectives:\n  - id: quality-x\n    zh: 能说\n    en: Say\n")
    assert site.lines("B03") == []


def test_every_rule_about_items_is_asked_about_the_bank(site: Site) -> None:
    """The cases above call rules one by one; here one bank has a flaw for each."""
    site.edit(BANK, "zh: 仓库主管", "zh: 以上都是")
    site.edit(BANK, "zh: 客户会计", "zh: A和B")
    site.edit(BANK, "en: The storekeeper", "en: “The sales manager!”")
    site.edit(BANK, "zh: 哪两条记录让接手的人能准点回话？", "zh: 下列说法正确的是：")
    site.edit(BANK, "en: Which two notes let a colleague answer on time?", "en: It is not uncommon to take over notes. Which two let you answer?")
    site.edit(BANK, "en: Customer chasing, handle soon", "en: Customer calls and calls, the thing is to be handled soon")
    site.edit(BANK, "en: Soon is no time, and nothing says whom to ask about it first.", "en: Well, customer calls and calls, the thing is to be handled soon.")
    assert [line for code in ("F02", "F09", "F10", "F12", "F18", "S04") for line in site.messages(code)] == [
        "an option stands for all or none of the others: '以上都是' (Chinese, question method-01-whom)",
        "an option combines others: 'A和B' (Chinese, question method-01-whom)",
        "two options say the same: options a and b (English, question method-01-whom)",
        "the question says nothing of its own: '下列说法正确的是：' (Chinese, question method-01-lines)",
        "a double negative: 'not uncommon' in 'ask' (English, question method-01-lines)",
        "'why' of option c repeats the option (English, question method-01-lines)",
    ]
