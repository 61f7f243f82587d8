"""Where the build writes: what becomes part of a path is an id of our grammar, and no output leaves the folder of its language."""

from __future__ import annotations

import posixpath
from typing import Any

import pytest
from course.loading.fields import to_model
from course.loading.page import read_page
from course.loading.tree import read_tree
from course.models import Bank, Course, Page
from course.outputs.embed import embed_pages
from course.outputs.go import go_pages
from hypothesis import given, settings
from hypothesis import strategies as st

from ..site.hostile import SAMPLE
from ..site.poison import as_yaml, bank_of, may_stand_in_files

OUTSIDE = ["..", ".", "../x", "../../x", "/etc/passwd", "a/../../b", "a/..", "a\\..\\b", "C:x", "C:\\x", "a//b", "//x", "a/", "%2e%2e/x", "..%2fx", "a%00", "a\u0000", "a.b.c", "A", "a_b", "a b", "-a", "a-", "a--b", "ａ", "é", "con:", "a#b", "a?b", "~", "a\n", "a\nb", ""]
NAMES = OUTSIDE + [text for text in SAMPLE if may_stand_in_files(text) and not (text.isascii() and text.isalnum() and text.islower())]
FRONT = {"id": "x", "kind": "lesson", "title": "x", "description": "x", "minutes": "5", "reviewed": "2026-01-01"}


def page(**fields: Any) -> Page | None:
    return read_page(f"---\n{as_yaml(FRONT | fields)}---\n\nx\n", "docs/m/x.zh.md", "m/x", "zh")[0]


def bank(old: str, new: str) -> Bank | None:
    tree, problems = read_tree(bank_of("x", "y").replace(f'"{old}"', as_yaml(new).strip()), "x.yml")
    return None if problems else to_model(tree, Bank, "x.yml")[0]


@pytest.mark.parametrize("field", ["id", "aliases", "sources", "claims"])
def test_a_page_has_no_other_names(field: str) -> None:
    assert page() is not None
    good = [name for name in NAMES if page(**{field: name if field == "id" else [name]}) is not None]
    # an old path ends in a slash, a place on the page stands behind a #: both are made of ids
    assert good == (["a/", "a#b"] if field == "aliases" else [])


@pytest.mark.parametrize("old", ["x", "x-o", "x-single", "x-list", "x-item"])
def test_a_bank_has_no_other_names(old: str) -> None:
    assert bank("nothing", "x") is not None
    assert [name for name in NAMES if bank(old, name) is not None] == []


id_ = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
words = st.text("./\\:%~ \u0000<>\"'abC0-", max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(id_, words, st.builds("{}/{}/".format, id_, words), st.builds("{}/".format, words), st.builds("{}.{}".format, id_, words)), max_size=3), st.one_of(id_, words))
def test_whatever_is_taken_stays_in_the_folder(aliases: list[str], id: str) -> None:
    found = page(id=id, aliases=aliases)
    if found is None:
        return
    course = Course(version="1", pages=(found,))
    html = '<div class="fb-quiz">\n</div>\n</div>'
    for path in (*go_pages(course, "zh", "1"), *embed_pages(found, html, None, "x", "1"), f"assets/questions/{found.id}.js"):
        assert posixpath.normpath(path) == path and not path.startswith(("/", "..")) and "\\" not in path and ":" not in path
