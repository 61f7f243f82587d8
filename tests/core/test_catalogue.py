"""`links.json`, `links.csv` and the feed: whole, true to their schema, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from course.addresses import addresses
from course.loading import load_course
from course.models import LANGUAGES, Course
from course.outputs.catalogue import links_csv, links_json, links_schema
from course.outputs.feed import feed

from .conftest import ROOT

SITE = "https://sales.corp.test/book/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT)[0]


@pytest.fixture(scope="module")
def links(course: Course) -> list[dict]:
    return json.loads(links_json(course))["links"]


def test_every_id_with_an_address_is_listed_once(course: Course, links: list[dict]) -> None:
    listed = [entry["id"] for entry in links]
    assert listed == sorted({line.id for line in course.ledger if line.kind in ("page", "section", "checklist", "term")} & set(addresses(course, "zh")) - set(json.loads(links_json(course))["aliases"]))


def test_it_keeps_to_its_schema(links: list[dict]) -> None:
    schema = json.loads(links_schema())["properties"]["links"]["items"]
    for entry in links:
        assert set(schema["required"]) <= entry.keys() <= schema["properties"].keys(), entry["id"]
        assert re.fullmatch(schema["properties"]["id"]["pattern"], entry["id"])
        assert entry["kind"] in schema["properties"]["kind"]["enum"]
        for field in ("title", "url", "short", "hash", "embed"):
            assert field not in entry or (set(entry[field]) == set(LANGUAGES) and all(entry[field].values()) or field == "url" and entry["id"] == "home"), (entry["id"], field)


def test_kinds_and_frames(links: list[dict]) -> None:
    found = {entry["id"]: entry for entry in links}
    kinds = {id: found[id]["kind"] for id in ("rule-08", "rule-08.limits", "rule-08.check", "rule-08-before-promising", "term-gross-profit")}
    assert kinds == {"rule-08": "page", "rule-08.limits": "section", "rule-08.check": "questions", "rule-08-before-promising": "checklist", "term-gross-profit": "term"}
    assert {id: found[id].get("embed", {}).get("en") for id in kinds} == {
        "rule-08": "en/embed/rule-08/", "rule-08.limits": None, "rule-08.check": "en/embed/rule-08.check/", "rule-08-before-promising": "en/embed/rule-08-before-promising/", "term-gross-profit": None,
    }
    assert found["rule-08"]["minutes"] == 10


def test_addresses_are_whole_where_the_site_has_one(course: Course) -> None:
    entry = next(entry for entry in json.loads(links_json(course, SITE))["links"] if entry["id"] == "rule-08.limits")
    assert entry["url"] == {"zh": f"{SITE}sales-rules/rule-08/#limits", "en": f"{SITE}en/sales-rules/rule-08/#limits"}
    assert entry["short"] == {"zh": f"{SITE}go/rule-08.limits/", "en": f"{SITE}en/go/rule-08.limits/"}


def test_the_home_page_is_not_the_file_itself(course: Course, links: list[dict]) -> None:
    """An empty relative address would mean links.json."""
    found = {entry["id"]: entry["url"]["zh"] for entry in links}
    assert (found["home"], found["home.new"]) == ("./", "./#new")
    assert json.loads(links_json(course, SITE))["links"][[*found].index("home")]["url"]["zh"] == SITE


def changed(course: Course, links: list[dict]) -> set[tuple[str, str]]:
    before = {entry["id"]: entry["hash"] for entry in links}
    return {(entry["id"], language) for entry in json.loads(links_json(course))["links"] for language in LANGUAGES if entry["hash"][language] != before[entry["id"]][language]}


def with_bank(course: Course, **update) -> Course:
    bank = course.bank("rule-08")
    return course.model_copy(update={"banks": tuple(each.model_copy(update=update) if each is bank else each for each in course.banks)})


def test_a_hash_changes_with_the_questions_the_checklist_and_the_terms_that_stand_there(course: Course, links: list[dict]) -> None:
    bank = course.bank("rule-08")
    assert bank
    first, *more = bank.questions
    asked = first.model_copy(update={"ask": first.ask.model_copy(update={"en": "Another question?"})})
    assert changed(with_bank(course, questions=(asked, *more)), links) == {("rule-08", "en"), ("rule-08.check", "en")}
    [checklist] = bank.checklists
    named = checklist.model_copy(update={"title": checklist.title.model_copy(update={"zh": "答应之前看一遍"})})
    assert changed(with_bank(course, checklists=(named,)), links) == {("rule-08", "zh"), ("rule-08.practice", "zh"), ("rule-08-before-promising", "zh")}
    term = course.terms[0]
    other = term.model_copy(update={"means": term.means.model_copy(update={"en": "Something else"})})
    assert {id for id, _ in changed(course.model_copy(update={"terms": (other, *course.terms[1:])}), links)} - {f"reference-glossary.{heading.id}" for heading in course.page("reference-glossary", "en").headings} == {term.id, "reference-glossary"}


def test_the_place_of_a_page_that_moved_is_named_beside_the_links(course: Course) -> None:
    pages = tuple(page.model_copy(update={"front": page.front.model_copy(update={"aliases": ("old/place/",)})}) if page.id == "rule-08" else page for page in course.pages)
    assert json.loads(links_json(course.model_copy(update={"pages": pages})))["aliases"]["old/place/"] == "rule-08"


@pytest.mark.parametrize("sign", [*"=+-@＝＋－＠", "\t=", "\r@", "\n+", " =", "\u3000－"])
def test_no_cell_begins_a_formula(course: Course, sign: str) -> None:
    term = course.terms[0].model_copy(update={"zh": f"{sign}1"})
    rows = csv.DictReader(io.StringIO(links_csv(course.model_copy(update={"terms": (term, *course.terms[1:])})).removeprefix("\ufeff"), newline=""))
    assert next(row for row in rows if row["id"] == term.id)["title_zh"] == f"'{sign}1"


def test_a_hash_changes_with_its_own_text_alone(course: Course, links: list[dict]) -> None:
    page = course.page("rule-08", "zh")
    assert page
    limits = page.heading("limits")
    assert limits
    lines = tuple(line._replace(text=line.text + "！") if line.number == limits.place.line + 2 else line for line in page.lines)
    changed = course.model_copy(update={"pages": tuple(each.model_copy(update={"lines": lines}) if each is page else each for each in course.pages)})
    before = {entry["id"]: entry["hash"] for entry in links}
    after = {entry["id"]: entry["hash"] for entry in json.loads(links_json(changed))["links"]}
    assert {id for id in before if before[id] != after[id]} == {"rule-08", "rule-08.limits"}
    assert before["rule-08"]["en"] == after["rule-08"]["en"]


def test_an_alias_is_named_beside_the_links(course: Course) -> None:
    assert json.loads(links_json(course))["aliases"]["reference-for-wiki-editors.broken"] == "reference-for-wiki-editors.check"


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing(course: Course) -> None:
    term = course.terms[0].model_copy(update={"zh": "=cmd|' /C calc'!A0", "en": "@SUM(1)"})
    text = links_csv(course.model_copy(update={"terms": (term, *course.terms[1:])}))
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    row = next(row for row in rows if row["id"] == term.id)
    assert (row["title_zh"], row["title_en"]) == ("'=cmd|' /C calc'!A0", "'@SUM(1)")
    assert next(row for row in rows if row["id"] == "rule-08")["minutes"] == "10"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_atom_with_stable_ids(course: Course, language) -> None:
    for site, start in (("", "./"), (SITE, SITE)):
        found = ElementTree.fromstring(feed(course, language, "A & B", site))
        entries = found.findall("a:entry", ATOM)
        ids = [entry.findtext("a:id", namespaces=ATOM) for entry in entries]
        assert len(entries) == 60 and len(set(ids)) == 60
        assert all(entry.find("a:link", ATOM).get("href").startswith(start) and entry.findtext("a:title", namespaces=ATOM) for entry in entries)
        updated = [entry.findtext("a:updated", namespaces=ATOM) for entry in entries]
        assert updated == sorted(updated, reverse=True) and found.findtext("a:updated", namespaces=ATOM) == updated[0]
        assert found.findtext("a:title", namespaces=ATOM) == "A & B"
