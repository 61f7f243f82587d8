"""P02 and E01 for links in pages and in texts of the bank; S05, sources and claims."""

from __future__ import annotations

import pytest

from .conftest import BANK, EN, ZH, Site


@pytest.mark.parametrize(
    ("target", "code", "message", "hint"),
    [
        ("term-key-acount", "P02", "no term 'term-key-acount' in quizzes/glossary.yml", "did you mean 'term-key-account'?"),
        ("term-zzz", "P02", "no term 'term-zzz' in quizzes/glossary.yml", "add the term there, or link to one that exists"),
        ("ref-smith-2021", "E01", "no reference 'smith-2021' in quizzes/references.yml", "did you mean 'ref-smith-2020'?"),
        ("method-02.md", "P02", "no page docs/quality/method-02.zh.md for the link 'method-02.md'", "did you mean 'method-01.md'?"),
        ("evidence.md", "P02", "no page docs/quality/evidence.zh.md for the link 'evidence.md'", "did you mean '../reference/evidence.md'?"),
        ("index.zh.md", "P02", "'index.zh.md' names a language", "leave it out, the site stays in the reader's language: index.md"),
        ("../../quality/index.md", "P02", "the link '../../quality/index.md' leaves the folder docs/", "this file stands in docs/quality; count the ../ again"),
        ("index.md#pagse", "P02", "no heading '#pagse' on index.md", "did you mean 'pages'?"),
        ("#limit", "P02", "no heading '#limit' on this page", "did you mean 'limits'?"),
        ("../reference/glossary.md#term-x", "P02", "no heading '#term-x' on ../reference/glossary.md", "leave '#' and what follows out"),
        ("index.html", "P02", "'index.html' is no link that this site can keep", "link to the page's file, without language: rule-09.md, ../quality/method-01.md#limits"),
        ("../quality/", "P02", "'../quality/' is no link that this site can keep", "link to the page's file, without language: rule-09.md, ../quality/method-01.md#limits"),
        ("/quality/index.md", "P02", "'/quality/index.md' is no link that this site can keep", "count from this page: ../quality/method-01.md"),
        ("//www.iso.org", "P02", "'//www.iso.org' is no link that this site can keep", "write the whole address: https://…"),
        ("javascript:alert", "P02", "'javascript:alert' is no link that this site can keep", "link to a page (rule-09.md, ../quality/method-01.md#limits), a section of this page (#limits), a term (term-…) or a reference (ref-…)"),
        ("mailto:a@b.cn", "P02", "'mailto:a@b.cn' is no link that this site can keep", "link to a page (rule-09.md, ../quality/method-01.md#limits), a section of this page (#limits), a term (term-…) or a reference (ref-…)"),
        ("index.md?x=1", "P02", "'index.md?x=1' is no link that this site can keep", "leave '?' and what follows out"),
        ("https://www.isso.org/x", "E01", "links to 'www.isso.org' are not allowed", "did you mean 'www.iso.org'?"),
        ("https://www.iso.org@evil.example/", "E01", "links to 'www.iso.org@evil.example' are not allowed", "cite it as text without a link; the hosts stand at the end of quizzes/references.yml"),
        ("http://www.iso.org/x", "E01", "the link to 'www.iso.org' is not encrypted", "write https://www.iso.org/x"),
        ("https://[x", "E01", "'https://[x' is not a web address", "copy it again from the browser"),
    ],
)
def test_a_link_that_leads_nowhere(site: Site, target: str, code: str, message: str, hint: str) -> None:
    number = site.add_both(f"见[这里]({target})")
    found = [problem for problem in site.problems(code) if problem.path == ZH]
    assert [(problem.line, problem.column, problem.message, problem.hint) for problem in found] == [(number, 2, message, hint)]


@pytest.mark.parametrize(
    "target",
    ["term-key-account", "ref-smith-2020", "index.md", "../quality/index.md#pages", "#limits", "#method-01-friday", "#method-01-before-calling", "../reference/glossary.md#term-key-account", "../reference/evidence.md#ref-smith-2020", "https://www.iso.org/a?b=c#d", "HTTPS://WWW.ISO.ORG/"],
)
def test_a_link_that_holds(site: Site, target: str) -> None:
    site.add_both(f"见[这里]({target})")
    assert [*site.lines("P02"), *site.lines("E01")] == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("见[这里](index.md 里)", "a link that cannot be read"),
        ("见[这里](https://evil.example/a_(b))", "a link that cannot be read"),
        ("见[这里]()", "a link that cannot be read"),
        ("[a]: https://evil.example", "a link's target stands apart from it"),
    ],
)
def test_a_link_that_rules_could_not_see(site: Site, line: str, message: str) -> None:
    site.add(ZH, line)
    assert site.messages("P02") == [message]


@pytest.mark.parametrize("line", ["`见[这里](foo.html)`", "![图](x.svg)", "[^1]: 脚注", "数组 a[1] (第一个)", "[[1](index.md)]"])
def test_what_is_no_link(site: Site, line: str) -> None:
    site.add_both(line)
    assert site.lines("P02") == []


def test_links_in_texts_of_the_bank_count_from_its_page(site: Site) -> None:
    site.edit(BANK, "zh: 先让客户知道几点有答复", "zh: 先让[大客户](term-key-acount)照[这里](index.md#page)、[那里](#limit)和[别处](../time/index.md)知道几点有答复")
    assert site.lines("P02") == [
        "quizzes/quality/method-01.yml:128:13 no term 'term-key-acount' in quizzes/glossary.yml | did you mean 'term-key-account'?",
        "quizzes/quality/method-01.yml:128:36 no heading '#page' on index.md | did you mean 'pages'?",
        "quizzes/quality/method-01.yml:128:56 no heading '#limit' on this page | did you mean 'limits'?",
        "quizzes/quality/method-01.yml:128:69 no page docs/time/index.zh.md for the link '../time/index.md' | write the page first, or name it without a link",
    ]


def test_good_links_in_texts_of_the_bank(site: Site) -> None:
    site.edit(BANK, "zh: 先让客户知道几点有答复", "zh: 先让[大客户](term-key-account)照[这里](index.md#pages)和[那里](#limits)知道几点有答复，见[研究](ref-smith-2020)")
    assert [*site.lines("P02"), *site.lines("E01")] == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("index.md#pages", None),
        ("method-02.md", "no page docs/quality/method-02.en.md for the link 'method-02.md'"),
        ("https://www.iso.org/x", "'https://www.iso.org/x' is no link that a drawing can keep"),
    ],
)
def test_a_link_in_a_drawing(site: Site, target: str, message: str | None) -> None:
    site.write("docs/quality/map.svg", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<a href="{target}"><text>{{{{one}}}}</text></a>\n</svg>\n')
    site.write("docs/quality/map.yml", "title:\n  zh: 图\n  en: Map\nalt:\n  zh: 一张图\n  en: A map\nwords:\n  one:\n    zh: 一\n    en: One\n")
    site.add_both("<!-- picture map -->")
    found = [(problem.line, problem.message) for problem in site.problems("P02") if problem.path == "docs/quality/map.svg"]
    assert found[:1] == ([(2, message)] if message else [])


def test_a_target_that_stands_in_the_other_language_only(site: Site) -> None:
    site.delete("docs/quality/index.en.md")
    assert [line for line in site.lines("P02") if line.startswith(EN)] == [
        "docs/quality/method-01.en.md:30:5 no page docs/quality/index.en.md for the link 'index.md' | the page stands in the other language only (or cannot be read in this one); write it here too",
    ]


def test_the_list_of_references_keeps_its_own_rule(site: Site) -> None:
    site.edit("quizzes/references.yml", "    year: 2020\n", "    year: 2020\n    url: https://blog.example/x\n")
    assert site.lines("E01") == [
        "quizzes/references.yml:6:10 links to 'blog.example' are not allowed | cite it as text without a link; the hosts stand at the end of quizzes/references.yml",
    ]


# S05


def test_a_source_and_a_claim_that_are_not_in_the_inventory(site: Site) -> None:
    site.edit_both("sources: [qm-01]\nclaims: [r-01]", "sources: [qm-01, qm-10]\nclaims: [r-01, r-99]")
    site.edit_both('data-claim="r-01"', 'data-claim="r-01 r-98"')
    assert [line for line in site.lines("S05") if line.startswith(ZH)] == [
        "docs/quality/method-01.zh.md:7:10 no source 'qm-10' in quizzes/inventory.yml | did you mean 'qm-01'?",
        "docs/quality/method-01.zh.md:8:9 no claim 'r-99' in quizzes/inventory.yml | name an id of the inventory",
        "docs/quality/method-01.zh.md:35:1 no claim 'r-98' in quizzes/inventory.yml | name an id of the inventory",
    ]


def test_an_entry_of_the_source_that_does_not_stand_where_it_must(site: Site) -> None:
    site.edit_both("sources: [qm-01]", "sources: []")
    site.edit("quizzes/inventory.yml", "    state: source\n    pages: [method-01]", "    state: source\n    pages: [method-01, method-99]")
    assert [line for line in site.lines("S05") if not line.startswith(EN)] == [
        "docs/quality/method-01.zh.md:7:10 the source 'qm-01' must stand on this page (quizzes/inventory.yml:2 says so) | tell it on the page and name it: sources: [qm-01]",
        "quizzes/inventory.yml:7:12 'qm-01' must stand on the page 'method-99', which does not exist | did you mean 'method-01'?",
    ]


def test_an_entry_that_is_left_out_needs_no_page(site: Site) -> None:
    site.edit_both("sources: [qm-01]", "sources: []")
    site.edit("quizzes/inventory.yml", "    state: source\n", "    state: dropped\n")
    assert site.lines("S05") == []


def test_a_claim_that_must_be_on_the_page(site: Site) -> None:
    site.edit_both("claims: [r-01]", "claims: []")
    site.edit_both(' data-claim="r-01"', "")
    assert [line for line in site.lines("S05") if line.startswith(ZH)] == [
        "docs/quality/method-01.zh.md:8:9 the claim 'r-01' must be named in the front matter (quizzes/inventory.yml:9 names this page) | add it: claims: [r-01]",
        'docs/quality/method-01.zh.md:32:1 the claim \'r-01\' does not stand on the page | say in Limits how it is meant, and write {: data-claim="r-01" } below that paragraph',
    ]


def test_a_claim_outside_the_limits(site: Site) -> None:
    site.edit_both('{: .note data-claim="r-01" }\n', "")
    site.edit_both("<!-- checklist", '{: data-claim="r-01" }\n\n<!-- checklist')
    assert [line for line in site.lines("S05") if line.startswith(ZH)] == [
        "docs/quality/method-01.zh.md:38:1 the claim 'r-01' stands outside the section Limits | on a lesson it belongs under { #limits }",
    ]


def test_a_page_may_name_more_claims_and_mark_one_twice(site: Site) -> None:
    site.edit_both("claims: [r-01]", "claims: [r-01, r-02]")
    site.edit_both("<!-- checklist", '{: data-claim="r-01" }\n\n<!-- checklist')
    assert site.lines("S05") == []
