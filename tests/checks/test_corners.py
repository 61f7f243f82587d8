"""The corners of rules about pages and banks that the tests beside this one pass by: the very place, the words and the hint, and what is just good enough."""

from __future__ import annotations

import pytest

from course.checks.typography import mended, mends

from .conftest import BANK, EN, ZH, Site, _PAGE

PATHS = "paths:\n  - id: {id}\n    steps:\n      - when:\n          zh: 第一天\n          en: Day one\n        page: {page}\n        do:\n          zh: 做一件事\n          en: Do one thing\n"
INDEX_ZH, INDEX_EN = "docs/quality/index.zh.md", "docs/quality/index.en.md"


# P01


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sources: [qm-01]", "sources: []", "7:10 'sources' differs: qm-01 in Chinese, nothing in English | write the same in both files"),
        ("minutes: 7\n", "", "2:1 'minutes' differs: 7 in Chinese, nothing in English | write the same in both files"),
        ("minutes: 7\n", "minutes: 7\nprovenance: supplement\n", "7:13 'provenance' differs: nothing in Chinese, supplement in English | write the same in both files"),
        ("minutes: 7\n", "minutes: 7\naliases: [old-1, old-2]\n", "7:10 'aliases' differs: nothing in Chinese, old-1, old-2 in English | write the same in both files"),
        ("id: method-01\n", "id: method-02\n", "2:5 'id' differs: method-01 in Chinese, method-02 in English | write the same in both files"),
        ("kind: lesson\n", "kind: form\n", "3:7 'kind' differs: lesson in Chinese, form in English | write the same in both files"),
    ],
)
def test_each_field_that_both_languages_share(site: Site, old: str, new: str, said: str) -> None:
    site.edit(EN, old, new)
    assert site.lines("P01") == [f"{EN}:{said}"]


def test_a_page_in_english_only(site: Site) -> None:
    site.delete(INDEX_ZH)
    assert site.lines("P01") == [f"{INDEX_EN}:1:1 the Chinese page {INDEX_ZH} is missing or cannot be read | every page stands in both languages; write the other one, or mend its front matter"]


def test_what_the_chinese_page_lacks_is_said_on_the_english_one(site: Site) -> None:
    line = site.add(EN, "### More { #more }\n\n<!-- glossary -->\n\n<!-- glossary -->\n\n[x](#why) [y](#why) [z](HTTP://a.b) [v](https://a.b)")
    assert site.lines("P01") == [
        f"{EN}:{line}:1 the Chinese page has no heading '#more' | add it in {ZH}, or take it out here",
        f"{EN}:{line + 2}:1 the Chinese page has no marker 'glossary' | add it in {ZH}, or take it out here",
        f"{EN}:{line + 4}:1 the Chinese page has no marker 'glossary' | add it in {ZH}, or take it out here",
        f"{EN}:{line + 6}:1 the Chinese page does not link to '#why' | link to it in {ZH} too, or take this link out",
    ]


def test_markers_in_another_order_are_said_once(site: Site) -> None:
    zh = site.add(ZH, "<!-- glossary -->\n\n<!-- evidence -->\n\n<!-- codes -->")
    en = site.add(EN, "<!-- codes -->\n\n<!-- evidence -->\n\n<!-- glossary -->")
    assert zh and site.lines("P01") == [f"{EN}:{en}:1 the markers stand in another order than in Chinese: 'codes' where 'glossary' stands there | use the same order in both files"]


# P02, paths and apps


def test_a_path_whose_page_is_called_nearly_so(site: Site) -> None:
    site.write("quizzes/paths.yml", PATHS.format(id="method-02", page="qqq"))
    assert site.lines("P02") == [
        "quizzes/paths.yml:2:9 no page has the id 'method-02' | did you mean 'method-01'?",
        "quizzes/paths.yml:7:15 no page has the id 'qqq' | name the id in the page's front matter",
    ]


def test_a_path_that_its_page_does_not_show(site: Site) -> None:
    site.write("quizzes/paths.yml", PATHS.format(id="method-01", page="method-01"))
    assert site.lines("P02") == [f"{path}:2:1 the page does not show its path (quizzes/paths.yml) | add a line <!-- path -->" for path in (EN, ZH)]


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        ("path", "no path 'method-01' in quizzes/paths.yml | did you mean 'method-02'?"), ("app reveiw", "no app 'reveiw' | did you mean 'review'?"),
        ("app qqq", "no app 'qqq' | there are progress, review, exam, analysis"), ("app progress", ""), ("app review", ""), ("app exam", ""), ("app analysis", ""),
    ],
)
def test_a_marker_for_a_path_or_an_app(site: Site, marker: str, said: str) -> None:
    site.write("quizzes/paths.yml", PATHS.format(id="method-02", page="method-01"))
    site.add_both("")
    lines = {path: site.add(path, f"<!-- {marker} -->") for path in (EN, ZH)}
    assert [line for line in site.lines("P02") if "paths.yml:" not in line] == ([f"{path}:{line}:1 {said}" for path, line in lines.items()] if said else [])


def test_a_step_that_says_what_is_done_instead_of_reading(site: Site) -> None:
    site.write("quizzes/paths.yml", PATHS.format(id="method-01", page="method-01").replace("        page: method-01\n", "        read:\n          zh: 听一次电话\n          en: Listen to a call\n"))
    site.add_both("\n<!-- path -->")
    assert site.lines("P02") == []


def test_search_words_for_no_page(site: Site) -> None:
    site.write("quizzes/search.yml", "also:\n  - page: qqq\n    zh: [甲]\n")
    assert site.lines("P02") == ["quizzes/search.yml:2:11 no page has the id 'qqq' | take the entry out"]


# P05 and P06


def test_a_heading_of_the_first_level(site: Site) -> None:
    line = site.add(ZH, "# 题目 { #title }")
    assert site.lines("P05") == [f"{ZH}:{line}:1 a heading of the first level: '题目' | the title comes from the front matter; use ## and more"]


def test_an_opening_is_prose(site: Site) -> None:
    site.edit(EN, "The phone rings about a delivery. Ask who confirms it, then say when you will answer.\n", "- a list\n")
    assert site.messages("P05") == ["the lesson has no opening"]


def test_a_section_with_a_strange_name_when_none_is_missing(site: Site) -> None:
    line = site.add(EN, "## Elsewhere { #nexts }")
    assert [said for said in site.lines("P05")] == [f"{EN}:{line}:1 the section '#nexts' is not in the pattern | make it a part of a section (###), or give it the id of one"]


def test_sections_that_are_missing_in_english(site: Site) -> None:
    site.edit(EN, "## Why it works { #why }\n", "")
    site.edit(EN, "## Next { #next }\n", "")
    assert site.lines("P05") == [
        f"{EN}:2:1 the section '#next' is missing | add a heading: ## Next {{ #next }}",
        f"{EN}:2:1 the section '#why' is missing | add a heading: ## Why it works {{ #why }}",
    ]


def test_a_quiz_below_a_part_of_its_section_and_one_behind_it(site: Site) -> None:
    site.edit(ZH, "<!-- quiz -->\n", "### 再说 { #more }\n\n<!-- quiz -->\n")
    assert site.messages("P05") == []
    site.edit(ZH, "### 再说 { #more }\n\n<!-- quiz -->\n", "")
    line = site.add(ZH, "<!-- quiz -->")
    assert site.lines("P05") == [f"{ZH}:{line}:1 the quiz stands outside the section '#check' | move the marker below that heading: its address is the address of the questions"]


@pytest.mark.parametrize(("more", "found"), [(1600, []), (1601, ["the lesson is long: 1,601 Chinese characters of prose"])])
def test_how_long_a_lesson_may_be(site: Site, more: int, found: list[str]) -> None:
    site.edit(ZH, "你照客户的安排办事，先问清由谁确认，再说几点答复。" * 45, "")
    site.edit_both("minutes: 7", "minutes: 9")
    short = next(int(said.split()[4]) for said in site.messages("P06") if "Chinese characters" in said)
    site.edit(ZH, "## 为什么 { #why }\n", f"## 为什么 {{ #why }}\n\n{'字' * (more - short)}\n")
    assert [said for said in site.messages("P06") if "Chinese" in said] == found


@pytest.mark.parametrize(("less", "found"), [(900, []), (899, ["the lesson is short: 899 Chinese characters of prose"])])
def test_how_short_a_lesson_may_be(site: Site, less: int, found: list[str]) -> None:
    site.edit(ZH, "你照客户的安排办事，先问清由谁确认，再说几点答复。" * 45, "")
    short = next(int(said.split()[4]) for said in site.messages("P06") if "Chinese characters" in said)
    site.edit(ZH, "## 为什么 { #why }\n", f"## 为什么 {{ #why }}\n\n{'字' * (less - short)}\n")
    assert [said for said in site.messages("P06") if "Chinese" in said] == found


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("method-01.md", True), ("method-01.md#how", True), ("../quality/method-01.md", True), ("index.md", False), ("method-02.md", False), ("#x", False), ("https://www.iso.org/method-01.md", False),
    ],
)
def test_which_rows_of_a_table_speak_of_a_lesson(site: Site, link: str, found: bool) -> None:
    line = site.add(INDEX_EN, f"| Lesson | Minutes |\n|---|---|\n| [x]({link}) | 12 |")
    assert [said for said in site.lines("P06") if said.startswith(INDEX_EN)] == ([f"{INDEX_EN}:{line + 2}:{len(link) + 11} the table says 12 minutes for 'method-01', the lesson 7 | write 7"] if found else [])


def test_a_table_on_a_lesson_and_a_row_without_a_number_say_nothing(site: Site) -> None:
    site.add(ZH, "| 课 | 分钟 |\n|---|---|\n| [x](method-01.md) | 12 |")
    site.add(INDEX_ZH, "| 课 | 分钟 |\n|---|---|\n| [x](method-01.md) | 12分钟 |\n| 12 | 13 |")
    site.add(INDEX_EN, "- [x](method-01.md) | 12 |")
    assert site.lines("P06") == []


# S01, questions


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("promise the time of your ____ first.", "promise the ____ of your ____ first.", ["102:60 2 gaps in 'ask' of question method-01-first (English) | keep one, and ask for the others in questions of their own"]),
        ("promise the time of your ____ first.", "promise the _____ first.", ["102:47 the gap has 5 underscores in 'ask' of question method-01-first (English) | write exactly four: ____"]),
        ("promise the time of your ____ first.", "promise it first.", ["102:11 no gap in 'ask' of question method-01-first (English) | put four underscores where the answer goes: ____"]),
        ("en: The time of your answer is yours", "en: The ____ of your answer is yours", ["108:15 a gap (____) in 'explain' of question method-01-first (English) | only the 'ask' of a question of type 'blank' has a gap"]),
        ("en: [answer, reply]", "en: [answer, ' ']", ["105:11 an accepted answer is blank (English, question method-01-first) | delete it"]),
        ("en: [answer, reply]", 'en: [answer, "a\\nb"]', ["105:11 an accepted answer has more than one line (English, question method-01-first) | nobody can type it into one field; write it on one line"]),
        ("zh: [答复, 回话]", "zh: [答复, 答复, 答复 ]", ["104:11 the accepted answers '答复' and '答复' are the same (Chinese, question method-01-first) | delete one: capitals, full-width letters and spaces at the ends make no difference"]),
        ("en: [answer, reply]", f"en: [answer, {'x' * 31}]", [f"105:11 the accepted answer '{'x' * 31}' has 31 characters (English, question method-01-first) | at most 30: ask for one word or a short phrase"]),
        ("en: [answer, reply]", f"en: [answer, {'x' * 30}]", []),
    ],
)
def test_a_blank_in_its_corners(site: Site, old: str, new: str, lines: list[str]) -> None:
    site.edit(BANK, old, new)
    assert list(dict.fromkeys(line.removeprefix(f"{BANK}:") for line in site.lines("S01"))) == lines


# what stands where


@pytest.mark.parametrize(
    ("uri", "id", "kind", "said"),
    [
        ("time/cause-01", "cause-01", "form", ["3:7 time/cause-01 is of kind 'lesson', not 'form' | write 'kind: lesson'"]),
        ("time/index", "time", "form", ["3:7 time/index is of kind 'index', not 'form' | write 'kind: index'"]),
        ("time/test", "time-test", "form", ["3:7 time/test is of kind 'practice', not 'form' | write 'kind: practice'"]),
        ("kam-process/sayings", "kam-sayings", "form", ["3:7 kam-process/sayings is of kind 'reference', not 'form' | write 'kind: reference'"]),
        ("quality/tensions", "quality-tensions", "form", ["3:7 quality/tensions is of kind 'reference', not 'form' | write 'kind: reference'"]),
        ("index", "home", "form", ["3:7 index is of kind 'index', not 'form' | write 'kind: index'"]),
        ("toolkit/form-a", "form-a", "form", []),
        ("toolkit/index", "toolkit", "form", []),
    ],
)
def test_which_kind_of_page_stands_where(site: Site, uri: str, id: str, kind: str, said: list[str]) -> None:
    for language in ("zh", "en"):
        site.write(f"docs/{uri}.{language}.md", _PAGE.format(id=id, kind=kind, title=id, description=id, body="x"))
    assert [line for line in site.lines("P04") if ".zh." in line] == [f"docs/{uri}.zh.md:{line}" for line in said]


@pytest.mark.parametrize(("field", "line"), [("minutes: 7\n", "a lesson needs 'minutes' | add a line 'minutes: 10'"), ("sources: [qm-01]\n", "a lesson needs 'sources' | add a line 'sources: [rule-08]'"), ("claims: [r-01]\n", "a lesson needs 'claims' | add a line 'claims: []'")])
def test_what_a_lesson_says_of_itself(site: Site, field: str, line: str) -> None:
    site.edit(ZH, field, "")
    assert site.lines("P04") == [f"{ZH}:2:1 {line}"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("### 例外", "the heading '例外' has no id | write a short ASCII id, the same in both languages: ### 例外 { #limits }"),
        ("### 例外 { #例外 }", "the heading id '例外' is not well formed | use small Latin letters, figures and single hyphens: { #first-call }"),
        ("### 例外 { #why }", "the heading id 'why' stands twice on the page (first in line 18) | choose another id for one of the two, in both languages"),
        ("##例外", "a space is missing after '##' | for a heading write a space, the words and an id; for a line of text that begins with #, write \\#"),
    ],
)
def test_a_heading_and_how_to_mend_it(site: Site, line: str, said: str) -> None:
    number = site.add(ZH, line)
    assert site.lines("P03") == [f"{ZH}:{number}:1 {said}"]


# S05


def test_a_claim_on_a_page_that_is_no_lesson(site: Site) -> None:
    site.edit("quizzes/inventory.yml", "      zh: 工作时间以内\n      en: Within working hours\n", "      zh: 工作时间以内\n      en: Within working hours\n    pages: [quality]\n")
    for path in (INDEX_ZH, INDEX_EN):
        site.edit(path, "kind: index", "kind: index\nclaims: [r-02]")
    assert site.lines("S05") == [f"{path}:4:9 the claim 'r-02' does not stand on the page | say in the text how it is meant, and write {{: data-claim=\"r-02\" }} below that paragraph" for path in (INDEX_EN, INDEX_ZH)]
    site.add(INDEX_ZH, "随叫随到。\n{: data-claim=\"r-02\" }")
    site.add(INDEX_EN, "<!-- claims -->")
    assert site.lines("S05") == []


# P02, links


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("index.html#a", "link to the page's file, without language: rule-09.md, ../quality/method-01.md#limits"), ("../quality/#a", "link to the page's file, without language: rule-09.md, ../quality/method-01.md#limits"),
        ("/quality/#a", "link to the page's file, without language: rule-09.md, ../quality/method-01.md#limits"), ("index", "link to a page (rule-09.md, ../quality/method-01.md#limits), a section of this page (#limits), a term (term-…) or a reference (ref-…)"),
    ],
)
def test_a_link_that_the_site_cannot_keep(site: Site, target: str, hint: str) -> None:
    line = site.add(ZH, f"[x]({target})")
    assert site.lines("P02") == [f"{ZH}:{line}:1 '{target}' is no link that this site can keep | {hint}"]


# T01, what a machine mends


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("`x`「你」", "`x`“你”"), ("x「你」", "x“你”"), ("[你](#how)「好」", "[你](#how)“好”"), ("[你](#how),好", "[你](#how)，好"), ("你,好,你,好", "你，好，你，好"), ("你 A 你", "你A你"), ("「你」", "“你”"), ("你好, **你**", "你好，**你**"),
    ],
)
def test_what_stands_before_a_slip_makes_no_difference(site: Site, wrong: str, right: str) -> None:
    line = site.add(ZH, wrong)
    found = mends(site.load())
    assert {mend.line for mend in found} == {line}
    site.write(ZH, mended(site.read(ZH), found))
    assert site.read(ZH).split("\n")[line - 1] == right
    assert site.lines("T01") == []


# S02, what was renamed


def test_a_page_that_has_another_name_now(site: Site) -> None:
    for path in (INDEX_ZH, INDEX_EN):
        site.write(path.replace("index", "method-02"), site.read(path).replace("id: quality", "id: method-02").replace("kind: index", "kind: lesson"))
    site.publish("method-03 page", "time/method-04/ path", "method-02.page section")
    said = {line.partition(" ")[2].partition(" was")[0]: line.partition(" | ")[2] for line in site.lines("S02") if line.startswith("quizzes/ids.txt")}
    assert said == {
        "the page 'method-03'": "was it renamed? ids never change: write 'method-03' again in place of 'method-02'; or keep the old address in the front matter of method-02: aliases: ['method-03']",
        "the path 'time/method-04/'": "did the page move? links to the old place go on working with this line in the front matter of the page that took its place, in both languages: aliases: [time/method-04/]",
        "the section 'method-02.page'": "was it renamed? ids never change: write 'method-02.page' again in place of 'method-02.pages'; or keep the old address in the front matter of method-02: aliases: ['method-02.page#pages']",
    }
