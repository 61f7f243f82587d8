"""Each type of question, and a checklist, as Markdown and as the HTML of the output contract.

A golden is a promise to wikis, exports and stored records. Where a change is meant, write them anew with
`UPDATE_GOLDENS=1 python3 scripts/build.py test tests/core/test_goldens.py`, and read the difference.
"""

from __future__ import annotations

import os
import re

import pytest
from course.models import LANGUAGES, Bank
from course.rendering import checklist, question

from .conftest import GOLDEN


def compare(name: str, got: str) -> None:
    file = GOLDEN / name
    if os.environ.get("UPDATE_GOLDENS"):
        file.write_text(got.rstrip() + "\n", encoding="utf-8")
    assert got.rstrip() == file.read_text(encoding="utf-8").rstrip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown(golden_bank: Bank, language) -> None:
    parts = [question(item, language) for item in golden_bank.questions] + [checklist(item, language) for item in golden_bank.checklists]
    compare(f"{language}.md", "\n\n".join(parts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_contract(golden_bank: Bank, to_html, language) -> None:
    compare(f"{language}.html", re.sub(r"\n{2,}", "\n", to_html(golden_bank, language)))
