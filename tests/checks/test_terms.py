"""P09 and P10: abbreviations that nobody explains, and terms that nobody can reach."""

from __future__ import annotations

import pytest

from .conftest import EN, GLOSSARY, ZH, Site


def test_an_abbreviation_that_the_glossary_does_not_explain(site: Site) -> None:
    line = site.add(ZH, "\n先看OEE，再看A4纸上的OEE和M16的螺栓。")
    site.add(EN, "\nLook at the OEE first.")
    assert [said for said in site.lines("P09") if said.startswith(ZH)] == [
        f"{ZH}:{line + 1}:3 'OEE' is explained nowhere | enter it in quizzes/glossary.yml (as a term or a synonym), or write it out",
    ]


def test_addresses_and_code_hold_no_abbreviations(site: Site) -> None:
    site.add_both("\n`OEE` [one](index.md#OEE-X)")
    assert site.lines("P09") == []


def test_a_term_that_is_used_and_never_linked(site: Site) -> None:
    hint = "link its first use on a page: `[words](term-…)`"
    assert site.lines("P10") == []
    for path in (ZH, EN):
        site.write(path, site.read(path).replace("](term-key-account)", "](#limits)"))
    assert site.lines("P10") == [
        f"quizzes/glossary.yml:3:9 no page links to '大客户', which stands in {ZH}:16 | {hint}",
        f"quizzes/glossary.yml:4:9 no page links to 'key account', which stands in {EN}:16 | {hint}",
    ]


def test_a_term_may_be_linked_in_one_language_only(site: Site) -> None:
    site.write(EN, site.read(EN).replace("](term-key-account)", "](#limits)"))
    assert site.messages("P10") == [f"no page links to 'key account', which stands in {EN}:16"]


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("这里的大客户。", "A Key Account here.", ["大客户", "key account"]), ("x大客户y", "A key-account here.", ["大客户"]), ("大 客户", "Monkey accounts", []),
        ("`大客户`", "`key account`", []), ("## 大客户 { #x }", "## Key account { #x }", []), ("[x](大客户)", "[x](key account)", []), ("{大客户}", "<b title='key account'>", []),
        ("[大](#limits)客户", "a key[x](#limits) account", ["大客户"]), ("```\n大客户\n```", "```\nkey account\n```", []),
    ],
)
def test_where_a_name_counts_as_used(site: Site, zh: str, en: str, found: list[str]) -> None:
    for path in (ZH, EN):
        site.write(path, site.read(path).replace("大客户](term-key-account)", "一家](#limits)").replace("key account](term-key-account)", "customer](#limits)"))
    assert site.messages("P10") == []
    lines = {"大客户": f"{ZH}:{site.add(ZH, zh)}", "key account": f"{EN}:{site.add(EN, en)}"}
    assert site.messages("P10") == [f"no page links to '{name}', which stands in {lines[name]}" for name in found]


def test_the_glossary_itself_is_no_use_of_a_term(site: Site) -> None:
    for path in (ZH, EN):
        site.write(path, site.read(path).replace("大客户](term-key-account)", "一家](#limits)").replace("key account](term-key-account)", "customer](#limits)"))
    site.add("docs/reference/glossary.zh.md", "大客户")
    assert site.messages("P10") == []


@pytest.mark.parametrize(
    ("text", "columns"),
    [("OEE和OEE", [1]), ("看OEE、KPI", [2, 6]), ("A4 A5 B12 S01", []), ("3PL的货", [1]), ("F2F", [1]), ("x-OEE OEE-x OEE_1 /OEE #OEE", []), ("OEEs", []), ("<b id='OEE'>MRP", [13]), ("{OEE}ABCDEF", [6]), ("ABCDEFG A", [])],
)
def test_what_counts_as_an_abbreviation(site: Site, text: str, columns: list[int]) -> None:
    line = site.add(ZH, text)
    assert [(p.path, p.line, p.column) for p in site.problems("P09")] == [(ZH, line, column) for column in columns]


def test_words_of_the_glossary_explain_an_abbreviation(site: Site) -> None:
    site.edit(GLOSSARY, "    zh: 大客户\n", "    zh: 大客户KAM\n")
    site.edit(GLOSSARY, "    en: key account\n", "    en: key account (KA)\n")
    site.edit(GLOSSARY, "    pinyin: dà kè hù\n", "    pinyin: dà kè hù\n    synonyms:\n      zh: [VIP客户]\n      en: [top TOP1]\n")
    site.add(ZH, "KAM、KA、VIP、TOP1、OEE")
    assert site.messages("P09") == ["'OEE' is explained nowhere"]
