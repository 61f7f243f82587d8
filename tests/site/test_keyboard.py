"""All five types by keyboard alone, wherever the site stands and in both languages; and typing with an input method."""

from __future__ import annotations

import re
import string
from collections.abc import Callable

import pytest
from course.models import Bank, Blank, Choice, Match, Multiple, Order, Question
from playwright.sync_api import Locator, Page, expect

from .conftest import LESSON, PHONE, everywhere
from .learner import SAID, Learner, right_value, wrong_value
from .places import Place
from .settling import settled

TYPES = ("single", "multiple", "blank", "order", "match")
type_ = pytest.mark.parametrize("type_", TYPES)


def is_focused(target: Locator) -> bool:
    return target.count() > 0 and target.evaluate("element => element === document.activeElement")


def tab_to(page: Page, target: Locator, most: int = 30) -> None:
    """Press Tab until the focus is there: what Tab does not reach, a keyboard user does not."""
    for _ in range(most):
        if is_focused(target):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {target}")


def turn_to(page: Page, place: Place, language: str, question: Question) -> None:
    """As if by a link to the question: the next Tab starts there."""
    page.goto(place.address(f"{LESSON}#{question.id}", language))


def type_answer(page: Page, root: Locator, question: Question, value: object) -> None:
    keys = page.keyboard
    match question:
        case Multiple():
            for id in value:
                tab_to(page, root.locator(f'input[value="{id}"]'))
                keys.press("Space")
        case Choice():
            # Tab enters a group of radios at its first; the arrows choose
            tab_to(page, root.locator("input").first)
            keys.press("Space")
            for _ in range([option.id for option in question.options].index(value[0])):
                keys.press("ArrowDown")
        case Blank():
            tab_to(page, root.locator("input"))
            keys.insert_text(value)
        case Order():
            for place, id in enumerate(value):
                button = root.locator(f'[data-step="{id}"] [data-move="up"]')
                steps = root.locator("[data-step]").evaluate_all("all => all.map(li => li.dataset.step)")
                if steps.index(id) > place:
                    # after a move the focus stays with the step, which may now stand before other buttons
                    root.locator("[data-move]").first.focus()
                    tab_to(page, button)
                for _ in range(steps.index(id) - place):
                    keys.press("Enter")
                    assert is_focused(button), "the focus is lost when a step moves"
        case Match():
            for pair, choice in value.items():
                select = root.locator(f'select[data-pair="{pair}"]')
                tab_to(page, select)
                # the letter before each choice is what one types
                keys.press(select.locator(f'option[value="{choice}"]').text_content()[0])


@everywhere
@type_
def test_right_by_keyboard(place: Place, language: str, type_: str, page: Page, learner: Learner) -> None:
    question = learner.one(type_)
    turn_to(page, place, language, question)
    root, value = learner.root(question), right_value(question, language)
    type_answer(page, root, question, value)
    tab_to(page, learner.check(question))
    page.keyboard.press("Space")
    learner.sees_marked(question, True)
    expect(learner.status(question)).to_contain_text(SAID[language]["right"])
    assert is_focused(learner.retry(question)), "the focus is not on the button that clears"
    assert learner.shown(question) == value
    learner.sees_key(question, language)


@type_
def test_wrong_and_again_by_keyboard(language: str, type_: str, here: Place, page: Page, learner: Learner) -> None:
    question = learner.one(type_)
    turn_to(page, here, language, question)
    root = learner.root(question)
    type_answer(page, root, question, wrong_value(question, language))
    tab_to(page, learner.check(question))
    page.keyboard.press("Enter")
    learner.sees_marked(question, False)
    expect(learner.status(question)).to_contain_text(SAID[language]["wrong"])
    for why in root.locator(".fb-why").all():
        expect(why).to_be_visible()
    learner.sees_key(question, language)
    retry = learner.retry(question)
    assert is_focused(retry)
    # from here on without looking for anything: the focus must be where a learner goes on
    page.keyboard.press("Enter")
    learner.sees_open(question)
    expect(learner.status(question)).to_be_empty()
    expect(retry).to_be_hidden()
    expect(root.locator("details")).to_be_hidden()
    assert root.evaluate("root => root.querySelector('fieldset').contains(document.activeElement)"), "the focus left the question"
    assert root.locator("[data-mark], .fb-badge:visible, .fb-why:visible").count() == 0
    type_answer(page, root, question, right_value(question, language))
    tab_to(page, learner.check(question))
    page.keyboard.press("Enter")
    learner.sees_marked(question, True)


@type_
def test_no_answer_is_not_marked(language: str, type_: str, here: Place, page: Page, learner: Learner) -> None:
    """Nothing chosen, typed or moved; and a list that is only half filled."""
    question = learner.one(type_)
    turn_to(page, here, language, question)
    root = learner.root(question)
    if type_ == "match":
        root.locator("select").first.select_option(index=1)
    if type_ == "blank":
        root.locator("input").fill(" \u3000")
    tab_to(page, learner.check(question))
    page.keyboard.press("Enter")
    expect(learner.status(question)).to_contain_text(SAID[language]["empty"])
    learner.sees_open(question)
    assert page.evaluate("fieldbook.record.entries().filter(entry => entry.kind === 'answer')") == []


@pytest.mark.parametrize("type_", ["single", "multiple", "blank"])
def test_enter_in_a_field_marks(type_: str, place: Place, page: Page, learner: Learner) -> None:
    question = learner.one(type_)
    turn_to(page, place, "zh", question)
    type_answer(page, learner.root(question), question, right_value(question))
    before = page.url
    page.keyboard.press("Enter")
    learner.sees_marked(question, True)
    assert page.url == before, "the form was submitted"


def test_enter_of_an_input_method_does_not_mark(here: Place, page: Page, learner: Learner) -> None:
    """Enter that takes a word from an input method is not an answer; the next one is."""
    question = learner.one("blank")
    turn_to(page, here, "zh", question)
    field = learner.root(question).locator("input")
    field.fill("huida")
    for event in ("{isComposing: true}", "{keyCode: 229}"):
        field.evaluate(f"field => field.dispatchEvent(new KeyboardEvent('keydown', {{key: 'Enter', bubbles: true, cancelable: true, ...{event}}}))")
        learner.sees_open(question)
    field.fill(right_value(question))
    field.press("Enter")
    learner.sees_marked(question, True)


def test_width_case_and_blanks_do_not_matter(here: Place, page: Page, learner: Learner, bank: Bank) -> None:
    """An answer typed with full-width letters, in capitals or with blanks around it is the same answer."""
    question = learner.one("blank")
    turn_to(page, here, "en", question)
    word = question.accept.en[0]
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in word.upper())
    learner.root(question).locator("input").fill(f"\u3000{wide} ")
    learner.check(question).click()
    learner.sees_marked(question, True)


def test_the_first_tab_leads_past_the_navigation(here: Place, page: Page) -> None:
    page.goto(here.address(LESSON))
    page.keyboard.press("Tab")
    first = page.locator("*:focus")
    expect(first).to_be_in_viewport()
    assert first.get_attribute("href").startswith("#")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_single_letters_do_nothing(here: Place, page: Page) -> None:
    """The theme has shortcuts on bare letters; who dictates or types with a tremor must not be taken away (WCAG 2.1.4)."""
    page.goto(here.address(LESSON))
    before = page.evaluate("[document.body.innerHTML, scrollY]")
    for key in string.ascii_letters + string.digits + "`-=[];'\\,./?":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement === document.body")
    assert page.evaluate("[document.body.innerHTML, scrollY]") == before
    assert page.url == here.address(LESSON)


def test_the_status_is_there_before_it_speaks(here: Place, page: Page) -> None:
    """A region that is hidden while it is empty is not listened to: its first words are lost to a screen reader."""
    page.goto(here.address(LESSON))
    hidden = page.locator("[role=status]").evaluate_all(
        "all => all.filter(each => !each.closest('[hidden]')).filter(each => getComputedStyle(each).display === 'none' || getComputedStyle(each).visibility !== 'visible').map(each => each.parentElement.outerHTML.slice(0, 80))"
    )
    assert hidden == []


def test_the_menu_by_keyboard(here: Place, language: str, reuse: Callable) -> None:
    """It has a name, opens by Enter, the focus goes in by Tab, and Esc closes it and gives the focus back."""
    page = reuse(viewport=PHONE)
    page.goto(here.address(LESSON, language))
    menu = page.locator(".fb-menu")
    expect(menu.locator("nav")).to_have_attribute("aria-label", {"zh": "全站目录", "en": "All pages"}[language])
    opener = menu.locator("summary")
    expect(opener).to_have_text({"zh": "目录", "en": "Contents"}[language])
    tab_to(page, opener)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert is_focused(menu.locator("a").first)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    assert is_focused(opener)


def test_the_menu_goes_when_the_focus_goes_on(here: Place, reuse: Callable) -> None:
    """Else it lies over what has the focus (WCAG 2.4.11); its last page can be reached before."""
    page = reuse(viewport=PHONE)
    page.goto(here.address(LESSON))
    menu = page.locator(".fb-menu")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    last = menu.locator("a").last
    tab_to(page, last, 60)
    expect(last).to_be_in_viewport(ratio=0.9)
    page.keyboard.press("Tab")
    expect(menu).not_to_have_attribute("open", "")
    assert not page.evaluate("document.querySelector('.fb-menu').contains(document.activeElement)")


def test_a_table_that_scrolls_takes_the_focus(here: Place, reuse: Callable) -> None:
    """And only then: on a wide window nobody need stop at it."""
    # to wait for a scroll position takes a string made into a function, which the site's policy forbids
    page = reuse(viewport=PHONE, bypass_csp=True)
    page.goto(here.address("kam-process/scorecard/", "en"))
    frame = page.get_by_role("region", name=re.compile("^Table: ")).first
    expect(frame).to_have_attribute("tabindex", "0")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    fits = page.locator(".md-typeset__scrollwrap[tabindex='-1']")
    narrow = fits.count()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(fits).not_to_have_count(narrow)
    page.set_viewport_size(PHONE)
    expect(fits).to_have_count(narrow)


@pytest.mark.parametrize("right", [True, False])
def test_what_has_the_focus_after_an_answer_is_in_sight(right: bool, here: Place, language: str, bank: Bank, reuse: Callable) -> None:
    """On a phone the outcome, which appears above it, must not push it out of the window."""
    page = reuse(viewport=PHONE)
    page.goto(here.address(LESSON, language))
    learner = Learner(page, bank)
    cut = []
    for question in bank.questions:
        learner.fill_in(question, (right_value if right else wrong_value)(question, language))
        learner.check(question).press("Enter")
        expect(learner.status(question)).not_to_be_empty()
        settled(page)
        retry = learner.retry(question)
        assert is_focused(retry)
        box = retry.bounding_box()
        if not box or box["y"] < 0 or box["y"] + box["height"] > PHONE["height"]:
            cut.append((question.id, box))
    assert cut == []
