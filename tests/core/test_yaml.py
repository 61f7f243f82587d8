"""What a bank may not hold, each with the exact message an author sees: file, line, column, hint."""

from __future__ import annotations

from pathlib import Path

import pytest
from course.loading import load_course
from course.loading.tree import Scalar, read_tree
from course.problems import as_text

GOOD = """\
page: rule-01
objectives:
  - id: rule-01-ask
    zh: 能问出客户的时限
    en: Ask for the customer's deadline
questions:
  - id: rule-01-first
    type: single
    level: apply
    objective: rule-01-ask
    section: how
    ask:
      zh: 客户要得急，你先问哪一句？
      en: The customer is in a hurry. What do you ask first?
    options:
      - id: a
        correct: true
        zh: 最晚几点要？
        en: By when?
        why:
          zh: 先知道时限，才知道来不来得及，也才好去问别人。
          en: Without the deadline nobody can tell whether it can be met, nor ask others.
      - id: b
        zh: 要多少？
        en: How many?
        why:
          zh: 数量也要问，不过晚一分钟问没有关系，时限先定。
          en: The quantity matters too, but it can wait a minute; the deadline comes first.
"""


def problems(tmp_path: Path, bank: str | bytes) -> str:
    """What `check` says of reading a project with this one bank."""
    (tmp_path / "docs").mkdir()
    folder = tmp_path / "quizzes" / "sales-rules"
    folder.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.0.0"\n')
    for name, text in (("glossary.yml", "terms: []\n"), ("references.yml", "references: []\n"), ("inventory.yml", "items: []\n"), ("ids.txt", "")):
        (tmp_path / "quizzes" / name).write_text(text)
    (tmp_path / "company.yml").write_text("name: ''\n")
    (folder / "rule-01.yml").write_bytes(bank if isinstance(bank, bytes) else bank.encode())
    return as_text(load_course(tmp_path)[1]).replace("quizzes/sales-rules/rule-01.yml", "BANK")


def swap(old: str, new: str) -> str:
    assert GOOD.count(old) >= 1, old
    return GOOD.replace(old, new, 1)


def test_the_good_one_is_good(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == "no problems"


CASES = {
    "unknown word": (
        swap("correct: true", "corect: true"),
        """\
BANK:17:9: error[S01]: unknown word 'corect' in option a of question rule-01-first
    hint: did you mean 'correct'?
1 problem in 1 file""",
    ),
    "missing language": (
        swap("      en: The customer is in a hurry. What do you ask first?\n", ""),
        """\
BANK:13:7: error[S01]: the English text (en) is missing in question rule-01-first
    hint: add a line 'en: …'
1 problem in 1 file""",
    ),
    "missing feedback": (
        GOOD[: GOOD.rindex("        why:")],
        """\
BANK:23:9: error[S01]: 'why' is missing in option b of question rule-01-first
    hint: add a line 'why: …'
1 problem in 1 file""",
    ),
    "an empty text": (
        swap("zh: 要多少？", "zh:"),
        """\
BANK:24:12: error[S01]: 'zh' is empty in option b of question rule-01-first
    hint: see CONTRIBUTING.md for an example
1 problem in 1 file""",
    ),
    "an unknown type": (
        swap("type: single", "type: singel"),
        """\
BANK:8:11: error[S01]: unknown type in question rule-01-first
    hint: the types are single, multiple, blank, order and match
1 problem in 1 file""",
    ),
    "no type": (
        swap("    type: single\n", ""),
        """\
BANK:7:5: error[S01]: 'type' is missing in question rule-01-first
    hint: add a line 'type: single' (or multiple, blank, order, match)
1 problem in 1 file""",
    ),
    "an unknown level": (
        swap("level: apply", "level: applied"),
        """\
BANK:9:12: error[S01]: 'level' must be 'remember', 'understand', 'apply' or 'analyse' in question rule-01-first
    hint: did you mean 'apply'?
1 problem in 1 file""",
    ),
    "yes is not true": (
        swap("correct: true", "correct: Yes"),
        """\
BANK:17:18: error[S01]: 'correct' has the value 'Yes' in option a of question rule-01-first
    hint: write true or false
1 problem in 1 file""",
    ),
    "a version that is no number": (
        swap("section: how", "section: how\n    v: 1.10"),
        """\
BANK:12:8: error[S01]: 'v' has the value '1.10' in question rule-01-first
    hint: write a whole number
1 problem in 1 file""",
    ),
    "version nought": (
        swap("section: how", "section: how\n    v: 0"),
        """\
BANK:12:8: error[S01]: 'v' must be 1 or more in question rule-01-first
    hint: see CONTRIBUTING.md for an example
1 problem in 1 file""",
    ),
    "an id that is not one": (
        swap("id: rule-01-first", "id: Rule_01"),
        """\
BANK:7:9: error[S01]: 'id' is not well formed: 'Rule_01' in question Rule_01
    hint: an id has small Latin letters, figures and single hyphens: rule-08-first-call
1 problem in 1 file""",
    ),
    "a key twice": (
        swap("    level: apply\n", "    level: apply\n    level: analyse\n"),
        """\
BANK:10:5: error[S01]: 'level' stands twice (first in line 9)
    hint: delete one of the two
1 problem in 1 file""",
    ),
    "texts in braces": (
        swap("    ask:\n      zh: 客户要得急，你先问哪一句？\n      en: The customer is in a hurry. What do you ask first?\n", "    ask: {zh: 你先问哪一句？, en: What first?}\n"),
        """\
BANK:12:10: error[S01]: texts stand in braces
    hint: write zh and en on lines of their own
1 problem in 1 file""",
    ),
    "an anchor and an alias": (
        swap("en: By when?", "en: &x By when?").replace("en: How many?", "en: *x"),
        """\
BANK:19:13: error[S01]: an anchor (&x) is not allowed
    hint: write the text out; a text that begins with & needs single quotes
BANK:25:13: error[S01]: 'en' is empty in option b of question rule-01-first
    hint: see CONTRIBUTING.md for an example
BANK:25:13: error[S01]: an alias (*x) is not allowed
    hint: write the text out; a text that begins with * needs single quotes
3 problems in 1 file""",
    ),
    "a tag": (
        swap("zh: 要多少？", "zh: !!str 要多少？"),
        """\
BANK:24:13: error[S01]: a tag (tag:yaml.org,2002:str) is not allowed
    hint: delete it; a text that begins with ! needs single quotes
1 problem in 1 file""",
    ),
    "a text cut at #": (
        swap("en: How many?", "en: How many of part #12?"),
        """\
BANK:25:13: error[S01]: the text is cut at ' #'
    hint: put the text in single quotes: '…' (a single quote inside is written twice), or write |- and the text on the next line
1 problem in 1 file""",
    ),
    "a colon in a text": (
        swap("en: How many?", "en: Ask: how many?"),
        """\
BANK:25:16: error[S01]: not valid YAML: mapping values are not allowed in this context
    hint: put the text in single quotes: '…' (a single quote inside is written twice), or write |- and the text on the next line
1 problem in 1 file""",
    ),
    "a text in straight quotation marks": (
        swap("en: How many?", 'en: "How many?" he asks'),
        """\
BANK:25:25: error[S01]: not valid YAML: while parsing a block mapping did not find expected key
    hint: put the text in single quotes: '…' (a single quote inside is written twice), or write |- and the text on the next line
1 problem in 1 file""",
    ),
    "a tab": (
        swap("    level: apply", "\tlevel: apply"),
        """\
BANK:9:1: error[S01]: not valid YAML: while scanning a plain scalar found a tab character that violates indentation
    hint: indent with spaces, not with a tab
1 problem in 1 file""",
    ),
    "a text over two lines": (
        swap("en: How many?", "en: How many\n          of them?"),
        """\
BANK:25:13: error[S01]: a text runs over several lines
    hint: write each text on one line
1 problem in 1 file""",
    ),
    "not UTF-8": (
        GOOD.encode("gbk"),
        """\
BANK:4:9: error[S01]: not UTF-8: byte 0xc4
    hint: save the file as UTF-8 (often it was saved as GBK or ANSI)
1 problem in 1 file""",
    ),
    "10 MB": (
        GOOD + "# " + "x" * 10_000_000,
        """\
BANK:1:1: error[S01]: the file has 10.0 MB
    hint: a file may have 1 MB; split it, or move pictures and data out of it
1 problem in 1 file""",
    ),
    "an empty file": (
        "",
        """\
BANK:1:1: error[S01]: the file is empty
    hint: see CONTRIBUTING.md for an example, or delete the file
1 problem in 1 file""",
    ),
    "only one option": (
        GOOD[: GOOD.rindex("      - id: b")],
        """\
BANK:16:7: error[S01]: 'options' needs at least 2 entries in question rule-01-first
    hint: see CONTRIBUTING.md for an example
1 problem in 1 file""",
    ),
    "all at once": (
        swap("correct: true", "corect: true").replace("level: apply", "level: applied"),
        """\
BANK:9:12: error[S01]: 'level' must be 'remember', 'understand', 'apply' or 'analyse' in question rule-01-first
    hint: did you mean 'apply'?
BANK:17:9: error[S01]: unknown word 'corect' in option a of question rule-01-first
    hint: did you mean 'correct'?
2 problems in 1 file""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_said_with_its_place(name: str, tmp_path: Path) -> None:
    bank, expected = CASES[name]
    assert problems(tmp_path, bank) == expected


@pytest.mark.parametrize("word", ["Yes", "no", "12:30", "1.10", "2026-12-01", "null", "~", "0o14", "1_000"])
def test_words_that_yaml_would_change_keep_their_meaning(word: str) -> None:
    tree, found = read_tree(f"zh: {word}\n", "x.yml")
    assert not found
    assert isinstance(tree.values["zh"], Scalar) and tree.values["zh"].value == word
