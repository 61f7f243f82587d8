"""P02 (and E01): every link in pages and in texts of the bank leads to something that exists, in the same language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ..drawing import links_of
from ..models import LANGUAGES, Language, Page, Place
from ..problems import Problem
from ..scanning import LINK
from .evidence import cited, linked
from .index import GLOSSARY, Index, bank_uri
from .table import did_you_mean, problem

_PAGE = re.compile(r"^([^#?]*[^#?/])\.md(?:#(.*))?$")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:\s*\S")
_IMAGE = re.compile(r"!\[[^\]]*\]\(")
_OTHER = "link to a page (rule-09.md, ../quality/method-01.md#limits), a section of this page (#limits), a term (term-…) or a reference (ref-…)"


def links_of_pages(index: Index) -> Iterator[Problem]:
    for page in index.course.pages:
        for link in page.links:
            yield from _judge(link.target, link.place, page.uri, page, page.language, index)


def links_of_texts(index: Index) -> Iterator[Problem]:
    uris = {bank.page: bank_uri(bank) for bank in index.course.banks}
    for said in index.said:
        if "](" not in said.text:
            continue
        uri = uris.get(said.page, GLOSSARY)
        page = index.pages.get((said.page, said.language)) if said.page else index.pages_at.get((GLOSSARY, said.language))
        text = said.bare
        for link in LINK.finditer(text):
            yield from _judge(link[2], said.at(link.start()), page.uri if page else uri, page, said.language, index)
        for position in _unread(text):
            yield problem("P02", said.at(position), message=f"a link that cannot be read in {said.where}", hint="write [words](target), without spaces or brackets in the target (%28 and %29 for round ones)")


def links_of_pictures(index: Index) -> Iterator[Problem]:
    """A drawing has links to pages only, in both languages."""
    for picture in index.course.pictures:
        for link in links_of(picture):
            if not _PAGE.match(link.target):
                yield problem("P02", link.place, message=f"'{link.target}' is no link that a drawing can keep", hint="link to a page's file, without language: rule-09.md, ../quality/method-01.md#limits")
                continue
            for language in LANGUAGES:
                yield from _judge(link.target, link.place, picture.uri, None, language, index)


def unreadable_links(index: Index) -> Iterator[Problem]:
    """What Markdown would make a link, but no rule here could see."""
    for page in index.course.pages:
        for line in page.lines:
            if line.in_code:
                continue
            for position in _unread(line.visible):
                yield problem("P02", Place(page.path, line.number, position + 1), message="a link that cannot be read", hint="write [words](target), without spaces or brackets in the target (%28 and %29 for round ones)")
            if _DEFINITION.match(line.visible):
                yield problem("P02", Place(page.path, line.number), message="a link's target stands apart from it", hint="write the target in the link itself: [words](target)")


def _unread(text: str) -> Iterator[int]:
    """Where '](' stands without being part of a link or picture that was understood."""
    if "](" not in text:
        return
    known = [(found.start(), found.end()) for found in (*LINK.finditer(text), *_IMAGE.finditer(text))]
    position = text.find("](")
    while position >= 0:
        if not any(start <= position < end for start, end in known):
            yield position
        position = text.find("](", position + 1)


def _judge(target: str, place: Place, uri: str, page: Page | None, language: Language, index: Index) -> Iterator[Problem]:
    """`uri` is where the link stands; `page` is that page in this language, if it could be read."""
    if target.startswith("#"):
        if page:
            yield from _anchor(target[1:], page, place, index, "this page")
    elif target.startswith("term-") and "." not in target:
        if target not in index.terms:
            yield problem("P02", place, message=f"no term '{target}' in quizzes/glossary.yml", hint=did_you_mean(target, index.terms, "add the term there, or link to one that exists"))
    elif target.startswith("ref-") and "." not in target:
        yield from cited(target, place, index)
    elif target.lower().startswith(("https:", "http:")):
        yield from linked(target, place, index)
    elif (found := _PAGE.match(target)) and not target.startswith("/") and ":" not in found[1] and "\\" not in found[1]:
        yield from _page(found[1], found[2], target, place, uri, language, index)
    else:
        yield problem("P02", place, message=f"'{target}' is no link that this site can keep", hint=_hint(target))


def _hint(target: str) -> str:
    if target.endswith((".html", "/")) or ".html#" in target or "/#" in target:
        return "link to the page's file, without language: rule-09.md, ../quality/method-01.md#limits"
    if target.startswith("//"):
        return "write the whole address: https://…"
    if target.startswith("/"):
        return "count from this page: ../quality/method-01.md"
    if ".md?" in target:
        return "leave '?' and what follows out"
    return _OTHER


def _page(name: str, heading: str | None, target: str, place: Place, uri: str, language: Language, index: Index) -> Iterator[Problem]:
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(uri), name))
    page = index.pages_at.get((wanted, language))
    if page:
        if heading is not None:
            yield from _anchor(heading, page, place, index, target.partition("#")[0])
        return
    if name.endswith((".zh", ".en")):
        yield problem("P02", place, message=f"'{target}' names a language", hint=f"leave it out, the site stays in the reader's language: {name[:-3]}.md{'' if heading is None else '#' + heading}")
        return
    if wanted.startswith(".."):
        yield problem("P02", place, message=f"the link '{target}' leaves the folder docs/", hint=f"this file stands in docs/{posixpath.dirname(uri)}; count the ../ again")
        return
    if wanted in index.uris:
        yield problem("P02", place, message=f"no page docs/{wanted}.{language}.md for the link '{target}'", hint="the page stands in the other language only (or cannot be read in this one); write it here too")
        return
    here = posixpath.dirname(uri) or "."
    names = [f"{posixpath.relpath(known, here)}.md" for known in sorted(index.uris)]
    same_name = [known for known in names if posixpath.basename(known) == posixpath.basename(name) + ".md"]
    # every module has an index; any other name stands for one page
    near = f"did you mean '{same_name[0]}'?" if len(same_name) == 1 and not name.endswith("index") else did_you_mean(f"{name}.md", names, "write the page first, or name it without a link")
    yield problem("P02", place, message=f"no page docs/{wanted}.{language}.md for the link '{target}'", hint=near)


def _anchor(heading: str, page: Page, place: Place, index: Index, where: str) -> Iterator[Problem]:
    anchors = index.anchors(page)
    if heading not in anchors:
        yield problem("P02", place, message=f"no heading '#{heading}' on {where}", hint=did_you_mean(heading, anchors, f"its headings are {', '.join(found.id for found in page.headings if found.id)}" if page.headings else "leave '#' and what follows out"))
