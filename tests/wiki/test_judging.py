"""Good, moved or dead: every kind of address, as the site itself answers it, and what an editor should write instead."""

from __future__ import annotations

import pytest
from course.addresses import addresses, moved, page_url
from course.checks.index import Index
from course.embeddable import embeddable
from course.models import LANGUAGES, Course, Language
from course.outputs.go import go_pages
from course.wiki import judging
from course.wiki.judging import Judge, Verdict
from course.wiki.sites import Sites

from .conftest import SITE

GOOD = {
    "a short address": ("go/rule-08/", "go/rule-08/"),
    "without its slash": ("go/rule-08", "go/rule-08/"),
    "with the name of its file": ("go/rule-08/index.html", "go/rule-08/"),
    "a section": ("go/rule-08.limits/", "go/rule-08.limits/"),
    "a set of questions": ("go/rule-08.check/", "go/rule-08.check/"),
    "a checklist": ("go/rule-08-before-promising/", "go/rule-08-before-promising/"),
    "a term": ("go/term-gross-profit/", "go/term-gross-profit/"),
    "in English": ("en/go/rule-08/", "en/go/rule-08/"),
    "the home page": ("", "go/home/"),
    "the English home page": ("en", "en/go/home/"),
    "a long address": ("sales-rules/rule-08/", "go/rule-08/"),
    "an index": ("sales-rules/index.html", "go/sales-rules/"),
    "a place on a page": ("en/sales-rules/rule-08/#limits", "en/go/rule-08.limits/"),
    "a place behind a short address": ("go/rule-08/#limits", "go/rule-08.limits/"),
    "another place than the id's": ("go/rule-08.how/#limits", "go/rule-08.limits/"),
    "a checklist on its page": ("sales-rules/rule-08/#rule-08-before-promising", "go/rule-08-before-promising/"),
    "a term on its page": ("reference/glossary/#term-gross-profit", "go/term-gross-profit/"),
    "the title": ("sales-rules/rule-08/#fb-title", "go/rule-08/"),
    "words that a browser looks for": ("sales-rules/rule-08/#limits:~:text=promise", "go/rule-08.limits/"),
    "a place without an id": ("reference/evidence/#ref-dixon-2010", "go/reference-evidence/#ref-dixon-2010"),
    "a search": ("en/#find=%E6%8A%A5%E4%BB%B7%20%26%20tender", "en/go/home/#find=%E6%8A%A5%E4%BB%B7%20%26%20tender"),
    "a search in Chinese words": ("sales-rules/rule-08/#find=报价", "go/rule-08/#find=%E6%8A%A5%E4%BB%B7"),
    "query and hash": ("go/rule-08/?from=wiki#limits", "go/rule-08.limits/?from=wiki"),
    "escapes": ("sales%2Drules/rule%2d08/#%6Cimits", "go/rule-08.limits/"),
    "a frame": ("embed/rule-08/?lang=en&theme=dark", "embed/rule-08/?lang=en&theme=dark"),
    "the questions in a frame": ("en/embed/rule-08.check/", "en/embed/rule-08.check/"),
    "a checklist in a frame": ("embed/rule-08-before-promising/", "embed/rule-08-before-promising/"),
    "the page that tries a wiki out": ("embed/wiki-probe/", "embed/wiki-probe/"),
}
MOVED = {
    "an old id": ("go/rule-80/", "go/rule-08/"),
    "an old id in English": ("en/go/rule-80/", "en/go/rule-08/"),
    "an old id with a place": ("go/rule-80/#limits", "go/rule-08.limits/"),
    "a section that came along": ("go/rule-80.limits/", "go/rule-08.limits/"),
    "a section with another name": ("go/rule-80.edges/", "go/rule-08.limits/"),
    "a checklist": ("go/rule-08-before/", "go/rule-08-before-promising/"),
    "a term": ("go/term-margin/", "go/term-gross-profit/"),
    "an old place": ("sales-rules/rule-80/", "go/rule-08/"),
    "an old place and its file": ("en/sales-rules/rule-80/index.html?x=1#how", "en/go/rule-08.how/?x=1"),
    "an old name behind #": ("sales-rules/rule-08/#bounds", "go/rule-08.limits/"),
    "an old name behind # of an old page": ("sales-rules/rule-80/#edges", "go/rule-08.limits/"),
    "an old name behind # of a short address": ("go/rule-08/#bounds", "go/rule-08.limits/"),
    "a checklist behind #": ("sales-rules/rule-08/#rule-08-before", "go/rule-08-before-promising/"),
    "a term behind #": ("reference/glossary/#term-margin", "go/term-gross-profit/"),
    "a frame": ("embed/rule-80/?theme=dark", "embed/rule-08/?theme=dark"),
    "the questions in a frame": ("embed/rule-80.check/", "embed/rule-08.check/"),
    "a checklist in a frame": ("en/embed/rule-08-before/", "en/embed/rule-08-before-promising/"),
}
DEAD = {
    "a letter missing": ("go/rle-08/", "go/rule-08/", "no id 'rle-08'"),
    "a letter missing in a section": ("en/go/rule-08.limts/?x=1", "en/go/rule-08.limits/?x=1", "no id 'rule-08.limts'"),
    "in capitals": ("go/RULE-08/", "go/rule-08/", "no id 'RULE-08'"),
    "a slash for the dot": ("go/rule-08/limits/", "go/rule-08.limits/", "no page 'go/rule-08/limits'"),
    "a question": ("go/rule-08-engineer-tuesday/", "go/rule-08/", "no id 'rule-08-engineer-tuesday'"),
    "a section of another name": ("go/rule-08.what-the-customer-would-say-to-it/", "go/rule-08/", "no id 'rule-08.what-the-customer-would-say-to-it'"),
    "a section of an old id": ("go/rule-80.limts/", "go/rule-08.limits/", "no id 'rule-80.limts'"),
    "nothing like it": ("go/quarterly-figures/", "", "no id 'quarterly-figures'"),
    "no id": ("go/", "", "the id is missing"),
    "a place that is not there": ("sales-rules/rule-08/#pricing", "go/rule-08/", "no place '#pricing' on the page 'rule-08'"),
    "a place with a letter missing": ("sales-rules/rule-08/#limts", "go/rule-08.limits/", "no place '#limts' on the page 'rule-08'"),
    "a place on an old page": ("go/rule-80/#pricing", "go/rule-08/", "no place '#pricing' on the page 'rule-08'"),
    "a checklist on the wrong page": ("sales-rules/rule-09/#rule-08-before-promising", "go/rule-08-before-promising/", "no place '#rule-08-before-promising' on the page 'rule-09'"),
    "a place that no alias keeps": ("rules/rule-08/", "go/rule-08/", "no page 'rules/rule-08'"),
    "and what stood there": ("rules/rule-08/#limits", "go/rule-08.limits/", "no page 'rules/rule-08'"),
    "a page as a file": ("sales-rules/rule-08.html", "go/rule-08/", "no page 'sales-rules/rule-08.html'"),
    "a page of a module": ("sales-rules/quarterly-figures/", "go/sales-rules/", "no page 'sales-rules/quarterly-figures'"),
    "a file": ("link.json", "", "no page 'link.json'"),
    "a frame with a letter missing": ("embed/rule-08.chek/", "embed/rule-08.check/", "no id 'rule-08.chek'"),
    "a section in a frame": ("embed/rule-08.limits/", "embed/rule-08/", "'rule-08.limits' stands in no frame; a lesson's card, its check and a checklist do"),
    "a term in a frame": ("embed/term-gross-profit/", "go/term-gross-profit/", "'term-gross-profit' stands in no frame; a lesson's card, its check and a checklist do"),
    "Chinese words right behind it": ("go/rule-08/。请先看", "go/rule-08/", "'。请先看' belongs to the address here: write it without, or put a space between"),
    "Chinese words without a slash": ("en/go/rule-08，第三节", "en/go/rule-08/", "'，第三节' belongs to the address here: write it without, or put a space between"),
    "Chinese words behind #": ("sales-rules/rule-08/#limits）", "go/rule-08.limits/", "'）' belongs to the address here: write it without, or put a space between"),
    "Chinese words, escaped": ("go/rule-08/%E3%80%82", "go/rule-08/", "'。' belongs to the address here: write it without, or put a space between"),
    "a wrong id and Chinese words": ("go/rle-08/。", "go/rule-08/", "no page 'go/rle-08/。'"),
}


@pytest.mark.parametrize("what", GOOD)
def test_good(judge: Judge, what: str) -> None:
    address, short = GOOD[what]
    found = judge.judge(SITE + address)
    assert found and (found.state, found.suggestion, found.message) == ("good", SITE + short, "")


@pytest.mark.parametrize("what", MOVED)
def test_moved(judge: Judge, what: str) -> None:
    address, short = MOVED[what]
    found = judge.judge(SITE + address)
    assert found and (found.state, found.suggestion) == ("moved", SITE + short)
    assert found.message.endswith(" now")


@pytest.mark.parametrize("what", DEAD)
def test_dead(judge: Judge, what: str) -> None:
    address, short, message = DEAD[what]
    found = judge.judge(SITE + address)
    assert found and (found.state, found.suggestion, found.message) == ("dead", short and SITE + short, message)


def test_a_verdict_says_id_and_language(judge: Judge) -> None:
    assert judge.judge(f"{SITE}en/sales-rules/rule-80/#edges") == Verdict("moved", "en", "rule-08.limits", f"{SITE}en/go/rule-08.limits/", "the page 'sales-rules/rule-80' is 'sales-rules/rule-08/' now")


@pytest.mark.parametrize("url", [
    "https://fieldbook.test/", "https://fieldbook.test/bookshop/", "https://elsewhere.test/book/go/rule-08/", "https://fieldbook.test:8443/book/go/rule-08/",
    "ftp://fieldbook.test/book/go/rule-08/", "mailto:fieldbook.test/book/", "#limits", "../go/rule-08/", "/book/go/rule-08/", "", "https://", "https://[/book/", "https://fieldbook.test:x/book/",
    SITE + "assets/favicon.svg", SITE + "links.json", SITE + "en/feed.xml",
])  # fmt: skip
def test_what_leads_elsewhere_or_to_a_file_is_not_judged(judge: Judge, url: str) -> None:
    assert judge.judge(url) is None


@pytest.mark.parametrize("url", [
    "http://fieldbook.test/book/go/rule-08/", "https://fieldbook.test:443/book/go/rule-08/", "HTTPS://Fieldbook.TEST./book/go/rule-08/",
    "//fieldbook.test/book/go/rule-08/", " https://fieldbook.test/book/go/\nrule-08/", "https://editor@fieldbook.test/book/go/rule-08/",
])  # fmt: skip
def test_one_site_by_other_spellings(judge: Judge, url: str) -> None:
    found = judge.judge(url)
    assert found and (found.state, found.suggestion) == ("good", f"{SITE}go/rule-08/")


def test_several_addresses_of_a_site(later: Course) -> None:
    """The one inside another counts first, each suggestion stays with its own, and a path alone is enough."""
    judge = Judge(later, Sites(["http://old.test", "http://old.test:8000/index.html", "http://old.test/new/book", "/book/"]))
    found = {url: judge.judge(url + "sales-rules/rule-08/") for url in ("https://old.test/", "http://old.test:8000/", "http://old.test/new/book/", "/book/")}
    assert {url: verdict and verdict.suggestion for url, verdict in found.items()} == {
        "https://old.test/": "http://old.test/go/rule-08/", "http://old.test:8000/": "http://old.test:8000/go/rule-08/",
        "http://old.test/new/book/": "http://old.test/new/book/go/rule-08/", "/book/": "/book/go/rule-08/",
    }  # fmt: skip


@pytest.mark.parametrize("address", ["", "fieldbook.test", "ftp://fieldbook.test/", "https://[", "https://fieldbook.test/?x", "https://fieldbook.test/#x"])
def test_what_is_no_address_of_a_site(address: str) -> None:
    with pytest.raises(ValueError, match="address of"):
        Sites([address])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_that_the_build_makes_is_good_or_moved(later: Course, judge: Judge, language: Language) -> None:
    root = SITE + ("en/" if language == "en" else "")
    now = {id: found.id for id, found in addresses(later, language).items()}
    expected = {f"{root}go/{id}/": "good" if now[id] == id else "moved" for id in now}
    expected |= {root + path.removesuffix("index.html"): "moved" for path in go_pages(later, language, "") if not path.startswith("go/")}
    expected |= {f"{root}embed/{id}/": "good" for id in embeddable(later, language)}
    expected |= {root + page_url(page.uri): "good" for page in later.in_language(language)}
    expected |= {root + path: "moved" for path in moved(later, language)}
    index = Index(later)
    expected |= {f"{root}{page_url(page.uri)}#{anchor}": "good" for page in later.in_language(language) for anchor in index.anchors(page)}
    found = {url: verdict.state if (verdict := judge.judge(url)) else None for url in expected}
    assert len(expected) > 1500 and found == expected


def test_a_suggestion_is_good_itself(judge: Judge) -> None:
    for address, *_ in (*GOOD.values(), *MOVED.values(), *DEAD.values()):
        found = judge.judge(SITE + address)
        again = judge.judge(found.suggestion) if found and found.suggestion else None
        assert again is None or (again.state, again.suggestion, again.id) == ("good", found.suggestion, found.id), address


def test_any_number_of_wrong_addresses_is_compared_a_bounded_number_of_times(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    monkeypatch.setattr(judging, "get_close_matches", lambda word, *_: compared.append(word) or [])
    judge = Judge(course, Sites([SITE]))
    for number in range(5000):
        found = judge.judge(f"{SITE}go/{number}/")
        assert found and found.state == "dead"
    found = judge.judge(f"{SITE}go/rule-08-{'x-' * 100_000}/")
    assert found and found.suggestion == ""
    assert len(compared) <= 500 and max(map(len, compared)) <= 100
