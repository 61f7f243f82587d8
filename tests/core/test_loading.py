"""The project on disk as a course: what is read, and what is said of a file that is missing, misplaced or cannot be read."""

from __future__ import annotations

import pytest
from course.loading import load_course
from course.loading.lists import read_ledger
from course.loading.page import read_page, split_front_matter
from course.loading.picture import read_picture

from ..checks.conftest import BANK, EN, GLOSSARY, LEDGER, ZH, Site, site, written  # noqa: F401 – fixtures

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 100">\n  <rect class="fb-soft" x="0" y="0" width="90" height="40"/>\n  <text x="8" y="24">{{who}}</text>\n</svg>\n'
WORDS = "title:\n  zh: 谁来接\n  en: Who answers\nalt:\n  zh: 白天你接\n  en: By day you answer\nwords:\n  who:\n    zh: 你\n    en: You\n"
COLOURS = "colours and fonts come from classes (fb-line, fb-soft, fb-strong, fb-on-strong, fb-accent-line, fb-muted)"
ELEMENTS = "use a, circle, ellipse, g, line, path, polygon, polyline, rect, svg, text, tspan"


def said(site: Site) -> list[str]:
    return [f"{p.path}:{p.line}:{p.column} {p.code} {p.severity} {p.message} | {p.hint}" for p in sorted(load_course(site.root)[1])]


def test_everything_is_read(site: Site) -> None:
    site.write("docs/quality/who.svg", SVG)
    site.write("docs/quality/who.yml", WORDS)
    site.write("docs/assets/logo.svg", "not a picture of the course")
    site.write("quizzes/paths.yml", "paths:\n  - id: week\n    steps:\n      - page: method-01\n        when:\n          zh: 周一\n          en: Monday\n        do:\n          zh: 做\n          en: Do\n")
    site.write("quizzes/search.yml", "ignore:\n  zh: [的]\n")
    site.write("company.yml", "name: ACME\n")
    course, problems = load_course(site.root)
    assert problems == [] and course.unread == frozenset()
    assert course.version == "1.0.0"
    assert [(page.path, page.uri, page.language, page.id) for page in course.pages] == [
        ("docs/quality/index.en.md", "quality/index", "en", "quality"),
        ("docs/quality/index.zh.md", "quality/index", "zh", "quality"),
        (EN, "quality/method-01", "en", "method-01"),
        (ZH, "quality/method-01", "zh", "method-01"),
        ("docs/reference/evidence.en.md", "reference/evidence", "en", "reference-evidence"),
        ("docs/reference/evidence.zh.md", "reference/evidence", "zh", "reference-evidence"),
        ("docs/reference/glossary.en.md", "reference/glossary", "en", "reference-glossary"),
        ("docs/reference/glossary.zh.md", "reference/glossary", "zh", "reference-glossary"),
    ]
    assert [(bank.path, bank.page, len(bank.questions)) for bank in course.banks] == [(BANK, "method-01", 6)]
    assert [term.id for term in course.terms] == ["term-key-account"]
    assert [reference.key for reference in course.references] == ["smith-2020"] and course.hosts == ("www.iso.org",)
    assert [item.id for item in course.source_items] == ["qm-01"] and [claim.id for claim in course.claims] == ["r-01", "r-02"]
    assert [path.id for path in course.paths] == ["week"]
    assert [picture.name for picture in course.pictures] == ["who"] and course.pictures[0].svg == SVG
    assert course.company.say("name", "zh") == "ACME" and course.search.ignore["zh"] == ("的",)
    assert {line.id: (line.kind, line.retired) for line in course.ledger}["method-01.how"] == ("section", False)


def test_two_lists_may_be_left_out_and_the_others_not(site: Site) -> None:
    course = site.load()
    assert course.paths == () and course.search.ignore["zh"] == () and course.company.say("name", "en") == ""
    for path in (GLOSSARY, "quizzes/references.yml", "quizzes/inventory.yml", "company.yml"):
        site.delete(path)
    assert said(site) == [f"{path}:1:1 S01 error the file cannot be read: No such file or directory | look at its permissions" for path in ("company.yml", GLOSSARY, "quizzes/inventory.yml", "quizzes/references.yml")]
    course, _ = load_course(site.root)
    assert (course.terms, course.references, course.hosts, course.source_items, course.claims) == ((), (), (), (), ())
    assert course.unread == {"company.yml", GLOSSARY, "quizzes/inventory.yml", "quizzes/references.yml"}
    assert len(course.pages) == 8 and len(course.banks) == 1


def test_a_ledger_that_is_missing(site: Site) -> None:
    site.delete(LEDGER)
    assert said(site) == [
        "quizzes/ids.txt:1:1 S02 error the ledger of published ids is missing | bring it back from version control (git checkout -- quizzes/ids.txt); for a new course, make an empty file of this name and run `python3 scripts/build.py ids`",
    ]
    assert load_course(site.root)[0].ledger == ()


def test_a_ledger_that_cannot_be_read(site: Site) -> None:
    (site.root / LEDGER).write_bytes(b"a page\nb p\xff page\n")
    assert said(site) == ["quizzes/ids.txt:2:4 S01 error not UTF-8: byte 0xff | save the file as UTF-8 (often it was saved as GBK or ANSI)"]
    site.write(LEDGER, "method-01 pages\n")
    assert [line.partition(" | ")[0] for line in said(site)] == ["quizzes/ids.txt:1:1 S02 error not a line of the ledger: 'method-01 pages'"]


def test_files_that_are_called_otherwise(site: Site) -> None:
    site.write("quizzes/quality/rule.yaml", "page: x\n")
    site.write("quizzes/quality/deeper/rule.yml", "page: method-02\n")
    site.write("quizzes/quality/notes.txt", "free")
    site.write("docs/quality/notes.md", "x")
    site.write("docs/quality/notes.fr.md", "x")
    site.write("docs/notes.de.md", "x")
    assert said(site) == [
        "docs/notes.de.md:1:1 P01 error the name does not say the language | rename it to <page>.zh.md or <page>.en.md",
        "docs/quality/notes.fr.md:1:1 P01 error the name does not say the language | rename it to <page>.zh.md or <page>.en.md",
        "docs/quality/notes.md:1:1 P01 error the name does not say the language | rename it to <page>.zh.md or <page>.en.md",
        "quizzes/quality/notes.txt:1:1 S01 error a file of a kind that does not belong in quizzes/ | move it out of quizzes/: banks are .yml in a folder, lists .yml beside the folders",
        "quizzes/quality/rule.yaml:1:1 S01 error a bank's name ends in .yml | rename it to rule.yml",
    ]
    course, _ = load_course(site.root)
    assert [bank.path for bank in course.banks] == ["quizzes/quality/deeper/rule.yml", BANK] and len(course.pages) == 8


def test_what_cannot_be_read_is_left_out_and_the_rest_is_read(site: Site) -> None:
    site.write("docs/quality/index.zh.md", "no front matter")
    site.edit(BANK, "page: method-01", "pages: method-01")
    site.write("quizzes/quality/empty.yml", "")
    site.write("quizzes/quality/comment.yml", "# nothing yet\n")
    (site.root / EN).write_bytes("---\nid: a\n\n日期".encode("gbk"))
    site.write("quizzes/quality/twice.yml", "page: method-02\npage: method-03\n")
    assert said(site) == [
        "docs/quality/index.zh.md:1:1 P04 error the page has no front matter | begin the file with a line '---', the fields id, kind, title, description, reviewed, and a line '---'",
        "docs/quality/method-01.en.md:4:1 S01 error not UTF-8: byte 0xc8 | save the file as UTF-8 (often it was saved as GBK or ANSI)",
        "quizzes/quality/comment.yml:1:1 S01 error the file is empty | see CONTRIBUTING.md for an example, or delete the file",
        "quizzes/quality/empty.yml:1:1 S01 error the file is empty | see CONTRIBUTING.md for an example, or delete the file",
        "quizzes/quality/method-01.yml:1:1 S01 error 'page' is missing | add a line 'page: …'",
        "quizzes/quality/method-01.yml:1:1 S01 error unknown word 'pages' | did you mean 'page'?",
        "quizzes/quality/twice.yml:2:1 S01 error 'page' stands twice (first in line 1) | delete one of the two",
    ]
    course, problems = load_course(site.root)
    assert course.banks == () and len(course.pages) == 6
    assert course.unread == {problem.path for problem in problems} and EN in course.unread


def test_a_file_that_may_not_be_read(site: Site) -> None:
    (site.root / "docs/quality/folder.zh.md").mkdir()
    assert said(site) == ["docs/quality/folder.zh.md:1:1 S01 error this is no file | a page, a bank or a list is a file; rename the folder, or delete what stands here"]


@pytest.mark.parametrize(
    ("path", "size", "expected"),
    [
        ("docs/quality/index.zh.md", 200_000, []),
        ("docs/quality/index.zh.md", 200_001, ["docs/quality/index.zh.md:1:1 S01 error the file has 0.2 MB | a file may have 200 KB; split it, or move pictures and data out of it"]),
        (LEDGER, 1_000_000, []),
        (LEDGER, 1_000_001, ["quizzes/ids.txt:1:1 S01 error the file has 1.0 MB | a file may have 1 MB; split it, or move pictures and data out of it"]),
        (LEDGER, 2_340_000, ["quizzes/ids.txt:1:1 S01 error the file has 2.3 MB | a file may have 1 MB; split it, or move pictures and data out of it"]),
    ],
)
def test_how_large_a_file_may_be(site: Site, path: str, size: int, expected: list[str]) -> None:
    before = site.read(path) if (site.root / path).exists() else ""
    # lines that are not too long; in the ledger, comments
    (site.root / path).write_bytes((before + "# x\n" * size).encode()[: size - 1] + b"\n")
    assert said(site) == expected


def test_line_ends_and_a_byte_order_mark_make_no_difference(site: Site) -> None:
    text = site.read(ZH)
    before = site.load()
    for ends in ("\r\n", "\r"):
        (site.root / ZH).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", ends).encode())
        after, problems = load_course(site.root)
        assert problems == [] and after.pages == before.pages


# pages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n---\nBody\n", ("a: b\n", "Body\n", 4)), ("---\n---\nBody", ("", "Body", 3)), ("---\na: b\nc: d\n---\n\nBody", ("a: b\nc: d\n", "\nBody", 5)),
        ("Body\n---\na: b\n---\n", None), ("---\na: b\n", None), ("", None), ("--- \na: b\n---\n", ("a: b\n", "", 4)),
    ],
)
def test_front_matter_stands_between_two_lines(text: str, expected: tuple[str, str, int] | None) -> None:
    assert split_front_matter(text) == expected


FRONT = "---\nid: rule-01\nkind: index\ntitle: T\ndescription: D\nreviewed: 2026-11-23\n---\n"


def of_page(text: str) -> list[str]:
    page, problems = read_page(text, "a.zh.md", "a", "zh")
    assert (page is None) == bool(problems)
    return [f"{p.path}:{p.line}:{p.column} {p.code} {p.severity} {p.message} | {p.hint}" for p in sorted(problems)]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("kind: index\n", "kind: indx\n", ["a.zh.md:3:7 P04 error 'kind' must be 'lesson', 'index', 'form', 'practice', 'reference' or 'path' | did you mean 'index'?"]),
        ("title: T\n", "", ["a.zh.md:2:1 P04 error 'title' is missing | add a line 'title: …'"]),
        ("title: T\n", "title: T\ntitel: T\n", ["a.zh.md:5:1 P04 error unknown word 'titel' | did you mean 'title'?"]),
        ("title: T\n", "title: a: b\n", ["a.zh.md:4:9 P04 error not valid YAML: mapping values are not allowed in this context | put the text in single quotes: '…' (a single quote inside is written twice), or write |- and the text on the next line"]),
        ("title: T\n", "title: T # U\n", ["a.zh.md:4:8 P04 error the text is cut at ' #' | put the text in single quotes: '…' (a single quote inside is written twice), or write |- and the text on the next line"]),
        ("2026-11-23", "23.11.2026", ["a.zh.md:6:11 P04 error 'reviewed' is not well formed: '23.11.2026' | write the date as 2026-12-31"]),
        ("id: rule-01\nkind: index\ntitle: T\ndescription: D\nreviewed: 2026-11-23\n", "", ["a.zh.md:1:1 P04 error the file must hold fields ('name: value') | see CONTRIBUTING.md for an example"]),
    ],
)
def test_front_matter_has_a_code_of_its_own(old: str, new: str, lines: list[str]) -> None:
    assert of_page(FRONT.replace(old, new)) == lines


def test_lines_of_a_page_are_counted_from_the_top_of_the_file() -> None:
    page, _ = read_page(f"{FRONT}\n## A {{ #a }}\n", "a.zh.md", "a", "zh")
    assert page and [(heading.id, heading.place.path, heading.place.line) for heading in page.headings] == [("a", "a.zh.md", 9)]
    assert (page.path, page.uri, page.language, page.front.title) == ("a.zh.md", "a", "zh", "T")


# the ledger


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a page\n\n# note\na.b section\nc/d/ path\ne term\nf question retired\n", []),
        ("a pages", ["1 not a line of the ledger: 'a pages' | write '<id> <kind>', kind one of page, section, checklist, term, path, question, objective, item (a path is 'folder/page/ path'); or restore the line from version control"]),
        (f"a {'x' * 70}", [f"1 not a line of the ledger: 'a {'x' * 58}' | write '<id> <kind>', kind one of page, section, checklist, term, path, question, objective, item (a path is 'folder/page/ path'); or restore the line from version control"]),
        ("a page\n" + "<" * 7 + " " + "y" * 70 + "\nb page\n=======\nb page\n>>>>>>> z", [f"2 an unfinished merge: '<<<<<<< {'y' * 52}' | keep the lines of both branches, delete the marks <<<<<<<, ======= and >>>>>>>, then run `python3 scripts/build.py ids`, which sorts"]),
        ("a page retired", ["1 'a' is a page: its address must go on working and cannot be retired | delete 'retired', and name it under 'aliases:' of what took its place"]),
        ("a page\nb page\na term", ["3 'a' stands twice in the ledger, as page in line 1 and as term here | keep the line that says what it was first, and give the newer thing another id"]),
        ("a item\nb page\na item retired", ["3 'a' stands twice in the ledger, retired in line 3 and in use in line 1 | delete line 1: what was retired never comes back"]),
        ("a item retired\nb page\na item", ["3 'a' stands twice in the ledger, retired in line 1 and in use in line 3 | delete line 3: what was retired never comes back"]),
        ("a item\na item", []),
    ],
)
def test_a_line_of_the_ledger(text: str, lines: list[str]) -> None:
    read, problems = read_ledger(text, "ids.txt")
    assert [f"{p.line} {p.message} | {p.hint}" for p in problems] == lines
    assert all((p.path, p.column, p.code) == ("ids.txt", 1, "S02") for p in problems)


def test_what_a_ledger_holds() -> None:
    read, _ = read_ledger("a page\n\n# note\na.b section\nc/d/ path\nx pages\nf question retired\nf question retired\n", "ids.txt")
    assert [(line.id, line.kind, line.retired, line.place.path, line.place.line) for line in read] == [
        ("a", "page", False, "ids.txt", 1), ("a.b", "section", False, "ids.txt", 4), ("c/d/", "path", False, "ids.txt", 5),
        ("f", "question", True, "ids.txt", 7), ("f", "question", True, "ids.txt", 8),
    ]


# pictures


def of_picture(svg: str = SVG, words: str = WORDS) -> list[str]:
    picture, problems = read_picture(svg, "d/x.svg", words, "d/x.yml")
    assert (picture is None) == bool(problems)
    return [f"{p.path}:{p.line}:{p.column} {p.code} {p.message} | {p.hint}" for p in problems]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("{{who}}", "{{whom}}", ["d/x.svg:3:1 S01 no words for the place '{{whom}}' | add 'whom:' with zh and en under 'words:' in d/x.yml", "d/x.yml:9:5 S01 the words 'who' have no place in the drawing | write {{who}} where they stand, or delete them"]),
        ("<text ", '<image id="a"/><text ', [f"d/x.svg:3:1 S01 <image> has no place in a drawing | {ELEMENTS}", f"d/x.svg:3:1 S01 the attribute 'id' has no place in a drawing | {COLOURS}"]),
        ('x="8"', 'fill="red" onclick="x"', [f"d/x.svg:3:1 S01 the attribute 'fill' has no place in a drawing | {COLOURS}", f"d/x.svg:3:1 S01 the attribute 'onclick' has no place in a drawing | {COLOURS}"]),
        ("</text>", "", ["d/x.svg:4:3 S01 not well-formed SVG: mismatched tag | open it in a browser; look for an unclosed element or a bare '&'"]),
        ("  <rect", "<!DOCTYPE svg>\n  <rect", ["d/x.svg:2:1 S01 a document type has no place in a drawing | delete the line <!DOCTYPE …>"]),
        (' viewBox="0 0 360 100"', "", ['d/x.svg:1:1 S01 the drawing must be an <svg> with a viewBox | <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 240">']),
        ('<svg xmlns="http://www.w3.org/2000/svg"', "<svg", ['d/x.svg:1:1 S01 the drawing must be an <svg> with a viewBox | <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 240">']),
        ("<text ", '<text\n    id="a" ', [f"d/x.svg:4:1 S01 the attribute 'id' has no place in a drawing | {COLOURS}"]),
        ("<text x", '<a href="rule.md"><text x', ["d/x.svg:4:3 S01 not well-formed SVG: mismatched tag | open it in a browser; look for an unclosed element or a bare '&'"]),
        ('<rect class="fb-soft"', '<rect class="fb-soft" href="x"', [f"d/x.svg:2:1 S01 the attribute 'href' has no place in a drawing | {COLOURS}"]),
        ('<rect class="fb-soft"', '<rect xmlns:y="z" y:b="c" class="fb-soft"', [f"d/x.svg:1:1 S01 the attribute '{{z}}b' has no place in a drawing | {COLOURS}"]),
    ],
)
def test_a_drawing_that_is_refused(old: str, new: str, lines: list[str]) -> None:
    assert sorted(of_picture(SVG.replace(old, new, 1))) == sorted(lines)


def test_a_drawing_and_words_that_are_both_wrong() -> None:
    assert of_picture(SVG.replace("<text ", "<b/><text "), WORDS.replace("  en: Who answers\n", "").replace("en: You", "en: You # x")) == [
        "d/x.yml:9:9 S01 the text is cut at ' #' | put the text in single quotes: '…' (a single quote inside is written twice), or write |- and the text on the next line",
        "d/x.yml:2:3 S01 the English text (en) is missing | add a line 'en: …'",
        f"d/x.svg:3:1 S01 <b> has no place in a drawing | {ELEMENTS}",
    ]


def test_a_picture_is_two_files(site: Site) -> None:
    site.write("docs/quality/one.svg", SVG)
    site.write("docs/quality/two.yml", WORDS)
    site.write("docs/quality/three.svg", SVG)
    (site.root / "docs/quality/three.yml").write_bytes(b"\xff")
    site.write("docs/quality/four.svg", SVG.replace("{{who}}", "x"))
    site.write("docs/quality/four.yml", WORDS)
    site.write("docs/quality/assets/free.svg", "x")
    assert said(site) == [
        "docs/quality/four.yml:9:5 S01 error the words 'who' have no place in the drawing | write {{who}} where they stand, or delete them",
        "docs/quality/one.svg:1:1 S01 error the picture has no words | add docs/quality/one.yml",
        "docs/quality/three.yml:1:1 S01 error not UTF-8: byte 0xff | save the file as UTF-8 (often it was saved as GBK or ANSI)",
        "docs/quality/two.yml:1:1 S01 error the picture has no drawing | add docs/quality/two.svg",
    ]
    assert load_course(site.root)[0].pictures == ()
