"""L01: figures and emphasis, compared between the two languages of a text."""

from __future__ import annotations

import pytest

from course.checks.bilingual import same_emphasis, same_figures

from .conftest import BANK, Site, item
from .test_items import said


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("一年38万元，谁签字？", "380,000 yuan a year: who signs?"),
        ("下午4点定，你说几点？", "Planning decides at four. Which time do you name?"),
        ("热线18:00下班，打哪个号？", "The hotline closes at 6 p.m. Which number do you ring?"),
        ("约三成在别家买，怎么写？", "About 30% are bought elsewhere. How do you put it?"),
        ("打八折的单子，谁批？", "A 20% discount: who approves?"),
        ("12月1日前送到，你哪天写？", "Due by 1 December: when do you write?"),
        ("１２台泵，几号能到？", "Twelve pumps: on which day?"),
        ("1小时内回话，谁来接？", "A reply within the hour: who takes it?"),
        ("客户说一定要快，十分着急，你怎么答？", "A customer is in a great hurry. What do you say?"),
        ("一万二千元的检修队，谁付？", "The crew costs 12,000 yuan. Who pays?"),
        ("3万元以上的单，谁签？", "Orders from thirty thousand yuan up: who signs?"),
    ],
)
def test_the_same_figures(zh: str, en: str) -> None:
    assert said(same_figures, item(ask=(zh, en))) == []


@pytest.mark.parametrize(
    ("zh", "en", "message"),
    [
        ("检修队要12,000元，谁付？", "The crew costs 21,000 yuan. Who pays?", "the figures differ: '12,000' in Chinese only, '21,000' in English only ('ask', question method-01-x)"),
        ("一年38万元，谁签字？", "38,000 yuan a year: who signs?", "the figures differ: '38万' in Chinese only, '38,000' in English only ('ask', question method-01-x)"),
        ("5点前回话，谁来打？", "A reply before six: who rings?", "the figures differ: '5' in Chinese only ('ask', question method-01-x)"),
        ("把这三步排好。", "Put the four steps in order.", "the numbers differ: 3 in Chinese, 4 in English ('ask', question method-01-x)"),
    ],
)
def test_figures_that_differ(zh: str, en: str, message: str) -> None:
    assert said(same_figures, item(ask=(zh, en))) == [message]


def test_feedback_may_repeat_a_sum_that_the_other_language_only_means() -> None:
    question = item(ask=("检修队要12,000元，谁付？", "The crew costs 12,000 yuan. Who pays?"), why=("队伍少跑一趟，钱照付，客户那边也没有省下什么。", "The crew saves a trip, but the 12,000 yuan are owed all the same."))
    assert said(same_figures, question) == []


def test_emphasis_that_differs(site: Site) -> None:
    site.edit(BANK, "zh: 客户想多要十天账期，你先去找哪一位？", "zh: 客户想多要十天账期，你**先**去找哪一位？")
    assert site.lines("L01") == [
        "quizzes/quality/method-01.yml:45:11 the emphasis differs: once in Chinese, none in English ('ask', question method-01-whom) | emphasise the same word in both languages",
    ]
    assert said(same_emphasis, item(ask=("**先**问谁，再问谁？", "Whom do you ask **first**, and whom next?"))) == []
    assert said(same_emphasis, item(ask=("先答应____的时间。", "First promise the time of your ____."))) == []
