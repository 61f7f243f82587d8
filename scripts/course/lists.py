"""The glossary, the list of evidence and what `check` wants, as Markdown for their pages.

Model + language → Markdown, like `rendering.py`, but for lists that are not questions. Knows no file.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata

from .codes import FAMILIES, TABLE, Row
from .models import Bank, Course, Language, LearningPath, Page, PathStep, Reference, Term
from .rendering import inline, quiz
from .scanning import scan
from .words import word

_DOI = "https://doi.org/"
_HAN = re.compile(r"[\u3400-\u9fff]")


def glossary_markdown(course: Course, language: Language) -> str:
    """One heading a term, in the order of the alphabet (Chinese: of the pinyin)."""
    return "\n\n".join(_term(term, language) for term in sorted(course.terms, key=lambda term: _order(term, language)))


def evidence_markdown(course: Course, language: Language) -> str:
    """The references that pages cite so far, studies and books by author, then laws, each with what it supports and where it is cited."""
    cited: dict[str, list[Page]] = {}
    for page in course.in_language(language):
        bank = course.bank(page.id)
        targets = {link.target for link in page.links} | set(_bank_targets(bank, language) if bank else ())
        for target in targets:
            if target.startswith("ref-"):
                cited.setdefault(target.removeprefix("ref-"), []).append(page)
    found = [(reference, cited[reference.key]) for reference in course.references if reference.key in cited]
    found.sort(key=lambda row: (row[0].kind == "law", row[0].text("authors", language).casefold(), row[0].year or ""))
    return "\n\n".join(_reference(reference, pages, language) for reference, pages in found)


def codes_markdown(language: Language) -> str:
    """What `check` wants: one list a family of codes, each entry with its level, what is wrong and how to mend it."""
    parts = []
    for letter, en, zh in FAMILIES:
        rows = [_code(row, language) for row in TABLE.values() if row.code.startswith(letter)]
        parts.append(f"**{zh if language == 'zh' else en[0].upper() + en[1:]}**\n\n" + "\n".join(rows))
    return "\n\n".join(parts)


def path_markdown(path: LearningPath, course: Course, page: Page) -> str:
    """One row a step: when, what to read, minutes, what to do. A `when` that stays the same is written once."""
    language = page.language
    head = " | ".join(word(name, language) for name in ("step-when", "step-read", "step-minutes", "step-do"))
    rows, before = [], ""
    for step in path.steps:
        when = step.when[language]
        read, minutes = _step(step, course, page)
        rows.append(f"| {'' if when == before else when} | {read} | {minutes} | {inline(step.do[language])} |")
        before = when
    return f"| {head} |\n|---|---|---|---|\n" + "\n".join(rows)


def _step(step: PathStep, course: Course, page: Page) -> tuple[str, str]:
    """What to read, as a link where it is a page, and its minutes."""
    target = course.page(step.page, page.language) if step.page else None
    minutes = step.minutes or (target.front.minutes if target else None)
    name = step.read[page.language] if step.read else target.front.title if target else step.page or ""
    if target:
        name = f"[{name}]({posixpath.relpath(target.uri, posixpath.dirname(page.uri) or '.')}.md)"
    return name, str(minutes or "")


def _code(row: Row, language: Language) -> str:
    level = {"error": "E", "warning": "W", "both": "E/W"}[row.level]
    if language == "zh":
        wrong, mend = row.zh
        return f"- **{row.code}**（{level}）{wrong}。{mend}。"
    return f"- **{row.code}** ({level}) {row.wrong[0].upper()}{row.wrong[1:]}. {row.mend[0].upper()}{row.mend[1:]}."


def _order(term: Term, language: Language) -> str:
    if language == "en":
        return term.en.casefold()
    return "".join(c for c in unicodedata.normalize("NFD", term.pinyin.casefold()) if not unicodedata.combining(c) and c != " ")


def _term(term: Term, language: Language) -> str:
    lines = [f"## {inline(term[language])} {{ #{term.id} }}", inline(term.means[language])]
    if term.boundary:
        lines.append(f"{word('boundary', language)}{inline(term.boundary[language])}")
    facts = []
    if term.synonyms[language]:
        facts.append(word("synonyms", language) + word("and", language).join(term.synonyms[language]))
    other = term.en if language == "zh" else f"{term.zh} ({term.pinyin})"
    facts.append(word("other-language", language) + other)
    lines.append(f"{'；'.join(facts) if language == 'zh' else '. '.join(facts)}\n{{: .fb-term-facts }}")
    return "\n\n".join(lines)


def _reference(reference: Reference, pages: list[Page], language: Language) -> str:
    zh = language == "zh"
    authors, title, where = (_tongue(reference.text(field, language), language) for field in ("authors", "title", "where"))
    year = f"（{reference.year}）" if zh and reference.year else f" ({reference.year})" if reference.year else ""
    address = _DOI + reference.doi if reference.doi else reference.url
    name = f"[{title}]({address})" if address else title
    # people look for a law by its name, and for a study by its authors
    parts = [f"**{name}{year}**", authors, where] if reference.kind in ("law", "standard") else [f"**{authors}{year}**", name, where]
    stop = "。" if zh else "."
    head = ("" if zh else " ").join(f"{part}{'' if part.endswith(stop) else stop}" for part in parts if part)
    notes = []
    if reference.confidence == "M":
        notes.append(word("evidence-thin", language))
    if reference.kind == "law":
        notes.append(word("not-advice", language))
    note = ("（" + "；".join(notes) + "）" if zh else " (" + "; ".join(notes) + ")") if notes else ""
    links = word("and", language).join(f"[{page.front.title}]({posixpath.relpath(page.uri, 'reference')}.md)" for page in pages)
    return f"{head}\n{{: #ref-{reference.key} .fb-reference }}\n\n{inline(reference.says[language])}{note}\n\n{word('cited-on', language)}{links}\n{{: .fb-cited }}"


def _tongue(text: str, language: Language) -> str:
    """A text in the other language says so: a voice would read it by the wrong rules."""
    other = "zh-Hans" if language == "en" else "en"
    return f'<span lang="{other}">{text}</span>' if text and bool(_HAN.search(text)) != (language == "zh") else text


def _bank_targets(bank: Bank, language: Language) -> list[str]:
    """Targets of the links in a bank's texts."""
    return [link.target for link in scan(quiz(bank, language), bank.path).links]
