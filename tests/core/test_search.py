"""`assets/search-names.js` and `search-texts.js`: one entry a section, in the words people read."""

from __future__ import annotations

import json

import pytest
from course.loading.page import read_page
from course.models import Bank, Course, Reference, SearchWords, Term
from course.outputs.search import search_scripts

FRONT = "---\nid: {id}\nkind: lesson\ntitle: '{title}'\ndescription: d\nreviewed: 2026-11-23\n---\n"
TERM = Term.model_validate({
    "id": "term-key-account",
    "zh": "大客户",
    "en": "Key account",
    "pinyin": "dà kè hù",
    "synonyms": {"zh": ["重点客户"], "en": ["KA"]},
    "means": {"zh": "少数要专人管的客户。", "en": "One of the few customers with a manager of its own."},
    "not": {"zh": "买得最多的客户。", "en": "Whoever buys most."},
})
REFERENCE = Reference.model_validate({
    "key": "dixon-2010",
    "kind": "study",
    "authors": "Dixon, M.",
    "year": "2010",
    "title": "Stop trying to delight",
    "where": "HBR 88",
    "doi": "10.1/x",
    "says": {"zh": "少费力更要紧。", "en": "Less effort matters more."},
    "confidence": "M",
})


def course(*pages: tuple[str, str], language: str = "zh") -> Course:
    """`pages`: address in the sources and body; the title is the last part of the address, in capitals."""
    read = []
    for number, (uri, body) in enumerate(pages):
        front = FRONT.format(id=f"page-{number}", title=uri.rpartition("/")[2].upper())
        page, problems = read_page(front + body, f"docs/{uri}.{language}.md", uri, language)
        assert page, problems
        read.append(page)
    return Course(version="1.2.3", pages=tuple(read), terms=(TERM,), references=(REFERENCE,))


def read(script: str, name: str):
    start, end = f"window.{name} = ", ";\n"
    assert script.startswith(start) and script.endswith(end)
    return json.loads(script[len(start) : -len(end)])


def data(found: Course, language: str = "zh") -> dict:
    """The names, and a row a section with its text."""
    names = read(search_scripts(found, language)["assets/search-names.js"], "fieldbookNames")
    texts = read(search_scripts(found, language)["assets/search-texts.js"], "fieldbookTexts")
    assert len(texts) == len(names["pages"])
    rows = []
    for (at, title, _, _, sections), (_, written) in zip(names["pages"], texts, strict=True):
        for (id, heading, kind), text in zip(sections, written, strict=True):
            rows.append({"at": f"{at}#{id}" if id else at, "page": title, "heading": heading, "text": text.removeprefix("d").strip() if not id else text, "kind": kind})
    return names | {"sections": rows}


def words(body: str) -> str:
    """The words of a page's opening."""
    return data(course(("a/b", body)))["sections"][0]["text"]


def test_one_entry_a_section_with_its_address() -> None:
    found = data(course(("index", "Home.\n"), ("a/index", "Index.\n"), ("a/b", "Opening.\n\n## 边界 { #limits .note }\n\nOne.\n\n### `x` 与 *重点* { #deep }\n\nTwo.\n")))
    assert {name: found[name] for name in ("version", "language")} == {"version": "1.2.3", "language": "zh"}
    assert [tuple(row.values())[:4] for row in found["sections"]] == [
        ("", "INDEX", "", "Home."),
        ("a/", "INDEX", "", "Index."),
        ("a/b/", "B", "", "Opening."),
        ("a/b/#limits", "B", "边界", "One."),
        ("a/b/#deep", "B", "x 与 重点", "Two."),
    ]
    assert [page[2:4] for page in found["pages"]] == [["", "lesson"], ["a", "lesson"], ["a", "lesson"]]
    assert found["modules"] == {"a": "INDEX"}


def test_a_section_without_words_of_its_own_can_still_be_found_by_its_heading() -> None:
    found = data(course(("a", "## 自测 { #check }\n\n<!-- quiz -->\n\n## 2. 边界 { #limits }\n\n<!-- checklist page-0-x -->\n")))["sections"]
    assert [(row["heading"], row["text"]) for row in found] == [("", ""), ("自测", ""), ("2. 边界", "")]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("甲[首问负责](term-first)乙[`x(y)`](b.md#c){ .fb-go }。", "甲首问负责乙x(y)。"),
        ("[一](a.md 'T') [二][ref] ![图](p.svg) <https://x.org/a_b>\n\n[ref]: https://y.org\n", "一 二 图 https://x.org/a_b"),
        ("**粗**和*斜*、__b__ _i_ snake_case 3 * 4", "粗和斜、b i snake_case 3 * 4"),
        ("`a *b* | {: .c }` 与 ``a ` b``", "a *b* | {: .c } 与 a ` b"),
        (r"\*不是\* 3\|4 &lt;b&gt; A&amp;B", "*不是* 3|4 <b> A&B"),
        ('段。\n{: .note data-claim="r-03" }\n', "段。"),
        ("请写{公司名}。", "请写{公司名}。"),
        ("<div class='x' markdown='1'>\n\n内<sub>2</sub>容<br>换行\n\n</div>", "内2容 换行"),
        ("甲<!-- 不\n看 -->乙", "甲乙"),
        ("客户\n档案，\n要建 A\nB", "客户档案，要建 A B"),
        ("- 一\n- 二\n\n1. 三\n2. 四\n\n> 五", "一 二 三 四 五"),
        ("| 情形 | 说 |\n|---|---|\n| 交期 | “好。” |", "情形 说 交期 “好。”"),
        ("```html\n<iframe src='x'>\n# no heading\n```\n后", "<iframe src='x'> # no heading 后"),
        ("客\u200b户\u3000档案\u00a0x", "客户 档案 x"),
    ],
)
def test_only_words_people_read(written: str, read: str) -> None:
    assert words(written) == read


def test_questions_checklists_and_pictures_are_left_out() -> None:
    assert words("前。\n\n<!-- quiz -->\n\n<!-- checklist page-0-x -->\n\n<!-- picture twelve -->\n\n后。") == "前。 后。"


@pytest.mark.parametrize(
    ("language", "heading", "parts"),
    [
        ("zh", "大客户", ["少数要专人管的客户。", "不是：买得最多的客户。", "重点客户", "Key account"]),
        ("en", "Key account", ["One of the few customers", "Whoever buys most.", "KA", "大客户", "dà kè hù"]),
    ],
)
def test_terms_are_sections_of_the_glossary(language: str, heading: str, parts: list[str]) -> None:
    found = data(course(("reference/glossary", "Words.\n\n<!-- glossary -->\n"), language=language), language)["sections"]
    assert [(row["at"], row["heading"]) for row in found] == [("reference/glossary/", ""), ("reference/glossary/#term-key-account", heading)]
    for part in parts:
        assert part in found[1]["text"]
    assert not set("{}[]#*") & set(found[1]["text"])


def test_references_that_are_cited_are_sections_of_the_evidence() -> None:
    cites, evidence = ("rules/rule-01", "见[一份研究](ref-dixon-2010)。\n"), ("reference/evidence", "开头。\n\n<!-- evidence -->\n")
    found = data(course(cites, evidence))["sections"]
    assert [row["at"] for row in found] == ["rules/rule-01/", "reference/evidence/", "reference/evidence/#ref-dixon-2010"]
    assert found[2]["heading"] == "Stop trying to delight"
    assert found[2]["text"] == "Dixon, M.（2010）。Stop trying to delight。HBR 88。 少费力更要紧。（证据有限，谨慎引用）"
    assert len(data(course(evidence))["sections"]) == 1


def test_each_language_has_its_own_and_the_same_course_gives_the_same_bytes() -> None:
    english = course(("a", "Words.\n"), language="en")
    assert data(english, "zh")["sections"] == []
    assert search_scripts(english, "en") == search_scripts(course(("a", "Words.\n"), language="en"), "en")


def test_a_page_opens_with_what_it_is_about() -> None:
    found = course(("a", "Opening.\n"))
    bank = Bank.model_validate({"page": "page-0", "objectives": [{"id": "page-0-x", "zh": "能做", "en": "Can do"}], "checklists": [{"id": "page-0-list", "title": {"zh": "之前", "en": "Before"}, "items": [{"id": "one", "zh": "一", "en": "One"}]}]})
    found = found.model_copy(update={"banks": (bank,)})
    assert read(search_scripts(found, "zh")["assets/search-texts.js"], "fieldbookTexts") == [[[], ["d 能做 Opening.", ""]]]
    assert data(found)["pages"][0][4] == [["", "", ""], ["page-0-list", "之前", "checklist"]]


def test_words_beyond_the_pages() -> None:
    more = SearchWords.model_validate({"ignore": {"zh": ["的"], "en": ["the"]}, "same": [["贵", "pricey"]], "also": [{"page": "page-0", "zh": ["嫌贵"], "en": ["too expensive"]}]})
    found = course(("a", "Opening.\n")).model_copy(update={"search": more})
    names = data(found)
    assert names["ignore"] == ["的"]
    assert names["same"] == [["大客户", "Key account", "重点客户", "KA"], ["贵", "pricey"]]
    assert read(search_scripts(found, "zh")["assets/search-texts.js"], "fieldbookTexts")[0][0] == ["嫌贵"]
