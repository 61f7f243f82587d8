"""The way of a bank to its HTML, with the real Markdown, the real mkdocs-quiz and the project's own settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import markdown
import mkdocs_quiz.plugin
import pytest
from course.loading.fields import to_model
from course.loading.tree import read_tree
from course.models import Bank, Language
from course.problems import as_text
from course.rendering import checklist, quiz
from course.shaping import cut_widgets, shape
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
SECTIONS: dict[Language, dict[str, str]] = {"zh": {"how": "怎么做", "limits": "边界"}, "en": {"how": "How to do it", "limits": "Limits"}}


def read_bank(text: str) -> Bank:
    tree, problems = read_tree(text, "bank.yml")
    bank, more = to_model(tree, Bank, "bank.yml")
    assert bank is not None and not problems, as_text([*problems, *more])
    return bank


@pytest.fixture(scope="session")
def golden_bank() -> Bank:
    return read_bank((GOLDEN / "bank.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def to_html() -> Callable[[Bank, Language], str]:
    """A bank's questions and checklists as they stand in the built page."""
    configs = {language: load_config(str(ROOT / name), site_dir="nowhere") for language, name in (("zh", "mkdocs.yml"), ("en", "mkdocs.en.yml"))}

    def convert(bank: Bank, language: Language) -> str:
        config = configs[language]
        plugin = config.plugins["mkdocs_quiz"]
        assert mkdocs_quiz.plugin.js_script == "", "the hook has emptied the plugin's script"
        page = Page("A", File("rule-01.md", None, "nowhere", True), config)
        page.meta = {"quiz": {"enabled": True}}
        source = "\n\n".join([quiz(bank, language), *(checklist(item, language) for item in bank.checklists)])
        source = plugin.on_page_markdown(source, page=page, config=config)
        html = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs).convert(source)
        html = plugin.on_page_content(html, page=page, config=config, files=Files([]))
        return shape(cut_widgets(html), bank, language, SECTIONS[language])

    return convert
