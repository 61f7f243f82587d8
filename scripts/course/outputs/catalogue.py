"""`links.json`, `links.csv` and `links.schema.json`: every id with an address, for wikis, scripts and spreadsheets. `course → texts`.

Once for both languages. Addresses are absolute where the site has an address, else relative to the root of the Chinese site.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from math import inf
from typing import Any

from ..addresses import Address, addresses, moved
from ..embeddable import embeddable
from ..models import LANGUAGES, PATH, Course, Entry, Language, Marker, Page

SCHEMA = "links.schema.json"
_KINDS = ("page", "section", "questions", "checklist", "term")
_FORMULA = tuple("=+-@＝＋－＠")
"""What makes a cell a formula, after blanks too; Excel reckons with the full-width signs as well."""

Entries = list[dict[str, Any]]


def catalogue(course: Course, site_url: str = "") -> dict[str, str]:
    """Path in the site → text, for all three."""
    entries, old = _entries(course, site_url)
    return {"links.json": _as_json(course, entries, old), "links.csv": _as_csv(entries), SCHEMA: links_schema()}


def links_json(course: Course, site_url: str = "") -> str:
    """`{"$schema", "version", "links": [entry, …], "aliases": {old id or path: id}}`, sorted by id, a line an entry."""
    return _as_json(course, *_entries(course, site_url))


def links_csv(course: Course, site_url: str = "") -> str:
    """For people: one row an id. With a byte order mark, so that spreadsheets read Chinese; no cell begins a formula."""
    return _as_csv(_entries(course, site_url)[0])


def _as_json(course: Course, entries: Entries, old: Mapping[str, str]) -> str:
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f'{{"$schema": "{SCHEMA}", "version": {json.dumps(course.version)}, "links": [\n{lines}\n], "aliases": {json.dumps(old, ensure_ascii=False, indent=0)}}}\n'


def _as_csv(entries: Entries) -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    fields = ("title", "url", "short", "embed")
    rows.writerow(["id", "kind", *(f"{field}_{language}" for field in fields for language in LANGUAGES), "minutes", "updated"])
    for entry in entries:
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
            "aliases": {
                "type": "object",
                "additionalProperties": {"type": "string"},
                "description": f"ids that were given up and places that pages left ({PATH}, from the root of each language), with what took their place; they go on working",
            },
        },
        "required": ["version", "links", "aliases"],
        "additionalProperties": False,
    }
    return json.dumps(schema, indent=2) + "\n"


def _entries(course: Course, site_url: str) -> tuple[Entries, dict[str, str]]:
    """What both files say, and the aliases: an entry reads all that stands behind its address."""
    found = {language: addresses(course, language) for language in LANGUAGES}
    framed = set(embeddable(course, "zh"))
    entries, old = [], {}
    for id in sorted(found["zh"].keys() & found["en"].keys()):
        here = {language: found[language][id] for language in LANGUAGES}
        if here["zh"].id != id:
            old[id] = here["zh"].id
        else:
            entries.append(_entry(id, here, id in framed, course, {"zh": site_url, "en": f"{site_url}en/"}))
    old |= {path: page.id for path, page in moved(course, "zh").items()}
    return entries, dict(sorted(old.items()))


def _entry(id: str, here: Mapping[Language, Address], framed: bool, course: Course, roots: Mapping[Language, str]) -> dict[str, Any]:
    zh = here["zh"]
    entry: dict[str, Any] = {
        "id": id,
        "kind": "questions" if framed and zh.kind == "section" else zh.kind,
        "page": zh.page.id,
        "title": {language: address.title for language, address in here.items()},
        "url": {language: _whole(roots[language] + address.url) for language, address in here.items()},
        "short": {language: f"{roots[language]}go/{id}/" for language in here},
    }
    if framed:
        entry["embed"] = {language: f"{roots[language]}embed/{id}/" for language in here}
    if zh.kind == "page" and zh.page.front.minutes:
        entry["minutes"] = zh.page.front.minutes
    entry["hash"] = {language: _hash(address, course, language) for language, address in here.items()}
    entry["updated"] = zh.page.front.reviewed
    return entry


def _whole(url: str) -> str:
    """'' and '#new', relative, would mean the file in which they stand."""
    return url if url and not url.startswith("#") else f"./{url}"


def _hash(address: Address, course: Course, language: Language) -> str:
    """Of what one reads there, in this language: the text, and what the markers in it stand for."""
    page, bank = address.page, course.bank(address.page.id)
    said: Any
    if address.kind == "term":
        said = course.term(address.id)
    elif address.kind == "checklist":
        said = [checklist for checklist in bank.checklists if checklist.id == address.id] if bank else ()
    elif address.kind == "section":
        said = _part(page, course, address.id.rpartition(".")[2])
    else:
        said = [page.front.title, page.front.description, *_part(page, course)]
    return hashlib.sha256(json.dumps(_of(said, language), ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def _part(page: Page, course: Course, section: str = "") -> list[Any]:
    """What stands under a heading, deeper headings with it; without one, on the page."""
    first, end = 0.0, inf
    heading = page.heading(section)
    if heading:
        first = heading.place.line
        end = next((after.place.line for after in page.headings if after.place.line > first and after.level <= heading.level), inf)
    text = "\n".join(line.text for line in page.lines if first <= line.number < end).strip()
    return [text, *(_stands_for(marker, page, course) for marker in page.markers if first <= marker.place.line < end)]


def _stands_for(marker: Marker, page: Page, course: Course) -> Any:
    bank = course.bank(page.id)
    match marker.kind:
        case "quiz":
            return bank.questions if bank else ()
        case "checklist":
            return [checklist for checklist in bank.checklists if checklist.id == marker.argument] if bank else ()
        case "picture":
            return course.picture(page, marker.argument)
        case "path":
            return course.path(page.id)
        case "glossary":
            return course.terms
        case "evidence":
            return course.references
        # (a blueprint counts the questions: with it, its hash would change with every one of them)
        case "sources":
            return course.source_items
        case "claims":
            return course.claims
        case "ask" | "response":
            return course.company.say(marker.kind, page.language)
    return ""


def _of(written: Any, language: Language) -> Any:
    """What was written, in one language, and without what no reader sees."""
    if isinstance(written, Entry):
        return _of(written.model_dump(mode="json", exclude={"allow"}), language)
    if isinstance(written, dict):
        other = "en" if language == "zh" else "zh"
        both = language in written and other in written
        return {name: _of(each, language) for name, each in written.items() if not (both and name == other)}
    return [_of(each, language) for each in written] if isinstance(written, Iterable) and not isinstance(written, str) else written


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell
