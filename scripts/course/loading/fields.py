"""A tree of strings → a model, or problems that say which word is wrong and what was meant.

Translates pydantic's errors into sentences for authors. Touches no file.
"""

from __future__ import annotations

import difflib
import re
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from ..models import LANGUAGES, Place
from ..problems import Problem
from .tree import Mapping, Node, Scalar, Sequence

M = TypeVar("M", bound=BaseModel)


def to_model(node: Node | None, model: type[M], path: str) -> tuple[M | None, list[Problem]]:
    """Build `model` from the tree; on failure every problem of the entry, each with its place."""
    if not isinstance(node, Mapping):
        place = node.place if node else Place(path, 1)
        return None, [Problem(*place, "S01", "the file must hold fields ('name: value')", "see CONTRIBUTING.md for an example")]
    problems: list[Problem] = []
    _refuse_flow_texts(node, problems)
    try:
        loaded = model.model_validate(_plain(node))
    except ValidationError as error:
        found = error.errors()
        problems += [_problem(item, node, model) for item in found if not _follows(item, found)]
        return None, problems
    return (None if problems else loaded), problems


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [_plain(value) for value in node.values]
    found: dict[str, Any] = {key: _plain(value) for key, value in node.values.items()}
    # an author's own field of this name must stay an unknown field
    if "places" in found:
        found["places "] = found.pop("places")
    places = {key: value.place for key, value in node.values.items()}
    return found | {"places": places | {"": node.place}}


def _refuse_flow_texts(node: Node, problems: list[Problem]) -> None:
    """`{zh: …, en: …}` around texts: the first comma of an English sentence would cut it."""
    if isinstance(node, Mapping):
        if node.flow and set(node.values) & set(LANGUAGES):
            problems.append(Problem(*node.place, "S01", "texts stand in braces", "write zh and en on lines of their own"))
            return
        for value in node.values.values():
            _refuse_flow_texts(value, problems)
    elif isinstance(node, Sequence):
        for value in node.values:
            _refuse_flow_texts(value, problems)


def _follows(error: Any, errors: list[Any]) -> bool:
    """Whether an error only follows from another: a list is 'too short' when an entry of it could not be read."""
    here = error["loc"]
    return error["type"] == "too_short" and any(len(e["loc"]) > len(here) and e["loc"][: len(here)] == here for e in errors)


def _problem(error: Any, root: Mapping, model: type[BaseModel]) -> Problem:
    kind, location = error["type"], [part for part in error["loc"]]
    node, owner, last = _walk(root, location)
    field = str(last).strip()
    where = _where(root, location)
    hint = ""
    if kind == "extra_forbidden":
        place = owner.keys.get(field, owner.place) if isinstance(owner, Mapping) else owner.place
        near = difflib.get_close_matches(field, _field_names(model), 1)
        hint = f"did you mean '{near[0]}'?" if near else "delete it, or see CONTRIBUTING.md for the fields"
        return Problem(*place, "S01", f"unknown word '{field}'{where}", hint)
    if kind == "missing":
        language = {"zh": "the Chinese text (zh) is missing", "en": "the English text (en) is missing"}.get(field)
        return Problem(*owner.place, "S01", f"{language or f'{field!r} is missing'}{where}", f"add a line '{field}: …'")
    if kind == "union_tag_not_found":
        return Problem(*node.place, "S01", f"'type' is missing{where}", "add a line 'type: single' (or multiple, blank, order, match)")
    if kind == "union_tag_invalid":
        place = node.values["type"].place if isinstance(node, Mapping) and "type" in node.values else owner.place
        return Problem(*place, "S01", f"unknown type{where}", "the types are single, multiple, blank, order and match")
    said = {
        "string_too_short": "is empty",
        "too_short": f"needs at least {error.get('ctx', {}).get('min_length')} entries",
        "literal_error": f"must be {error.get('ctx', {}).get('expected')}",
        "greater_than_equal": "must be 1 or more",
        "model_type": "must hold fields ('zh: …' and 'en: …' on lines of their own)",
        "model_attributes_type": "must hold fields ('name: value')",
        "tuple_type": "must be a list",
        "list_type": "must be a list",
        "mapping_type": "must hold fields ('name: value')",
        "dict_type": "must hold fields ('name: value')",
        "string_type": "must be a text, not a list or fields",
        "int_type": "must be a whole number",
    }.get(kind)
    if kind == "string_pattern_mismatch":
        value = node.value if isinstance(node, Scalar) else ""
        said = f"is not well formed: '{value}'"
        hint = "an id has small Latin letters, figures and single hyphens: rule-08-first-call" if field != "reviewed" else "write the date as 2026-12-31"
    elif kind == "literal_error" and isinstance(node, Scalar):
        near = difflib.get_close_matches(node.value, re.findall(r"'([^']+)'", str(error["ctx"]["expected"])), 1)
        hint = f"did you mean '{near[0]}'?" if near else ""
    elif kind == "value_error":
        said = f"has the value '{node.value if isinstance(node, Scalar) else '…'}'"
        hint = str(error["msg"]).removeprefix("Value error, ")
    return Problem(*node.place, "S01", f"'{field}' {said or error['msg']}{where}", hint or "see CONTRIBUTING.md for an example")


def _walk(root: Mapping, location: list[Any]) -> tuple[Node, Node, Any]:
    """The node an error speaks of, the entry that holds it, and the field's name. Union tags in the location are skipped."""
    node: Node = root
    owner: Node = root
    last: Any = location[-1] if location else ""
    for part in location:
        if isinstance(node, Mapping) and str(part).strip() in node.values:
            owner, node = node, node.values[str(part).strip()]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.values):
            owner, node = node, node.values[part]
        elif part == last and part is location[-1]:
            # a field that is not there: its entry is where we are
            return node, node, last
    return node, owner, last


def _where(root: Mapping, location: list[Any]) -> str:
    """' in option b of question rule-01-first-step': the entries around the error, innermost first."""
    node: Node = root
    around: list[str] = []
    kind = ""
    for part in location:
        if isinstance(node, Mapping) and str(part) in node.values:
            node, kind = node.values[str(part)], str(part)
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.values):
            node = node.values[part]
            name = (node.values.get("id") or node.values.get("key")) if isinstance(node, Mapping) else None
            if kind in _KINDS:
                around.insert(0, f"{_KINDS[kind]} {name.value if isinstance(name, Scalar) else f'no. {part + 1}'}")
    return f" in {' of '.join(around)}" if around else ""


_KINDS = {
    "questions": "question",
    "objectives": "objective",
    "checklists": "checklist",
    "options": "option",
    "steps": "step",
    "pairs": "pair",
    "items": "item",
    "terms": "term",
    "references": "reference",
    "claims": "claim",
}


def _field_names(model: type[BaseModel]) -> list[str]:
    """Every field name that may stand in a file of this model, for 'did you mean'."""
    names: set[str] = set()
    seen: set[type] = set()

    def visit(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            if annotation in seen:
                return
            seen.add(annotation)
            for name, info in annotation.model_fields.items():
                if name != "places":
                    names.add(info.alias or name)
                    visit(info.annotation)
        for part in get_args(annotation):
            visit(part)

    visit(model)
    return sorted(names)
