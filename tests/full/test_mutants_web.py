"""Mutants of the record, the marking, the draw and the plan of the review: of a hundred small faults, tests notice ninety."""

from __future__ import annotations

from tasks import mutation_web


def test_the_tests_notice() -> None:
    assert mutation_web.run_stryker()
