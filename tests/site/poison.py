"""A course in which every text field holds hostile strings, each string on a page of its own, built without the checks.

What reading or a check would refuse in the text of a page is left out there, and counted. Texts of YAML files all go in:
what is written of them must be harmless by itself.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import markdown
import yaml
from course.checks import headings, links, markers, raw
from course.checks.index import Index
from course.guarding import foreign
from course.loading.files import read_text
from course.loading.page import read_page
from course.loading.signs import UNSEEN
from course.loading.tree import read_tree
from course.models import Course
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parents[2]
A_MODULE = 25
_RULES = (raw.no_raw_html, links.links_of_pages, links.unreadable_links, markers.near_misses, markers.placed, headings.explicit_ids)
_CONTEXTS = {"paragraph": "{}", "behind words": "x {} y", "list": "- {}", "cell": "| a |\n|---|\n| {} |", "quote": "> {}", "block": '<div class="a" markdown="1">\n\n{}\n\n</div>'}
_HOOK = '''
"""Each page gets the company of its number: there is one company.yml, and there are many strings."""
import sys
from mkdocs.plugins import event_priority

def _hook():
    return next(module for name, module in sys.modules.items() if name.endswith("scripts/hook.py"))

def _company(page):
    hook = _hook()
    ours = hook._ours(page)
    if ours is not None:
        hook.now.course = hook.now.course.model_copy(update={"company": hook.now.course.company.model_copy(update=dict.fromkeys(("name", "ask", "response"), ours.front.title))})

@event_priority(200)
def on_page_markdown(markdown, page, config, files):
    _company(page)
    return markdown

@event_priority(200)
def on_page_context(context, page, config, nav):
    _company(page)
    config.extra["fieldbook"]["company"] = _hook().company_name(config.theme["language"])
    return context
'''


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """What stands in several fields is written out in each."""
        return True


def name(number: int) -> str:
    return f"p{number:04}"


def folder_of(number: int) -> str:
    return f"m{number // A_MODULE:02}"


def as_yaml(data: Any) -> str:
    """Every text in double quotes, so that it reaches its field as it is."""
    return yaml.dump(data, Dumper=_Dumper, default_style='"', allow_unicode=True, sort_keys=False, width=10**6)


def bank_of(id: str, text: str) -> str:
    """A bank with a question of each type, a checklist and an objective; each text is `text`, some with a letter before or behind it."""
    both = {"zh": text, "en": text}
    ends = lambda letter: {language: f"{text} {letter}" for language in ("zh", "en")}  # noqa: E731
    begins = lambda letter: {language: f"{letter} {text}" for language in ("zh", "en")}  # noqa: E731
    options = [{"id": "a", "correct": "true", **both, "why": both}, {"id": "b", "correct": "false", **ends("B"), "why": ends("B")}, {"id": "c", "correct": "false", **begins("C"), "why": begins("C")}]
    asked = [
        {"type": "single", "options": options},
        {"type": "multiple", "options": options, "explain": both},
        {"type": "blank", "accept": {"zh": [text, f"x{text}"], "en": [text, f"x{text}"]}, "explain": both},
        {"type": "order", "steps": [{"id": "a", **both}, {"id": "b", **ends("B")}, {"id": "c", **begins("C")}], "explain": both},
        {"type": "match", "pairs": [{"id": "a", "left": both, "right": both}, {"id": "b", "left": ends("B"), "right": begins("B")}], "explain": both},
    ]
    common = {"level": "apply", "objective": f"{id}-o", "section": "how"}
    questions = [{"id": f"{id}-{each['type']}", **each, **common, "ask": ends("____") if each["type"] == "blank" else both} for each in asked]
    checklist = {"id": f"{id}-list", "title": both, "items": [{"id": f"{id}-item", **both}, {"id": f"{id}-other", **begins("x")}]}
    bank = {"page": id, "objectives": [{"id": f"{id}-o", **both}], "questions": questions, "checklists": [checklist]}
    return as_yaml(bank)


class Poisoned:
    """The project in `folder` and what was refused on the way. `build` makes the site."""

    def __init__(self, folder: Path, strings: Sequence[str]) -> None:
        self.folder, self.strings = folder, strings
        self.refused: Counter[str] = Counter()
        self.taken: Counter[str] = Counter()
        folder.mkdir()
        for kept in ("scripts", "overrides", "web/dist"):
            shutil.copytree(ROOT / kept, folder / kept, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", ignore=shutil.ignore_patterns("unfurl"))
        self._configure()
        self._write()

    def build(self, output: Path, site_url: str = "") -> str:
        """What MkDocs said, of both languages."""
        building = []
        for language, config in (("zh", "mkdocs.yml"), ("en", "mkdocs.en.yml")):
            environment = os.environ | {"FIELDBOOK_CHECKED": "yes", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SITE_URL": site_url, "SITE_URL_EN": f"{site_url}en/" if site_url else ""}
            command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config, "-d", str(output / language)]
            building.append(subprocess.Popen(command, cwd=self.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace"))
        said = "".join(process.communicate()[0] for process in building)
        assert not any(process.returncode for process in building), said[-4000:]
        (output / "en").rename(output / "zh" / "en")
        return said

    def _configure(self) -> None:
        text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        text = text[: text.index("\n# The navigation stands once")].replace("  - scripts/hook.py", "  - scripts/hook.py\n  - company_a_page.py")
        (self.folder / "mkdocs.yml").write_text(text, encoding="utf-8")
        shutil.copy(ROOT / "mkdocs.en.yml", self.folder)
        (self.folder / "company_a_page.py").write_text(_HOOK, encoding="utf-8")
        (self.folder / "company.yml").write_text("name: ''\n", encoding="utf-8")

    def _put(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")

    def _page(self, uri: str, front: dict[str, Any], body: str) -> None:
        for language in ("zh", "en"):
            self._put(f"docs/{uri}.{language}.md", f"---\n{as_yaml(front)}---\n\n{body}\n")

    def _write(self) -> None:
        fixed = {"description": "x", "reviewed": "2026-01-01"}
        self._page("index", {"id": "home", "kind": "index", "title": "x", **fixed}, "x")
        for module in dict.fromkeys(folder_of(number) for number in range(len(self.strings))):
            self._page(f"{module}/index", {"id": module, "kind": "index", "title": self.strings[int(module[1:])], **fixed}, "x")
        for marker in ("glossary", "evidence", "sources", "claims", "blueprint"):
            self._page(f"reference/{marker}", {"id": marker, "kind": "reference", "title": marker, **fixed}, f"<!-- {marker} -->")
        for app in ("exam", "review", "progress"):
            self._page(f"practice/{app}", {"id": app, "kind": "practice", "title": app, **fixed}, f"<!-- app {app} -->")
        self._page("reference/analysis", {"id": "analysis", "kind": "practice", "title": "analysis", **fixed}, "<!-- app analysis -->")
        self._page("path", {"id": "path", "kind": "path", "title": "path", **fixed}, "<!-- path -->")
        bodies = Bodies(self.refused, self.taken)
        for number, text in enumerate(self.strings):
            self._lesson(number, text, bodies.of(text))
        every = list(enumerate(self.strings))
        both = lambda text: {"zh": text, "en": text}  # noqa: E731
        lists: dict[str, Any] = {
            "glossary": {"terms": [{"id": f"term-{name(n)}", **both(s), "pinyin": s, "synonyms": both([s, f"{s} x"]), "means": both(s), "not": both(s)} for n, s in every]},
            "references": {"references": [{"key": name(n), "kind": "law" if n % 2 else "study", "authors": both(s), "year": s, "title": both(s), "where": both(s), "says": both(s), "confidence": "M", "article": s} for n, s in every], "hosts": self.strings},
            "inventory": {"items": [{"id": f"s-{name(n)}", "title": both(s), "state": "source" if n % 2 else "dropped", "reason": both(s)} for n, s in every], "claims": [{"id": f"c-{name(n)}", "title": both(s), "frame": both(s)} for n, s in every]},
            "paths": {"paths": [{"id": "path", "steps": [{"when": both(s), "page": name(n), "do": both(s)} if n % 2 else {"when": both(s), "read": both(s), "do": both(s)} for n, s in every]}]},
            "search": {"ignore": both(list(self.strings)), "same": [[s, f"{s} x"] for s in self.strings], "also": [{"page": name(n), **both([s])} for n, s in every]},
        }
        for file, data in lists.items():
            self._put(f"quizzes/{file}.yml", as_yaml(data))
        self._put("quizzes/ids.txt", "")

    def _lesson(self, number: int, text: str, body: str) -> None:
        id = name(number)
        both = {"zh": text, "en": text}
        self._put(f"quizzes/{folder_of(number)}/{id}.yml", bank_of(id, text))
        self._put(f"docs/{folder_of(number)}/pic-{id}.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="1">{{one}}</text></svg>')
        self._put(f"docs/{folder_of(number)}/pic-{id}.yml", as_yaml({"title": both, "alt": both, "words": {"one": both}}))
        front = {"id": id, "kind": "lesson", "title": f"{text} q{id}", "description": text, "minutes": "5", "sources": [f"s-{id}"] if number % 2 else [], "reviewed": "2026-01-01"}
        marks = f"<!-- picture pic-{id} -->\n\n[x](term-{id}) [y](ref-{id})\n\n<!-- ask -->\n\n<!-- response -->\n\n## 清单 {{ #practice }}\n\n<!-- checklist {id}-list -->\n\n## 自测 {{ #check }}\n\n<!-- quiz -->"
        self._page(f"{folder_of(number)}/{id}", front, f"x\n\n## x {{ #how }}\n\n{marks}\n\n## y {{ #body }}\n\n{body}")


class Bodies:
    """The text of pages: what a rule or the last look would refuse stays out. Each string in several contexts."""

    def __init__(self, refused: Counter[str], taken: Counter[str]) -> None:
        self.refused, self.taken = refused, taken
        self.config = load_config(str(ROOT / "mkdocs.yml"), site_dir="nowhere")

    def of(self, text: str) -> str:
        kept = ""
        for context, words in _CONTEXTS.items():
            tried = f"{kept}\n\n{words.format(text) if '{}' in words else text}".strip("\n")
            why = self._why_not(tried)
            if why:
                self.refused[f"{context}: {why}"] += 1
            else:
                kept = tried
                self.taken[context] += 1
        return kept

    def _why_not(self, body: str) -> str:
        page, problems = read_page(f"---\nid: x\nkind: reference\ntitle: x\ndescription: x\nreviewed: 2026-01-01\n---\n\n{body}\n", "docs/x.zh.md", "x", "zh")
        if page is None or problems:
            return "reading"
        index = Index(Course.model_construct(version="1", pages=(page,)))
        if any(problem.severity == "error" for rule in _RULES for problem in rule(index)):
            return "check"
        html = markdown.Markdown(extensions=self.config.markdown_extensions, extension_configs=self.config.mdx_configs).convert(body)
        return "last look" if any(foreign(html)) else ""


def may_stand_in_files(text: str) -> bool:
    """Others are refused when a file is read, as they are and as an escape in YAML (`test_what_is_refused_is_counted`)."""
    return not UNSEEN.search(text)


def refused_when_read(folder: Path, text: str) -> bool:
    """In a page, and in a field of YAML, as it is and with escapes."""
    (folder / "x.md").write_text(text, encoding="utf-8", newline="")
    fields = (yaml.safe_dump({"zh": text}, default_style='"', allow_unicode=unicode, width=10**6) for unicode in (True, False))
    return read_text(folder, "x.md")[0] is None and all(read_tree(field, "x.yml")[1] for field in fields)


GATE = re.compile(r"ERROR.*a page may not hold.*")
