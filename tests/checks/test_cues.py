"""F04, F05, F06, F08: words that give the key away. Single questions in memory, the first option right."""

from __future__ import annotations

import pytest

from course.checks.cues import absolutes, converging, echoes, vague

from .conftest import item
from .test_items import said

# F04


def test_absolute_words_in_wrong_options_only() -> None:
    question = item(zh=("先问仓库再答", "总是先答应他", "转给经理处理"), en=("Ask the store", "Never call back", "Send him away"))
    assert said(absolutes, question) == [
        "only wrong options use absolute words: '总是' in option b (Chinese, question method-01-x)",
        "only wrong options use absolute words: 'Never' in option b (English, question method-01-x)",
    ]


@pytest.mark.parametrize("options", [("一定先问仓库", "总是先答应他", "转给经理"), ("先问仓库", "不一定要答应", "先付一定的钱"), ("先问仓库", "问所有权归谁", "转给经理"), ("一定先问仓库", "先答应他", "转给经理")])
def test_absolute_words_that_are_no_cue_in_chinese(options: tuple[str, ...]) -> None:
    assert said(absolutes, item(zh=options)) == []


@pytest.mark.parametrize("options", [("Always ask the store", "Never call back", "Wait"), ("Ask the store", "Call every Friday", "Call every two weeks"), ("Only ask", "Wait", "Say yes")])
def test_absolute_words_that_are_no_cue_in_english(options: tuple[str, ...]) -> None:
    assert said(absolutes, item(en=options)) == []


# F05


def test_a_vague_frequency_in_an_option_and_in_what_is_asked() -> None:
    question = item(ask=("接到加急电话，新人通常先做什么？", "An urgent call comes in. What do people usually do?"), zh=("先问仓库", "有时先答应", "转给经理"), en=("Ask the store", "Often say yes", "Call the boss"))
    assert said(vague, question) == [
        "a vague word of frequency: '通常' in 'ask' (Chinese, question method-01-x)",
        "a vague word of frequency: '有时' in option b (Chinese, question method-01-x)",
        "a vague word of frequency: 'usually' in 'ask' (English, question method-01-x)",
        "a vague word of frequency: 'Often' in option b (English, question method-01-x)",
    ]


def test_a_scene_may_tell_what_happens_often_with_a_number_beside_it() -> None:
    question = item(ask=("客户经常在夜里来电，每周三次，你怎么办？", "A plant often rings at night, three times a week. How often do you look at the log?"), zh=("先问仓库", "开普通发票", "找一般纳税人"), en=("Ask the store", "Check it runs normally", "Wait a day"))
    assert said(vague, question) == []


# F06


def test_a_rare_word_of_the_question_in_the_key_alone() -> None:
    question = item(
        ask=("招标办说标书缺原厂授权书，你先做什么？", "The tender office misses the authorisation. What do you do first?"),
        zh=("请厂家补授权书", "找财务开发票", "等下一轮再投"), en=("Request the authorisation", "Have an invoice written", "Bid again later"),
    )
    assert said(echoes, question) == [
        "a rare word of the question stands in the right option alone: '授权书' in option a (Chinese, question method-01-x)",
        "a rare word of the question stands in the right option alone: 'authoris' in option a (English, question method-01-x)",
    ]


def test_words_that_every_question_has_and_words_that_wrong_options_share() -> None:
    question = item(
        ask=("客户要授权书，经理不在，你先问谁？", "The customer wants an authorisation by Friday. Whom do you ask?"),
        zh=("问客户要不要授权", "借一份授权书来", "转给经理"), en=("The manager on Friday", "The old authorisation", "The customer"),
    )
    assert said(echoes, question) == []


def test_another_form_of_the_word_in_a_wrong_option_answers_for_it() -> None:
    question = item(
        ask=("七份报价没有下文，哪句可以写进卡里？", "Seven quotations were never answered. Which sentence can go on the card?"),
        zh=("报价发出两天后打电话", "想想哪些报价没回音", "多下决心", "争取一半有回音"),
        en=("Two days after a quotation, I ring", "Think over which quotations are quiet", "Be firm", "Reach half of my goals"),
    )
    assert said(echoes, question) == []


# F08


def test_the_key_is_the_middle_of_the_others() -> None:
    question = item(
        zh=("先核库存，五点打电话", "先核库存，下周写邮件", "先收定金，五点打电话", "让他另找一家"),
        en=("Check the shelves, ring before five", "Check the shelves, mail next week", "Collect a deposit, ring before five", "Recommend another firm"),
    )
    assert said(converging, question) == [
        "the right option shares most with the others: option a shares its parts with b, c (Chinese, question method-01-x)",
        "the right option shares most with the others: option a shares its parts with b, c (English, question method-01-x)",
    ]


@pytest.mark.parametrize(
    "options",
    [
        ("核过库存再回电", "核过库存就发货", "先把定金收了"),
        ("先核库存，五点打电话", "先核库存，下周写邮件", "先收定金，五点打电话", "先收定金，下周写邮件"),
        ("问仓库", "问仓管员", "问仓库主任"),
    ],
)
def test_options_that_are_alike_without_a_middle(options: tuple[str, ...]) -> None:
    assert said(converging, item(zh=options)) == []


@pytest.mark.parametrize(
    ("options", "usual"),
    [
        (("Shelves, deposit, invoice", "Shelves, deposit, letter", "Shelves, week, invoice", "Price, deposit, invoice"), "deposit, invoic, shelv"),
        (("Shelves, deposit, letter", "Shelves, deposit, invoice", "Shelves, week, invoice", "Price, deposit, invoice"), ""),
        (("Shelves, deposit, invoice", "Shelves, deposit, letter", "Price, deposit, invoice"), ""),
        (("Shelves, deposit, invoice", "Shelves, deposit, letter", "Shelves, deposit, week", "Shelves, deposit, price"), ""),
        (("Shelves, deposit", "Shelves, letter", "Shelves, deposit", "Price, deposit"), ""),
        (("Shelves, deposit, invoice", "Shelves, deposit, letter", "Shelves, deposit, week", "Price, deposit, invoice"), ""),
    ],
)
def test_the_key_has_all_that_most_options_have(options: tuple[str, ...], usual: str) -> None:
    found = [message.partition(": ")[2] for message in said(converging, item(en=options)) if "alone" in message]
    assert found == ([f"option a alone has all that most options have: {usual} (English, question method-01-x)"] if usual else [])


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        ("客户说“经常缺货”，你怎么答？", ""), ("客户经常来电。你怎么答？", "经常"), ("客户每周经常来电。你怎么答？", ""), ("客户来了，你通常怎么答？", "通常"), ("他每周来，你通常怎么答？", "通常"), ("他每周来。经常要货。你怎么答？", "经常"),
    ],
)
def test_where_a_vague_word_counts(ask: str, found: str) -> None:
    assert said(vague, item(ask=(ask, "What do you say to him now?"))) == ([f"a vague word of frequency: '{found}' in 'ask' (Chinese, question method-01-x)"] if found else [])
