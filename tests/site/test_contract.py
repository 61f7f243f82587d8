"""The output contract, read from the built HTML without a browser: what wikis, exports and a later generator rely on."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from course.addresses import is_path
from course.models import LANGUAGES, Bank, Blank, Choice, Course, Match, Multiple, Order

from .conftest import ROOT
from .markup import Element, read

Pages = dict[str, Element]
"""Every built page by its path in the site: 'en/sales-rules/rule-08/index.html'."""


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    return {file.relative_to(site).as_posix(): read(file.read_text(encoding="utf-8")) for file in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="session")
def ids(pages: Pages) -> dict[str, list[str]]:
    return {path: [element["id"] for element in page.walk() if "id" in element] for path, page in pages.items()}


def path_of(uri: str, language: str) -> str:
    """Where the page with this address in the sources stands in the site."""
    folder = uri.removesuffix("index") if uri == "index" or uri.endswith("/index") else uri + "/"
    return ("en/" if language == "en" else "") + folder + "index.html"


def page_of(id: str, language: str, course: Course, pages: Pages) -> Element:
    return pages[path_of(course.page(id, language).uri, language)]


def banks(course: Course) -> list[Bank]:
    assert course.banks
    return list(course.banks)


def roots(course: Course, pages: Pages, *types: type):
    """(question, its root, language) for every question of these types, on both languages' pages."""
    found = [
        (question, page_of(bank.page, language, course, pages).one(data_question=question.id), language)
        for bank in banks(course)
        for question in bank.questions
        if (not types or isinstance(question, types))
        for language in LANGUAGES
    ]
    assert found
    return found


def test_every_page_is_built_in_both_languages(course: Course, pages: Pages) -> None:
    for page in course.pages:
        assert path_of(page.uri, page.language) in pages
        assert pages[path_of(page.uri, page.language)].one("html")["lang"].split("-")[0] == page.language


def test_a_page_has_the_questions_of_its_bank_once_and_in_order(course: Course, pages: Pages) -> None:
    for bank in banks(course):
        for language in LANGUAGES:
            page = page_of(bank.page, language, course, pages)
            assert [root["data-question"] for root in page.all(data_question=True)] == [question.id for question in bank.questions]
            if bank.questions:
                assert len(page.one(data_set=f"{bank.page}.check").all(data_question=True)) == len(bank.questions)
    written = {question.id for bank in course.banks for question in bank.questions}
    for path, page in pages.items():
        assert {root["data-question"] for root in page.all(data_question=True)} <= written, path


def test_the_frame_of_a_question(course: Course, pages: Pages) -> None:
    for question, root, _ in roots(course, pages):
        assert (root["id"], root["data-type"], root["data-v"], root["data-state"]) == (question.id, question.type, str(question.v), "open")
        fieldset = root.one("form").one("fieldset")
        assert fieldset.one("legend").one(class_="fb-ask").text
        assert fieldset.one("legend") is next(child for child in fieldset.children if isinstance(child, Element))
        status = root.one(role="status")
        assert status.tag == "p" and not status.children, "the announcement is empty, to the last blank"
        assert root.one("details").one("summary").text
        assert root.one("details").one(class_="fb-key").text
        assert "hidden" in root.one(class_="fb-actions")
        check, retry = root.one(data_action="check"), root.one(data_action="retry")
        assert (check.tag, check["type"], retry.tag, retry["type"]) == ("button", "button", "button", "button")
        assert check.text and retry.text and "hidden" in retry and "hidden" not in check
        assert not root.all(type="submit")
        assert all(button["type"] == "button" for button in root.all("button"))


def test_the_options_of_a_choice(course: Course, pages: Pages) -> None:
    """Values are the options' ids in written order; the key is marked, and nothing else."""
    for question, root, _ in roots(course, pages, Choice):
        inputs = root.all("input")
        assert [each["value"] for each in inputs] == [option.id for option in question.options]
        assert {each["type"] for each in inputs} == {"checkbox" if isinstance(question, Multiple) else "radio"}
        assert {each["name"] for each in inputs} == {question.id}
        assert [each["value"] for each in inputs if "data-correct" in each] == [option.id for option in question.keys]
        assert not [each for each in inputs if "checked" in each]
        for option in root.all(class_="fb-option"):
            assert option.one("label").one("input") and option.one(class_="fb-letter").text and option.one(class_="fb-text").text
            assert "hidden" in option.one(class_="fb-why") and option.one(class_="fb-why").text
        assert len(root.all(class_="fb-option")) == len(question.options)


def test_the_field_of_a_blank(course: Course, pages: Pages) -> None:
    for question, root, language in roots(course, pages, Blank):
        field = root.one("form").one("input", type="text")
        assert field.inside("label")
        assert tuple(json.loads(field["data-accept"])) == question.accept[language]
        assert "value" not in field and field["autocomplete"] == "off"
        assert "____" not in root.text and root.one("legend").one(class_="fb-gap").text


def test_the_steps_of_an_order(course: Course, pages: Pages) -> None:
    """All of them, none given in its place, and the same for both languages, so that an answer can be shown in either."""
    shown: dict[str, set[tuple[str, ...]]] = {}
    for question, root, _ in roots(course, pages, Order):
        key = [step.id for step in question.steps]
        steps = [step["data-step"] for step in root.one("ol", class_="fb-steps").all("li")]
        assert sorted(steps) == sorted(key)
        assert all(a != b for a, b in zip(steps, key, strict=True)), "something stands in its place already"
        assert root.one("ol", class_="fb-steps")["data-key"].split() == key
        shown.setdefault(question.id, set()).add(tuple(steps))
    assert all(len(orders) == 1 for orders in shown.values())


def test_the_selects_of_a_match(course: Course, pages: Pages) -> None:
    """A right side stands once, under the id of the first pair that has it; the key of each pair is that id."""
    shown: dict[str, set[tuple[str, ...]]] = {}
    for question, root, _ in roots(course, pages, Match):
        first: dict[str, str] = {}
        for pair in question.pairs:
            first.setdefault(pair.right.en, pair.id)
        selects = root.all("select")
        assert [select["data-pair"] for select in selects] == [pair.id for pair in question.pairs]
        assert [select["data-key"] for select in selects] == [first[pair.right.en] for pair in question.pairs]
        for select in selects:
            empty, *values = [option["value"] for option in select.all("option")]
            assert select.inside("label") and empty == ""
            assert sorted(values) == sorted(first.values())
            shown.setdefault(question.id, set()).add(tuple(values))
        assert len(root.one(class_="fb-choices").all("li")) == len(first)
    assert all(len(orders) == 1 for orders in shown.values())


def test_checklists(course: Course, pages: Pages) -> None:
    lists = [(bank.page, checklist) for bank in banks(course) for checklist in bank.checklists]
    assert lists
    for page, checklist in lists:
        for language in LANGUAGES:
            root = page_of(page, language, course, pages).one(data_checklist=checklist.id)
            assert root["id"] == checklist.id
            items = root.all("input", type="checkbox")
            assert [item["data-item"] for item in items] == [item.id for item in checklist.items]
            assert all(item.inside("label") and "checked" not in item for item in items)
            assert root["role"] == "group" and root.one(id=root["aria-labelledby"]).text == checklist.title[language]
            assert {button["data-action"] for button in root.all("button", type="button")} == {"copy", "print", "reset", "link"}
            assert "hidden" in root.one(class_="fb-actions") and not root.one(role="status").children


def test_heading_ids_are_as_written_and_equal_in_both_languages(course: Course, pages: Pages) -> None:
    for page in course.in_language("zh"):
        built = {}
        for language in LANGUAGES:
            article = pages[path_of(page.uri, language)].one("article")
            built[language] = [(e.tag, e["id"]) for e in article.walk() if re.fullmatch("h[2-6]", e.tag) and "id" in e]
            written = [(f"h{heading.level}", heading.id) for heading in course.page(page.id, language).headings]
            assert [heading for heading in built[language] if not heading[1].startswith("term-")] == written
        # the glossary's entries stand in the order of each alphabet
        assert sorted(built["zh"]) == sorted(built["en"])


def test_titles_are_unique_and_zoom_is_left_to_the_reader(pages: Pages) -> None:
    """Which of ten open tabs is it; pages that only forward are called what they lead to."""
    for language in LANGUAGES:
        of = [path for path, page in pages.items() if path.startswith("en/") == (language == "en") and not page.all("script", data_to=True)]
        titles = [pages[path].one("head").one("title").text for path in of]
        assert len(titles) == len(set(titles)), sorted(title for title in titles if titles.count(title) > 1)
    for path, page in pages.items():
        assert page.one("meta", name="viewport")["content"].replace(" ", "") == "width=device-width,initial-scale=1", path


def words_in(element: Element, language: str) -> Iterator[tuple[str, str]]:
    """Each piece of text with the language it is said to be in; code is in none."""
    language = element.attributes.get("lang", language)
    for child in element.children:
        if isinstance(child, str):
            yield language, child
        elif child.tag not in ("code", "pre", "script", "title", "option"):
            yield from words_in(child, language)


def test_words_in_the_other_language_say_so(pages: Pages) -> None:
    """WCAG 3.1.2: Chinese on an English page, and more than three English words in a row on a Chinese one."""
    other = {"en": re.compile("[\u4e00-\u9fff]"), "zh": re.compile(r"[A-Za-z'’-]+(\s+[A-Za-z'’-]+){3}")}
    checked = 0
    for path, page in pages.items():
        for language, text in words_in(page.one("html"), ""):
            assert not other[language[:2]].search(text), f"{path}: {text.strip()[:60]}"
            checked += 1
    assert checked > 10_000


def test_no_id_stands_twice_on_a_page(ids: dict[str, list[str]]) -> None:
    for path, found in ids.items():
        assert len(found) == len(set(found)), f"{path}: {sorted(id for id in found if found.count(id) > 1)}"


def test_nothing_of_the_quiz_plugin_is_left(pages: Pages) -> None:
    for path, page in pages.items():
        for element in page.walk():
            assert not set(element.classes) & {"quiz", "quiz-question", "quiz-feedback", "answer-feedback"}, f"{path}: {element}"
            assert not element.attributes.get("id", "").startswith("quiz-"), f"{path}: {element}"


def test_no_inline_code(site: Path, pages: Pages) -> None:
    """`script-src 'self'; style-src 'self'` holds without 'unsafe-inline'."""
    for path, page in pages.items():
        for element in page.walk():
            if element.tag == "script" and element.attributes.get("type") != "application/json":
                assert "src" in element and not element.text, f"{path}: {element}"
            assert element.tag != "style" and "style" not in element, f"{path}: {element}"
            assert not [name for name in element.attributes if name.startswith("on")], f"{path}: {element}"
            for value in element.attributes.values():
                assert not value.strip().lower().startswith("javascript:"), f"{path}: {element}"


def test_no_alternates_and_no_absolute_addresses_without_a_site_url(pages: Pages) -> None:
    for path, page in pages.items():
        for link in page.all("link"):
            assert not set(link["rel"].split()) & {"alternate", "canonical"}, f"{path}: {link}"


def addresses(page: Element):
    """Every address in a page, with the element it stands in."""
    for element in page.walk():
        for name in ("href", "src", "data-to", "action", "poster"):
            if name in element:
                yield element, element[name]
        for each in element.attributes.get("srcset", "").split(","):
            if each.strip():
                yield element, each.split()[0]


def resolved(path: str, address: str) -> str:
    """The file of the site that an address in the page `path` means."""
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), unquote(urlsplit(address).path)))
    # more '..' than folders would leave the site; normpath hides that, so it is counted
    depth = posixpath.normpath(posixpath.join(posixpath.dirname(path) or ".", unquote(urlsplit(address).path)))
    assert not depth.startswith("..") or address.startswith("/"), f"{path}: {address} leaves the site"
    target = target.lstrip("/")
    return posixpath.join(target, "index.html") if not posixpath.splitext(target)[1] or address.endswith("/") else target


def test_links_are_relative_or_citations(course: Course, pages: Pages) -> None:
    """Any host, any subfolder, from disk. Only the page that a server gives for any wrong address cannot be relative."""
    for path, page in pages.items():
        for element, address in addresses(page):
            split = urlsplit(address)
            if split.scheme or split.netloc:
                assert element.tag == "a" and split.scheme == "https" and split.netloc in course.hosts, f"{path}: {address}"
            elif posixpath.basename(path) != "404.html":
                assert not address.startswith("/"), f"{path}: {address}"


def test_every_link_leads_to_a_file_and_an_id(site: Path, pages: Pages, ids: dict[str, list[str]]) -> None:
    checked = 0
    for path, page in pages.items():
        # what stands in a frame counts from the lesson
        base = [element["href"] for element in page.all("base")]
        at = resolved(path, base[0]) if base else path
        for element, address in addresses(page):
            split = urlsplit(address)
            if split.scheme or split.netloc:
                continue
            target = at if not split.path else resolved(path if element.tag == "base" else at, address)
            assert (site / target).is_file(), f"{path}: {address} → {target} is not there"
            if split.fragment and target in ids:
                assert unquote(split.fragment) in ids[target], f"{path}: {address}: no such id in {target}"
            checked += 1
    assert checked > 500


def test_the_language_link_leads_to_the_same_page_and_back(course: Course, pages: Pages) -> None:
    for page in course.pages:
        here = path_of(page.uri, page.language)
        there = path_of(page.uri, "en" if page.language == "zh" else "zh")
        link = pages[here].one("a", class_="fb-language")
        assert resolved(here, link["href"]) == there
        assert link["target"] == "_self" and link["hreflang"].split("-")[0] != page.language


def test_every_id_with_an_address_has_a_short_address(course: Course, site: Path, pages: Pages, ids: dict[str, list[str]]) -> None:
    """Pages, sections, checklists and terms: those in the ledger, for ever, and those written today."""
    wanted = {line.id for line in course.ledger if line.kind in ("page", "section", "checklist", "term") and not line.retired}
    assert wanted, "quizzes/ids.txt is empty: python3 scripts/build.py ids"
    for page in course.pages:
        wanted |= {page.id, *(f"{page.id}.{heading.id}" for heading in page.headings), *(alias.partition("#")[0] for alias in page.front.aliases if not is_path(alias))}
    wanted |= {checklist.id for bank in course.banks for checklist in bank.checklists} | {term.id for term in course.terms}
    for language in LANGUAGES:
        for id in sorted(wanted):
            path = ("en/" if language == "en" else "") + f"go/{id}/index.html"
            page = pages[path]
            to = page.one("script")["data-to"]
            target = resolved(path, to)
            assert target.startswith("en/") == (language == "en")
            assert target in pages, f"{path}: {to}"
            fragment = urlsplit(to).fragment
            assert bool(fragment) == ("." in id or id not in {each.id for each in course.pages}), f"{path}: {to}"
            assert not fragment or fragment in ids[target], f"{path}: {to}"
            link = page.one("body").one("a")
            assert (resolved(path, link["href"]), urlsplit(link["href"]).fragment) == (target, fragment) and link.text


def test_every_place_that_a_page_ever_had_is_there(course: Course, pages: Pages) -> None:
    places = [line.id for line in course.ledger if line.kind == "path"]
    assert len(places) > 100
    for place in places:
        assert {f"{place}index.html", f"en/{place}index.html"} <= pages.keys(), place


FRAMES = {"embed.js", "embed.css", "probe.js", "go.js"}
"""Files of /embed/ and /go/, which no page of the site loads; what a frame weighs has a test of its own (test_embeds)."""
TOOLS = {"analysis": 7 * 1024}
"""Scripts and styles that one page for trainers loads and no learner's page does: name of the files, bytes they may have together."""
LIBRARIES = 6 * 1024
"""Of the scheduler (ts-fsrs, in review.js) and the QR code (lean-qr, in links.js), which are not ours."""
LEARNERS = 45 * 1024 + LIBRARIES
"""Bytes of all else: what a learner can ever load, in one language."""


def test_our_scripts_and_styles_keep_their_budget(site: Path) -> None:
    """After gzip -9. A file of ours that is in neither list counts for the learners."""
    ours = {re.sub(r"\.(zh|en)(?=\.)", "", file.name) for file in (ROOT / "web/dist").iterdir()}
    for folder in (site, site / "en"):
        weights = {name: len(gzip.compress((folder / "assets" / name).read_bytes(), 9, mtime=0)) for name in ours}
        tools = {name for name in ours if name.partition(".")[0] in TOOLS}
        learners = sum(weights[name] for name in ours - FRAMES - tools)
        assert learners <= LEARNERS, f"{folder}: {learners} of {LEARNERS} bytes"
        for tool, most in TOOLS.items():
            weight = sum(weights[name] for name in tools if name.partition(".")[0] == tool)
            assert 0 < weight <= most, f"{folder}: {tool} has {weight} of {most} bytes"


def test_a_tool_for_trainers_is_on_its_own_page_alone(pages: Pages) -> None:
    """Else it is a learner's, and counts as such."""
    for tool in TOOLS:
        assert {path for path, page in pages.items() if page.all(data_app=tool)} == {f"practice/{tool}/index.html", f"en/practice/{tool}/index.html"}


def test_the_foot_names_id_version_and_review(course: Course, pages: Pages) -> None:
    for page in course.pages:
        foot = pages[path_of(page.uri, page.language)].one(class_="fb-foot")
        assert page.id in [code.text for code in foot.all("code")]
        assert course.version in foot.text
        assert foot.one("time")["datetime"] == page.front.reviewed
