"""Laws over banks nobody wrote by hand: a valid one always reaches the contract, a broken one always says where."""

from __future__ import annotations

import html.parser
import json
import random
import re
from typing import Any

import yaml
from course.loading.fields import to_model
from course.loading.tree import read_tree
from course.models import LANGUAGES, Bank, Blank, Choice, Match, Order
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from .conftest import read_bank

# what people type, and what Markdown, YAML and mkdocs-quiz stumble over. No raw HTML: the checks refuse it
PIECES = ["客户", "周五到货", "3小时", "price", "1.", "2)", "#", "##", ">", "-", "- [x]", "* ", "+", "=", "---", "|", ": ", "[a]:", "~~~", "`x`", "**粗**", "*斜*",
          "_", "&", "< 3", "\\", "“", "”", "'", '"', "!", "?", "，", "。", "%", "$", "@", "(x)", "1 < 2", "[词](#how)", "*[x]: y", "    ", "é", "😀", "A & B", "::", "~"]
text = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(lambda parts: " ".join("".join(parts).split())).filter(bool)
both = st.builds(lambda zh, en: {"zh": zh, "en": en}, text, text)
ids = st.sampled_from(["a", "b", "c", "d", "e", "ask-first", "x1"])


def entries(fields: dict[str, Any], low: int, high: int):
    return st.lists(st.builds(dict, **{"id": ids, **fields}), min_size=low, max_size=high, unique_by=lambda entry: entry["id"])


def merged(*parts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for part in parts for key, value in part.items()}


base = st.fixed_dictionaries({"level": st.sampled_from(["remember", "apply"]), "objective": st.just("rule-01-ask"), "section": st.just("how"), "ask": both})
option = st.builds(lambda id, words, why: {"id": id, **words, "why": why}, ids, both, both)


@st.composite
def questions(draw) -> dict[str, Any]:
    kind = draw(st.sampled_from(["single", "multiple", "blank", "order", "match"]))
    question = merged({"id": f"rule-01-q{draw(st.integers(0, 10**6))}", "type": kind}, draw(base))
    if kind in ("single", "multiple"):
        options = draw(st.lists(option, min_size=3, max_size=5, unique_by=lambda o: o["id"]))
        # two options with the same words are refused by check F10: the plugin would take both for the key
        assume(all(len({o[language] for o in options}) == len(options) for language in LANGUAGES))
        for chosen in options[: 1 if kind == "single" else 2]:
            chosen["correct"] = "true"
        random.Random(question["id"]).shuffle(options)
        question["options"] = options
    elif kind == "blank":
        question["ask"] = {language: f"{words} ____ {words}" for language, words in question["ask"].items()}
        question["accept"] = {"zh": draw(st.lists(text, min_size=1, max_size=3)), "en": draw(st.lists(text, min_size=1, max_size=3))}
        question["explain"] = draw(both)
    elif kind == "order":
        question["steps"] = [merged({"id": id}, draw(both)) for id in draw(st.lists(ids, min_size=3, max_size=5, unique=True))]
        question["explain"] = draw(both)
    else:
        question["pairs"] = [{"id": id, "left": draw(both), "right": draw(both)} for id in draw(st.lists(ids, min_size=2, max_size=4, unique=True))]
        question["explain"] = draw(both)
    return question


banks = st.lists(questions(), min_size=1, max_size=4, unique_by=lambda question: question["id"]).map(
    lambda found: {"page": "rule-01", "objectives": [{"id": "rule-01-ask", "zh": "能问", "en": "Ask"}], "questions": found}
)


def as_yaml(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=False, width=10**6)


class Roots(html.parser.HTMLParser):
    """Questions as a reader of the page finds them: attributes of the root, inputs, and the nesting held."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.questions: list[dict[str, Any]] = []

    def handle_starttag(self, tag: str, attributes: Any) -> None:
        a = dict(attributes)
        if tag not in ("input", "br", "img", "hr"):
            self.open.append(tag)
        if "data-question" in a:
            self.questions.append({**a, "values": [], "keys": [], "steps": [], "pairs": {}, "accept": None, "status": 0, "buttons": []})
        if not self.questions:
            return
        now = self.questions[-1]
        if tag == "input" and a["type"] in ("radio", "checkbox"):
            now["values"].append(a["value"])
            now["keys"] += [a["value"]] if "data-correct" in a else []
        if "data-accept" in a:
            now["accept"] = json.loads(a["data-accept"])
        if "data-step" in a:
            now["steps"].append(a["data-step"])
        if "data-pair" in a:
            now["pairs"][a["data-pair"]] = a["data-key"]
        now["status"] += a.get("role") == "status"
        now["buttons"] += [a["data-action"]] if "data-action" in a else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(banks)
def test_a_valid_bank_reaches_the_contract(to_html, data: dict[str, Any]) -> None:
    bank = read_bank(as_yaml(data))
    for language in LANGUAGES:
        got = to_html(bank, language)
        roots = Roots()
        roots.feed(got)
        assert not roots.open
        assert "quiz-" not in re.sub(r"fb-quiz[-\w]*|data-quiz", "", got), "nothing of the plugin is left"
        assert [q["data-question"] for q in roots.questions] == [item.id for item in bank.questions]
        for item, q in zip(bank.questions, roots.questions, strict=True):
            assert (q["data-type"], q["data-v"], q["data-state"], q["status"], q["buttons"]) == (item.type, "1", "open", 1, ["check", "retry"])
            match item:
                case Choice():
                    assert q["values"] == [o.id for o in item.options]
                    assert q["keys"] == [o.id for o in item.keys]
                case Blank():
                    assert q["accept"] == list(item.accept[language])
                case Order():
                    assert sorted(q["steps"]) == sorted(s.id for s in item.steps)
                    assert q["steps"] != [s.id for s in item.steps]
                case Match():
                    assert q["pairs"] == {p.id: item.key(p) for p in item.pairs}


TAME = st.lists(st.sampled_from(["客户", "周五到货", "3小时", "price", "1. ", "# ", "> ", "- ", "+ ", "= ", "，", "。", "%", "&", "< 3", "“", "”", "'", '"', ": ", "[a]: b", "1 < 2", "(x)"]), min_size=1, max_size=6).map(
    lambda parts: " ".join("".join(parts).split())
).filter(bool)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TAME, min_size=3, max_size=3, unique=True), TAME)
def test_what_is_written_is_what_is_read(to_html, options: list[str], why: str) -> None:
    """Texts without emphasis, code or links come out letter by letter, whatever they begin with."""
    data = {
        "page": "rule-01",
        "questions": [{"id": "rule-01-q", "type": "single", "level": "apply", "objective": "rule-01-ask", "section": "how", "ask": {"zh": why, "en": why},
                       "options": [{"id": f"o{n}", **({"correct": "true"} if not n else {}), "zh": words, "en": words, "why": {"zh": why, "en": why}} for n, words in enumerate(options)]}],
    }
    got = to_html(read_bank(as_yaml(data)), "zh")
    shown = [html.unescape(words) for words in re.findall(r'<span class="fb-text">(.*?)</span>', got)]
    assert shown == options
    assert [html.unescape(words) for words in re.findall(r'<p class="fb-why" hidden>(.*?)</p>', got)] == [why] * 3


BREAKS = ("drop", "rename", "empty", "double", "list")


@settings(max_examples=150, deadline=None)
@given(banks, st.randoms(use_true_random=False), st.sampled_from(BREAKS))
def test_a_broken_bank_says_where(data: dict[str, Any], chance: random.Random, way: str) -> None:
    """Take a required field away, misspell it, empty it, double it, or put a list in its place: an error with a line of this file."""
    written = as_yaml(data)
    # a field that may be left out is no fault when it is missing
    optional = ("correct",)
    fields = [(number, line) for number, line in enumerate(written.split("\n")) if re.match(r"^[ -]*[a-z]+:( |$)", line) and line.split(":")[0].strip(" -") not in optional]
    number, line = chance.choice(fields)
    indent = len(line) - len(line.lstrip(" -"))
    name, _, value = line[indent:].partition(":")
    lines = written.split("\n")
    if way == "drop":
        assume(value.strip() and not line.lstrip().startswith("-"))
        del lines[number]
    elif way == "rename":
        lines[number] = f"{line[:indent]}{name}x:{value}"
    elif way == "empty":
        assume(value.strip())
        lines[number] = f"{line[:indent]}{name}:"
    elif way == "double":
        assume(value.strip())
        lines.insert(number + 1, f"{' ' * indent}{name}:{value}")
    else:
        assume(value.strip())
        lines[number] = f"{line[:indent]}{name}: [[a, b]]"
    tree, problems = read_tree("\n".join(lines), "quizzes/x/y.yml")
    if tree is not None:
        problems = [*problems, *to_model(tree, Bank, "quizzes/x/y.yml")[1]]
    assert problems, f"{way} {line!r} passed"
    for problem in problems:
        assert problem.path == "quizzes/x/y.yml" and 1 <= problem.line <= len(lines) and problem.column >= 1
        assert problem.code == "S01" and problem.message and problem.hint
