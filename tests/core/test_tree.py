"""YAML as it is read: every value a text that knows its place, and what would change meaning silently said with line, column and hint."""

from __future__ import annotations

from typing import Any

import pytest
from course.loading.fields import to_model
from course.loading.lists import Glossary, Inventory, Paths, References
from course.loading.tree import Mapping, Scalar, Sequence, read_tree
from course.models import Bank, Company

QUOTES = "put the text in single quotes: '…' (a single quote inside is written twice), or write |- and the text on the next line"
INDENT = "compare the indentation with the lines above; a text with ': ', ' #' or a quotation mark at its beginning needs single quotes"


def plain(node: Any) -> Any:
    """The tree as data: each text with line and column."""
    if isinstance(node, Scalar):
        return node.value, node.place.line, node.place.column
    if isinstance(node, Sequence):
        return [plain(value) for value in node.values]
    return {key: plain(value) for key, value in node.values.items()} if isinstance(node, Mapping) else node


def said(text: str, first_line: int = 1) -> list[str]:
    return [f"{p.path}:{p.line}:{p.column} {p.code} {p.message} | {p.hint}" for p in read_tree(text, "x.yml", first_line)[1]]


def test_every_text_knows_where_it_begins() -> None:
    tree, problems = read_tree("zh: >\n  x\n  y\nen: |-\n    z\nq: \"a\"\np: 'b'\nlist:\n  - c\n  - d: e\nflow: [f, {g: h}]\n", "x.yml", 3)
    assert problems == []
    assert plain(tree) == {
        "zh": ("x y\n", 4, 3), "en": ("z", 7, 5), "q": ("a", 8, 5), "p": ("b", 9, 5),
        "list": [("c", 11, 5), {"d": ("e", 12, 8)}], "flow": [("f", 13, 8), {"g": ("h", 13, 15)}],
    }
    assert isinstance(tree, Mapping) and tree.place == ("x.yml", 3, 1) and not tree.flow
    assert {key: (place.path, place.line, place.column) for key, place in tree.keys.items()} == {
        "zh": ("x.yml", 3, 1), "en": ("x.yml", 6, 1), "q": ("x.yml", 8, 1), "p": ("x.yml", 9, 1), "list": ("x.yml", 10, 1), "flow": ("x.yml", 13, 1),
    }
    flow, entry = tree.values["flow"], tree.values["list"]
    assert isinstance(flow, Sequence) and isinstance(entry, Sequence)
    assert (flow.place.line, flow.place.column) == (13, 7)
    assert isinstance(flow.values[1], Mapping) and flow.values[1].flow and flow.values[1].place == ("x.yml", 13, 11)
    assert isinstance(entry.values[1], Mapping) and not entry.values[1].flow


@pytest.mark.parametrize(("text", "expected"), [("a: |\n", {"a": ("", 2, 1)}), ("a: |", {"a": ("", 2, 1)}), ("a:\n", {"a": ("", 1, 3)}), ("a: #x\n", {"a": ("", 1, 3)}), ("", None), ("# only\n", None), ("a: 'x' # y\n", {"a": ("x", 1, 5)}), ("a: b#c\n", {"a": ("b#c", 1, 4)})])
def test_texts_at_the_edge_that_are_fine(text: str, expected: Any) -> None:
    tree, problems = read_tree(text, "x.yml")
    assert (plain(tree), problems) == (expected, [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\n---\nb: 2\n", "x.yml:2:1 S01 a second document begins here | delete the line '---' and what does not belong to this file"),
        ("? [x]\n: y\n", "x.yml:1:3 S01 a field's name must be a word | write 'name: value'"),
        ("b: 1\nb: 2\n", "x.yml:2:1 S01 'b' stands twice (first in line 1) | delete one of the two"),
        ("a: x # y\n", f"x.yml:1:4 S01 the text is cut at ' #' | {QUOTES}"),
        ("a: x\t# y\n", f"x.yml:1:4 S01 the text is cut at ' #' | {QUOTES}"),
        ("a: x\n b\n", "x.yml:1:4 S01 a text runs over several lines | write each text on one line"),
        ("a: &b c\n", "x.yml:1:4 S01 an anchor (&b) is not allowed | write the text out; a text that begins with & needs single quotes"),
        ("a: *b\n", "x.yml:1:4 S01 an alias (*b) is not allowed | write the text out; a text that begins with * needs single quotes"),
        ("a: !b c\n", "x.yml:1:4 S01 a tag (!b) is not allowed | delete it; a text that begins with ! needs single quotes"),
        ("a: !b [c]\n", "x.yml:1:4 S01 a tag (!b) is not allowed | delete it; a text that begins with ! needs single quotes"),
        ("a: &b {c: d}\n", "x.yml:1:4 S01 an anchor (&b) is not allowed | write the text out; a text that begins with & needs single quotes"),
        ('zh: "x" y\n', f"x.yml:1:9 S01 not valid YAML: while parsing a block mapping did not find expected key | {QUOTES}"),
        ("a: 'x' y\n", f"x.yml:1:8 S01 not valid YAML: while parsing a block mapping did not find expected key | {QUOTES}"),
        ("b: 1\n\"x\" y: 1\n", f"x.yml:2:5 S01 not valid YAML: while parsing a block mapping did not find expected key | {QUOTES}"),
        ("b: 1\n'x' y: 1\n", f"x.yml:2:5 S01 not valid YAML: while parsing a block mapping did not find expected key | {QUOTES}"),
        ("a: x: y\n", f"x.yml:1:5 S01 not valid YAML: mapping values are not allowed in this context | {QUOTES}"),
        ("a:\n\tb: 1\n", "x.yml:2:1 S01 not valid YAML: while scanning for the next token found character that cannot start any token | indent with spaces, not with a tab"),
        ("a: 1\n\tb: 1\n", "x.yml:2:1 S01 not valid YAML: while scanning a plain scalar found a tab character that violates indentation | indent with spaces, not with a tab"),
        ("a: @x\tb\n", f"x.yml:1:4 S01 not valid YAML: while scanning for the next token found character that cannot start any token | {INDENT}"),
        ("a:\n  - b\n c\n", f"x.yml:3:2 S01 not valid YAML: while parsing a block mapping did not find expected key | {INDENT}"),
        ('"a\n', f"x.yml:2:1 S01 not valid YAML: while scanning a quoted scalar found unexpected end of stream | {INDENT}"),
        ("a: b\nc: \x01\n", "x.yml:2:1 S01 a character that YAML does not allow | delete the invisible control character and type the text again"),
    ],
)
def test_what_would_change_meaning_is_said(text: str, line: str) -> None:
    assert said(text) == [line]
    # front matter begins further down in its file
    number = line.split(":")[1]
    assert said(text, 5) == [line.replace(f":{number}:", f":{int(number) + 4}:", 1).replace("first in line 1", "first in line 5")]


@pytest.mark.parametrize("text", ["# \u2028# \u2028a: 'x' y\n", "# \u2028# \u2028a: x # y\n", "# \u2028# \u2028a: |\u2028  x\n", "# \u2028# \u2028a: [\n"])
def test_line_breaks_that_only_yaml_knows_end_in_no_traceback(text: str) -> None:
    tree, problems = read_tree(text, "x.yml")
    assert tree is not None or [problem.line for problem in problems] in ([3], [4])


def test_reading_goes_on_after_a_problem() -> None:
    assert [line.partition(" | ")[0] for line in said("? [x]\n: y\nb: 1\nb: &c 2\nd: *c\ne: [f # g\n")] == [
        "x.yml:1:3 S01 a field's name must be a word",
        "x.yml:4:4 S01 an anchor (&c) is not allowed",
        "x.yml:4:1 S01 'b' stands twice (first in line 3)",
        "x.yml:5:4 S01 an alias (*c) is not allowed",
        "x.yml:6:5 S01 the text is cut at ' #'",
        "x.yml:7:1 S01 not valid YAML: while parsing a flow sequence did not find expected ',' or ']'",
    ]


# fields


def wrong(text: str, model: Any) -> list[str]:
    tree, problems = read_tree(text, "x.yml")
    assert problems == []
    loaded, found = to_model(tree, model, "x.yml")
    assert (loaded is None) == bool(found)
    return [f"{p.path}:{p.line}:{p.column} {p.code} {p.message} | {p.hint}" for p in sorted(found)]


EXAMPLE = "see CONTRIBUTING.md for an example"
ITEM = "page: p\nquestions:\n  - id: p-q\n    type: {type}\n    level: apply\n    objective: p-o\n    section: how\n    ask:\n      zh: 问？\n      en: Ask?\n"
WHY = "        why:\n          zh: 因为\n          en: Because\n"


def choice(*options: str, kind: str = "single") -> str:
    return ITEM.format(type=kind) + "    options:\n" + "".join(options)


def option(id: str, more: str = "", why: str = WHY) -> str:
    return f"      - id: {id}\n{more}        zh: 甲{id}\n        en: Option {id}\n{why}"


@pytest.mark.parametrize(
    ("model", "text", "lines"),
    [
        (Glossary, "- a\n", [f"x.yml:1:1 S01 the file must hold fields ('name: value') | {EXAMPLE}"]),
        (Glossary, "just words\n", [f"x.yml:1:1 S01 the file must hold fields ('name: value') | {EXAMPLE}"]),
        (Glossary, "", [f"x.yml:1:1 S01 the file must hold fields ('name: value') | {EXAMPLE}"]),
        (Glossary, "terms: x\n", [f"x.yml:1:8 S01 'terms' must be a list | {EXAMPLE}"]),
        (Glossary, "terms:\n  - x\n", [f"x.yml:2:5 S01 '0' must hold fields ('zh: …' and 'en: …' on lines of their own) in term no. 1 | {EXAMPLE}"]),
        (Glossary, "term: x\n", ["x.yml:1:1 S01 unknown word 'term' | did you mean 'terms'?"]),
        (Glossary, "quux: x\n", ["x.yml:1:1 S01 unknown word 'quux' | delete it, or see CONTRIBUTING.md for the fields"]),
        (Glossary, "places: x\n", ["x.yml:1:1 S01 unknown word 'places' | delete it, or see CONTRIBUTING.md for the fields"]),
        (Company, "ask: {zh: 法务部, en: Legal}\n", ["x.yml:1:6 S01 texts stand in braces | write zh and en on lines of their own"]),
        (Company, "quux:\n  - [{en: a}]\n", ["x.yml:1:1 S01 unknown word 'quux' | delete it, or see CONTRIBUTING.md for the fields", "x.yml:2:6 S01 texts stand in braces | write zh and en on lines of their own"]),
        (Bank, choice(option("a"), option("b", why="")), ["x.yml:18:9 S01 'why' is missing in option b of question p-q | add a line 'why: …'"]),
        (Bank, choice(option("a"), option("b", "        correct: ja\n")), ["x.yml:19:18 S01 'correct' has the value 'ja' in option b of question p-q | write true or false"]),
        (Bank, choice(option("a"), option("b", "        places: x\n")), ["x.yml:19:9 S01 unknown word 'places' in option b of question p-q | did you mean 'page'?"]),
        (Bank, choice(option("a")), [f"x.yml:12:7 S01 'options' needs at least 2 entries in question p-q | {EXAMPLE}"]),
        (Bank, choice(option("a"), option("b", "        zz: x\n", "")), [
            "x.yml:18:9 S01 'why' is missing in option b of question p-q | add a line 'why: …'",
            "x.yml:19:9 S01 unknown word 'zz' in option b of question p-q | delete it, or see CONTRIBUTING.md for the fields",
        ]),
        (Bank, choice(option("a"), option("B b")), ["x.yml:18:13 S01 'id' is not well formed: 'B b' in option B b of question p-q | an id has small Latin letters, figures and single hyphens: rule-08-first-call"]),
        (Bank, choice(option("a"), option("b")).replace("level: apply", "level: applied"), ["x.yml:5:12 S01 'level' must be 'remember', 'understand', 'apply' or 'analyse' in question p-q | did you mean 'apply'?"]),
        (Bank, choice(option("a"), option("b")).replace("level: apply", "level: qqq"), [f"x.yml:5:12 S01 'level' must be 'remember', 'understand', 'apply' or 'analyse' in question p-q | {EXAMPLE}"]),
        (Bank, choice(option("a"), option("b")).replace("level: apply", "level: [apply]"), [f"x.yml:5:12 S01 'level' must be 'remember', 'understand', 'apply' or 'analyse' in question p-q | {EXAMPLE}"]),
        (Bank, choice(option("a"), option("b")).replace("section: how", "section: [how]"), [f"x.yml:7:14 S01 'section' must be a text, not a list or fields in question p-q | {EXAMPLE}"]),
        (Bank, choice(option("a"), option("b")).replace("section: how", "section: how\n    v: [1]"), [f"x.yml:8:8 S01 'v' must be a whole number in question p-q | {EXAMPLE}"]),
        (Bank, choice(option("a"), option("b")).replace("section: how", "section: how\n    v: 1.5"), ["x.yml:8:8 S01 'v' has the value '1.5' in question p-q | write a whole number"]),
        (Bank, choice(option("a"), option("b", "        correct: [x]\n")), ["x.yml:19:18 S01 'correct' has the value '…' in option b of question p-q | write true or false"]),
        (Bank, choice(option("a"), option("b")).replace("    ask:\n      zh: 问？\n      en: Ask?\n", "    ask: What?\n"), [f"x.yml:8:10 S01 'ask' must hold fields ('zh: …' and 'en: …' on lines of their own) in question p-q | {EXAMPLE}"]),
        (Bank, choice(option("a"), option("b")).replace("      zh: 问？\n", ""), ["x.yml:9:7 S01 the Chinese text (zh) is missing in question p-q | add a line 'zh: …'"]),
        (Bank, choice(option("a"), option("b")).replace("      en: Ask?\n", "      en:\n"), [f"x.yml:10:10 S01 'en' is empty in question p-q | {EXAMPLE}"]),
        (Bank, choice(option("a"), option("b")).replace("    type: single\n", ""), ["x.yml:3:5 S01 'type' is missing in question p-q | add a line 'type: single' (or multiple, blank, order, match)"]),
        (Bank, choice(option("a"), option("b"), kind="essay"), ["x.yml:4:11 S01 unknown type in question p-q | the types are single, multiple, blank, order and match"]),
        (Bank, "page: p\nquestions:\n  - text\n", [f"x.yml:3:5 S01 '0' must hold fields ('name: value') in question no. 1 | {EXAMPLE}"]),
        (Bank, choice(option("a"), option("b")).replace("  - id: p-q\n    type", "  - type"), ["x.yml:3:5 S01 'id' is missing in question no. 1 | add a line 'id: …'"]),
        (Bank, "page: p\nobjectives:\n  - zh: 能\n    en: Can\n", ["x.yml:3:5 S01 'id' is missing in objective no. 1 | add a line 'id: …'"]),
        (Bank, "page: p\nchecklists:\n  - id: p-c\n    title:\n      zh: 前\n      en: Before\n    items:\n      - id: p-c-i\n        zh: 做\n", ["x.yml:8:9 S01 the English text (en) is missing in item p-c-i of checklist p-c | add a line 'en: …'"]),
        (Bank, ITEM.format(type="match") + "    pairs:\n      - id: x\n        left:\n          zh: 左\n          en: Left\n    explain:\n      zh: 因为\n      en: Because\n", ["x.yml:12:9 S01 'right' is missing in pair x of question p-q | add a line 'right: …'"]),
        (Bank, ITEM.format(type="order") + "    steps:\n      - zh: 左\n        en: Left\n      - id: y\n        zh: 右\n        en: R\n    explain:\n      zh: 因为\n      en: Because\n", ["x.yml:12:9 S01 'id' is missing in step no. 1 of question p-q | add a line 'id: …'"]),
        (References, "references:\n  - key: a-2020\n    kind: study\n    authors: A.\n    year: 2020\n    says:\n      zh: 甲\n      en: A\n    confidence: M\n", ["x.yml:2:5 S01 'title' is missing in reference a-2020 | add a line 'title: …'"]),
        (Inventory, "claims:\n  - id: r-01\n    frame:\n      zh: 甲\n      en: A\n", ["x.yml:2:5 S01 'title' is missing in claim r-01 | add a line 'title: …'"]),
        (Paths, "paths:\n  - id: week\n    steps:\n      - page: Rule\n        when:\n          zh: 一\n          en: one\n        do:\n          zh: 做\n          en: do\n", ["x.yml:4:15 S01 'page' is not well formed: 'Rule' in step no. 1 | an id has small Latin letters, figures and single hyphens: rule-08-first-call"]),
    ],
)
def test_what_is_wrong_with_a_field(model: Any, text: str, lines: list[str]) -> None:
    assert wrong(text, model) == lines
