"""What is left out to be quick makes no difference: plain texts without Markdown, ids from a dictionary."""

from __future__ import annotations

from pathlib import Path

import markdown
from course.loading import load_course
from course.models import LANGUAGES, Course, Text
from course.rendering import inline, plain_html
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parents[2]
CONFIG = load_config(str(ROOT / "mkdocs.yml"), site_dir="nowhere")
MARKDOWN = markdown.Markdown(extensions=CONFIG.markdown_extensions, extension_configs=CONFIG.mdx_configs)
PIECES = st.sampled_from([*"aZ9 客户，。？！：；“”‘’（）《》—…·%,.;:?!/()'\"+-=*_~`#|<>[]{}&\\^$@\n\t\u3000", "http://a.b/c", "1. ", "- ", "a) ", "  ", "---", "...", "{: .x }", "A: b"])


def through_markdown(text: str) -> str:
    MARKDOWN.reset()
    return MARKDOWN.convert(text)


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
@example("客户说：“周五(上午)9:30 - 10:00，30%到厂！”")
@example("a - b + c")
@example("  Ask first, then answer.  ")
def test_a_plain_text_is_what_markdown_makes_of_it(text: str) -> None:
    for asked in (text, inline(text)):
        assert plain_html(asked) in (None, through_markdown(asked)), asked


def test_most_texts_of_the_course_are_plain_and_come_out_the_same() -> None:
    course, _ = load_course(ROOT)
    texts = [text[language] for text in _texts(course) for language in LANGUAGES]
    plain = [text for text in texts if plain_html(inline(text))]
    assert len(plain) > 0.8 * len(texts)
    for text in plain[::10]:
        assert plain_html(inline(text)) == through_markdown(inline(text)), text


def _texts(course: Course) -> list[Text]:
    return [text for bank in course.banks for item in bank.questions for option in getattr(item, "options", ()) for text in (option, option.why)]


def test_a_course_finds_its_own_entries_and_the_first_of_a_name() -> None:
    course, _ = load_course(ROOT)
    bank = course.banks[0]
    assert course.bank(bank.page) is bank and course.page(bank.page, "en") is not None
    other = course.model_copy(update={"banks": (bank.model_copy(update={"objectives": ()}), *course.banks), "pages": ()})
    assert other.bank(bank.page) is other.banks[0]
    assert other.page(bank.page, "en") is None and other.bank("nowhere") is None
    assert course.bank(bank.page) is bank
