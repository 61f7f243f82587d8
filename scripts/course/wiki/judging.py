"""A URL → does it lead somewhere on the site: good, moved or dead, and the short address that it should have.

Good: it leads to what it names. Moved: it still does, by an old name. Dead: there is no such page, or not this place on
it. Touches nothing; knows no format of a wiki.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Literal, NamedTuple
from urllib.parse import quote

from ..addresses import addresses, moved, page_url
from ..anchors import old_names
from ..checks.index import Index
from ..embeddable import embeddable
from ..models import LANGUAGES, Course, Language, Page
from ..outputs.embed import PROBE
from .sites import Sites

State = Literal["good", "moved", "dead"]

_TITLE = "fb-title"
"""The anchor of every page's title; the link that skips the header leads to it."""
_SEARCH = "find="
"""Behind '#' of any page: opens the search with these words."""
_FILES = re.compile(r"assets/.*|(en/)?(404\.html|feed\.xml|sitemap\.xml)|links\.(csv|json|schema\.json)")
"""What is no page."""
_LONGEST = 100
"""Characters. Nothing longer is compared with the names there are: the time grows with the square."""
_SEARCHES = 500
"""After so many different wrong addresses, the rest is reported without a suggestion: a file from elsewhere may hold any number."""


class Verdict(NamedTuple):
    """`id` and `suggestion` (a whole URL) say where the link should lead: for sure when it is good or moved, probably when it is dead; empty where nothing comes near."""

    state: State
    language: Language
    id: str = ""
    suggestion: str = ""
    message: str = ""


class _Found(NamedTuple):
    """A verdict within one language. `fragment` belongs to a place that has no id of its own."""

    state: State
    id: str
    message: str = ""
    folder: Literal["go", "embed"] = "go"
    fragment: str = ""


class Judge:
    """Knows a course and the addresses of its site."""

    def __init__(self, course: Course, sites: Sites) -> None:
        self._sites = sites
        index = Index(course)
        self._parts = {language: _Part(index, language) for language in LANGUAGES}
        self._known: dict[str, Verdict | None] = {}

    def judge(self, url: str) -> Verdict | None:
        """None for a link that leads elsewhere, or to a file that is no page."""
        if url not in self._known:
            self._known[url] = self._judge(url)
        return self._known[url]

    def _judge(self, url: str) -> Verdict | None:
        target = self._sites.find(url)
        if target is None or _FILES.fullmatch(target.path):
            return None
        path = target.path
        language: Language = "en" if path == "en" or path.startswith("en/") else "zh"
        if language == "en":
            path = path[3:]
        found = self._parts[language].find(path, target.fragment)
        if found.state == "dead":
            found = self._without_what_follows(language, path, target.fragment) or found
        if not found.id:
            return Verdict(found.state, language, message=found.message)
        hash_ = f"#{quote(found.fragment, safe='=')}" if found.fragment else ""
        short = f"{target.base}{'en/' if language == 'en' else ''}{found.folder}/{found.id}/{target.query}{hash_}"
        return Verdict(found.state, language, found.id, short, found.message)

    def _without_what_follows(self, language: Language, path: str, fragment: str) -> _Found | None:
        """An address in a Chinese sentence takes the words after it along, unless a space stands between."""
        address, *words = re.split(r"(?=[^\x00-\x7f])", f"{path}#{fragment}", maxsplit=1)
        path, _, fragment = address.partition("#")
        if not words or not path:
            return None
        found = self._parts[language].find(path, fragment)
        message = f"'{words[0].removesuffix('#')}' belongs to the address here: write it without, or put a space between"
        return None if found.state == "dead" else found._replace(state="dead", message=message)


class _Part:
    """The site in one language."""

    def __init__(self, index: Index, language: Language) -> None:
        course = index.course
        pages = course.in_language(language)
        self._ids = addresses(course, language)
        self._framed = {PROBE, *embeddable(course, language)}
        self._pages = {_name(page_url(page.uri)): page for page in pages}
        self._old_pages = {_name(path): page for path, page in moved(course, language).items()}
        self._names = {id: address.id for id, address in self._ids.items()}
        self._names |= {path: page.id for path, page in (self._old_pages | self._pages).items() if path}
        # page and what stands behind '#' → the id of that place; '' where it has none
        self._places = {(address.page.id, address.url.partition("#")[2]): id for id, address in self._ids.items() if id == address.id}
        self._old_places: dict[tuple[str, str], str] = {}
        for page in pages:
            self._places[page.id, _TITLE] = page.id
            for anchor in index.anchors(page):
                self._places.setdefault((page.id, anchor), "")
            for place, names in old_names(course, page).items():
                self._old_places |= {(page.id, name): self._places[page.id, place] for name in names}
        self._searches = _SEARCHES

    def find(self, path: str, fragment: str) -> _Found:
        """`path` from the root of the language."""
        path = _name(path)
        kind, _, id = path.partition("/")
        if kind == "embed" and (id in self._framed or id in self._ids):
            return self._frame(id)
        if kind == "go" and id in self._ids:
            address = self._ids[id]
            # as the short address itself does it, the link's own fragment comes first
            found = self._place(address.page, fragment or address.url.partition("#")[2])
            return found if id == address.id else _now(found, f"'{id}' is '{address.id}' now")
        if path in self._pages:
            return self._place(self._pages[path], fragment)
        if path in self._old_pages:
            page = self._old_pages[path]
            return _now(self._place(page, fragment), f"the page '{path}' is '{page_url(page.uri)}' now")
        if kind not in ("go", "embed"):
            id = path
        near = self._guess(id)
        message = f"no page '{path}'" if "/" in id or id == path else f"no id '{id}'" if id else "the id is missing"
        return _Found("dead", self._places.get((near, fragment)) or near, message, "embed" if kind == "embed" and near in self._framed else "go")

    def _frame(self, id: str) -> _Found:
        now = id if id in self._framed else self._ids[id].id
        if now in self._framed:
            return _Found("good" if now == id else "moved", now, "" if now == id else f"'{id}' is '{now}' now", "embed")
        page = self._ids[id].page.id
        message = f"'{id}' stands in no frame; a lesson's card, its check and a checklist do"
        return _Found("dead", page, message, "embed") if page in self._framed else _Found("dead", now, message)

    def _place(self, page: Page, fragment: str) -> _Found:
        """A place on a page that there is."""
        if fragment.startswith(_SEARCH):
            return _Found("good", page.id, fragment=fragment)
        key = page.id, fragment
        if key in self._places:
            id = self._places[key]
            return _Found("good", id or page.id, fragment="" if id else fragment)
        if key in self._old_places:
            id = self._old_places[key]
            return _Found("moved", id, f"'#{fragment}' is '{id}' now")
        elsewhere = self._ids.get(fragment)
        return _Found("dead", elsewhere.id if elsewhere else self._guess_on(page, fragment), f"no place '#{fragment}' on the page '{page.id}'")

    def _guess_on(self, page: Page, fragment: str) -> str:
        """The place on the page that was probably meant, or the page."""
        return self._nearest(fragment, {place: id for (on, place), id in self._places.items() if on == page.id and id}) or page.id

    def _guess(self, name: str) -> str:
        """What an id or a path was probably meant to be: a section of the page it names, its last part, what is spelt like it, or what it begins with."""
        first, dot, place = name.partition(".")
        if dot and first in self._ids:
            return self._guess_on(self._ids[first].page, place)
        words = [name, name.rpartition("/")[2]]
        exact = next((self._names[word] for word in words if word in self._names), "")
        near = exact or next((found for word in dict.fromkeys(words) if (found := self._nearest(word, self._names))), "")
        if near or len(name) > _LONGEST:
            return near
        beginnings = (name[: end.start()] for end in reversed([*re.finditer(r"[./-]", name)]))
        return next((self._names[word] for word in beginnings if word in self._names), "")

    def _nearest(self, word: str, names: dict[str, str]) -> str:
        if not word or len(word) > _LONGEST or not self._searches:
            return ""
        self._searches -= 1
        return next((names[name] for name in get_close_matches(word.lower(), names, 1, 0.75)), "")


def _name(path: str) -> str:
    """'sales-rules/rule-08/index.html' → 'sales-rules/rule-08'; the home page has none."""
    return re.sub(r"(^|/)(index\.html)?$", "", path)


def _now(found: _Found, message: str) -> _Found:
    """Found by an old name; when the place on the page is wrong besides, the link stays dead."""
    return found if found.state == "dead" else found._replace(state="moved", message=message)
