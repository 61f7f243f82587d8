#!/usr/bin/env python3
"""Counts what the checks find in corpora of flawed and clean questions: python3 benchmarks/accuracy.py [golden|development|frozen]

One table a corpus and language: flawed items, found, missed, false alarms among the clean items, for each
code. Reads `tests/corpus/golden-*.yml` (written together with the rules), `development-*.yml` (written by people who
had not seen them, and since used for mending them) and `frozen-*.yml` (written likewise, and used for nothing else). Then the time that `check` takes on a course of seventy lessons. Figures only.

The form of a corpus: `items: [{id, type, ask, options: [{text, correct}], accept, steps, pairs: [{left, right}],
page, twin, flaws: [codes], note}]` and `sentences: [{text, flaws, note}]`, in one language. Of texts that stand in both
languages (L01), `ask` and the like are `{zh, en}`.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from course.checks import check  # noqa: E402
from course.codes import TABLE  # noqa: E402
from course.loading import load_course  # noqa: E402
from course.models import LANGUAGES, Accept, Bank, Blank, Course, FrontMatter, Language, Match, Multiple, Option, Order, Page, Pair, Place, Single, Step, Text  # noqa: E402
from course.problems import Problem  # noqa: E402
from course.scanning import scan  # noqa: E402
from pydantic import ValidationError  # noqa: E402

CORPUS = ROOT / "tests" / "corpus"
TODAY = date(2026, 12, 1)
COUNTED = ("F", "T", "L")
"""What a corpus is about; front matter, ids and the like are made up around its items."""
LESSONS = 70

ITEM, TWIN, PAGE, OTHER = "item", "twin", "page", "other"
"""In place of paths: what a problem is about. Texts in the language that an item does not have are OTHER."""


class Verdict(NamedTuple):
    """One entry of a corpus: what was planted, what was found, and the messages."""

    id: str
    flaws: frozenset[str]
    found: frozenset[str]
    errors: frozenset[str]
    """Those among the found that stop the build."""
    said: tuple[str, ...]
    note: str = ""

    @property
    def missed(self) -> frozenset[str]:
        return self.flaws - self.found


# the language that an item does not have gets words without any flaw, long enough and all different
_NEUTRAL = {
    "ask": {"zh": "客户在电话里说了一件事，你先怎么做？", "en": "A caller tells you about something. What do you do first?"},
    "blank": {"zh": "接到电话以后，先记下____再往下问。", "en": "When the call comes, note the ____ and then go on asking."},
    "row": {
        "zh": ("先记下来再问", "请他等一下", "转给值班的人", "当面去看看", "写封信过去", "找人商量下", "翻出旧合同", "约个时间谈"),
        "en": ("Note it, then look", "Hold the line", "Pass it along", "Go and see", "Write him a note", "Talk it over", "Find old papers", "Fix another hour"),
    },
    "why": {"zh": "这样做以后，对方知道下一步由谁来办、什么时候能听到结果。", "en": "After this the caller knows who takes the next step and when the result will be heard."},
}


def judged(path: Path) -> tuple[Language, list[Verdict]]:
    """Every entry of a corpus with what the checks say of it. A corpus in both languages counts as Chinese."""
    data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    language: Language = "en" if path.stem.endswith("en") else "zh"
    items, sentences = data.get("items") or [], data.get("sentences") or []
    asked = {str(entry.get("id")): entry for entry in items}
    verdicts = [_judged_item(entry, language, asked) for entry in items]
    verdicts += [_judged_sentence(entry, at, language) for at, entry in enumerate(sentences, 1)]
    return language, verdicts


def _judged_item(entry: dict[str, Any], language: Language, asked: dict[str, dict[str, Any]]) -> Verdict:
    both = isinstance(entry.get("ask"), dict)
    try:
        item = _item(entry, language, ITEM)
    except (ValidationError, ValueError) as error:
        # the model itself refuses it (one option only): the author is told, and whatever was planted is found
        said = str(error).splitlines()[0]
        flaws = _codes(entry)
        return Verdict(str(entry.get("id")), flaws, flaws or frozenset({"S01"}), frozenset() if flaws else frozenset({"S01"}), (f"S01: {said}",), str(entry.get("note") or ""))
    questions = [item]
    twin = entry.get("twin")
    if twin:
        questions.insert(0, _twin(twin, language, asked))
    pages = _pages(entry.get("page"), language)
    bank = Bank(page="corpus", questions=tuple(questions), places={"": Place(OTHER, 1)})
    problems = check(Course(version="0", pages=pages, banks=(bank,)), TODAY)
    mine = [problem for problem in problems if problem.path == ITEM and (both or problem.code != "L01")]
    return _verdict(str(entry.get("id")), entry, mine)


def _judged_sentence(entry: dict[str, Any], at: int, language: Language) -> Verdict:
    """As a line of a page, and as a text of a bank: T01 and T04 read both."""
    pages = _pages(str(entry["text"]), language, ITEM)
    problems = check(Course(version="0", pages=pages), TODAY)
    return _verdict(f"sentence-{at}", entry, [problem for problem in problems if problem.path == ITEM and problem.code[0] == "T"])


def _verdict(id: str, entry: dict[str, Any], problems: Iterable[Problem]) -> Verdict:
    counted = [problem for problem in problems if problem.code[0] in COUNTED]
    return Verdict(
        id, _codes(entry), frozenset(problem.code for problem in counted),
        frozenset(problem.code for problem in counted if problem.severity == "error"),
        tuple(f"{problem.code}: {problem.message}" for problem in counted), str(entry.get("note") or ""),
    )


def _codes(entry: dict[str, Any]) -> frozenset[str]:
    return frozenset(str(code) for code in entry.get("flaws") or ())


def _item(entry: dict[str, Any], language: Language, path: str) -> Any:
    """The entry as a question of the bank, its texts in the one language, neutral words in the other."""
    row = iter(range(100))

    def text(value: Any, kind: str = "row") -> dict[str, Any]:
        at = next(row)
        if isinstance(value, dict):
            return {**value, "places": {name: Place(path, at + 2) for name in LANGUAGES}}
        other: Language = "en" if language == "zh" else "zh"
        neutral = _NEUTRAL[kind][other]
        if kind == "row":
            number = at // len(neutral)
            neutral = neutral[at % len(neutral)] + (f" {'甲乙丙丁'[number % 4]}" if number else "")
        return {language: str(value), other: neutral, "places": {language: Place(path, at + 2), other: Place(OTHER, at + 2)}}

    type = entry.get("type") or ("blank" if entry.get("accept") else "order" if entry.get("steps") else "match" if entry.get("pairs") else "")
    options = [option if isinstance(option, dict) else {"text": option} for option in entry.get("options") or ()]
    if not type:
        type = "multiple" if sum(_true(option.get("correct")) for option in options) > 1 else "single"
    ids = "abcdefghijklmnopqrstuvwxyz"
    base = {
        "id": "corpus-" + (path if path == TWIN else "x"), "type": type, "level": "apply", "objective": "corpus-x", "section": "x",
        "vignette": _true(entry.get("vignette")), "ask": Text(**text(entry.get("ask") or "", "blank" if type == "blank" else "ask")), "places": {"": Place(path, 1)},
    }
    why = Text(**_NEUTRAL["why"])
    if type in ("single", "multiple"):
        rows = tuple(Option(id=ids[at], correct=_true(option.get("correct")), why=why, **text(option.get("text") or "")) for at, option in enumerate(options))
        return (Single if type == "single" else Multiple)(**base, options=rows)
    if type == "blank":
        accept = entry.get("accept") or ["x"]
        answers = tuple(map(str, accept if isinstance(accept, list) else [accept]))
        return Blank(**base, accept=Accept(zh=answers, en=answers), explain=why)
    if type == "order":
        steps = [step.get("text", step) if isinstance(step, dict) and "zh" not in step else step for step in entry.get("steps") or ()]
        return Order(**base, steps=tuple(Step(id=ids[at], **text(step)) for at, step in enumerate(steps)), explain=why)
    if type == "match":
        pairs = tuple(Pair(id=ids[at], left=Text(**text(pair["left"])), right=Text(**text(pair["right"]))) for at, pair in enumerate(entry.get("pairs") or ()))
        return Match(**base, pairs=pairs, explain=why)
    raise ValueError(f"no type of question is called '{type}'")


def _twin(twin: Any, language: Language, asked: dict[str, dict[str, Any]]) -> Any:
    """The other question: its id in this corpus, its stem, or the whole of it."""
    entry = asked.get(str(twin), twin) if isinstance(twin, str) else twin[0] if isinstance(twin, list) else twin
    if isinstance(entry, str):
        entry = {"ask": entry}
    # only its stem is compared; options of a twin that has none are neutral
    return _item({"type": "single", "ask": entry.get("ask") or entry.get("text") or "", "options": [{"text": f"{n} {n}", "correct": n == "1"} for n in "123"]}, language, TWIN)


def _pages(page: Any, language: Language, path: str = PAGE) -> tuple[Page, ...]:
    if not page:
        return ()
    if isinstance(page, dict):
        page = page.get("text") or page.get(language) or "\n\n".join(map(str, page.values()))
    text = "\n\n".join(map(str, page)) if isinstance(page, list) else str(page)
    front = FrontMatter(id="corpus", kind="reference", title="语料" if language == "zh" else "Corpus", description="……", reviewed="2026-11-23", places={"": Place(OTHER, 1)})
    return (Page(path=path, uri="reference/corpus", language=language, front=front, **scan(text, path)._asdict()),)


def _true(value: Any) -> bool:
    return value in (True, "true", "yes")


class Row(NamedTuple):
    code: str
    planted: int
    found: int
    false_alarms: int

    @property
    def missed(self) -> int:
        return self.planted - self.found


def rows(verdicts: list[Verdict]) -> list[Row]:
    planted = Counter(code for verdict in verdicts for code in verdict.flaws)
    found = Counter(code for verdict in verdicts for code in verdict.flaws & verdict.found)
    alarms = Counter(code for verdict in verdicts if not verdict.flaws for code in verdict.found)
    codes = sorted(planted.keys() | alarms.keys(), key=lambda code: (list(TABLE).index(code) if code in TABLE else len(TABLE), code))
    return [Row(code, planted[code], found[code], alarms[code]) for code in codes]


def error_alarms(verdicts: list[Verdict]) -> list[Verdict]:
    """Clean items that the build would be stopped for."""
    return [verdict for verdict in verdicts if not verdict.flaws and verdict.errors]


def report(name: str, verdicts: list[Verdict], *, details: bool = True) -> str:
    clean = [verdict for verdict in verdicts if not verdict.flaws]
    lines = [f"{name}: {len(verdicts)} entries, {len(verdicts) - len(clean)} with a flaw, {len(clean)} clean", f"  {'code':6}{'flawed':>8}{'found':>8}{'missed':>8}{'false alarms':>15}"]
    table = rows(verdicts)
    lines += [f"  {row.code:6}{row.planted:8}{row.found:8}{row.missed:8}{row.false_alarms:15}" for row in table]
    planted, found = sum(row.planted for row in table), sum(row.found for row in table)
    share = f"{found / planted:.1%}" if planted else "–"
    lines.append(f"  {'total':6}{planted:8}{found:8}{planted - found:8}{sum(row.false_alarms for row in table):15}")
    lines.append(f"  found {found} of {planted} flaws ({share}); errors (E) raised on {len(error_alarms(verdicts))} of {len(clean)} clean entries, warnings (W) alone on {sum(bool(v.found) and not v.errors for v in clean)}")
    if details:
        lines += [f"    missed {', '.join(sorted(verdict.missed))} in {verdict.id}{f'  ({verdict.note})' if verdict.note else ''}" for verdict in verdicts if verdict.missed]
        lines += [f"    alarm in {verdict.id}: {said}" for verdict in clean for said in verdict.said]
    return "\n".join(lines)


def corpora(pattern: str = "*.yml") -> Iterator[Path]:
    return iter(sorted(CORPUS.glob(pattern)))


def seventy_lessons() -> tuple[float, float]:
    """Seconds that reading and checking take on a made-up course: the lessons of the repository under many ids, the words of each shuffled."""
    import random
    import re
    import shutil
    import tempfile

    random.seed(1)
    work = Path(tempfile.mkdtemp(prefix="fieldbook-accuracy-"))
    try:
        for name in ("pyproject.toml", "company.yml"):
            shutil.copy(ROOT / name, work / name)
        for folder in ("docs", "quizzes"):
            shutil.copytree(ROOT / folder, work / folder)
        lessons = sorted(file.name.removesuffix(".yml") for file in (ROOT / "quizzes/sales-rules").glob("*.yml"))
        for n in range(LESSONS - len(lessons)):
            old, new = lessons[n % len(lessons)], f"made-{n:02}"
            for language in LANGUAGES:
                text = (ROOT / f"docs/sales-rules/{old}.{language}.md").read_text(encoding="utf-8").replace(f"id: {old}", f"id: {new}").replace(f"checklist {old}-", f"checklist {new}-")
                head, body = text.split("\n---\n", 1)
                paragraphs = [_shuffled(line, language, random) if re.match(r"[^\W\d_]|“", line) else line for line in body.split("\n")]
                (work / f"docs/sales-rules/{new}.{language}.md").write_text(head + "\n---\n" + "\n".join(paragraphs), encoding="utf-8")
            bank = (ROOT / f"quizzes/sales-rules/{old}.yml").read_text(encoding="utf-8").replace(old, new)
            (work / f"quizzes/sales-rules/{new}.yml").write_text(bank, encoding="utf-8")
        started = time.perf_counter()
        course, _ = load_course(work)
        read = time.perf_counter() - started
        check(course, TODAY)
        return read, time.perf_counter() - started
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _shuffled(line: str, language: Language, random: Any) -> str:
    words = line.split(" ") if language == "en" else list(line)
    random.shuffle(words)
    return (" " if language == "en" else "").join(words)


def main(arguments: list[str]) -> int:
    if len(arguments) > 1 or (arguments and arguments[0] not in ("golden", "development", "frozen")):
        print("usage: python3 benchmarks/accuracy.py [golden|development|frozen]", file=sys.stderr)
        return 2
    for path in corpora(f"{arguments[0]}-*.yml" if arguments else "*.yml"):
        language, verdicts = judged(path)
        print(report(f"{path.stem} ({language})", verdicts), end="\n\n")
    read, whole = seventy_lessons()
    print(f"a course of {LESSONS} lessons: read in {read:.2f} s, read and checked in {whole:.2f} s (budget 4 s)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
