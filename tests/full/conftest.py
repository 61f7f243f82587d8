"""What takes minutes: collected by `build.py test --full` only. The site and the browsers are those of tests/site."""

from __future__ import annotations

from ..site.conftest import (  # noqa: F401 – fixtures
    bank,
    browser,
    course,
    here,
    journal,
    kept_pages,
    language,
    new_context,
    place,
    places,
    reuse,
    site,
)
