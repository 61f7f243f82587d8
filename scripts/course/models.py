"""What a course is made of: texts, questions, checklists, pages, and the lists they are checked against.

Frozen models and nothing else: no files, no Markdown, no HTML. Every entry knows the places it was
written at, so that a rule can point at the exact line without knowing about files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, StringConstraints

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
"""Grammar of an id. A section's address is `<page>.<heading id>`; the dot is used nowhere else."""

PATH = rf"({ID}/)+"
"""Grammar of a page's own place on the site, from the root of its language: `sales-rules/rule-08/`."""

WITH_ADDRESS = ("page", "section", "checklist", "term", "path")
WITHOUT_ADDRESS = ("question", "objective", "item")
"""What a line of the ledger may be. An address must go on working; the others are only never used again."""


GLOSSARY = "reference/glossary"
EVIDENCE = "reference/evidence"
"""The two pages that list what other pages link to: terms (`#term-…`) and references (`#ref-…`)."""


class Place(NamedTuple):
    """Where something was written: a path relative to the project, line and column from 1."""

    path: str
    line: int
    column: int = 1


def _strictly_true_or_false(value: Any) -> Any:
    # YAML is read as strings; `yes`, `on` and `1` must not quietly become true
    if value in ("true", True):
        return True
    if value in ("false", False):
        return False
    raise ValueError("write true or false")


def _strictly_whole(value: Any) -> Any:
    if isinstance(value, str) and not (value.isascii() and value.isdigit()):
        raise ValueError("write a whole number")
    return value


def _address_or_nothing(value: Any) -> Any:
    # it becomes a link: `javascript:` and whatever else a browser would run or open has no place in it
    if value == "" or (isinstance(value, str) and (_MAIL.fullmatch(value) or _WEB.fullmatch(value))):
        return value
    raise ValueError("write a mail address (name@company.example) or a web address (https://…)")


def _web_address(value: Any) -> Any:
    if isinstance(value, str) and not _WEB.fullmatch(value):
        raise ValueError("write a whole web address: https://…, with %28 and %29 for round brackets")
    return value


def _doi(value: Any) -> Any:
    if isinstance(value, str) and not _DOI.fullmatch(value):
        raise ValueError("write it as 10.1080/00461520, without https://doi.org/")
    return value


_DOI = re.compile(r"10\.[0-9.]+/[^\s<>\"'\\\[\]{}|`^]+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)*", re.ASCII)
_WEB = re.compile(r"https?://[^\s()\[\]\\<>\"'`{}|^]+")


def _without_places(value: Any) -> Any:
    # the loader notes places in every mapping; where an author's own words are the names, they are no entry
    return {name: text for name, text in value.items() if name != "places"} if isinstance(value, dict) else value


Id = Annotated[str, StringConstraints(pattern=rf"^{ID}$")]
Words = Annotated[str, StringConstraints(min_length=1)]
MailOrWeb = Annotated[str, BeforeValidator(_address_or_nothing)]
Flag = Annotated[bool, BeforeValidator(_strictly_true_or_false)]
Count = Annotated[int, BeforeValidator(_strictly_whole), Field(ge=1)]


_Of = TypeVar("_Of")


class Entry(BaseModel):
    """Base of everything that is written in YAML. `places` maps a field's name to where its value stands; '' is the entry."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    places: Mapping[str, Place] = Field(default_factory=dict, repr=False, exclude=True)

    def place(self, field: str = "") -> Place:
        return self.places.get(field) or self.places.get("") or Place("?", 1)


class Text(Entry):
    """One text in both languages; restricted Markdown (emphasis, code, links), one line each."""

    zh: Words
    en: Words

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


class Objective(Text):
    """A learning objective: what a learner can do afterwards."""

    id: Id


class Option(Text):
    """An option of a choice question, with its feedback (`why`)."""

    id: Id
    correct: Flag = False
    why: Text


class Step(Text):
    id: Id


class Pair(Entry):
    id: Id
    left: Text
    right: Text


class Accept(Entry):
    """Accepted answers of a blank; compared after NFKC, case folding and trimming."""

    zh: Annotated[tuple[Words, ...], Field(min_length=1)]
    en: Annotated[tuple[Words, ...], Field(min_length=1)]

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        return self.zh if language == "zh" else self.en


Level = Literal["remember", "understand", "apply", "analyse"]


class Item(Entry):
    """What all question types share. (An item is the field's word for a question in a bank.)"""

    id: Id
    level: Level
    objective: Id
    section: Id
    v: Count = 1
    vignette: Flag = False
    allow: Annotated[Mapping[str, Words], BeforeValidator(_without_places)] = Field(default_factory=dict)
    ask: Text


class Choice(Item):
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    explain: Text | None = None

    @property
    def keys(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.correct)

    @property
    def distractors(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if not option.correct)


class Single(Choice):
    type: Literal["single"]


class Multiple(Choice):
    type: Literal["multiple"]


class Blank(Item):
    type: Literal["blank"]
    accept: Accept
    explain: Text


class Order(Item):
    type: Literal["order"]
    steps: Annotated[tuple[Step, ...], Field(min_length=3)]
    explain: Text


class Match(Item):
    type: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2)]
    explain: Text

    def choices(self) -> tuple[Pair, ...]:
        """The first pair with each right side: what the learner chooses from. A choice's value is that pair's id."""
        seen: dict[tuple[str, str], Pair] = {}
        for pair in self.pairs:
            seen.setdefault((pair.right.zh, pair.right.en), pair)
        return tuple(seen.values())

    def key(self, pair: Pair) -> str:
        """The value that is right for this pair."""
        return next(c.id for c in self.choices() if (c.right.zh, c.right.en) == (pair.right.zh, pair.right.en))


Question = Annotated[Single | Multiple | Blank | Order | Match, Field(discriminator="type")]
QUESTION_TYPES = ("single", "multiple", "blank", "order", "match")


class ChecklistItem(Text):
    id: Id


class Checklist(Entry):
    id: Id
    title: Text
    items: Annotated[tuple[ChecklistItem, ...], Field(min_length=1)]


class Bank(Entry):
    """The questions and checklists of one page."""

    page: Id
    objectives: tuple[Objective, ...] = ()
    questions: tuple[Question, ...] = ()
    checklists: tuple[Checklist, ...] = ()

    @property
    def path(self) -> str:
        return self.place().path


class Heading(NamedTuple):
    level: int
    text: str
    id: str
    classes: tuple[str, ...]
    place: Place


class Marker(NamedTuple):
    kind: str
    argument: str
    place: Place


class Link(NamedTuple):
    text: str
    target: str
    place: Place


class Line(NamedTuple):
    """A line of a page. `visible` has code replaced by spaces, so that a column in it is a column in `text`."""

    number: int
    text: str
    visible: str
    in_code: bool


class ClaimMark(NamedTuple):
    id: str
    section: str
    place: Place


class Paragraph(NamedTuple):
    """A block of prose as written: `section` is the id of the second-level heading above it ('' before the first)."""

    section: str
    kind: Literal["prose", "table", "list"]
    text: str
    place: Place


PageKind = Literal["lesson", "index", "form", "practice", "reference", "path"]


class FrontMatter(Entry):
    id: Id
    kind: PageKind
    title: Words
    description: Words
    minutes: Count | None = None
    sources: tuple[Id, ...] = ()
    claims: tuple[Id, ...] = ()
    reviewed: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    provenance: Literal["supplement"] | None = None
    aliases: tuple[Annotated[str, StringConstraints(pattern=rf"^({ID}(\.{ID})?(#{ID})?|{PATH})$")], ...] = ()
    """What led here before and must go on doing so: an old id, with `#` and the place on this page that took over; or, ending in `/`, an old path."""


class Page(BaseModel):
    """One page in one language. `uri` is its address in the sources without language and ending: `sales-rules/rule-08`."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    path: str
    uri: str
    language: Language
    front: FrontMatter
    headings: tuple[Heading, ...]
    markers: tuple[Marker, ...]
    links: tuple[Link, ...]
    claim_marks: tuple[ClaimMark, ...]
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...] = ()
    """The body as written, for rules about what is almost a marker and about typography."""

    @property
    def id(self) -> str:
        return self.front.id

    @property
    def kind(self) -> str:
        return self.front.kind

    @property
    def module(self) -> str:
        return self.uri.partition("/")[0] if "/" in self.uri else ""

    def heading(self, id: str) -> Heading | None:
        return next((heading for heading in self.headings if heading.id == id), None)


class Synonyms(Entry):
    zh: tuple[Words, ...] = ()
    en: tuple[Words, ...] = ()

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        return self.zh if language == "zh" else self.en


class Term(Text):
    id: Id
    pinyin: Words
    synonyms: Synonyms = Synonyms()
    means: Text
    boundary: Text | None = Field(default=None, alias="not")


class Reference(Entry):
    """An entry of the closed list of what a page may cite."""

    key: Id
    kind: Literal["study", "book", "standard", "law", "news", "web"]
    authors: Text | Words
    year: Words | None = None
    title: Text | Words
    where: Text | Words | None = None
    doi: Annotated[str, BeforeValidator(_doi)] | None = None
    url: Annotated[str, BeforeValidator(_web_address)] | None = None
    says: Text
    confidence: Literal["H", "M"]
    article: Words | None = None

    def text(self, field: Literal["authors", "title", "where"], language: Language) -> str:
        value = getattr(self, field)
        return value[language] if isinstance(value, Text) else (value or "")


class SourceItem(Entry):
    """A system, list or case of the source: where it must stand, or why it is left out."""

    id: Id
    title: Text
    state: Literal["source", "supplement", "dropped"]
    reason: Text | None = None
    pages: tuple[Id, ...] = ()
    claims: tuple[Id, ...] = ()


class Claim(Entry):
    """A row of the claim register: a statement that needs care, and how it is framed."""

    id: Id
    title: Text
    frame: Text
    pages: tuple[Id, ...] = ()


class PathStep(Entry):
    """A step of a learning path: when, which page (or, without one, what: `read`), and what one does after it."""

    when: Text
    page: Id | None = None
    read: Text | None = None
    minutes: Count | None = None
    do: Text


class LearningPath(Entry):
    """`id` is the page (kind: path) on which it stands."""

    id: Id
    steps: Annotated[tuple[PathStep, ...], Field(min_length=1)]


class AlsoCalled(Entry):
    """Words by which people look for a page and which do not stand on it."""

    page: Id
    zh: tuple[Words, ...] = ()
    en: tuple[Words, ...] = ()

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        return self.zh if language == "zh" else self.en


class SearchWords(Entry):
    """What the search knows about words, beyond the glossary (`quizzes/search.yml`)."""

    ignore: Synonyms = Synonyms()
    same: tuple[tuple[Words, ...], ...] = ()
    also: tuple[AlsoCalled, ...] = ()


class Company(Entry):
    """What a company fills in. Empty, a neutral sentence stands in its place."""

    name: Text | str = ""
    report: MailOrWeb = ""
    """Mail address or web address that takes reports of mistakes."""
    ask: Text | str = ""
    """Whom to ask when the law or a rule of the house is in doubt."""
    response: Text | str = ""
    """How soon customers are answered."""
    wiki: MailOrWeb = ""
    """Address of the internal wiki."""

    def say(self, field: Literal["name", "ask", "response"], language: Language) -> str:
        value = getattr(self, field)
        return value[language] if isinstance(value, Text) else value


class Picture(Entry):
    """A drawing with its words. `svg` has places `{{name}}` for them; classes give it its colours."""

    title: Text
    alt: Text
    words: Annotated[Mapping[str, Text], BeforeValidator(_without_places)] = Field(default_factory=dict)
    svg: str = Field(default="", exclude=True)

    @property
    def uri(self) -> str:
        """'sales-rules/who-answers-when': where it stands in `docs/`, without ending."""
        return self.place().path.removeprefix("docs/").removesuffix(".yml")

    @property
    def name(self) -> str:
        return self.uri.rpartition("/")[2]


class LedgerLine(NamedTuple):
    id: str
    kind: str
    retired: bool
    place: Place


class PlaceOnPath(NamedTuple):
    path: Page
    step: int
    steps: int
    next: Page
    """The path's own page after the last step."""


class Course(BaseModel):
    """Everything that was written, as far as it could be read."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    version: str
    pages: tuple[Page, ...] = ()
    banks: tuple[Bank, ...] = ()
    pictures: tuple[Picture, ...] = ()
    terms: tuple[Term, ...] = ()
    references: tuple[Reference, ...] = ()
    hosts: tuple[str, ...] = ()
    source_items: tuple[SourceItem, ...] = ()
    claims: tuple[Claim, ...] = ()
    paths: tuple[LearningPath, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    search: SearchWords = SearchWords()
    company: Company = Company()
    unread: frozenset[str] = frozenset()
    """Paths of files that exist and could not be read; what they hold is missing here."""

    _by_name: dict[str, tuple[object, dict[Any, Any]]] = PrivateAttr(default_factory=dict)

    def _find(self, field: str, entries: Sequence[_Of], name: Callable[[_Of], Any], wanted: Any) -> _Of | None:
        """The first entry of that name. Every page asks, for every id on it: searching each time took as long as all pages times all pages."""
        kept = self._by_name.get(field)
        # a copy with other entries shares what was kept: told apart by the entries themselves
        if kept is None or kept[0] is not entries:
            kept = self._by_name[field] = (entries, {name(entry): entry for entry in reversed(entries)})
        return kept[1].get(wanted)

    def page(self, id: str, language: Language) -> Page | None:
        return self._find("pages", self.pages, lambda page: (page.id, page.language), (id, language))

    def in_language(self, language: Language) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.language == language)

    def bank(self, page_id: str) -> Bank | None:
        return self._find("banks", self.banks, lambda bank: bank.page, page_id)

    def picture(self, page: Page, name: str) -> Picture | None:
        """A picture stands in the folder of the page that shows it."""
        uri = f"{page.module}/{name}" if page.module else name
        return next((picture for picture in self.pictures if picture.uri == uri), None)

    def path(self, page_id: str) -> LearningPath | None:
        return next((path for path in self.paths if path.id == page_id), None)

    def steps_on(self, page: Page) -> Iterator[PlaceOnPath]:
        """Where the page stands on each path that has it, and which page comes after it there."""
        for path in self.paths:
            stops = [stop for step in path.steps if step.page and (stop := self.page(step.page, page.language))]
            home = self.page(path.id, page.language)
            ids = [stop.id for stop in stops]
            if home and page.id in ids:
                at = ids.index(page.id)
                yield PlaceOnPath(home, at + 1, len(stops), stops[at + 1] if at + 1 < len(stops) else home)

    def term(self, id: str) -> Term | None:
        return self._find("terms", self.terms, lambda term: term.id, id)

    def reference(self, key: str) -> Reference | None:
        return self._find("references", self.references, lambda reference: reference.key, key)
