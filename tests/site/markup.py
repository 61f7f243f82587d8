"""HTML text → elements, with nothing but the standard library: enough to ask a built page what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Element:
    def __init__(self, tag: str, attributes: dict[str, str], parent: Element | None = None):
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Element | str] = []

    def __getitem__(self, attribute: str) -> str:
        return self.attributes[attribute]

    def __contains__(self, attribute: str) -> bool:
        return attribute in self.attributes

    def __repr__(self) -> str:
        return f"<{self.tag} {self.attributes}>"

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """The words as one reads them, in one line."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._pieces()

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str = "", **attributes: str | bool) -> list[Element]:
        """Elements inside this one: by tag, class (`class_`), and attributes (`data_step`; True: any value)."""
        class_ = attributes.pop("class_", None)
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.walk()
            if element is not self
            and (not tag or element.tag == tag)
            and (class_ is None or class_ in element.classes)
            and all(name in element and (value is True or element[name] == value) for name, value in wanted.items())
        ]

    def one(self, tag: str = "", **attributes: str | bool) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of {tag or 'any'} {attributes} in {self!r}"
        return found[0]

    def inside(self, tag: str) -> bool:
        return self.parent is not None and (self.parent.tag == tag or self.parent.inside(tag))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = self.at = Element("", {})

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attributes}, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        # in HTML only pictures close themselves; elsewhere the slash means nothing
        self.handle_starttag(tag, attributes)
        if tag not in VOID and self.at.inside("svg"):
            self.at = self.at.parent

    def handle_endtag(self, tag: str) -> None:
        found = self.at
        while found.parent is not None and found.tag != tag:
            found = found.parent
        if found.parent is not None:
            self.at = found.parent

    def handle_data(self, text: str) -> None:
        self.at.children.append(text)


def read(html: str) -> Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.top
