"""The search: by keyboard, wherever the site stands and in both languages; and nothing of it before it is opened."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import LESSON, PHONE
from .places import Place

FILES = ("search-names.js", "search-texts.js", "find.js", "find.css")
FIRST = {
    # what is typed → where the first result leads
    "zh": {"先开口": LESSON + "#", "寄售": "reference/glossary/#term-consignment-stock", "承担责任": LESSON, "词汇": "reference/glossary/"},
    "en": {"hour in hand": LESSON + "#", "first contact": "reference/glossary/#term-first-contact-accountability", "responsib": LESSON, "glossary": "reference/glossary/"},
}
FOUND = {"zh": r"^\d+页", "en": r"^\d+ pages?"}
NOTHING = {"zh": "没有找到“量子”", "en": "Nothing found for “量子”"}


def dialog(page: Page) -> Locator:
    return page.locator(".fb-find[open]")


def open_search(page: Page) -> Locator:
    """By the keys that people know; the field has the focus."""
    page.keyboard.press("Control+k")
    field = dialog(page).get_by_role("combobox")
    expect(field).to_be_focused()
    return field


def asked(page: Page) -> list[str]:
    """Which of the search's files the page has asked for."""
    names = page.evaluate("[...document.querySelectorAll('script[src], link[href]')].map(e => e.src || e.href).concat(performance.getEntriesByType('resource').map(e => e.name))")
    return sorted({file for name in names for file in FILES if f"/assets/{file}" in name})


def options(page: Page) -> Locator:
    return dialog(page).get_by_role("option")


def type_and_wait(page: Page, query: str) -> Locator:
    """The first result."""
    page.keyboard.type(query)
    # (a page of ours lets no function be made of a string, so nothing can wait for one)
    for _ in range(100):
        if page.evaluate("!!window.fieldbookTexts"):
            break
        page.wait_for_timeout(50)
    expect(dialog(page).get_by_role("status")).to_contain_text(re.compile(r"\d"))
    return options(page).first


@pytest.mark.parametrize("which", range(4))
def test_from_the_keys_to_the_section(which: int, place: Place, language: str, page: Page) -> None:
    """Ctrl-K, a word, Enter: page and section, from a page that stands deeper than the root."""
    query, target = list(FIRST[language].items())[which]
    page.goto(place.address("sales-rules/", language))
    open_search(page)
    first = type_and_wait(page, query)
    expect(first).to_have_attribute("aria-selected", "true")
    href = first.evaluate("link => link.href")
    wanted = place.address(target, language)
    assert href.startswith(wanted) if target.endswith("#") else href == wanted
    page.keyboard.press("Enter")
    page.wait_for_url(href)
    fragment = href.partition("#")[2]
    if fragment:
        expect(page.locator(f"[id='{fragment}']")).to_be_in_viewport()


def test_an_inner_word_finds_its_page(place: Place, page: Page) -> None:
    page.goto(place.address(""))
    open_search(page)
    first = type_and_wait(page, "档案")
    expect(first).to_contain_text("客户档案")
    expect(first.locator("mark").first).to_have_text("档案")


def test_nothing_of_it_loads_before_it_is_opened(place: Place, language: str, page: Page) -> None:
    page.goto(place.address(LESSON, language))
    page.wait_for_load_state("networkidle")
    assert asked(page) == []
    assert page.locator(".fb-find").count() == 0
    open_search(page)
    type_and_wait(page, "100%")
    assert asked(page) == sorted(FILES)
    assert page.evaluate("fieldbookNames.language") == language


def test_the_button_and_the_way_out(here: Place, language: str, page: Page) -> None:
    page.goto(here.address(LESSON, language))
    button = page.get_by_role("button", name="搜索" if language == "zh" else "Search")
    button.click()
    field = dialog(page).get_by_role("combobox")
    expect(field).to_be_focused()
    page.keyboard.type("量子")
    expect(dialog(page).get_by_role("status")).to_contain_text(NOTHING[language])
    expect(options(page)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(dialog(page)).to_have_count(0)
    expect(button).to_be_focused()
    # what was typed is still there, and is replaced by the next word
    page.keyboard.press("Enter")
    expect(field).to_have_value("量子")
    type_and_wait(page, "100%")
    expect(field).to_have_value("100%")
    page.mouse.click(5, 500)
    expect(dialog(page)).to_have_count(0)


def test_from_a_field_and_back(here: Place, page: Page) -> None:
    page.goto(here.address(LESSON))
    answer = page.locator("[data-type=blank] input")
    answer.fill("半句")
    page.keyboard.press("Control+K")
    expect(dialog(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(answer).to_be_focused()
    expect(answer).to_have_value("半句")


def test_arrows_choose_and_the_status_counts(here: Place, language: str, page: Page) -> None:
    page.goto(here.address("", language))
    field = open_search(page)
    type_and_wait(page, "承诺" if language == "zh" else "promise")
    expect(dialog(page).get_by_role("status")).to_have_text(re.compile(FOUND[language]))
    count = options(page).count()
    assert count > 2

    def active() -> int:
        chosen = options(page).evaluate_all("all => all.flatMap((e, n) => e.ariaSelected === 'true' ? [[n, e.id]] : [])")
        assert [id for _, id in chosen] == [field.get_attribute("aria-activedescendant")]
        return chosen[0][0]

    for key, at in {"ArrowDown": 1, "End": count - 1, "ArrowUp": count - 2, "Home": 0}.items():
        page.keyboard.press(key)
        assert active() == at, key
        expect(options(page).nth(at)).to_be_in_viewport()
        expect(field).to_be_focused()


def test_a_section_of_this_very_page(here: Place, page: Page) -> None:
    """Nothing is loaded anew: the dialog must get out of the way by itself."""
    page.goto(here.address(LESSON))
    page.evaluate("window.stays = true")
    open_search(page)
    type_and_wait(page, "熬夜守住")
    dialog(page).locator(f'a[href="{here.address(LESSON)}#limits"]').click()
    expect(page.locator("#limits")).to_be_in_viewport()
    expect(dialog(page)).to_have_count(0)
    assert page.url.endswith("#limits") and page.evaluate("window.stays")


def test_ctrl_enter_opens_beside(here: Place, page: Page) -> None:
    page.goto(here.address(""))
    open_search(page)
    type_and_wait(page, "承担责任")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    opened.value.wait_for_url(here.address(LESSON))
    expect(dialog(page)).to_be_visible()


@pytest.mark.parametrize("missing", ["find.js", "search-names.js", "search-texts.js"])
def test_what_does_not_load_is_said_and_can_be_tried_again(missing: str, here: Place, language: str, page: Page, journal) -> None:
    journal.expect("ERR_FAILED|failed:")
    page.route(f"**/assets/{missing}*", lambda route: route.abort())
    page.goto(here.address(LESSON, language))
    page.keyboard.press("Control+k")
    said = {"find.js": {"zh": "没有载入完整", "en": "Something did not load"}}.get(missing, {"zh": "载入失败", "en": "Loading failed"})
    expect(dialog(page)).to_contain_text(said[language])
    page.unroute(f"**/assets/{missing}*")
    if missing == "find.js":
        dialog(page).get_by_role("button").click()
        open_search(page)
    type_and_wait(page, "100%")


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_it_fills_the_window(width: int, here: Place, language: str, new_context: Callable) -> None:
    page = new_context(viewport={"width": width, "height": 640}, has_touch=True, is_mobile=True).new_page()
    page.goto(here.address(LESSON, language))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".fb-search").tap()
    dialog(page).get_by_role("combobox").fill("承诺" if language == "zh" else "promise")
    expect(options(page).first).to_be_visible()
    box = dialog(page).bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, width)
    assert box["height"] >= 630
    assert page.evaluate("document.querySelector('.fb-find').scrollWidth <= innerWidth")
    small = page.evaluate("[...document.querySelectorAll('.fb-find input, .fb-find button, .fb-find a, .fb-search')].map(e => e.getBoundingClientRect()).filter(box => box.width && (box.height < 44 || box.width < 44)).length")
    assert small == 0
    # nothing of the header lies over its neighbour
    parts = page.locator(".fb-brand, .fb-menu summary, [data-md-component=palette], .fb-search, .fb-language")
    boxes = sorted((each["x"], each["x"] + each["width"]) for each in (part.bounding_box() for part in parts.all()) if each and each["width"])
    for (_, end), (start, _) in zip(boxes, boxes[1:]):
        assert end <= start + 1, boxes
    options(page).first.tap()
    expect(dialog(page)).to_have_count(0)


def test_what_a_thing_is_is_said(here: Place, page: Page) -> None:
    page.goto(here.address(LESSON))
    open_search(page)
    expect(type_and_wait(page, "周计划表")).to_contain_text("表单")
    for query, kind in (("承诺之前", "清单"), ("首问负责", "词条"), ("自测", "题")):
        dialog(page).get_by_role("combobox").fill(query)
        expect(options(page).filter(has_text=kind).first).to_be_visible()


def test_words_of_the_same_meaning_and_slips(here: Place, language: str, page: Page) -> None:
    page.goto(here.address("", language))
    open_search(page)
    expect(type_and_wait(page, {"zh": "四象限", "en": "eisenhower matrix"}[language])).to_have_attribute("href", re.compile("time/priorities/"))
    dialog(page).get_by_role("combobox").fill({"zh": "零确陷", "en": "negociation"}[language])
    expect(dialog(page).get_by_role("status")).to_contain_text({"zh": "按“零缺陷”查找", "en": "Searched for “negotiation”"}[language])


def test_the_same_query_in_the_other_language(place: Place, language: str, page: Page) -> None:
    page.goto(place.address(LESSON, language))
    open_search(page)
    type_and_wait(page, "PDCA")
    dialog(page).get_by_role("link", name={"zh": "在英文版里查", "en": "Search in Chinese"}[language]).click()
    expect(page.locator("html")).to_have_attribute("lang", re.compile("en" if language == "zh" else "zh"))
    expect(dialog(page).get_by_role("combobox")).to_have_value("PDCA")
    expect(options(page).first).to_have_attribute("href", re.compile("#term-pdca"))


def test_last_queries_are_offered_and_forgotten_with_the_record(here: Place, page: Page) -> None:
    page.goto(here.address("practice/progress/"))
    open_search(page)
    type_and_wait(page, "投标")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stage-4/**")
    page.goto(here.address("practice/progress/"))
    field = open_search(page)
    expect(options(page)).to_have_text(["投标"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field).to_have_value("投标")
    page.keyboard.press("Escape")
    page.evaluate("fieldbook.record.add({kind: 'read', item: 'rule-08'})")
    page.reload()
    page.get_by_role("button", name="清空", exact=True).click()
    page.locator(".fb-sure").get_by_role("button", name="清空", exact=True).click()
    assert page.evaluate("localStorage.getItem('fieldbook-queries')") is None


def test_without_script_there_is_no_dead_button(here: Place, new_context: Callable) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(here.address(""))
    expect(page.locator(".fb-search")).to_be_hidden()
