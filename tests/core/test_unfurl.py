"""The pictures beside links: one a card and language, of the size that is announced, small, and with today's title."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from course.loading import load_course
from course.models import LANGUAGES, Course

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs/assets/unfurl"
SIZE = (1200, 630)
LARGEST = 60_000


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT)[0]


def cards(course: Course, language: str) -> dict[str, str]:
    """The home page's, for all pages outside the modules, and one a module that has lessons."""
    names = {"home", *(page.module for page in course.pages if page.kind == "lesson")}
    return {name: course.page(name, language).front.title for name in names}


def test_one_picture_a_card_and_no_other(course: Course) -> None:
    wanted = {f"{card}.{language}.png" for language in LANGUAGES for card in cards(course, language)}
    assert {file.name for file in FOLDER.iterdir()} == wanted and len(wanted) == 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_of_today(course: Course, language: str) -> None:
    for card, title in cards(course, language).items():
        png = (FOLDER / f"{card}.{language}.png").read_bytes()
        assert png.startswith(b"\x89PNG\r\n\x1a\n") and len(png) <= LARGEST
        assert struct.unpack(">2I", png[16:24]) == SIZE
        assert b"iTXtTitle\0\0\0\0\0" + title.encode() in png, f"{card}.{language}.png is stale: .venv/bin/python web/unfurl/draw.py"
