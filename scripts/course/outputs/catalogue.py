"""`links.json`, `links.csv` and `links.schema.json`: every id with an address, for wikis, scripts and spreadsheets. `course → texts`.

Once for both languages. Addresses are absolute where the site has an address, else relative to the root of the Chinese site.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from typing import Any

from ..addresses import Address, addresses
from ..embeddable import embeddable
from ..models import LANGUAGES, Course, Language

SCHEMA = "links.schema.json"
_KINDS = ("page", "section", "questions", "checklist", "term")


def links_json(course: Course, site_url: str = "") -> str:
    """`{"$schema", "version", "links": [entry, …], "aliases": {old id: id}}`, sorted by id, a line an entry."""
    entries, old = _entries(course, site_url)
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f'{{"$schema": "{SCHEMA}", "version": {json.dumps(course.version)}, "links": [\n{lines}\n], "aliases": {json.dumps(old, ensure_ascii=False, indent=0)}}}\n'


def links_csv(course: Course, site_url: str = "") -> str:
    """For people: one row an id. With a byte order mark, so that spreadsheets read Chinese; no cell begins a formula."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    fields = ("title", "url", "short", "embed")
    rows.writerow(["id", "kind", *(f"{field}_{language}" for field in fields for language in LANGUAGES), "minutes", "updated"])
    for entry in _entries(course, site_url)[0]:
        cells = [entry["id"], entry["kind"], *(entry.get(field, {}).get(language, "") for field in fields for language in LANGUAGES), entry.get("minutes", ""), entry["updated"]]
        rows.writerow([_harmless(str(cell)) for cell in cells])
    return "\ufeff" + text.getvalue()


def links_schema() -> str:
    """JSON Schema of `links.json`."""
    both = {"type": "object", "properties": {language: {"type": "string"} for language in LANGUAGES}, "required": list(LANGUAGES), "additionalProperties": False}
    entry = {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?$", "description": "never changes"},
            "kind": {"enum": list(_KINDS)},
            "page": {"type": "string", "description": "id of the page it stands on"},
            "title": both,
            "url": {**both, "description": "where it stands today; may change"},
            "short": {**both, "description": "the address to link to; does not change"},
            "embed": {**both, "description": "the address to frame; absent where there is none"},
            "minutes": {"type": "integer", "minimum": 1},
            "hash": {**both, "description": "changes when the text does"},
            "updated": {"type": "string", "format": "date"},
        },
        "required": ["id", "kind", "page", "title", "url", "short", "hash", "updated"],
        "additionalProperties": False,
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Links of Sales Fieldbook",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "version": {"type": "string"},
            "links": {"type": "array", "items": entry},
            "aliases": {"type": "object", "additionalProperties": {"type": "string"}, "description": "ids that were given up, and what took their place; their short addresses go on working"},
        },
        "required": ["version", "links", "aliases"],
        "additionalProperties": False,
    }
    return json.dumps(schema, indent=2) + "\n"


def _entries(course: Course, site_url: str) -> tuple[list[dict[str, Any]], dict[str, str]]:
    found = {language: addresses(course, language) for language in LANGUAGES}
    framed = set(embeddable(course, "zh"))
    entries, old = [], {}
    for id in sorted(found["zh"].keys() & found["en"].keys()):
        here = {language: found[language][id] for language in LANGUAGES}
        if here["zh"].id != id:
            old[id] = here["zh"].id
        else:
            entries.append(_entry(id, here, id in framed, course, {"zh": site_url, "en": f"{site_url}en/"}))
    return entries, old


def _entry(id: str, here: Mapping[Language, Address], framed: bool, course: Course, roots: Mapping[Language, str]) -> dict[str, Any]:
    zh = here["zh"]
    entry: dict[str, Any] = {
        "id": id,
        "kind": "questions" if framed and zh.kind == "section" else zh.kind,
        "page": zh.page.id,
        "title": {language: address.title for language, address in here.items()},
        "url": {language: roots[language] + address.url for language, address in here.items()},
        "short": {language: f"{roots[language]}go/{id}/" for language in here},
    }
    if framed:
        entry["embed"] = {language: f"{roots[language]}embed/{id}/" for language in here}
    if zh.kind == "page" and zh.page.front.minutes:
        entry["minutes"] = zh.page.front.minutes
    entry["hash"] = {language: _hash(address, course, language) for language, address in here.items()}
    entry["updated"] = zh.page.front.reviewed
    return entry


def _hash(address: Address, course: Course, language: Language) -> str:
    """Of what one reads there: a page with its questions, a section's lines, a checklist, a term."""
    page, bank = address.page, course.bank(address.page.id)
    if address.kind == "term":
        term = course.term(address.id)
        text = f"{term[language]}\n{term.means[language]}\n{term.boundary[language] if term.boundary else ''}" if term else ""
    elif address.kind == "checklist":
        checklist = next(each for each in bank.checklists if each.id == address.id) if bank else None
        text = "\n".join([checklist.title[language], *(item[language] for item in checklist.items)]) if checklist else ""
    else:
        lines = page.lines
        if address.kind == "section":
            at = [heading.place.line for heading in page.headings]
            start = next(heading.place.line for heading in page.headings if heading.id == address.id.rpartition(".")[2])
            end = next((line for line in at if line > start), None)
            lines = tuple(line for line in lines if line.number >= start and (end is None or line.number < end))
        text = "\n".join(line.text for line in lines)
        # questions belong to the page, and to the section that holds them
        if bank and (address.kind == "page" or any(marker.kind == "quiz" and marker.place.line in {line.number for line in lines} for marker in page.markers)):
            text += json.dumps([_of(question.model_dump(), language) for question in bank.questions], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _of(written: Any, language: Language) -> Any:
    """What was written, in one language, and without the places where it stands."""
    if isinstance(written, dict):
        return written[language] if language in written else {name: _of(each, language) for name, each in written.items() if name != "places"}
    return [_of(each, language) for each in written] if isinstance(written, (list, tuple)) else str(written)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
