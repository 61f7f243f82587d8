"""A page for a folder on disk: links to folders name the page in them; everything else is left alone."""

from __future__ import annotations

import pytest
from course.disk import for_disk


@pytest.mark.parametrize(
    ("address", "on_disk"),
    [
        ("../rule-08/", "../rule-08/index.html"),
        ("../rule-08/?from=wiki#how", "../rule-08/index.html?from=wiki#how"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("..#find", "../index.html#find"),
        ("../rule-08.limits/", "../rule-08.limits/index.html"),
        ("index.html", "index.html"),
        ("../feed.xml", "../feed.xml"),
        ("#how", "#how"),
        ("?lang=en", "?lang=en"),
        ("", ""),
        ("https://example.org/", "https://example.org/"),
        ("HTTPS://example.org/", "HTTPS://example.org/"),
        ("//example.org/", "//example.org/"),
        ("/rooted/", "/rooted/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_to_a_folder_names_its_page(address: str, on_disk: str) -> None:
    assert for_disk(f'<p><a class="x > y" href="{address}" title="z">to</a></p>') == f'<p><a class="x > y" href="{on_disk}" title="z">to</a></p>'


@pytest.mark.parametrize("html", ['<base href="../rule-08/">', '<a data-href="x/" id="y">', '<link rel="next" href="x/">', "a href=\"x/\"", '<script src="a.js" data-to="../x/"></script>', '<abbr href="x/">'])
def test_nothing_else_changes(html: str) -> None:
    assert for_disk(html) == html
