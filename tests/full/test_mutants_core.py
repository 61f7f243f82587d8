"""Mutants of the Python core: of a hundred small faults in the rules, the reading and the rendering, tests notice ninety."""

from __future__ import annotations

from tasks import mutation


def test_the_tests_notice() -> None:
    assert mutation.run_mutmut(), "which ones nobody noticed stands in test-results/mutants.txt"
