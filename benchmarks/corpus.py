#!/usr/bin/env python3
"""Makes a course of any size, to measure builds with: .venv/bin/python benchmarks/corpus.py FILES FOLDER

Writes three projects with the same pages below FOLDER, which must not exist: `plain` and `stock` for Material as it comes, without and with
questions (in mkdocs-quiz's own Markdown), and `ours`, a copy of this project with the banks, that its `check` passes without an error. FILES
are lessons, half of them in each language; a home page, an index of every 25 lessons and two lists are added to them.

Deterministic: words are drawn with the page's name as seed, and a larger course begins with the smaller one. The words mean nothing, but
are as many, and stand in as many headings, tables, lists, links and questions, as on a real page. Reads this project, writes below FOLDER only.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
KINDS = ("plain", "stock", "ours")
LANGUAGES = ("zh", "en")
IN_A_MODULE = 25
COPIED = ("scripts", "overrides", "web/dist", "docs/assets", "locks", "quizzes/glossary.yml", "quizzes/references.yml", "company.yml", "pyproject.toml", "mkdocs.en.yml")

# two characters each; none of them a word that a rule about questions looks for
ZH = """客户 采购 合同 报价 交期 样品 仓库 排产 设备 车间 经理 主管 同事 工程 水泵 阀门 轴承 电机 油封 铸件 图纸 标准 检验 批次 记录 表格 电话 邮件
会议 纪要 计划 目标 预算 成本 毛利 账期 发票 付款 回款 运输 装卸 包装 标签 编号 价格 折扣 订单 库存 补货 备件 维修 保养 巡检 停机 故障 原因 措施 改进
复核 确认 答复 承诺 提醒 拜访 走访 询问 记下 转告 安排 协调 跟进 登记 汇总 整理 核对 测量 比较 选择 说明 解释 演示 培训 练习 试用 安装 调试 验收 签字
盖章 归档 查询 打印 发送 接收 退回 更换 调整 推迟 提前 暂停 恢复 上午 下午 周一 周三 周五 月底 季度 年度 现场 门口 办公 电梯 食堂 宿舍 班车 夜班 早班
新人 师傅 班长 科长 厂长 会计 司机 门卫 用户 对手 伙伴 渠道 市场 区域 行业 城市 省份 港口 码头 机场 高速 铁路 河流 天气 温度 压力 流量 电流 噪声""".split()
EN = """customer buyer contract quote delivery sample warehouse planning machine workshop manager colleague engineer pump valve bearing motor gasket casting
drawing standard inspection batch record form telephone letter meeting minutes target budget cost margin invoice payment transport loading packaging label number price
discount order stock spare repair service visit fault cause measure change review answer promise reminder question note schedule follow register summary compare choose
explain show train practise install adjust accept sign stamp archive search print send receive return replace delay pause resume morning afternoon Monday Wednesday Friday
month quarter year site gate office lift canteen hostel shuttle night shift newcomer master foreman clerk driver guard user rival partner channel market region industry
city province harbour quay airport motorway railway river weather heat pressure flow current noise before after during beside under behind between against through towards
asks brings carries counts draws finds gives holds keeps leads makes names opens pays reads sells takes turns weighs writes early late short long small large quiet busy""".split()
RARE = 1200
"""Words made of two of these: a real course has thousands of words, most of them rare, and what compares or indexes texts lives on that."""
SECTIONS = {
    "source": ("来源要点", "What the source says"), "why": ("为什么", "Why it works"), "how": ("怎么做", "How to do it"), "example": ("案例", "Example"),
    "limits": ("边界", "Limits"), "practice": ("练习", "Practice"), "check": ("自测", "Check"), "next": ("延伸", "Next"),
}


def _made(words: list[str]) -> list[str]:
    """Chinese: one character of each, so that all have two; English: a compound."""
    drawn = random.Random("rare")
    pairs = [drawn.sample(words, 2) for _ in range(RARE)]
    return list(dict.fromkeys(one[0] + two[-1] if len(one) == 2 else one.lower() + two.lower() for one, two in pairs))


VOCABULARY = {"zh": (ZH, _made(ZH)), "en": (EN, _made(EN))}


class Words:
    """Draws words, and sentences of them, in one language; the same for the same seed."""

    def __init__(self, seed: str, language: str) -> None:
        self._random = random.Random(f"{seed}.{language}")
        self._english = language == "en"
        self._often, self._rarely = VOCABULARY[language]

    def some(self, count: int) -> list[str]:
        rare = count // 3
        words = [*self._random.sample(self._often, count - rare), *self._random.sample(self._rarely, rare)]
        self._random.shuffle(words)
        return words

    def phrase(self, count: int = 5) -> str:
        """As long as any other phrase of so many words: in a question no option stands out."""
        said = self._joined(self.some(count))
        return said[0].upper() + said[1:]

    def sentence(self, end: str = "") -> str:
        comma = ", " if self._english else "，"
        parts = [self._joined(self.some(self._random.randint(6, 9))) for _ in range(2)]
        said = comma.join(parts)
        return said[0].upper() + said[1:] + (end or ("." if self._english else "。"))

    def paragraph(self, sentences: int) -> str:
        return ("" if not self._english else " ").join(self.sentence() for _ in range(sentences))

    def _joined(self, words: list[str]) -> str:
        return (" " if self._english else "").join(words)


class Lesson:
    """One lesson: the same skeleton in both languages and all three projects."""

    def __init__(self, number: int, count: int, lists: dict) -> None:
        self.number = number
        self.module, self.id, self.uri = _names(number)
        near = [number + step for step in (1, -1, IN_A_MODULE) if 0 <= number + step < count and number + step != number]
        self.near = [_names(other) for other in near]
        drawn = random.Random(self.id)
        self.terms = drawn.sample(lists["terms"], 3)
        self.reference = drawn.choice(lists["references"])
        self.ids = [f"{self.id}-{name}" for name in ("single", "multiple", "blank", "order", "match")]

    def markdown(self, language: str, kind: str) -> str:
        say, ours = Words(self.id, language), kind == "ours"
        stop = "." if language == "en" else "。"
        space = " " if language == "en" else ""
        terms = [f"[{term[language]}]({term['id'] if ours else '../reference/glossary.md#' + term['id']})" for term in self.terms]
        study = f"[{say.phrase(2)}]({'ref-' + self.reference['key'] if ours else '../reference/evidence.md#ref-' + self.reference['key']})"
        head = {"title": say.phrase(4)} if not ours else {"id": self.id, "kind": "lesson", "title": say.phrase(4), "description": say.sentence(), "minutes": 7, "sources": [f"src-{self.id}"], "claims": [], "reviewed": "2026-11-20"}
        parts = [_front(head) + ("" if ours else f"\n\n# {head['title']}"), say.paragraph(2)]

        def section(id: str) -> None:
            parts.append(f"## {SECTIONS[id][language == 'en']} {{ #{id} }}")

        section("source")
        parts.append(f"{say.sentence()}{space}{terms[0]}{space}{say.sentence()}")
        section("why")
        parts.append(f"{say.paragraph(4)}{space}{terms[1]}{space}{study}{stop}")
        parts.append(say.paragraph(4))
        section("how")
        parts.append("\n".join(f"{step}. **{say.phrase(2)}{stop}**{space}{say.paragraph(1)}" for step in range(1, 8)))
        rows = [[say.phrase(3) for _ in range(3)] for _ in range(6)]
        parts.append("\n".join("| " + " | ".join(row) + " |" for row in [rows[0], ["---"] * 3, *rows[1:]]))
        section("example")
        parts.extend(say.paragraph(4) for _ in range(2))
        section("limits")
        parts.append(f"{say.paragraph(2)}{space}{terms[2]}{stop}\n{{: .note }}")
        parts.append(say.paragraph(2))
        section("practice")
        parts.append(say.paragraph(2))
        items = [say.phrase(5) for _ in range(4)]
        parts.append(f"<!-- checklist {self.id}-list -->" if ours else "\n".join(f"- {item}" for item in items))
        section("check")
        if ours:
            parts.append("<!-- quiz -->")
        elif kind == "stock":
            parts.extend(_quiz(question, language) for question in self.questions())
        section("next")
        parts.append("\n".join(f"- [{say.phrase(3)}]({_from(self.uri, uri)}.md)" for _, _, uri in self.near))
        return "\n\n".join(parts) + "\n"

    def questions(self) -> list[dict]:
        """One of each of our types, with the words of both languages."""
        say = {language: Words(f"{self.id}.bank", language) for language in LANGUAGES}

        def both(kind: str, count: int = 5) -> dict[str, str]:
            end = {"zh": "？", "en": "?"}
            return {language: said.phrase(count) if kind == "phrase" else said.sentence(end[language] if kind == "ask" else "") for language, said in say.items()}

        def options(keys: str) -> list[dict]:
            return [{"id": id, **({"correct": True} if id in keys else {}), **both("phrase", 6), "why": both("sentence")} for id in "abcd"]

        single, multiple, blank, order, match = self.ids
        asked, known = ({"objective": f"{self.id}-{name}"} for name in ("do", "know"))
        gap = both("ask")
        first = {language: said.phrase(1) for language, said in say.items()}
        return [
            {"id": single, "type": "single", "level": "apply", **asked, "section": "how", "ask": both("ask"), "options": options("abcd"[self.number % 4])},
            {"id": multiple, "type": "multiple", "level": "analyse", **asked, "section": "example", "ask": both("ask"), "options": options("abcd"[self.number % 3 :][:2])},
            {"id": blank, "type": "blank", "level": "remember", **known, "section": "why", "ask": {"zh": f"____{gap['zh']}", "en": f"The ____ {gap['en']}"}, "accept": {language: [word] for language, word in first.items()}, "explain": both("sentence")},
            {"id": order, "type": "order", "level": "apply", **asked, "section": "how", "ask": both("ask"), "steps": [{"id": f"s{at}", **both("phrase", 3)} for at in range(4)], "explain": both("sentence")},
            {"id": match, "type": "match", "level": "understand", **known, "section": "limits", "ask": both("ask"), "pairs": [{"id": f"p{at}", "left": both("phrase", 3), "right": both("phrase", 3)} for at in range(3)], "explain": both("sentence")},
        ]

    def bank(self) -> dict:
        say = {language: Words(f"{self.id}.more", language) for language in LANGUAGES}

        def both() -> dict[str, str]:
            return {language: said.phrase(5) for language, said in say.items()}

        items = [{"id": f"{self.id}-list-{at}", **both()} for at in range(4)]
        return {
            "page": self.id,
            "objectives": [{"id": f"{self.id}-{name}", **both()} for name in ("do", "know")],
            "questions": self.questions(),
            "checklists": [{"id": f"{self.id}-list", "title": both(), "items": items}],
        }


def _names(number: int) -> tuple[str, str, str]:
    """Module, id and uri of the lesson with this number."""
    module, at = divmod(number, IN_A_MODULE)
    name = f"module-{module:02}"
    return name, f"lesson-{number:04}", f"{name}/lesson-{number:04}"


def _from(here: str, there: str) -> str:
    return os.path.relpath(there, os.path.dirname(here) or ".")


def _front(fields: dict) -> str:
    return "---\n" + "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value}" for name, value in fields.items()) + "\n---"


def _quiz(question: dict, language: str) -> str:
    """In mkdocs-quiz's own syntax. It has no order and no match: their steps and pairs stand as options of a choice."""
    lines = ["<quiz>"]
    if question["type"] == "blank":
        lines += [question["ask"][language].replace("____", f"[[{question['accept'][language][0]}]]"), "", "---", question["explain"][language]]
    else:
        lines.append(question["ask"][language])
        for at, option in enumerate(question.get("options") or question.get("steps") or question["pairs"]):
            words = option[language] if language in option else f"{option['left'][language]} – {option['right'][language]}"
            right = option.get("correct") if "options" in question else at == 0 or question["type"] == "match"
            lines.append(f"- [{'x' if right else ' '}] {words}")
            if "why" in option:
                lines.append(f"> {option['why'][language]}")
        if "explain" in question:
            lines += ["", question["explain"][language]]
    return "\n".join([*lines, "</quiz>"])


def write(files: int, folder: Path) -> None:
    """The three projects with `files` lessons in `folder`."""
    lists = {
        "terms": yaml.safe_load((ROOT / "quizzes/glossary.yml").read_text(encoding="utf-8"))["terms"],
        "references": yaml.safe_load((ROOT / "quizzes/references.yml").read_text(encoding="utf-8"))["references"],
    }
    count = files // len(LANGUAGES)
    lessons = [Lesson(number, count, lists) for number in range(count)]
    modules: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        modules.setdefault(lesson.module, []).append(lesson)
    nav: list = ["index.md"]
    nav += [{module: [f"{module}/index.md", *(f"{lesson.uri}.md" for lesson in inside)]} for module, inside in modules.items()]
    nav.append({"reference": ["reference/glossary.md", "reference/evidence.md"]})
    for kind in KINDS:
        project = folder / kind
        _write_settings(kind, project, nav)
        for language in LANGUAGES:
            pages = {lesson.uri: lesson.markdown(language, kind) for lesson in lessons}
            pages |= dict(_other_pages(modules, lists, language, kind))
            for uri, text in pages.items():
                # ours keeps the languages side by side, Material has a project for each
                _write(project / (f"docs/{uri}.{language}.md" if kind == "ours" else f"{language}/docs/{uri}.md"), text)
    ours = folder / "ours"
    for lesson in lessons:
        _write(ours / f"quizzes/{lesson.uri}.yml", _yaml(lesson.bank()))
    items = [{"id": f"src-{lesson.id}", "title": {language: Words(f"{lesson.id}.source", language).phrase(3) for language in LANGUAGES}, "state": "source", "pages": [lesson.id]} for lesson in lessons]
    _write(ours / "quizzes/inventory.yml", _yaml({"items": items, "claims": []}))
    _write(ours / "quizzes/ids.txt", "")
    subprocess.run([sys.executable, "scripts/build.py", "ids"], cwd=ours, check=True, capture_output=True)


def _other_pages(modules: dict[str, list[Lesson]], lists: dict, language: str, kind: str) -> Iterator[tuple[str, str]]:
    def page(uri: str, id: str, of: str, body: str) -> tuple[str, str]:
        say, ours = Words(id, language), kind == "ours"
        title = say.phrase(3)
        head = {"id": id, "kind": of, "title": title, "description": say.sentence(), "reviewed": "2026-11-20"} if ours else {"title": title}
        return uri, "\n\n".join([_front(head) + ("" if ours else f"\n\n# {title}"), say.paragraph(2), body]) + "\n"

    def listed(links: list[tuple[str, str]]) -> str:
        return "## " + SECTIONS["how"][language == "en"] + " { #pages }\n\n" + "\n".join(f"- [{Words(id, language).phrase(4)}]({target}.md)" for id, target in links)

    yield page("index", "home", "index", listed([(module, f"{module}/index") for module in modules]))
    for module, inside in modules.items():
        yield page(f"{module}/index", module, "index", listed([(lesson.id, lesson.id) for lesson in inside]))
    glossary = "\n\n".join(f"### {term[language]} {{ #{term['id']} }}\n\n{term['means'][language]}" for term in lists["terms"])
    evidence = "\n\n".join(f"**{_said(entry['title'], language)}**\n{{: #ref-{entry['key']} }}\n\n{entry['says'][language]}" for entry in lists["references"])
    yield page("reference/glossary", "reference-glossary", "reference", "<!-- glossary -->" if kind == "ours" else glossary)
    yield page("reference/evidence", "reference-evidence", "reference", "<!-- evidence -->" if kind == "ours" else evidence)


def _said(text: dict | str, language: str) -> str:
    return text[language] if isinstance(text, dict) else text


def _write_settings(kind: str, project: Path, nav: list) -> None:
    if kind == "ours":
        for name in COPIED:
            source, target = ROOT / name, project / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "readme", "unfurl")) if source.is_dir() else shutil.copy(source, target)
        os.symlink(ROOT / ".venv", project / ".venv", target_is_directory=True)
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
        _write(project / "mkdocs.yml", f"{settings}\n{_yaml({'nav': nav})}")
        return
    for language in LANGUAGES:
        settings = {
            "site_name": "Corpus",
            "theme": {"name": "material", "language": language, "font": False, "features": ["navigation.prune"]},
            "plugins": ["search", "mkdocs_quiz"] if kind == "stock" else [],
            # the extensions of ours
            "markdown_extensions": ["attr_list", "md_in_html", "sane_lists", "tables", {"toc": {"permalink": True}}, "pymdownx.superfences"],
            "nav": nav,
        }
        _write(project / language / "mkdocs.yml", _yaml(settings))


def _yaml(data: dict) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def main() -> int:
    if len(sys.argv) != 3 or not sys.argv[1].isdigit() or int(sys.argv[1]) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[2])
    if folder.exists():
        print(f"{folder} exists already; nothing was written. Name a new folder.", file=sys.stderr)
        return 2
    write(int(sys.argv[1]), folder)
    print(f"{sys.argv[1]} lessons in {', '.join(str(folder / kind) for kind in KINDS)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
