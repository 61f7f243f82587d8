"""What a page becomes: markers, terms and references in a page's Markdown, and what stands there when something is missing."""

from __future__ import annotations

import re

import pytest
from course.blueprint import blueprint_markdown
from course.lists import codes_markdown, evidence_markdown, glossary_markdown
from course.models import Course, Page
from course.pages import Filled, fill, term_notes
from course.problems import Problem
from course.register import claims_markdown, sources_markdown
from course.rendering import checklist, quiz

from ..checks.conftest import GLOSSARY, ZH, Site, site, written  # noqa: F401 – fixtures

SCRIPT = {"zh": "这一页要用脚本，脚本没有载入。课文和课末的自测照常能读。", "en": "This page needs its script, which did not load. Lessons and their checks can be read without it."}


@pytest.fixture
def course(site: Site) -> Course:
    return site.load()


def page_of(course: Course, id: str = "method-01", language: str = "zh") -> Page:
    return next(page for page in course.pages if page.id == id and page.language == language)


def filled(course: Course, markdown: str, id: str = "method-01", language: str = "zh", problems: tuple[Problem, ...] = ()) -> Filled:
    return fill(markdown, page_of(course, id, language), course, problems)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_questions_and_checklists_stand_where_their_markers_stood(course: Course, language: str) -> None:
    bank = course.bank("method-01")
    assert bank
    got = filled(course, "A\n\n<!-- quiz -->\n\n<!-- checklist method-01-before-calling -->\nB", language=language)
    assert got.markdown == f"A\n\n{quiz(bank, language)}\n\n{checklist(bank.checklists[0], language)}\nB"
    assert got.terms == ()


def test_a_marker_inside_code_is_text(course: Course) -> None:
    assert filled(course, "`<!-- quiz -->`\n\n```\n<!-- quiz -->\n```").markdown == "`<!-- quiz -->`\n\n```\n<!-- quiz -->\n```"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lists_of_the_whole_course_in_the_language_of_the_page(course: Course, language: str) -> None:
    lists = {
        "glossary": glossary_markdown(course, language),
        "evidence": evidence_markdown(course, language),
        "sources": sources_markdown(course, language),
        "claims": claims_markdown(course, language),
        "codes": codes_markdown(language),
        "blueprint": blueprint_markdown(course, language, ""),
        "blueprint quality": blueprint_markdown(course, language, "quality"),
    }
    for marker, text in lists.items():
        assert text and filled(course, f"<!-- {marker} -->", language=language).markdown == text


def test_a_blueprint_of_a_module_says_less_than_that_of_the_whole(course: Course) -> None:
    assert filled(course, "<!-- blueprint quality -->").markdown != filled(course, "<!-- blueprint -->").markdown
    assert "fb-problem" in filled(course, "<!-- blueprint nothing -->").markdown


@pytest.mark.parametrize(
    ("marker", "language", "said"),
    [
        ("ask", "zh", "拿不准，先问：**你的经理，或者公司里管法务、合规的同事**。问清楚以前，不答应、不收、不发、不去。"),
        ("ask", "en", "In doubt, first ask: **your manager, or whoever looks after legal matters and compliance in your company**. Until you have the answer, don’t agree, accept, send or go."),
        ("response", "zh", "公司的答复时限：**还没有填在这里，问你的经理**。"),
        ("response", "en", "Our response times: **not filled in here yet; ask your manager**."),
    ],
)
def test_what_a_company_has_not_filled_in(course: Course, marker: str, language: str, said: str) -> None:
    assert filled(course, f"<!-- {marker} -->", language=language).markdown == said


def test_what_a_company_has_filled_in(site: Site) -> None:
    site.write("company.yml", "name: ''\nask:\n  zh: 法务部\n  en: the legal team\nresponse:\n  zh: 两小时\n  en: two hours\n")
    course = site.load()
    assert filled(course, "<!-- ask -->").markdown == "拿不准，先问：**法务部**。问清楚以前，不答应、不收、不发、不去。"
    assert filled(course, "<!-- response -->", language="en").markdown == "Our response times: **two hours**."


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_that_a_script_fills_says_so_without_it(course: Course, language: str) -> None:
    assert filled(course, "<!-- app review -->", language=language).markdown == f'<div class="fb-app" data-app="review"><p class="fb-noscript">{SCRIPT[language]}</p></div>'


def test_the_exam_on_a_modules_own_test_page_asks_of_that_module(site: Site) -> None:
    for language in ("zh", "en"):
        site.write(f"docs/quality/test.{language}.md", site.read(f"docs/quality/index.{language}.md").replace("id: quality", "id: quality-test").replace("kind: index", "kind: practice"))
    assert filled(site.load(), "<!-- app exam -->", "quality-test").markdown == f'<div class="fb-app" data-app="exam" data-module="quality"><p class="fb-noscript">{SCRIPT["zh"]}</p></div>'


def test_a_path_stands_on_its_own_page_only(site: Site) -> None:
    for language in ("zh", "en"):
        site.write(f"docs/onboarding/week.{language}.md", site.read(f"docs/quality/index.{language}.md").replace("id: quality", "id: week").replace("kind: index", "kind: path"))
    site.write("quizzes/paths.yml", "paths:\n  - id: week\n    steps:\n      - page: method-01\n        when:\n          zh: 周一\n          en: Monday\n        do:\n          zh: 打一个电话\n          en: Make one call\n")
    course = site.load()
    assert filled(course, "<!-- path -->", "week", "en").markdown.split("\n") == [
        "| When | Read | Minutes | Then do |",
        "|---|---|---|---|",
        "| Monday | [Method 1, ask before you answer](../quality/method-01.md) | 7 | Make one call |",
    ]
    assert 'class="fb-problem"' in filled(course, "<!-- path -->").markdown


def test_a_picture_is_drawn_in_the_language_of_the_page(site: Site) -> None:
    site.write("docs/quality/who.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="1">{{who}}</text></svg>')
    site.write("docs/quality/who.yml", "title:\n  zh: 谁\n  en: Who\nalt:\n  zh: 你\n  en: You\nwords:\n  who:\n    zh: 你\n    en: You\n")
    course = site.load()
    got = filled(course, "<!-- picture who -->", language="en").markdown
    assert got.startswith('<figure class="fb-picture"><svg ') and ">You</text>" in got and "你" not in got
    assert 'class="fb-problem"' in filled(course, "<!-- picture whom -->").markdown


# what is missing


def test_a_box_stands_for_what_is_missing_and_says_what_is_wrong(course: Course) -> None:
    here = ZH
    problems = (
        Problem(here, 3, 7, "P02", "no <checklist>", "write & look"),
        Problem("quizzes/quality/method-01.yml", 1, 2, "S01", "broken", ""),
        Problem(here, 4, 1, "P06", "a warning", "x", "warning"),
        Problem("docs/quality/index.zh.md", 4, 1, "P02", "elsewhere", "x"),
        Problem("quizzes/quality/method-012.yml", 1, 2, "S01", "a neighbour", "x"),
    )
    assert filled(course, "<!-- checklist method-01-none -->", problems=problems).markdown == (
        '<div class="fb-problem" role="alert"><p><strong>这里有问题，改好后会自动消失</strong></p><ul>'
        "<li><code>docs/quality/method-01.zh.md:3:7</code> no &lt;checklist&gt;<br>write &amp; look</li>"
        "<li><code>quizzes/quality/method-01.yml:1:2</code> broken</li></ul></div>"
    )


@pytest.mark.parametrize(("count", "more"), [(5, ""), (6, "<p>1</p>"), (8, "<p>3</p>")])
def test_a_box_shows_five_problems_and_counts_the_others(course: Course, count: int, more: str) -> None:
    got = filled(course, "<!-- quiz -->", "quality", problems=tuple(Problem("docs/quality/index.zh.md", n + 1, 1, "P02", "x", "") for n in range(count))).markdown
    assert got.count("<li>") == 5
    assert "".join(f"<p>{number}</p>" for number in re.findall(r"</ul><p>\D*(\d+)\D*</p></div>$", got)) == more


def test_a_page_without_a_bank_has_a_box_where_its_quiz_should_be(course: Course) -> None:
    for marker in ("quiz", "checklist method-01-before-calling"):
        assert 'class="fb-problem"' in filled(course, f"<!-- {marker} -->", "quality").markdown


# terms and references


@pytest.mark.parametrize(
    ("id", "glossary", "evidence"),
    [("method-01", "../reference/glossary.md", "../reference/evidence.md"), ("reference-glossary", "glossary.md", "evidence.md")],
)
def test_terms_and_references_lead_to_their_entries(course: Course, id: str, glossary: str, evidence: str) -> None:
    got = filled(course, "说[大客户](term-key-account)，见[一份研究](ref-smith-2020)，又说[客户](term-key-account)。", id)
    assert got.markdown == (
        f"说[大客户]({glossary}#term-key-account){{ .fb-term data-term=term-key-account }}，"
        f"见[一份研究]({evidence}#ref-smith-2020){{ .fb-ref }}，"
        f"又说[客户]({glossary}#term-key-account){{ .fb-term data-term=term-key-account }}。"
    )
    assert got.terms == ("term-key-account",)


def test_a_page_at_the_top_finds_the_reference_below_it(site: Site) -> None:
    for language in ("zh", "en"):
        site.write(f"docs/index.{language}.md", site.read(f"docs/quality/index.{language}.md").replace("id: quality", "id: home"))
    assert filled(site.load(), "[a](term-key-account)", "home").markdown == "[a](reference/glossary.md#term-key-account){ .fb-term data-term=term-key-account }"


def test_what_leads_nowhere_and_what_is_code_stays_as_it_is(course: Course) -> None:
    text = "[a](term-none) [b](ref-none) [c](method-01.md) `[d](term-key-account)` [e](other-key-account) [f](#term-key-account)"
    assert filled(course, text) == Filled(text, ())


def test_a_term_whose_words_are_code_and_two_lines_of_them(course: Course) -> None:
    got = filled(course, "`x` [`y`](term-key-account) z\n[w](term-none) and [v](ref-smith-2020)")
    assert got.markdown == "`x` [`y`](../reference/glossary.md#term-key-account){ .fb-term data-term=term-key-account } z\n[w](term-none) and [v](../reference/evidence.md#ref-smith-2020){ .fb-ref }"


def test_the_notes_of_terms(site: Site) -> None:
    site.edit(GLOSSARY, "An important customer with a person of its own", "A customer & a person <of its own>")
    course = site.load()
    assert term_notes(("term-key-account", "term-none"), course, "en") == (
        '\n<div class="fb-terms" hidden><p data-term="term-key-account"><strong>key account</strong> A customer &amp; a person &lt;of its own&gt;</p></div>'
    )
    assert term_notes(("term-key-account",), course, "zh") == '\n<div class="fb-terms" hidden><p data-term="term-key-account"><strong>大客户</strong> 由专人负责的重要客户</p></div>'
    assert term_notes((), course, "zh") == "" and term_notes(("term-none",), course, "zh") == ""
