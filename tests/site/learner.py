"""What a learner does on a lesson, and what a learner sees. Knows the output contract and the bank, nothing of the script."""

from __future__ import annotations

from course.models import Bank, Blank, Choice, Match, Order, Question
from playwright.sync_api import FrameLocator, Locator, Page, expect

SAID = {
    "zh": {"right": "答对了", "wrong": "还不对", "empty": "请先作答", "key": "正确答案"},
    "en": {"right": "Right", "wrong": "Not right yet", "empty": "Please answer first", "key": "Right answer"},
}


def wrong_value(question: Question, language: str = "zh") -> object:
    """An answer that is whole, and wrong."""
    match question:
        case Choice():
            return [question.distractors[0].id]
        case Blank():
            return "不是这个"
        case Order():
            ids = [step.id for step in question.steps]
            return [*ids[1:], ids[0]]
        case Match():
            first, *_, last = question.choices()
            other = {first.id: last.id} | {choice.id: first.id for choice in question.choices()[1:]}
            return {pair.id: other[question.key(pair)] for pair in question.pairs}


def right_value(question: Question, language: str = "zh") -> object:
    match question:
        case Choice():
            return [option.id for option in question.keys]
        case Blank():
            return question.accept[language][0]
        case Order():
            return [step.id for step in question.steps]
        case Match():
            return {pair.id: question.key(pair) for pair in question.pairs}


class Learner:
    """Works with the mouse, in a page or in a frame of one. (The keyboard has tests of its own.)"""

    def __init__(self, page: Page | FrameLocator, bank: Bank):
        self.page = page
        self.questions = {question.id: question for question in bank.questions}

    def one(self, type: str) -> Question:
        return next(question for question in self.questions.values() if question.type == type)

    def root(self, question: Question) -> Locator:
        return self.page.locator(f'[data-question="{question.id}"]')

    def check(self, question: Question) -> Locator:
        return self.root(question).locator('[data-action="check"]')

    def retry(self, question: Question) -> Locator:
        return self.root(question).locator('[data-action="retry"]')

    def status(self, question: Question) -> Locator:
        return self.root(question).locator('[role="status"]')

    def item(self, id: str) -> Locator:
        return self.page.locator(f'input[data-item="{id}"]')

    def fill_in(self, question: Question, value: object) -> None:
        root = self.root(question)
        match question:
            case Choice():
                for id in value:
                    root.locator(f'input[value="{id}"]').check()
            case Blank():
                root.locator("input[type=text]").fill(value)
            case Order():
                for position, id in enumerate(value):
                    while self.shown(question).index(id) > position:
                        root.locator(f'[data-step="{id}"] [data-move="up"]').click()
            case Match():
                for pair, choice in value.items():
                    root.locator(f'select[data-pair="{pair}"]').select_option(choice)

    def answer(self, question: Question, right: bool = True, language: str = "zh") -> None:
        self.fill_in(question, (right_value if right else wrong_value)(question, language))
        self.check(question).click()
        self.sees_marked(question, right)

    def shown(self, question: Question) -> object:
        """The answer as it stands in the page."""
        root = self.root(question)
        match question:
            case Choice():
                return root.locator("input").evaluate_all("all => all.filter(i => i.checked).map(i => i.value)")
            case Blank():
                return root.locator("input").input_value()
            case Order():
                return root.locator("[data-step]").evaluate_all("all => all.map(li => li.dataset.step)")
            case Match():
                return root.locator("select").evaluate_all("all => Object.fromEntries(all.map(s => [s.dataset.pair, s.value]))")

    def sees_marked(self, question: Question, right: bool) -> None:
        expect(self.root(question)).to_have_attribute("data-state", "right" if right else "wrong")

    def sees_open(self, question: Question) -> None:
        expect(self.root(question)).to_have_attribute("data-state", "open")

    def sees_key(self, question: Question, language: str) -> None:
        """What would have been right: at the options themselves, or in the explanation, which is open now."""
        root = self.root(question)
        expect(root.locator("details")).to_have_attribute("open", "")
        if isinstance(question, Choice):
            for option in question.keys:
                expect(root.locator(".fb-option", has=self.page.locator(f'input[value="{option.id}"]'))).to_contain_text(SAID[language]["key"])
        else:
            expect(root.locator(".fb-key")).to_be_visible()

    def sees_answer(self, question: Question, right: bool, language: str = "zh") -> None:
        """The answer given before stands there again, marked, and the explanation with it."""
        self.sees_marked(question, right)
        assert self.shown(question) == (right_value if right else wrong_value)(question, language)
        expect(self.retry(question)).to_be_visible()
        expect(self.check(question)).to_be_hidden()
