"""`/go/<id>/`: relative, with a way on for readers without a script, canonical only where the site has an address."""

from __future__ import annotations

import pytest
from course.addresses import page_url, relative
from course.outputs.go import go_pages

from course.loading import load_course

from .conftest import ROOT


@pytest.fixture(scope="module")
def course():
    return load_course(ROOT)[0]


def test_every_kind_has_a_short_address(course) -> None:
    pages = go_pages(course, "en", "abc")
    for id, to in (
        ("rule-08", "../../sales-rules/rule-08/"),
        ("rule-08.limits", "../../sales-rules/rule-08/#limits"),
        ("rule-08-before-promising", "../../sales-rules/rule-08/#rule-08-before-promising"),
        ("term-gross-profit", "../../reference/glossary/#term-gross-profit"),
        ("home", "../../"),
    ):
        page = pages[f"go/{id}/index.html"]
        assert f'data-to="{to}"' in page
        assert 'src="../../assets/go.js?v=abc"' in page and "canonical" not in page
        # without one, a browser asks the host's root for an icon
        assert '<link rel="icon" href="../../assets/favicon.svg">' in page


def test_without_a_script_a_page_is_named(course) -> None:
    page = go_pages(course, "zh", "abc")["go/rule-08.limits/index.html"]
    assert '<a href="../../sales-rules/rule-08/index.html#limits">' in page
    assert 'content="0; url=../../sales-rules/rule-08/index.html#limits"' in page


def test_a_frame_with_an_old_id_forwards_to_the_new_one(course) -> None:
    """A wiki that framed rule 80 goes on showing what took its place."""
    page = course.page("rule-08", "zh")
    renamed = page.model_copy(update={"front": page.front.model_copy(update={"aliases": ("rule-80", "rule-80.bounds#limits", "rule-80-before#rule-08-before-promising")})})
    pages = go_pages(course.model_copy(update={"pages": tuple(renamed if each is page else each for each in course.pages)}), "zh", "abc")
    assert 'data-to="../rule-08/"' in pages["embed/rule-80/index.html"]
    assert 'data-to="../rule-08-before-promising/"' in pages["embed/rule-80-before/index.html"]
    assert "embed/rule-80.bounds/index.html" not in pages, "a section stands in no frame, under no name"


def test_canonical_with_an_address(course) -> None:
    page = go_pages(course, "zh", "abc", "https://fieldbook.example/a/")["go/rule-08/index.html"]
    assert '<link rel="canonical" href="https://fieldbook.example/a/sales-rules/rule-08/">' in page


@pytest.mark.parametrize(("uri", "url"), [("index", ""), ("sales-rules/index", "sales-rules/"), ("sales-rules/rule-08", "sales-rules/rule-08/")])
def test_addresses_of_pages(uri: str, url: str) -> None:
    assert page_url(uri) == url


@pytest.mark.parametrize(
    ("url", "start", "expected"),
    [("", "go/home", "../../"), ("a/b/", "go/x", "../../a/b/"), ("a/b/#c", "a/b/", "./#c"), ("go/x/", "a/b/", "../../go/x/"), ("go/x/", "", "go/x/")],
)
def test_relative(url: str, start: str, expected: str) -> None:
    assert relative(url, start) == expected
