"""E01: what is cited stands on the closed list, and links leave the site for known hosts only."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ..models import Place
from ..problems import Problem
from .index import Index
from .table import did_you_mean, problem

REFERENCES = "quizzes/references.yml"


def cited(key: str, place: Place, index: Index) -> Iterator[Problem]:
    """A link `ref-…`."""
    if key not in index.references:
        yield problem("E01", place, message=f"no reference '{key.removeprefix('ref-')}' in {REFERENCES}", hint=did_you_mean(key, index.references, "look the source up and add it to that file first"))


def linked(address: str, place: Place, index: Index) -> Iterator[Problem]:
    """A link to another site."""
    try:
        parts = urlsplit(address)
        host = parts.netloc.lower()
    except ValueError:
        yield problem("E01", place, message=f"'{address}' is not a web address", hint="copy it again from the browser")
        return
    if host not in index.hosts:
        yield problem("E01", place, message=f"links to '{host}' are not allowed", hint=did_you_mean(host, index.hosts, f"cite it as text without a link; the hosts stand at the end of {REFERENCES}"))
    elif parts.scheme.lower() != "https":
        yield problem("E01", place, message=f"the link to '{host}' is not encrypted", hint=f"write https://{address.partition('://')[2]}")


def addresses_of_references(index: Index) -> Iterator[Problem]:
    """The list keeps its own rule: its addresses become links on the page of references."""
    for reference in index.course.references:
        if reference.url:
            yield from linked(reference.url, reference.place("url"), index)
