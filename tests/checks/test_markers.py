"""P02 for markers, banks and checklists."""

from __future__ import annotations

import pytest

from .conftest import BANK, ZH, Site


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("<!--quiz-->", "almost a marker: <!--quiz-->", "write exactly <!-- quiz -->"),
        ("<!-- Quiz -->", "almost a marker: <!-- Quiz -->", "write exactly <!-- quiz -->"),
        ("<!-- quizz -->", "almost a marker: <!-- quizz -->", "write exactly <!-- quiz -->"),
        ("<!-- quiz method-01 -->", "almost a marker: <!-- quiz method-01 -->", "write exactly <!-- quiz -->"),
        ("<!-- quiz -->  ", "the marker <!-- quiz --> does not stand alone on its line", "give it a line of its own, without spaces before or after it"),
        ("  <!-- quiz -->", "the marker <!-- quiz --> does not stand alone on its line", "give it a line of its own, without spaces before or after it"),
        ("试一试：<!-- quiz -->", "the marker <!-- quiz --> does not stand alone on its line", "give it a line of its own, without spaces before or after it"),
        ("> <!-- quiz -->", "the marker <!-- quiz --> does not stand alone on its line", "give it a line of its own, without spaces before or after it"),
        ("<!-- checklist -->", "almost a marker: <!-- checklist -->", "name what it shows: <!-- checklist … -->"),
        ("<!-- checklist: method-01-before-calling -->", "almost a marker: <!-- checklist: method-01-before-calling -->", "write exactly <!-- checklist method-01-before-calling -->"),
        ("<!-- checklist Method_01 -->", "almost a marker: <!-- checklist Method_01 -->", "write exactly <!-- checklist method-01 -->"),
        ("<!-- check list method-01-before-calling -->", "almost a marker: <!-- check list method-01-before-calling -->", "write exactly <!-- checklist method-01-before-calling -->"),
        ("<!-- pictures twelve-rules -->", "almost a marker: <!-- pictures twelve-rules -->", "write exactly <!-- picture twelve-rules -->"),
        ("<!-- quiz", "almost a marker: <!-- quiz", "write exactly <!-- quiz -->"),
        ("<!- quiz ->", "almost a marker: <!- quiz ->", "write exactly <!-- quiz -->"),
        ("<!— quiz —>", "almost a marker: <!— quiz —>", "write exactly <!-- quiz -->"),
        ("<! quiz >", "almost a marker: <! quiz >", "write exactly <!-- quiz -->"),
        ("<quiz>", "'<quiz>' in a page", "questions stand in the page's bank in quizzes/; the page has the marker <!-- quiz -->"),
        ("</quiz>", "'</quiz>' in a page", "questions stand in the page's bank in quizzes/; the page has the marker <!-- quiz -->"),
    ],
)
def test_a_near_miss(site: Site, line: str, message: str, hint: str) -> None:
    number = site.add(ZH, line)
    found = [problem for problem in site.problems("P02") if problem.line >= number]
    assert [(problem.message, problem.hint) for problem in found] == [(message, hint)]
    assert found[0].column == len(line) - len(line.lstrip("试一：> ")) + 1


@pytest.mark.parametrize(
    "line",
    [
        "<!-- the quiz stands at the end -->",
        "<!-- picture of the pump still to come -->",
        "<!-- 测验放在最后 -->",
        "<!-- DRAFT -->",
        "`<!--quiz-->`",
        "用 `<quiz>` 写题的是插件",
        "```\n<!-- Quiz -->\n<quiz>\n```",
        "a <b>bold</b> quiz",
        "<!-- quality -->",
        "<https://www.iso.org/quiz>",
        "a -- quiz -- b",
    ],
)
def test_an_ordinary_line(site: Site, line: str) -> None:
    site.add(ZH, line)
    assert [problem for problem in site.problems("P02") if problem.path == ZH] == []


def test_a_marker_twice(site: Site) -> None:
    site.edit_both("<!-- quiz -->", "<!-- quiz -->\n\n<!-- quiz -->")
    site.edit_both("<!-- checklist method-01-before-calling -->", "<!-- checklist method-01-before-calling -->\n\n<!-- checklist method-01-before-calling -->")
    assert [line for line in site.lines("P02") if line.startswith(ZH)] == [
        "docs/quality/method-01.zh.md:41:1 the marker <!-- checklist method-01-before-calling --> stands twice (first in line 39) | delete one of the two",
        "docs/quality/method-01.zh.md:47:1 the marker <!-- quiz --> stands twice (first in line 45) | delete one of the two",
    ]


def test_an_unknown_checklist(site: Site) -> None:
    site.edit_both("<!-- checklist method-01-before-calling -->", "<!-- checklist method-01-before-caling -->")
    assert site.lines("P02") == [
        "docs/quality/method-01.en.md:39:1 no checklist 'method-01-before-caling' in quizzes/quality/method-01.yml | did you mean 'method-01-before-calling'?",
        "docs/quality/method-01.zh.md:39:1 no checklist 'method-01-before-caling' in quizzes/quality/method-01.yml | did you mean 'method-01-before-calling'?",
    ]


def test_a_checklist_that_is_not_placed(site: Site) -> None:
    site.edit(ZH, "<!-- checklist method-01-before-calling -->", "")
    assert site.lines("P02") == [
        "quizzes/quality/method-01.yml:164:9 the checklist 'method-01-before-calling' is not placed on docs/quality/method-01.zh.md | add a line <!-- checklist method-01-before-calling --> there",
    ]


def test_a_bank_without_its_marker(site: Site) -> None:
    site.edit_both("<!-- quiz -->\n", "")
    assert site.lines("P02") == [
        "docs/quality/method-01.en.md:41:1 the page does not show its 6 questions (quizzes/quality/method-01.yml) | add a line <!-- quiz -->",
        "docs/quality/method-01.zh.md:41:1 the page does not show its 6 questions (quizzes/quality/method-01.yml) | add a line <!-- quiz -->",
    ]


def test_a_marker_without_questions(site: Site) -> None:
    for language in ("zh", "en"):
        site.add(f"docs/quality/index.{language}.md", "<!-- quiz -->")
    assert site.lines("P02") == [
        "docs/quality/index.en.md:13:1 the quiz has nothing to show: quizzes/quality/index.yml is missing or cannot be read | write the questions there, or delete the marker",
        "docs/quality/index.zh.md:13:1 the quiz has nothing to show: quizzes/quality/index.yml is missing or cannot be read | write the questions there, or delete the marker",
    ]


def test_a_bank_whose_page_is_called_otherwise(site: Site) -> None:
    site.edit(BANK, "page: method-01", "page: method-1")
    assert site.lines("P02") == [
        "quizzes/quality/method-01.yml:1:7 no page has the id 'method-1' | write 'page: method-01', the id of docs/quality/method-01.zh.md",
    ]


def test_a_bank_without_a_page(site: Site) -> None:
    site.write("quizzes/quality/metod-02.yml", "page: metod-01\n")
    assert site.lines("P02") == [
        "quizzes/quality/metod-02.yml:1:7 no page has the id 'metod-01' | did you mean 'method-01'?",
    ]


def test_a_bank_in_another_folder_than_its_page(site: Site) -> None:
    site.write("quizzes/time/method-01.yml", site.read(BANK))
    site.delete(BANK)
    assert site.lines("P02") == [
        "quizzes/time/method-01.yml:1:7 the page 'method-01' is docs/quality/method-01.zh.md, and this bank is quizzes/time/method-01.yml | move the bank to quizzes/quality/method-01.yml, or correct 'page:'",
    ]


def test_a_blueprint_of_a_module_that_is_not_there(site: Site) -> None:
    number = site.add("docs/quality/index.zh.md", "<!-- blueprint -->\n\n<!-- blueprint quallity -->\n")
    site.add("docs/quality/index.en.md", "<!-- blueprint -->\n\n<!-- blueprint quallity -->\n")
    assert [line for line in site.lines("P02") if ".zh.md" in line] == [
        f"docs/quality/index.zh.md:{number + 2}:1 no module 'quallity' | did you mean 'quality'?",
        f"docs/quality/index.zh.md:{number + 2}:1 the blueprint leaves out the module 'quality' | add a heading and a line <!-- blueprint quality -->",
    ]


def test_a_whole_blueprint(site: Site) -> None:
    for path in ("docs/quality/index.zh.md", "docs/quality/index.en.md"):
        site.add(path, "<!-- blueprint -->\n\n<!-- blueprint quality -->\n")
    assert site.lines("P02") == []
