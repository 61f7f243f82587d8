"""P09 and P10: abbreviations that nobody explains, and terms that nobody can reach."""

from __future__ import annotations

from .conftest import EN, ZH, Site


def test_an_abbreviation_that_the_glossary_does_not_explain(site: Site) -> None:
    line = site.add(ZH, "\n先看OEE，再看A4纸上的OEE和M16的螺栓。")
    site.add(EN, "\nLook at the OEE first.")
    assert [said for said in site.lines("P09") if said.startswith(ZH)] == [
        f"{ZH}:{line + 1}:3 'OEE' is explained nowhere | enter it in quizzes/glossary.yml (as a term or a synonym), or write it out",
    ]


def test_addresses_and_code_hold_no_abbreviations(site: Site) -> None:
    site.add_both("\n`OEE` [one](index.md#OEE-X)")
    assert site.lines("P09") == []


def test_a_term_that_is_used_and_never_linked(site: Site) -> None:
    term = site.read("quizzes/glossary.yml")
    name = next(line.removeprefix("    zh: ") for line in term.split("\n") if line.startswith("    zh: "))
    id = next(line.removeprefix("  - id: ") for line in term.split("\n") if line.startswith("  - id: "))
    before = site.lines("P10")
    for path in (ZH, EN):
        site.write(path, site.read(path).replace(f"]({id})", "](index.md)"))
    site.add(ZH, f"\n这里说到{name}。")
    found = [line for line in site.lines("P10") if line not in before]
    assert len(found) >= 1 and f"no page links to '{name}'" in found[0]
