"""F23 and F24: questions that copy their page, or each other."""

from __future__ import annotations

from .conftest import BANK, EN, ZH, Site

PAGE_ZH = "承诺的分量不在口气，在别人能不能照着它安排事情。"
PAGE_EN = "A promise is worth what others can plan by it, however firm it sounds."


def test_a_sentence_of_the_page_in_a_question(site: Site) -> None:
    site.add(ZH, PAGE_ZH)
    site.add(EN, PAGE_EN)
    site.edit(BANK, "zh: 日期没定的时候，先答应____的时间。", f"zh: {PAGE_ZH.replace('安排事情', '____')}")
    site.edit(BANK, "en: While the date is open, promise the time of your ____ first.", f"en: {PAGE_EN.replace('firm', '____')}")
    lines = site.lines("F23")
    assert [line.partition(" | ")[0] for line in lines] == [
        "quizzes/quality/method-01.yml:101:11 a sentence of the page is copied: 100% of '承诺的分量不在口气，在别人能不能照着它安排事情。' in docs/quality/method-01.zh.md:49 ('ask', Chinese, question method-01-first)",
        "quizzes/quality/method-01.yml:102:11 a sentence of the page is copied: 85% of 'A promise is worth what others can plan by it, however firm it sounds.' in docs/quality/method-01.en.md:49 ('ask', English, question method-01-first)",
    ]


def test_feedback_may_quote_the_page_and_a_new_scene_is_no_copy(site: Site) -> None:
    site.add(ZH, PAGE_ZH)
    site.edit(BANK, "zh: 几点答复由你自己决定，说出口就守得住，客户也知道等到几点。", f"zh: {PAGE_ZH}所以要先问清楚再开口。")
    site.edit(BANK, "zh: 日期没定的时候，先答应____的时间。", "zh: 别人照着你的话约了吊车，货要晚一天，先给他一个____的时间。")
    assert site.lines("F23") == []


def test_a_copy_is_excused_like_every_warning(site: Site) -> None:
    site.add(ZH, PAGE_ZH)
    site.edit(BANK, "    ask:\n      zh: 日期没定的时候，先答应____的时间。", f"    allow: {{F23: '2026-12-01: the sentence itself is asked for'}}\n    ask:\n      zh: {PAGE_ZH.replace('安排事情', '____')}")
    assert [problem.severity for problem in site.problems("F23")] == ["excused"]


def test_two_questions_that_ask_nearly_the_same(site: Site) -> None:
    site.edit(BANK, "zh: 客户想多要十天账期，你先去找哪一位？", "zh: 客户问周四能否到货，排产下午才定。你怎么答？")
    site.edit(BANK, "en: The customer wants ten more days to pay. Whom do you ask first?", "en: The buyer asks for Thursday, and planning decides this afternoon. What do you say?")
    assert [line.partition(" | ")[0] for line in site.lines("F24")] == [
        "quizzes/quality/method-01.yml:44:11 two questions ask nearly the same: method-01-whom and method-01-friday (Chinese)",
        "quizzes/quality/method-01.yml:45:11 two questions ask nearly the same: method-01-whom and method-01-friday (English)",
    ]


def test_the_same_form_for_another_matter(site: Site) -> None:
    site.edit(BANK, "zh: 客户问周五能否到货，排产下午才定。你怎么答？", "zh: 客户要求退掉三箱密封件，你先做什么？")
    site.edit(BANK, "zh: 客户想多要十天账期，你先去找哪一位？", "zh: 客户要求开具增值税发票，你先做什么？")
    assert site.lines("F24") == []
