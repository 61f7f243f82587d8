"""What stood behind '#' before: an empty anchor at what it means now, and never twice on a page."""

from __future__ import annotations

from course.anchors import keep_anchors, old_names
from course.loading.page import read_page
from course.models import Bank, Course, Term

FRONT = "---\nid: {id}\nkind: lesson\ntitle: x\ndescription: d\nreviewed: 2026-11-23\naliases: {aliases}\n---\n"
BODY = "## a { #why }\n\n## b { #limits }\n"
TERM = {"id": "term-new", "zh": "新", "en": "new", "pinyin": "xīn", "means": {"zh": "x", "en": "x"}}
BANK = {"page": "rule-08", "checklists": [{"id": "rule-08-after", "title": {"zh": "x", "en": "x"}, "items": [{"id": "rule-08-after-a", "zh": "x", "en": "x"}]}]}


def names(uri: str, id: str, aliases: str) -> dict[str, list[str]]:
    page, problems = read_page(FRONT.format(id=id, aliases=aliases) + BODY, f"docs/{uri}.zh.md", uri, "zh")
    assert page, problems
    return old_names(Course(version="1.0.0", pages=(page,), terms=(Term.model_validate(TERM),), banks=(Bank.model_validate(BANK),)), page)


def test_old_names_of_headings_checklists_and_terms() -> None:
    written = "['rule-08.bounds#limits', 'rule-08.edges#limits', rule-80, 'rule-80.reasons#why', 'rule-70.how#why', old/place/, 'rule-08-before#rule-08-after']"
    assert names("sales-rules/rule-08", "rule-08", written) == {"limits": ["bounds", "edges"], "why": ["reasons"], "rule-08-after": ["rule-08-before"]}, "rule-70 still stands elsewhere"
    assert names("reference/glossary", "reference-glossary", "['term-old#term-new']") == {"term-new": ["term-old"]}


def test_what_stands_on_the_page_today_means_what_it_says() -> None:
    """Of a page that was taken over, `why` may mean another heading; here `why` is taken."""
    assert names("sales-rules/rule-08", "rule-08", "[rule-80, 'rule-80.why#limits', 'rule-80.how#limits', 'rule-08.how#why']") == {"limits": ["how"]}


def test_an_anchor_stands_inside_what_it_means() -> None:
    html = '<h2 class="x" id="limits">Limits</h2>\n<p id="why">why</p>\n<div class="fb-checklist" id="after" role="group">'
    assert keep_anchors(html, {"limits": ["bounds", "edges"], "after": ["before"]}) == (
        '<h2 class="x" id="limits"><span id="bounds"></span><span id="edges"></span>Limits</h2>\n<p id="why">why</p>\n<div class="fb-checklist" id="after" role="group"><span id="before"></span>'
    )
    assert keep_anchors(html, {}) == html
