"""The whole project on disk → `Course` and every problem of reading it. Reads `quizzes/`, `docs/`, `company.yml` and the version."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..models import LANGUAGES, Bank, Course, LedgerLine, Page, Picture
from ..problems import Problem
from .fields import to_model
from .files import LARGEST_PAGE, read_text, strangers
from .lists import LISTS, read_ledger
from .page import read_page
from .picture import read_picture
from .tree import read_tree

_PAGE = re.compile(r"^(?P<uri>.+)\.(?P<language>[a-z]{2})\.md$")
LEDGER = "quizzes/ids.txt"
KEPT = 4000
"""Files whose models stay in memory."""
EXPECTED = {
    "docs": re.compile(r"(?:.+/)?[^/]+\.(?:md|svg|yml)|assets/(?:.+/)?[^/]+\.(?:svg|png)"),
    "quizzes": re.compile(r"[^/]+\.yml|ids\.txt|schema\.json|.+/[^/]+\.ya?ml"),
    "overrides": re.compile(r".+\.(?:html|xml)"),
}
"""Files by folder, everything else is refused: MkDocs copies whatever lies in `docs/` and `overrides/` into the site."""
OPTIONAL = {"quizzes/paths.yml", "quizzes/search.yml"}


def load_course(root: Path) -> tuple[Course, list[Problem]]:
    """Read everything below `root`. What cannot be read is missing from the course and named in the problems."""
    problems: list[Problem] = []
    found: dict[str, Any] = {}
    for folder, expected in EXPECTED.items():
        problems += strangers(root, folder, expected)
    for path, model in LISTS.items():
        if path in OPTIONAL and not (root / path).exists():
            continue
        loaded = _load_yaml(root, path, model, problems)
        if loaded is not None:
            found[path] = loaded
    glossary, references, inventory, paths = (found.get(f"quizzes/{name}.yml") for name in ("glossary", "references", "inventory", "paths"))
    ledger: tuple[LedgerLine, ...] = ()
    if (root / LEDGER).exists():
        text, more = read_text(root, LEDGER)
        problems += more
    else:
        text = None
        problems.append(Problem(LEDGER, 1, 1, "S02", "the ledger of published ids is missing", f"bring it back from version control (git checkout -- {LEDGER}); for a new course, make an empty file of this name and run `python3 scripts/build.py ids`"))
    if text is not None:
        ledger, more = _ledger(text)
        problems += more
    pages = tuple(_load_pages(root, problems))
    pictures = tuple(_load_pictures(root, problems))
    banks = tuple(_load_banks(root, problems))
    course = Course.model_construct(
        version=_version(root),
        pages=pages,
        banks=banks,
        pictures=pictures,
        terms=glossary.terms if glossary else (),
        references=references.references if references else (),
        hosts=references.hosts if references else (),
        source_items=inventory.items if inventory else (),
        claims=inventory.claims if inventory else (),
        paths=paths.paths if paths else (),
        ledger=ledger,
        unread=frozenset(problem.path for problem in problems),
        **{name: found[path] for name, path in (("company", "company.yml"), ("search", "quizzes/search.yml")) if path in found},
    )
    return course, problems


def _load_yaml(root: Path, path: str, model: Any, problems: list[Problem]) -> Any:
    text, more = read_text(root, path)
    problems += more
    if text is None:
        return None
    loaded, found = _yaml(text, path, model)
    problems += found
    return loaded


# `serve` reads everything again after each change, and nearly all of it is as it was; models are frozen
@lru_cache(maxsize=KEPT)
def _yaml(text: str, path: str, model: Any) -> tuple[Any, tuple[Problem, ...]]:
    tree, problems = read_tree(text, path)
    if tree is None:
        return None, tuple(problems or [Problem(path, 1, 1, "S01", "the file is empty", "see CONTRIBUTING.md for an example, or delete the file")])
    loaded, more = to_model(tree, model, path)
    return None if problems else loaded, (*problems, *more)


@lru_cache(maxsize=KEPT)
def _page(text: str, path: str, uri: str, language: Any) -> tuple[Page | None, tuple[Problem, ...]]:
    page, problems = read_page(text, path, uri, language)
    return page, tuple(problems)


@lru_cache(maxsize=8)
def _ledger(text: str) -> tuple[tuple[LedgerLine, ...], tuple[Problem, ...]]:
    lines, problems = read_ledger(text, LEDGER)
    return lines, tuple(problems)


def _load_banks(root: Path, problems: list[Problem]) -> list[Bank]:
    """Files directly in `quizzes/` are data; banks stand one folder deeper."""
    banks = []
    for file in sorted((root / "quizzes").glob("*/**/*")):
        path = file.relative_to(root).as_posix()
        if file.suffix == ".yml":
            bank = _load_yaml(root, path, Bank, problems)
            if bank is not None:
                banks.append(bank)
        elif file.suffix == ".yaml":
            problems.append(Problem(path, 1, 1, "S01", "a bank's name ends in .yml", f"rename it to {file.stem}.yml"))
    return banks


def _load_pages(root: Path, problems: list[Problem]) -> list[Page]:
    pages = []
    for file in sorted((root / "docs").rglob("*.md")):
        path = file.relative_to(root).as_posix()
        found = _PAGE.match(file.relative_to(root / "docs").as_posix())
        if not found or found["language"] not in LANGUAGES:
            problems.append(Problem(path, 1, 1, "P01", "the name does not say the language", "rename it to <page>.zh.md or <page>.en.md"))
            continue
        text, more = read_text(root, path, LARGEST_PAGE)
        problems += more
        if text is not None:
            page, more = _page(text, path, found["uri"], found["language"])
            problems += more
            if page is not None:
                pages.append(page)
    return pages


def _load_pictures(root: Path, problems: list[Problem]) -> list[Picture]:
    """Drawings and their words stand side by side in `docs/`; drawings in `assets` folders are the site's own."""
    pictures = []
    drawings = {file.with_suffix("") for file in (root / "docs").rglob("*.svg") if "assets" not in file.relative_to(root).parts}
    words = {file.with_suffix("") for file in (root / "docs").rglob("*.yml")}
    for base in sorted(drawings | words):
        path = base.relative_to(root).as_posix()
        texts = []
        for ending, there, what in ((".svg", drawings, "drawing"), (".yml", words, "words")):
            if base not in there:
                other = ".yml" if ending == ".svg" else ".svg"
                problems.append(Problem(f"{path}{other}", 1, 1, "S01", f"the picture has no {what}", f"add {path}{ending}"))
                continue
            text, more = read_text(root, f"{path}{ending}")
            problems += more
            if text is not None:
                texts.append(text)
        if len(texts) == 2:
            picture, more = read_picture(texts[0], f"{path}.svg", texts[1], f"{path}.yml")
            problems += more
            if picture is not None:
                pictures.append(picture)
    return pictures


def _version(root: Path) -> str:
    with (root / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
