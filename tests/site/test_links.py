"""Link marks: what a wiki editor copies on a page of the site, pasted where it belongs. Over plain http, where browsers hand out less, and from disk."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import pytest
from playwright.sync_api import Page, expect

from .conftest import LESSON, PLAIN_HOST
from .places import Place
from .axe import axe, violations  # noqa: F401

PASTE = "() => { const field = document.createElement('textarea'); field.id = 'pasted'; document.body.append(field); field.focus(); }"
PASTE_RICH = "() => { const field = document.createElement('div'); field.contentEditable = true; field.id = 'pasted'; document.body.append(field); field.focus(); }"
FORMS = {
    "zh": {"plain": "复制链接", "rich": "带标题的链接", "markdown": "Markdown", "mediawiki": "MediaWiki", "embed": "嵌入代码", "qr": "二维码", "done": "已复制。"},
    "en": {"plain": "Copy link", "rich": "Link with title", "markdown": "Markdown", "mediawiki": "MediaWiki", "embed": "Embed code", "qr": "QR code", "done": "Copied."},
}


@pytest.fixture(params=["plain http", "subfolder", "disk"])
def host(request: pytest.FixtureRequest, places: dict[str, Place], journal) -> Place:
    if request.param == "plain http":
        found = places["root"].on_host(PLAIN_HOST)
        journal.allow(found)
        return found
    return places[request.param]


def copied(page: Page, form: str, language: str, rich: bool = False) -> str:
    """With the keyboard, from the open panel; then pasted into a field."""
    button = page.locator(".fb-links").get_by_role("button", name=FORMS[language][form], exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fb-links [role=status]")).to_have_text(FORMS[language]["done"])
    expect(button).to_be_focused()
    page.evaluate(PASTE_RICH if rich else PASTE)
    page.keyboard.press("Control+V")
    field = page.locator("#pasted")
    text = field.inner_html() if rich else field.input_value()
    field.evaluate("field => field.remove()")
    button.focus()
    return text


class _Links(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append({"tag": tag, **dict(attributes)})


def test_every_form_leads_to_the_section(host: Place, language: str, page: Page) -> None:
    page.goto(host.address(LESSON, language))
    page.locator("#check .headerlink").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fb-links")).to_be_visible()
    url = copied(page, "plain", language)
    assert url == host.address("go/rule-08.check/", language)
    title = page.evaluate("document.querySelector('h1').firstChild.textContent.trim() + ' – ' + document.querySelector('#check').firstChild.textContent.trim()")
    rich = copied(page, "rich", language, rich=True)
    assert [link["href"] for link in _Links(rich).found if link["tag"] == "a"] == [url] and title in re.sub(r"<[^>]+>", "", rich)
    made = markdown.markdown(copied(page, "markdown", language))
    assert made == f'<p><a href="{url}">{title}</a></p>'
    assert copied(page, "mediawiki", language) == f"[{url} {title}]"
    frame = _Links(copied(page, "embed", language)).found
    assert [(each["tag"], each["title"], each["src"]) for each in frame] == [("iframe", title, url.replace("/go/", "/embed/"))]
    page.goto(url)
    page.wait_for_url(re.compile(r"/sales-rules/rule-08/(index\.html)?#check$"))


def test_a_checklist_and_the_page_itself(here: Place, language: str, page: Page) -> None:
    page.goto(here.address(LESSON, language))
    page.locator("[data-checklist] [data-action=link]").click()
    assert copied(page, "plain", language) == here.address("go/rule-08-before-promising/", language)
    page.locator("h1 .headerlink").focus()
    page.keyboard.press("Enter")
    assert page.locator(".fb-links").count() == 1
    assert copied(page, "plain", language) == here.address("go/rule-08/", language)
    page.keyboard.press("Escape")
    expect(page.locator(".fb-links")).to_have_count(0)
    expect(page.locator("h1 .headerlink")).to_be_focused()


def test_a_section_cannot_be_framed_and_a_form_neither(here: Place, page: Page) -> None:
    for path, mark in ((LESSON, "#limits .headerlink"), ("toolkit/form-raci/", "h1 .headerlink"), ("reference/glossary/", "h1 .headerlink")):
        page.goto(here.address(path))
        page.locator(mark).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=FORMS["zh"]["plain"])).to_be_focused()
        assert page.get_by_role("button", name=FORMS["zh"]["embed"]).count() == 0, path


def test_from_disk_it_says_that_others_cannot_use_it(places: dict[str, Place], page: Page) -> None:
    page.goto(places["disk"].address(LESSON))
    page.locator("#limits .headerlink").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fb-links")).to_contain_text("这个地址别人打不开")


def test_a_mark_is_a_link_where_its_script_does_not_come(here: Place, page: Page, journal) -> None:
    journal.expect("links")
    page.route("**/links.js*", lambda route: route.abort())
    page.goto(here.address(LESSON))
    page.locator("#limits .headerlink").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#limits")


def test_the_panel_is_accessible(here: Place, language: str, reuse, axe: str) -> None:  # noqa: F811
    page = reuse(bypass_csp=True)
    page.goto(here.address(LESSON, language))
    page.locator("#check .headerlink").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name=FORMS[language]["qr"]).click()
    expect(page.locator(".fb-links svg")).to_be_visible()
    assert violations(page, axe) == []
