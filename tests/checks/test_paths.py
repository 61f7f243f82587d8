"""P02 for learning paths: each stands on its page, and every step leads somewhere."""

from __future__ import annotations

from .conftest import Site

PATHS = """\
paths:
  - id: {id}
    steps:
      - when:
          zh: 第一天
          en: Day one
        page: {page}
        do:
          zh: 做一件事
          en: Do one thing
"""


def test_a_path_without_a_page_and_a_step_without_one(site: Site) -> None:
    site.write("quizzes/paths.yml", PATHS.format(id="first-wek", page="method-02"))
    assert site.lines("P02") == [
        "quizzes/paths.yml:2:9 no page has the id 'first-wek' | write the page (kind: path), or mend the id",
        "quizzes/paths.yml:7:15 no page has the id 'method-02' | did you mean 'method-01'?",
    ]


def test_a_page_that_does_not_show_its_path(site: Site) -> None:
    site.write("quizzes/paths.yml", PATHS.format(id="method-01", page="method-01"))
    assert [line.partition(" ")[2] for line in site.lines("P02")] == ["the page does not show its path (quizzes/paths.yml) | add a line <!-- path -->"] * 2


def test_a_marker_for_a_path_or_an_app_that_is_not_there(site: Site) -> None:
    site.add_both("\n<!-- path -->\n\n<!-- app reveiw -->")
    assert [line.partition(" ")[2] for line in site.lines("P02")][:2] == [
        "no path 'method-01' in quizzes/paths.yml | write its steps there",
        "no app 'reveiw' | did you mean 'review'?",
    ]


def test_a_step_that_says_nothing(site: Site) -> None:
    site.write("quizzes/paths.yml", PATHS.format(id="method-01", page="method-01").replace("        page: method-01\n", ""))
    site.add_both("\n<!-- path -->")
    assert [line.partition(" ")[2] for line in site.lines("P02")] == ["a step with neither 'page' nor 'read' | name a page, or say under 'read' what is done instead"]


def test_search_words_of_a_page_that_is_not_there_or_twice(site: Site) -> None:
    site.write("quizzes/search.yml", "also:\n  - page: method-02\n    zh: [甲]\n  - page: method-01\n    zh: [乙]\n  - page: method-01\n    zh: [丙]\n")
    assert site.lines("P02") == [
        "quizzes/search.yml:2:11 no page has the id 'method-02' | did you mean 'method-01'?",
        "quizzes/search.yml:6:11 'method-01' stands twice | put the words of both into one entry",
    ]
