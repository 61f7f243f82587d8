"""A pytest plugin for runs under mutmut (`[tool.mutmut]` in pyproject.toml): the same tests, sooner.

* What a test remembers from the one before it (`lru_cache`) is forgotten: a mutant must not be hidden by what was worked out without it.
* A test of one code asks the rules that can give this code, and no others, so that mutmut knows which tests concern a mutant.
* Every test of a rule reads a course first. The reading has tests of its own in `tests/core`; those of rules are not asked about it.
* Tests that import the mutated module go first, what reads the corpora goes last.
"""

from __future__ import annotations

import functools
import gc
import os
import re
import sys
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

_LISTS = ("COURSE_RULES", "DATED_RULES", "QUESTION_RULES", "AMONG_QUESTIONS", "TEXT_RULES")


def _caches() -> list[Any]:
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("course.")]
    return [thing for module in modules for thing in vars(module).values() if isinstance(thing, functools._lru_cache_wrapper)]


def pytest_sessionstart(session: pytest.Session) -> None:
    # a process lives for a second; looking for garbage in what it has from its parent takes longer
    gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for cache in _caches():
        cache.cache_clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    # while mutmut notes which test runs through which function; it reads its notes in the same hook
    if os.environ.get("MUTANT_UNDER_TEST") == "stats" and "tests/checks/" in item.nodeid:
        from mutmut.state import state

        state()._stats -= {name for name in state()._stats if name.startswith("course.loading.")}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    module = os.environ.get("MUTANT_UNDER_TEST", "").rpartition(".")[0]
    items.sort(key=lambda item: _rank(item, module))


def _rank(item: pytest.Item, module: str) -> int:
    if "accuracy" in item.nodeid:
        return 3
    tests = getattr(item, "module", None)
    known = {getattr(thing, "__module__", None) for thing in vars(tests).values() if isinstance(thing, FunctionType)} if tests else set()
    if module in known:
        return 0
    return 1 if module.rpartition(".")[2] in item.path.stem else 2


def pytest_collection_finish(session: pytest.Session) -> None:
    conftest = sys.modules.get("tests.checks.conftest")
    if conftest and not hasattr(conftest.Site, "asked_narrowly"):
        conftest.Site.asked_narrowly = True
        conftest.Site.problems = _narrow(conftest.Site.problems)


def _narrow(ask: Any) -> Any:
    import course.checks as checks

    sources = {file.stem: file.read_text(encoding="utf-8") for file in Path(checks.__file__).parent.glob("[a-z]*.py")}
    # with what it takes from its neighbours: that too may give the code
    sources = {name: text + "".join(sources[other] for other in re.findall(r"^from \.(\w+) import", text, re.MULTILINE)) for name, text in sources.items()}
    gives = {name: frozenset(re.findall(r'"([A-Z]\d\d)"', text)) for name, text in sources.items()}
    whole = {name: getattr(checks, name) for name in _LISTS}

    def problems(self: Any, code: str = "", *rest: Any, **named: Any) -> Any:
        try:
            if code:
                for name, rules in whole.items():
                    setattr(checks, name, tuple(rule for rule in rules if code in gives[rule.__module__.rpartition(".")[2]]))
            return ask(self, code, *rest, **named)
        finally:
            for name, rules in whole.items():
                setattr(checks, name, rules)

    return problems
