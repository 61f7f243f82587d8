"""`assets/bank.js`: every question with its texts and keys, for those who analyse or export. `course + language → the script's text`.

Part of the output contract. What a page shows comes from its own HTML, not from here.
"""

from __future__ import annotations

import json
from typing import Any

from ..models import Blank, Choice, Course, Language, Match, Order, Question


def bank_script(course: Course, language: Language) -> str:
    """`window.fieldbookBank = {version, language, questions}`, a line a question."""
    rows = [
        json.dumps(
            {"id": item.id, "page": bank.page, "section": item.section, "objective": item.objective, "level": item.level, "type": item.type, "v": item.v, "ask": item.ask[language], **_answer(item, language)},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for bank in course.banks
        for item in bank.questions
    ]
    body = ",\n".join(rows)
    return f'window.fieldbookBank = {{"version":{json.dumps(course.version)},"language":"{language}","questions":[\n{body}\n]}};\n'


def _answer(item: Question, language: Language) -> dict[str, Any]:
    match item:
        case Choice():
            return {"options": [{"id": option.id, "text": option[language], "why": option.why[language]} for option in item.options], "key": [option.id for option in item.keys]}
        case Blank():
            return {"key": list(item.accept[language])}
        case Order():
            return {"options": [{"id": step.id, "text": step[language]} for step in item.steps], "key": [step.id for step in item.steps]}
        case Match():
            return {"options": [{"id": pair.id, "left": pair.left[language], "right": pair.right[language]} for pair in item.pairs], "key": {pair.id: item.key(pair) for pair in item.pairs}}
