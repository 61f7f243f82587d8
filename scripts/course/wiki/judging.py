"""A URL → does it lead somewhere on the site: good, moved or dead, and the short address that it should have.

Good: it opens what it names. Moved: what it names has another id or stands elsewhere by now. Dead: nothing opens, or the
page without the place that was meant. Touches nothing; knows no format of a wiki.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ..addresses import Address, addresses, moved, page_url
from ..checks.index import Index
from ..embeddable import embeddable
from ..models import LANGUAGES, Course, Language, Page
from ..outputs.embed import PROBE
from .nearest import Nearest
from .sites import Sites, Target

State = Literal["good", "moved", "dead"]

CLAIMS = "reference/claims"
_FILES = frozenset(("404.html", "feed.xml", "links.csv", "links.json", "links.schema.json", "sitemap.xml"))
"""What stands beside the pages, for programs."""
_WITHOUT_ADDRESS = ("question", "objective", "item")
_TITLE = "fb-title"
"""The anchor of every page's title."""


class Verdict(NamedTuple):
    """`id` and `suggestion` (a whole URL) say where the link should lead: for sure when it is good or moved, probably when it is dead; empty where nothing comes near. `advice` is for good links."""

    state: State
    language: Language
    id: str = ""
    suggestion: str = ""
    message: str = ""
    advice: str = ""


class Judge:
    """Knows a course and the addresses of its site."""

    def __init__(self, course: Course, sites: Sites) -> None:
        self._sites = sites
        index, nearest = Index(course), Nearest()
        self._rooms = {language: _Room(index, language, nearest) for language in LANGUAGES}
        self._known: dict[str, Verdict | None] = {}

    def judge(self, url: str) -> Verdict | None:
        """None for a link that leads elsewhere, or to a file that belongs to a page (`assets/`)."""
        if url not in self._known:
            target = self._sites.find(url)
            verdict = self._in_language(target) if target else None
            if target and verdict and verdict.state == "dead":
                verdict = self._without_what_follows(target) or verdict
            self._known[url] = verdict
        return self._known[url]

    def _in_language(self, target: Target) -> Verdict | None:
        language: Language = "zh"
        if target.path == "en" or target.path.startswith("en/"):
            language, target = "en", target._replace(path=target.path[3:])
        if target.path.startswith("assets/"):
            return None
        return Verdict("good", language) if target.path in _FILES else self._rooms[language].judge(target)

    def _without_what_follows(self, target: Target) -> Verdict | None:
        """An address in a Chinese sentence takes the words after it along, unless a space stands between."""
        written = f"#{target.fragment}" if target.hash else target.path
        found = re.search(r"[^\x00-\x7f]", written)
        if not found:
            return None
        kept, rest = written[: found.start()], written[found.start() :]
        verdict = self._in_language(target._replace(hash=kept.rstrip("#")) if target.hash else target._replace(path=kept))
        if not verdict or verdict.state == "dead":
            return None
        return verdict._replace(state="dead", message=f"'{shown(rest, 20)}' belongs to the address here: write it without, or put a space between", advice="")


class _Room:
    """The site in one language."""

    def __init__(self, index: Index, language: Language, nearest: Nearest) -> None:
        course = index.course
        self._index, self._language, self._nearest = index, language, nearest
        self._pages = {page_url(page.uri): page for page in course.in_language(language)}
        self._moved = moved(course, language)
        self._ids = addresses(course, language)
        self._embeds = {PROBE, *embeddable(course, language)}
        self._without_address = {line.id: line.kind for line in course.ledger if line.kind in _WITHOUT_ADDRESS}
        self._names: dict[str, list[Page]] = {}
        for page in self._pages.values():
            self._names.setdefault(page.uri.rpartition("/")[2], []).append(page)

    def judge(self, target: Target) -> Verdict:
        folder, _, file = target.path.rpartition("/")
        path = folder if file == "index.html" else target.path.removesuffix("/")
        path = path and f"{path}/"
        first, _, rest = path.partition("/")
        if first in ("go", "embed"):
            id, _, more = rest.partition("/")
            if more:
                return self._dead(target, self._guess(id), f"'{shown(more.rstrip('/'))}' follows the id '{shown(id)}'")
            verdict = self._go(id, target) if first == "go" else self._embed(id, target)
            return verdict if verdict.advice or target.path == path or target.base.startswith("file:") else _advise(verdict, "end the address with '/'")
        return self._page(path, target)

    # the three kinds of addresses

    def _go(self, id: str, target: Target) -> Verdict:
        address = self._ids.get(id)
        if not address:
            return self._unknown(id, target)
        verdict = self._place(address, target)
        return verdict if address.id == id else _moved(verdict, f"'{id}' is '{address.id}' now")

    def _embed(self, id: str, target: Target) -> Verdict:
        if id in self._embeds:
            return self._verdict("good", id, target, embed=True)
        address = self._ids.get(id)
        if not address:
            near = self._nearest.to(id, self._embeds)
            return self._verdict("dead", near, target, f"no id '{shown(id)}' to embed", embed=True) if near else self._unknown(id, target)
        if address.id in self._embeds:
            return self._verdict("moved", address.id, target, f"'{id}' is '{address.id}' now, and embeds have the new id only", embed=True)
        message = f"'{id}' stands in no frame; a lesson's card, its check and a checklist do"
        card = address.page.id in self._embeds
        return self._verdict("dead", address.page.id if card else address.id, target, message, embed=card)

    def _page(self, path: str, target: Target) -> Verdict:
        page = self._pages.get(path)
        if page:
            verdict = self._place(self._ids[page.id], target)
            # the home page has no shorter address than its own
            return verdict if not path and not target.hash else _advise(verdict, "this address works until the page moves; the short one goes on working")
        page = self._moved.get(path) or self._by_name(path)
        if not page:
            return self._unknown(_name(path), target, f"no page '{shown(path)}'")
        return _moved(self._place(self._ids[page.id], target), f"the page '{shown(path)}' stands in '{page_url(page.uri)}' now")

    # what they share

    def _place(self, address: Address, target: Target) -> Verdict:
        """The address with the link's own hash, which leads to a place on the same page."""
        page, fragment = address.page, target.fragment
        bare = target._replace(hash="")
        if not fragment or fragment in (address.url.partition("#")[2], _TITLE):
            return self._verdict("good", address.id, bare)
        if place := self._id_of(fragment, page):
            return _advise(self._verdict("good", place, bare), "the place itself has a short address, without '#'")
        if fragment in self._anchors(page):
            return self._verdict("good", page.id, target)
        renamed = self._ids.get(f"{page.id}.{fragment}") or self._ids.get(fragment)
        if renamed:
            return self._verdict("moved", renamed.id, bare, f"'#{shown(fragment)}' is '{renamed.id}' now")
        return self._dead(target, self._nearest_on(page, fragment), f"no place '#{shown(fragment)}' on the page '{page.id}'")

    def _unknown(self, id: str, target: Target, message: str = "") -> Verdict:
        kind = self._without_address.get(id)
        if kind and not message:
            return self._dead(target, self._owner(id, kind), f"'{id}' is {'a' if kind == 'question' else 'an'} {kind}, which has no address of its own")
        return self._dead(target, self._guess(id), message or (f"no id '{shown(id)}'" if id else "the id is missing"))

    def _guess(self, id: str) -> str:
        if id in self._ids:
            return self._ids[id].id
        first, dot, heading = id.partition(".")
        if dot and first in self._ids:
            # the page is right, so it is one of its sections
            return self._nearest_on(self._ids[first].page, heading)
        near = self._nearest.to(id, self._ids)
        return self._ids[near].id if near else ""

    def _nearest_on(self, page: Page, fragment: str) -> str:
        """The id of the place on the page that was probably meant, or of the page."""
        places = {anchor: id for anchor in self._anchors(page) if (id := self._id_of(anchor, page))}
        return places.get(self._nearest.to(fragment, places), page.id)

    def _owner(self, id: str, kind: str) -> str:
        """The checklist or page to which an item, a question or an objective belongs: the longest id that it begins with."""
        words = id.split("-")
        for count in range(len(words) - 1, 0, -1):
            address = self._ids.get("-".join(words[:count]))
            if address:
                return f"{address.id}.check" if kind == "question" and f"{address.id}.check" in self._ids else address.id
        return ""

    def _by_name(self, path: str) -> Page | None:
        """The one page that has this name still, in whatever folder; or its id."""
        if path.startswith(("go/", "embed/")) or "/go/" in path or "/embed/" in path:
            return None
        name = _name(path)
        address = self._ids.get(name)
        if address and address.kind == "page":
            return address.page
        found = self._names.get(name, [])
        return found[0] if len(found) == 1 and name != "index" else None

    def _id_of(self, fragment: str, page: Page) -> str:
        """The id of a place on a page, '' when it has none (a question, an entry of a list)."""
        url = f"{page_url(page.uri)}#{fragment}"
        return next((id for id in (f"{page.id}.{fragment}", fragment) if id in self._ids and self._ids[id].url == url and self._ids[id].id == id), "")

    def _anchors(self, page: Page) -> set[str]:
        bank = self._index.banks.get(page.id)
        titles = {f"{checklist.id}-title" for checklist in bank.checklists} if bank else set()
        claims = {f"claim-{id}" for id in self._index.claims} if page.uri == CLAIMS else set()
        return self._index.anchors(page) | titles | claims

    def _dead(self, target: Target, id: str, message: str) -> Verdict:
        # a hash that leads nowhere, or belonged to another id, is not carried along
        return self._verdict("dead", id, target._replace(hash=""), message)

    def _verdict(self, state: State, id: str, target: Target, message: str = "", embed: bool = False) -> Verdict:
        folder = f"{'en/' if self._language == 'en' else ''}{'embed' if embed else 'go'}"
        # on disk a folder opens as a list of files
        file = "index.html" if target.base.startswith("file:") else ""
        return Verdict(state, self._language, id, f"{target.base}{folder}/{id}/{file}{target.query}{target.hash}" if id else "", message)


def _moved(verdict: Verdict, message: str) -> Verdict:
    """A link under an old name; when its hash is wrong besides, it stays dead and says both."""
    if verdict.state == "dead":
        return verdict._replace(message=f"{message}, and there is {verdict.message}")
    return verdict._replace(state="moved", message=message, advice="")


def _advise(verdict: Verdict, advice: str) -> Verdict:
    return verdict._replace(advice=advice) if verdict.state == "good" else verdict


def _name(path: str) -> str:
    """'old/rule-08.html/' → 'rule-08'"""
    return re.sub(r"(\.(zh|en))?\.(html?|md)$", "", path.rstrip("/").rpartition("/")[2])


def shown(text: str, longest: int = 80) -> str:
    """As a message can hold it: no control signs (a file from elsewhere may hold anything), and not longer than a line."""
    found = "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in text[:longest])
    return found if len(text) <= longest else f"{found}…"
