"""show PAGE LANG: what goes into a page, as Markdown, after its markers, terms and references are filled."""

from __future__ import annotations

import argparse
import difflib
import sys

from course.loading.page import split_front_matter
from course.models import LANGUAGES
from course.pages import fill

from .content import load_and_check
from .environment import ROOT


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py show", description=__doc__)
    parser.add_argument("page", help="the page's id: rule-08")
    parser.add_argument("language", choices=LANGUAGES)
    options = parser.parse_args(arguments)
    course, problems = load_and_check()
    page = course.page(options.page, options.language)
    if page is None:
        near = difflib.get_close_matches(options.page, [page.id for page in course.pages], 1)
        print(f"no page '{options.page}'{f': did you mean {near[0]!r}?' if near else ''}", file=sys.stderr)
        return 2
    parts = split_front_matter((ROOT / page.path).read_text(encoding="utf-8-sig"))
    assert parts, "a page that was read has front matter"
    print(fill(parts[1], page, course, problems).markdown)
    return 0
