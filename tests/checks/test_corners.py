"""The corners of rules about pages and banks that the tests beside this one pass by: the very place, the words and the hint, and what is just good enough."""

from __future__ import annotations

import pytest

from course.checks.arrangement import out_of_order, same_beginning
from course.checks.bilingual import same_figures
from course.checks.feedback import says_why
from course.checks.options import equal, longest, numbers_of_options
from course.checks.typography import mended, mends

from .conftest import BANK, EN, ZH, Site, _PAGE, item
from .test_items import said

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


# S01, texts and raw HTML


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("' '", "119:14 the text is blank: step repeat of question method-01-order (Chinese) | write the text, or take the entry out"),
        ("' 复述要求'", "119:14 the text begins with a space: step repeat of question method-01-order (Chinese) | delete it"),
        ("'复述要求 '", "119:18 the text ends with a space: step repeat of question method-01-order (Chinese) | delete it"),
        ("' 复述要求 '", "119:14 the text begins with a space: step repeat of question method-01-order (Chinese) | delete it"),
        ("复述[[要求", "119:15 '[[' in step repeat of question method-01-order (Chinese) | these signs belong to the quiz syntax, also inside `code`; say it in words"),
        ("复述![图](a.png)", "119:15 a picture in step repeat of question method-01-order (Chinese) | pictures stand on pages, by marker; describe in words what matters"),
        ("复述{要求", "119:15 a curly brace in step repeat of question method-01-order (Chinese) | use round brackets, or `code`"),
        ("复述____", "119:15 a gap (____) in step repeat of question method-01-order (Chinese) | only the 'ask' of a question of type 'blank' has a gap"),
    ],
)
def test_a_text_and_how_to_mend_it(site: Site, text: str, line: str) -> None:
    site.edit(BANK, "        zh: 复述要求\n", f"        zh: {text}\n")
    assert site.lines("S01") == [f"{BANK}:{line}"]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("看<b>x</B>", ["2 raw HTML: <b> | write Markdown; only <div class=\"…\" markdown=\"1\"> may group blocks", "6 raw HTML: </B> | write Markdown; only <div class=\"…\" markdown=\"1\"> may group blocks"]),
        ("看![图](a.png)", ["2 an image by address | a picture is a drawing with words in both languages: <!-- picture name --> (see CONTRIBUTING.md)"]),
        ("<http://a.b> <HTTPS://a.b> <a@b.cn>", []),
        ("<DIV>", ["1 raw HTML: <DIV> | write Markdown; only <div class=\"…\" markdown=\"1\"> may group blocks"]),
        ("<QUIZ>", []),
    ],
)
def test_raw_html_and_how_to_mend_it(site: Site, words: str, lines: list[str]) -> None:
    number = site.add(ZH, words)
    assert site.lines("S01") == [f"{ZH}:{number}:{line}" for line in lines]


# T01 that no machine mends


def test_a_space_that_only_a_person_can_take_out(site: Site) -> None:
    line = site.add(ZH, "先问 _store_ 再答")
    assert [said.partition(" | ")[2] for said in site.lines("T01") if f":{line}:" in said] == ["delete the space; write emphasis with asterisks: *words*"] * 2
    line = site.add(EN, "Ask 、 then answer")
    assert [said.partition(" | ")[2] for said in site.lines("T01") if said.startswith(f"{EN}:{line}:")] in ([], ["write it as English does"], ["write ','; or run `python3 scripts/build.py check --fix`"])


def test_comments_hide_what_is_in_them_and_nothing_else(site: Site) -> None:
    first = site.add(ZH, "甲,乙<!-- 丙,丁 -->戊,己 <!-- 庚\n辛,壬\n癸 -->子,丑")
    assert [(p.line, p.column) for p in site.problems("T01")] == [(first, 2), (first, 17), (first + 2, 7)]


# L01, F10, F11, F19


def test_two_figures_and_none_in_the_other_language() -> None:
    assert said(same_figures, item(ask=("5点和18分，谁来打电话？", "Who rings, and when?"))) == ["the figures differ: '5' and '18' in Chinese only ('ask', question method-01-x)"]


def test_an_explanation_may_repeat_a_figure_of_the_question(site: Site) -> None:
    site.edit(BANK, "zh: 日期没定的时候", "zh: 日期没定的12天里")
    site.edit(BANK, "en: While the date is open", "en: While the date is open for 12 days")
    site.edit(BANK, "en: The time of your answer is yours", "en: In these 12 days, the time of your answer is yours")
    assert site.messages("L01") == []


def test_how_many_options_and_what_to_do() -> None:
    assert [p.hint for p in numbers_of_options(item(zh=("甲", "乙"), en=("A", "B")))] == ["write three or four, at most five; three good ones beat five"]
    assert [p.hint for p in numbers_of_options(item(keys=(0, 1, 2)))] == ["add what a sensible beginner would choose"]
    assert [(p.line, p.column) for p in out_of_order(item(zh=("30天", "10天", "60天"), en=("30 days", "10 days", "60 days")))] == [(10, 1), (10, 2)]


def test_numbers_that_stand_twice_are_in_order() -> None:
    assert said(out_of_order, item(zh=("10天", "10天", "20天"), en=("Ask", "Wait", "Ring"))) == []


def test_one_language_is_judged_though_the_other_gives_no_cause() -> None:
    assert len(said(same_beginning, item(zh=("1天", "2天", "3天"), en=("Tell him that it is", "Tell him that we go", "Tell him that he is")))) == 1
    assert len(said(longest, item(zh=("12,000", "80", "90"), en=("Ask the store first, then call", "Wait", "Say yes")))) == 1
    assert said(equal, item(zh=("请他等等", "请他，等等。", "“请他等等”"), en=("Ask", "Wait", "Ring"))) == [f"two options say the same: options {pair} (Chinese, question method-01-x)" for pair in ("a and b", "a and c", "b and c")]


# S04


@pytest.mark.parametrize(
    ("option", "why", "found"),
    [
        ("一二三四五六七八九十", "一二三四五六七八九十甲乙丙丁戊己庚辛壬", True), ("一二三四五六七八九十", "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", False),
        ("一二三四五六七八九十", "一二三四五六七八九甲", True), ("一二三四五六七八九十", "一二三四五六七八甲乙", False),
    ],
)
def test_when_feedback_says_the_option_again(option: str, why: str, found: bool) -> None:
    question = item(zh=(option, "请他等等", "答应下来"), why=(why, "It says who confirms and when you will be back."))
    assert [message for message in said(says_why, question) if "option a" in message] == (["'why' of option a repeats the option (Chinese, question method-01-x)"] if found else [])


# S02 and S05


def test_ids_that_do_not_begin_with_their_page(site: Site) -> None:
    site.edit(BANK, "- id: method-01-ask\n", "- id: method-02-ask\n")
    site.edit(BANK, "- id: method-01-friday\n", "- id: friday\n")
    site.edit(BANK, "  - id: method-01-before-calling\n", "  - id: calling\n")
    said_of = [line for line in site.lines("S02") if "does not begin" in line]
    assert [line.partition(" ")[2] for line in said_of] == [
        "the id of the objective 'method-02-ask' does not begin with 'method-01-' | write 'method-01-02-ask'",
        "the id of the question 'friday' does not begin with 'method-01-' | write 'method-01-friday'",
        "the id of the checklist 'calling' does not begin with 'method-01-' | write 'method-01-calling'",
        "the id of the item 'method-01-before-calling-owner' does not begin with 'calling-' | write 'calling-method-01-before-calling-owner'",
    ]
    assert all(line.split(":")[2].partition(" ")[0] in ("9", "13") for line in said_of)


def test_an_entry_of_the_source_whose_page_is_nowhere(site: Site) -> None:
    site.edit("quizzes/inventory.yml", "    state: source\n    pages: [method-01]", "    state: source\n    pages: [qqq]")
    assert site.lines("S05") == ["quizzes/inventory.yml:7:12 'qm-01' must stand on the page 'qqq', which does not exist | write the page, or say in the inventory where it stands instead"]


def test_what_is_dropped_stands_nowhere_and_what_follows_is_asked_for(site: Site) -> None:
    site.edit("quizzes/inventory.yml", "items:\n", "items:\n  - id: qm-00\n    title:\n      zh: 方法0\n      en: Method 0\n    state: dropped\n    pages: [qqq]\n")
    site.edit_both("sources: [qm-01]", "sources: []")
    assert [line.partition(" ")[2] for line in site.lines("S05")] == ["the source 'qm-01' must stand on this page (quizzes/inventory.yml:8 says so) | tell it on the page and name it: sources: [qm-01]"] * 2


# F23 and R01, what counts as a sentence


@pytest.mark.parametrize(
    ("page", "ask", "found"),
    [
        ("承诺的分量不在口气里头呢。", "承诺的分量不在口气里头呢？", True), ("承诺的分量不在口气里头。", "承诺的分量不在口气里头？", False),
        ("1. 承诺的分量不在口气里头呢。", "承诺的分量不在口气里头呢？", True), ("| 甲 |\n|---|\n| 承诺的分量不在口气里头呢 |", "承诺的分量不在口气里头呢？", True), ("| 承诺的分量不在口气里头呢 |\n|---|\n| 甲 |", "承诺的分量不在口气里头呢？", False),
        ("承诺的分量不在口气里头呢！不在甲。", "承诺的分量不在口气里头呢？", True), ("甲乙丙丁。\n承诺的分量不在口气里头呢。", "承诺的分量不在口气里头呢？", True),
    ],
)
def test_what_a_question_copies(site: Site, page: str, ask: str, found: bool) -> None:
    line = site.add(ZH, page)
    line += next(n for n, row in enumerate(page.split("\n")) if "承诺" in row)
    site.edit(BANK, "zh: 哪两条记录让接手的人能准点回话？", f"zh: {ask}")
    assert [message.partition(" (")[0] for message in site.messages("F23")] == ([f"a sentence of the page is copied: 100% of '承诺的分量不在口气里头呢{' |' if '|' in page else '！' if '！' in page else '。'}' in {ZH}:{line}"] if found else [])


def test_a_long_name_within_a_longer_one_is_left_out_whole(site: Site) -> None:
    for path in ("docs/reference/evidence.zh.md", "docs/reference/glossary.zh.md"):
        site.write(path, site.read(path).replace("title: 依据", "title: 先问清再答复").replace("title: 词汇", "title: 先问清再答复客户明天上午打来的每一个重要电话"))
    for own, path in (("甲", INDEX_ZH), ("乙", "docs/reference/evidence.zh.md"), ("丙", "docs/reference/glossary.zh.md")):
        site.add(path, f"{own}先问清再答复客户明天上午打来的每一个重要电话{own}。")
    assert site.messages("R01") == []


# P02, links that no rule can read, and pictures


def test_links_that_cannot_be_read(site: Site) -> None:
    hint = "write [words](target), without spaces or brackets in the target (%28 and %29 for round ones)"
    line = site.add(ZH, "```\nx\n```\n看[a](b c) [d](e f)\n\n[x]: rule.md")
    site.edit(BANK, "zh: 复述要求\n", "zh: '复述[a](b c)'\n")
    assert site.lines("P02") == [
        f"{ZH}:{line + 3}:4 a link that cannot be read | {hint}",
        f"{ZH}:{line + 3}:13 a link that cannot be read | {hint}",
        f"{ZH}:{line + 5}:1 a link's target stands apart from it | write the target in the link itself: [words](target)",
        f"{BANK}:119:18 a link that cannot be read in step repeat of question method-01-order (Chinese) | {hint}",
    ]


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        ("picture whom", "no picture 'whom' in docs/quality/ | did you mean 'who'?"), ("picture zzz", "no picture 'zzz' in docs/quality/ | draw docs/quality/zzz.svg and write its words in docs/quality/zzz.yml"),
        ("checklist zzz", "no checklist 'zzz' in quizzes/quality/method-01.yml | the checklists are method-01-before-calling"), ("blueprint zzz", "no module 'zzz' | the modules are quality"),
    ],
)
def test_a_marker_for_what_is_not_there(site: Site, marker: str, said: str) -> None:
    site.write("docs/quality/who.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="1">{{who}}</text></svg>')
    site.write("docs/quality/who.yml", "title:\n  zh: 谁\n  en: Who\nalt:\n  zh: 你\n  en: You\nwords:\n  who:\n    zh: 你\n    en: You\n")
    line = site.add(ZH, f"<!-- {marker} -->")
    assert [found for found in site.lines("P02") if found.startswith(f"{ZH}:{line}:1 no ")] == [f"{ZH}:{line}:1 {said}"]


def test_a_bank_whose_page_is_nowhere_near(site: Site) -> None:
    site.write("quizzes/quality/zzz.yml", "page: zzz\n")
    assert site.lines("P02") == ["quizzes/quality/zzz.yml:1:7 no page has the id 'zzz' | write the page, or mend its front matter"]


def test_each_text_of_a_checklist_and_of_the_glossary_is_named_where_it_stands(site: Site) -> None:
    site.edit(BANK, "      zh: 打电话之前\n", "      zh: 打电话之前{\n")
    site.edit(BANK, "zh: 说得出由谁确认", "zh: 说得出由谁确认{")
    site.edit("quizzes/glossary.yml", "    en: key account\n", "    en: key account{\n    synonyms:\n      zh: [重点客户]\n      en: ['major account{']\n    not:\n      zh: 大单\n      en: A large order{\n")
    assert [line.partition(" | ")[0] for line in site.lines("S01")] == [
        "quizzes/glossary.yml:4:20 a curly brace in term term-key-account (English)",
        "quizzes/glossary.yml:7:24 a curly brace in a synonym of term term-key-account (English)",
        "quizzes/glossary.yml:10:24 a curly brace in 'not' of term term-key-account (English)",
        f"{BANK}:166:16 a curly brace in the title of checklist method-01-before-calling (Chinese)",
        f"{BANK}:170:20 a curly brace in item method-01-before-calling-owner (Chinese)",
    ]
