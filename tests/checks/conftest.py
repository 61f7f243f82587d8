"""A small valid course in a folder of its own, for tests to spoil one thing at a time; and single questions in memory."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from course.checks import check
from course.checks.ids import present_ids
from course.loading import load_course
from course.models import Course, Item, Multiple, Option, Place, Single, Text
from course.problems import Problem

TODAY = date(2026, 12, 1)

ZH = "docs/quality/method-01.zh.md"
EN = "docs/quality/method-01.en.md"
BANK = "quizzes/quality/method-01.yml"
GLOSSARY = "quizzes/glossary.yml"
LEDGER = "quizzes/ids.txt"

_PROSE_ZH = "你照客户的安排办事，先问清由谁确认，再说几点答复。" * 45
_PROSE_EN = " ".join(["You plan by what the customer needs, ask who confirms it, and say when you will answer."] * 36)

_LESSON = """\
---
id: method-01
kind: lesson
title: {title}
description: {description}
minutes: 7
sources: [qm-01]
claims: [r-01]
reviewed: 2026-11-23
---

{opening}

## {source} {{ #source .from-source }}

{about}[{term}](term-key-account){and_}[{study}](ref-smith-2020){stop}

## {why} {{ #why }}

{prose}

## {how} {{ #how }}

| {what} | {when} |
|---|---|
| {what} | {when} |

## {example} {{ #example }}

{see}[{module}](index.md){stop}

## {limits} {{ #limits }}

{limit}
{{: .note data-claim="r-01" }}

## {practice} {{ #practice }}

<!-- checklist method-01-before-calling -->

## {check} {{ #check }}

<!-- quiz -->

## {next} {{ #next }}

- [{limits}](#limits)
"""

_WORDS_ZH = {
    "title": "方法1：先问再答",
    "description": "学会先问清谁确认，再答复客户。",
    "opening": "电话里问能不能到货。先问清谁确认，再说几点答复。",
    "source": "来源要点", "why": "为什么", "how": "怎么做", "example": "案例", "limits": "边界", "practice": "练习", "check": "自测", "next": "延伸",
    "about": "来源讲了", "term": "大客户", "and_": "，也提到", "study": "一份研究", "stop": "。",
    "prose": _PROSE_ZH, "what": "事情", "when": "几点", "see": "参见", "module": "本模块", "limit": "没有人确认的事，不要先答应。",
}
_WORDS_EN = {
    "title": "Method 1, ask before you answer",
    "description": "Ask who confirms before you answer a customer.",
    "opening": "The phone rings about a delivery. Ask who confirms it, then say when you will answer.",
    "source": "What the source says", "why": "Why it works", "how": "How to do it", "example": "Example", "limits": "Limits", "practice": "Practice", "check": "Check", "next": "Next",
    "about": "The source speaks of a ", "term": "key account", "and_": " and cites ", "study": "a study", "stop": ".",
    "prose": _PROSE_EN, "what": "Matter", "when": "When", "see": "See ", "module": "this module", "limit": "What nobody has confirmed is not yours to promise.",
}

_PAGE = """\
---
id: {id}
kind: {kind}
title: {title}
description: {description}
reviewed: 2026-11-23
---

{body}
"""

_BANK = """\
page: method-01
objectives:
  - id: method-01-ask
    zh: 能先问清由谁确认
    en: Ask first who confirms
  - id: method-01-answer
    zh: 能说出几点答复
    en: Say when you will answer
questions:
  - id: method-01-friday
    type: single
    level: apply
    objective: method-01-ask
    section: how
    ask:
      zh: 客户问周五能否到货，排产下午才定。你怎么答？
      en: The buyer asks for Friday, and planning decides this afternoon. What do you say?
    options:
      - id: a
        zh: “行，周五给您送到。”
        en: “Yes, Friday it is.”
        why:
          zh: 排产没有定，到货日期轮不到你说了算，落空时要道歉。
          en: Planning has not decided, so the date is not yours to give away to anybody.
      - id: b
        correct: true
        zh: “我问排产，五点回您。”
        en: “Planning decides, I’ll call.”
        why:
          zh: 由谁确认、几点答复都说到了，这两样你自己守得住。
          en: It says who confirms it and when you will be back with an answer.
      - id: c
        zh: “您直接去问生产部吧。”
        en: “Please ask the workshop.”
        why:
          zh: 客户被推了出去，没有人答应给他回话，他只好再找别人。
          en: The customer is sent away, and nobody has promised to call him back today.
  - id: method-01-whom
    type: single
    level: understand
    objective: method-01-ask
    section: how
    ask:
      zh: 客户想多要十天账期，你先去找哪一位？
      en: The customer wants ten more days to pay. Whom do you ask first?
    options:
      - id: a
        correct: true
        zh: 销售经理
        en: The sales manager
        why:
          zh: 账期归经理批，先问到他本人，再给客户一个准确的说法。
          en: Terms are for the manager to approve, so ask that person before you answer.
      - id: b
        zh: 仓库主管
        en: The storekeeper
        why:
          zh: 仓库管的是有没有货，付款的时间不归他定，问了也没有用。
          en: The store knows what is in stock, but has no say in when people pay.
      - id: c
        zh: 客户会计
        en: The accountant
        why:
          zh: 会计按合同付款，能不能多给几天，要看我们这边谁批。
          en: The accountant pays by the contract; who may change it sits on our side.
  - id: method-01-lines
    type: multiple
    level: analyse
    objective: method-01-answer
    section: how
    ask:
      zh: 哪两条记录让接手的人能准点回话？
      en: Which two notes let a colleague answer on time?
    options:
      - id: a
        correct: true
        zh: 问仓库，五点回科长
        en: Ask store, reply by five
        why:
          zh: 向谁问、回给谁、几点回，三样都写在上面，换人也接得住。
          en: Whom to ask, whom to answer and by when are all on the paper.
      - id: b
        correct: true
        zh: 经理批，周四回采购
        en: Manager approves, reply Thursday
        why:
          zh: 批的人、等答复的人和时间都有，接手的人不用再去打听。
          en: The person who approves, the person who waits and the time are there.
      - id: c
        zh: 客户催过，尽快处理
        en: Customer chasing, handle soon
        why:
          zh: 尽快不是时间，也看不出该问谁，接手的人只能从头打听。
          en: Soon is no time, and nothing says whom to ask about it first.
  - id: method-01-first
    type: blank
    level: remember
    objective: method-01-answer
    section: how
    ask:
      zh: 日期没定的时候，先答应____的时间。
      en: While the date is open, promise the time of your ____ first.
    accept:
      zh: [答复, 回话]
      en: [answer, reply]
    explain:
      zh: 几点答复由你自己决定，说出口就守得住，客户也知道等到几点。
      en: The time of your answer is yours to decide, so you can keep it.
  - id: method-01-order
    type: order
    level: apply
    objective: method-01-answer
    section: how
    ask:
      zh: 接到加急电话后，按先后排好这三步。
      en: An urgent call comes in. Put the three steps in order.
    steps:
      - id: repeat
        zh: 复述要求
        en: Repeat the request
      - id: time
        zh: 说出几点答复
        en: Say when you answer
      - id: ask
        zh: 找排产确认
        en: Ask planning
    explain:
      zh: 先让客户知道几点有答复，再去内部确认，等待才有尽头。
      en: Tell the customer when the answer comes, and only then go and ask inside.
  - id: method-01-who
    type: match
    level: understand
    objective: method-01-ask
    section: limits
    ask:
      zh: 这三件事分别由谁来决定？
      en: Who decides these three things?
    pairs:
      - id: date
        left:
          zh: 到货日期
          en: Delivery date
        right:
          zh: 排产
          en: Planning
      - id: answer
        left:
          zh: 答复时间
          en: Time of the answer
        right:
          zh: 你自己
          en: You
      - id: roster
        left:
          zh: 加班
          en: Overtime
        right:
          zh: 排产
          en: Planning
    explain:
      zh: 只有几点答复由你自己决定，其余的都要说清是谁来确认。
      en: Only the time of the answer is yours; for the rest, name who confirms.
checklists:
  - id: method-01-before-calling
    title:
      zh: 打电话之前
      en: Before I call
    items:
      - id: method-01-before-calling-owner
        zh: 说得出由谁确认
        en: I can say who confirms
"""

_GLOSSARY = """\
terms:
  - id: term-key-account
    zh: 大客户
    en: key account
    pinyin: dà kè hù
    means:
      zh: 由专人负责的重要客户
      en: An important customer with a person of its own
"""
_REFERENCES = """\
references:
  - key: smith-2020
    kind: study
    authors: Smith, J.
    year: 2020
    title: On answering
    says:
      zh: 先问再答的一项小型研究
      en: A small study of asking first
    confidence: M
hosts:
  - www.iso.org
"""
_INVENTORY = """\
items:
  - id: qm-01
    title:
      zh: 方法1
      en: Method 1
    state: source
    pages: [method-01]
claims:
  - id: r-01
    title:
      zh: 有问必答
      en: Always have an answer
    frame:
      zh: 先问再答
      en: Ask first
    pages: [method-01]
  - id: r-02
    title:
      zh: 随叫随到
      en: Always on call
    frame:
      zh: 工作时间以内
      en: Within working hours
"""


@dataclass
class Site:
    """A course on disk. `lines(code)` is what an author would see: place, message and hint."""

    root: Path

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Spoil one thing; what is to be spoilt must be there exactly once."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def edit_both(self, old: str, new: str) -> None:
        """The same edit in both languages of the lesson."""
        self.edit(ZH, old, new)
        self.edit(EN, old, new)

    def add(self, path: str, text: str) -> int:
        """Append to a file; the number of the first new line."""
        before = self.read(path)
        self.write(path, f"{before}\n{text}\n")
        return before.count("\n") + 2

    def add_both(self, text: str) -> int:
        self.add(EN, text)
        return self.add(ZH, text)

    def delete(self, path: str) -> None:
        (self.root / path).unlink()

    def load(self) -> Course:
        course, problems = load_course(self.root)
        assert problems == [], "the course of this test cannot be read"
        return course

    def problems(self, code: str = "", today: date = TODAY) -> list[Problem]:
        return [problem for problem in check(self.load(), today) if code in ("", problem.code)]

    def lines(self, code: str = "", today: date = TODAY) -> list[str]:
        return [f"{p.path}:{p.line}:{p.column} {p.message} | {p.hint}" for p in self.problems(code, today)]

    def messages(self, code: str, today: date = TODAY) -> list[str]:
        return [problem.message for problem in self.problems(code, today)]

    def publish(self, *lines: str) -> None:
        """Lines that the ledger has since an earlier release."""
        self.write(LEDGER, "\n".join(sorted([*self.read(LEDGER).splitlines(), *lines])) + "\n")

    def enter_ids(self) -> None:
        """What the `ids` verb does."""
        found = present_ids(self.load())
        self.write(LEDGER, "".join(sorted(f"{id} {kind}\n" for id, (kind, _) in found.items())))


_WRITTEN: dict[str, str] = {}
"""Once a process: mutation testing starts a session a mutant in copies of one process."""


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of the small course by path: one lesson with its bank, the index of its module, the lists of the reference."""
    if _WRITTEN:
        return _WRITTEN
    made = Site(tmp_path_factory.mktemp("course"))
    made.write("pyproject.toml", '[project]\nname = "course"\nversion = "1.0.0"\n')
    made.write(ZH, _LESSON.format(**_WORDS_ZH))
    made.write(EN, _LESSON.format(**_WORDS_EN))
    pages = {
        "quality/index": ("quality", "index", ("品质", "本模块讲品质。"), ("Quality", "A module on quality."), "## {0} {{ #pages }}\n\n- [1](method-01.md)"),
        "reference/glossary": ("reference-glossary", "reference", ("词汇", "本站的用语。"), ("Glossary", "Terms of this site."), "<!-- glossary -->"),
        "reference/evidence": ("reference-evidence", "reference", ("依据", "本站引用的研究。"), ("Evidence", "Studies that are cited."), "<!-- evidence -->"),
    }
    for uri, (id, kind, zh, en, body) in pages.items():
        for language, (title, description) in (("zh", zh), ("en", en)):
            made.write(f"docs/{uri}.{language}.md", _PAGE.format(id=id, kind=kind, title=title, description=description, body=body.format(title)))
    made.write(BANK, _BANK)
    made.write(GLOSSARY, _GLOSSARY)
    made.write("quizzes/references.yml", _REFERENCES)
    made.write("quizzes/inventory.yml", _INVENTORY)
    made.write("company.yml", 'name: ""\n')
    made.write(LEDGER, "")
    made.enter_ids()
    _WRITTEN.update({file.relative_to(made.root).as_posix(): file.read_text(encoding="utf-8") for file in made.root.rglob("*") if file.is_file()})
    return _WRITTEN


@pytest.fixture
def site(tmp_path: Path, written: dict[str, str]) -> Site:
    """A copy of the small course, for a test to spoil."""
    made = Site(tmp_path)
    for path, text in written.items():
        made.write(path, text)
    return made


def item(ask: tuple[str, str] = ("客户在电话里问周五能否到货，你怎么答？", "A buyer asks on the phone for Friday. What do you say?"), zh: tuple[str, ...] = (), en: tuple[str, ...] = (), keys: tuple[int, ...] = (0,), why: tuple[str, str] = ("这一句说到了由谁确认和几点答复，两样都守得住。", "It says who confirms and when you will be back with your answer."), allow: dict[str, str] | None = None) -> Item:
    """A choice question in memory: options per language (the other language gets plain ones), and which are right."""
    count = max(len(zh), len(en), 3 if not (zh or en) else 0)
    zh = zh or ("先问仓库", "请他等等", "答应下来", "转给经理", "写进表里")[:count]
    en = en or ("Ask the store", "Make him wait", "Say yes now", "Call the boss", "Note it down")[:count]
    options = tuple(Option(id="abcdef"[n], correct=n in keys, zh=zh[n], en=en[n], why=Text(zh=why[0], en=why[1], places=_at(20 + n)), places=_at(10 + n)) for n in range(count))
    kind = Single if len(keys) == 1 else Multiple
    places = {"options": Place(BANK, 2), "allow": Place(BANK, 3), "": Place(BANK, 9)}
    return kind(id="method-01-x", type="single" if kind is Single else "multiple", level="apply", objective="method-01-ask", section="how", ask=Text(zh=ask[0], en=ask[1], places=_at(1)), options=options, allow=allow or {}, places=places)


def _at(line: int) -> dict[str, Place]:
    """A line a text (1 'ask', 10… options, 20… their 'why'), a column a language."""
    return {"zh": Place(BANK, line, 1), "en": Place(BANK, line, 2)}


def stands_right(problem: Problem) -> bool:
    """Whether a finding about an `item()` points at the text of which it speaks, and says what to do."""
    language = re.search(r"(Chinese|English)(?:, question|\))", problem.message)
    option = re.search(r"('why' of )?\boption ([a-f])\b", problem.message)
    column = {"Chinese": 1, "English": 2}[language[1]] if language else problem.column
    line = (20 if option[1] else 10) + "abcdef".index(option[2]) if option else problem.line
    return bool(problem.hint) and (problem.path, problem.line, problem.column) == (BANK, line, column)
