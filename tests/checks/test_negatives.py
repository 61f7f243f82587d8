"""F03: who asks for what is *not* so says it in bold."""

from __future__ import annotations

import pytest

from course.checks.negatives import unmarked_negative
from course.checks.stems import very_long

from .conftest import item
from .test_items import said

OTHER_ZH, OTHER_EN = "客户在电话里问周五能否到货，你怎么答？", "A buyer asks on the phone for Friday. What do you say?"


@pytest.mark.parametrize(
    ("ask", "word"),
    [
        ("下列做法不恰当的是？", "不恰当"),
        ("接到投诉后，以下哪一项做法不合适？", "不合适"),
        ("下面哪一项不属于大客户档案？", "不属于"),
        ("客户催货时，不应该说的是哪一句？", "不应该"),
        ("处理投诉，下列做法错误的是哪一项？", "错误"),
        ("关于值班卡，哪一项说法有误？", "有误"),
        ("以下各项都该写进跟进表，除了：", "除了"),
        ("交接时，除了哪一项，其他都要写清？", "除了"),
        ("以下哪一项不能当场答应客户？", "不能"),
    ],
)
def test_a_question_for_what_is_not_so_in_chinese(ask: str, word: str) -> None:
    assert said(unmarked_negative, item(ask=(ask, OTHER_EN))) == [f"the question asks for what is not so, without emphasis: '{word}' (Chinese, question method-01-x)"]


@pytest.mark.parametrize(
    "ask",
    [
        "下面哪一项**不属于**大客户档案？",
        "哪一句**不**应该说？",
        "客户问能不能周五到货，你怎么答？",
        "客户说不能等到周五，你先做哪一步？",
        "排产不到四点不会定，你怎么答？",
        "仓管员说不能发货的那一批，由哪位确认？",
        "哪位客户的货不能按时到，你要先打电话？",
        "不用等经理批准就能答复的是哪一条？",
        "交接时，除了价格，还要问哪三样？",
        "他问：“哪些不能退？”你怎么答？",
        "哪一句能让客户不再催？",
    ],
)
def test_not_elsewhere_in_chinese(ask: str) -> None:
    assert said(unmarked_negative, item(ask=(ask, OTHER_EN))) == []


@pytest.mark.parametrize(
    ("ask", "word"),
    [
        ("Which of these is not part of a customer file?", "not"),
        ("What can you not promise on the phone?", "not"),
        ("Which of these can’t you decide on your own?", "can’t"),
        ("All of these belong in the follow-up sheet except:", "except"),
        ("Which reply is least likely to calm the customer?", "least"),
        ("A complaint comes in. Which of these do you not write down?", "not"),
    ],
)
def test_a_question_for_what_is_not_so_in_english(ask: str, word: str) -> None:
    assert said(unmarked_negative, item(ask=(OTHER_ZH, ask))) == [f"the question asks for what is not so, without emphasis: '{word}' (English, question method-01-x)"]


@pytest.mark.parametrize(
    "ask",
    [
        "Which of these is **not** part of the file?",
        "Which of these is NOT part of the file?",
        "The work will not be done until Friday. What do you say?",
        "The buyer, who has not paid, asks for a discount. What do you say?",
        "What do you say if you do not know the date?",
        "Which supplier has not answered yet?",
        "Which reply costs the customer least?",
        "Who must confirm at least once a week?",
        "“Which of these is not ours?” asks the buyer. What do you answer?",
    ],
)
def test_not_elsewhere_in_english(ask: str) -> None:
    assert said(unmarked_negative, item(ask=(OTHER_ZH, ask))) == []


def test_emphasis_on_the_whole_question_is_emphasis_on_nothing() -> None:
    question = item(ask=("**交接的时候，下面哪一项不属于大客户档案？**", "**Which of these is not part of a customer file?**"))
    assert len(said(unmarked_negative, question)) == 2


# F17


def test_a_very_long_question() -> None:
    question = item(ask=("客" * 151 + "？", " ".join(["word"] * 91) + "?"))
    assert said(very_long, question) == [
        "the question is very long: 151 characters of at most 150 (Chinese, question method-01-x)",
        "the question is very long: 91 words of at most 90 (English, question method-01-x)",
    ]
    assert said(very_long, question.model_copy(update={"vignette": True})) == []
    assert said(very_long, item(ask=("客" * 150 + "？", " ".join(["word"] * 90) + "?"))) == []
