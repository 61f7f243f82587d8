"""What a file may not be, whatever it says: too deep, too long, full of signs nobody sees, a link to elsewhere. Each is said, at once, with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from course.loading import load_course
from course.problems import Problem

PAGE = "---\nid: home\nkind: index\ntitle: 首页\ndescription: 说明\nreviewed: 2026-11-23\n---\n\n"
BANK = "quizzes/sales-rules/rule-01.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("docs/assets", "quizzes/sales-rules", "overrides"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.0.0"\n')
    for name, text in (("quizzes/glossary.yml", "terms: []\n"), ("quizzes/references.yml", "references: []\n"), ("quizzes/inventory.yml", "items: []\n"), ("quizzes/ids.txt", ""), ("company.yml", "name: ''\n")):
        (tmp_path / name).write_text(text)
    assert found(tmp_path) == []
    return tmp_path


def found(project: Path) -> list[tuple[str, int, int, str]]:
    return [(each.path, each.line, each.column, each.message) for each in problems(project)]


def problems(project: Path) -> list[Problem]:
    return load_course(project)[1]


def only(project: Path) -> Problem:
    (one,) = problems(project)
    assert one.hint, "it says what to do"
    return one


DEEP = {
    "lists in lists": "page: " + "[" * 100_000 + "]" * 100_000,
    "fields in fields": "page:\n" + "".join(f"{' ' * level}a:\n" for level in range(1, 900)),
    "braces in braces": "page: " + "{a: " * 50_000 + "1" + "}" * 50_000,
    "lists on one line": "- " * 1_500 + "x",
    "never closed": "page: " + "[" * 400_000,
}


@pytest.mark.parametrize("what", DEEP)
def test_too_deep(what: str, project: Path) -> None:
    """Neither a recursion that gives up nor a memory that fills: the twenty-first level is the last one looked at."""
    text = DEEP[what]
    (project / BANK).write_text("\n".join(text[at : at + 3_900] for at in range(0, len(text), 3_900)) if "\n" not in text else text, encoding="utf-8")
    one = only(project)
    assert one.path == BANK and one.message == "lists and fields stand in each other more than 20 deep"


def test_as_deep_as_a_bank_is_no_matter(project: Path) -> None:
    (project / BANK).write_text("page: " + "[" * 19 + "]" * 19, encoding="utf-8")
    assert [each.message for each in problems(project)] == ["'page' must be a text, not a list or fields"]


def test_too_many(project: Path) -> None:
    (project / BANK).write_text("page:\n" + "- a\n" * 100_100, encoding="utf-8")
    one = only(project)
    assert (one.path, one.message) == (BANK, "the file has more than 100,000 entries") and one.line > 99_990


def test_an_entity_that_grows_is_an_alias(project: Path) -> None:
    """The billion laughs: nothing is multiplied, each alias is an error."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"] + [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)]
    (project / BANK).write_text("\n".join(lines), encoding="utf-8")
    said = {each.message for each in problems(project)}
    assert "an anchor (&a) is not allowed" in said and "an alias (*a) is not allowed" in said


@pytest.mark.parametrize("path", [BANK, "quizzes/glossary.yml", "quizzes/references.yml", "quizzes/inventory.yml", "quizzes/paths.yml", "quizzes/search.yml", "company.yml", "quizzes/ids.txt"])
def test_too_large(path: str, project: Path) -> None:
    (project / path).write_bytes(b"# x\n" * 300_000)
    one = only(project)
    assert (one.path, one.message) == (path, "the file has 1.2 MB") and "split it" in one.hint


def test_a_page_too_large_or_on_one_line(project: Path) -> None:
    (project / "docs/index.zh.md").write_text(PAGE + "字\n" * 60_000, encoding="utf-8")
    one = only(project)
    assert (one.path, one.message) == ("docs/index.zh.md", "the file has 0.2 MB") and "200 KB" in one.hint
    (project / "docs/index.zh.md").write_text(PAGE + "x" * 3_000 + "\n" + "[" * 50_000, encoding="utf-8")
    one = only(project)
    assert (one.line, one.column, one.message) == (10, 1, "a line of more than 4,000 characters")


@pytest.mark.parametrize(
    ("raw", "line", "column", "message"),
    [
        (PAGE.encode() + b"x\x00y", 9, 2, "an unseen sign, U+0000"),
        (PAGE.encode() + "好\u202e坏".encode(), 9, 2, "an unseen sign, U+202E"),
        (PAGE.encode() + "好\u2028坏".encode(), 9, 2, "an unseen sign, U+2028"),
        (PAGE.encode() + b"\x1b[31m", 9, 1, "an unseen sign, U+001B"),
        (PAGE.encode() + "好\ufeff".encode(), 9, 2, "an unseen sign, U+FEFF"),
        (PAGE.encode() + b"\xff\xfe", 9, 1, "not UTF-8: byte 0xff"),
        (PAGE.encode("utf-16"), 1, 1, "not UTF-8: byte 0xff"),
        (PAGE.encode("gbk"), 4, 8, "not UTF-8: byte 0xca"),
    ],
)
def test_signs_that_nobody_sees(raw: bytes, line: int, column: int, message: str, project: Path) -> None:
    (project / "docs/index.zh.md").write_bytes(raw)
    one = only(project)
    assert (one.line, one.column, one.message) == (line, column, message)


@pytest.mark.parametrize("text", [PAGE.replace("\n", "\r"), PAGE.replace("\n", "\r\n"), "\ufeff" + PAGE])
def test_line_ends_and_marks_of_other_systems_are_read(text: str, project: Path) -> None:
    (project / "docs/index.zh.md").write_bytes(text.encode())
    course, said = load_course(project)
    assert said == [] and course.pages[0].front.title == "首页"


def test_a_sign_that_hides_in_an_escape(project: Path) -> None:
    (project / "company.yml").write_text('name: "a\\u202eb"\n', encoding="utf-8")
    assert (only(project).message, only(project).line) == ("an unseen sign, U+202E", 1)


@pytest.mark.parametrize("folder", ["docs", "quizzes", "overrides"])
@pytest.mark.parametrize("to", ["/etc", "/etc/passwd", ".", "nowhere"])
def test_a_link_to_elsewhere(folder: str, to: str, project: Path) -> None:
    os.symlink(to, project / folder / "linked")
    assert (f"{folder}/linked", 1, 1, "a symbolic link") in found(project)


def test_a_page_that_is_a_link(project: Path) -> None:
    os.symlink("/etc/hostname", project / "docs/x.zh.md")
    assert ("docs/x.zh.md", 1, 1, "a symbolic link") in found(project)


@pytest.mark.parametrize("path", ["docs/x.html", "docs/x.js", "docs/x.php", "docs/assets/x.html", "docs/assets/x.js", "docs/x.zh.md.orig", "docs/x.png", "docs/robots.txt", "overrides/x.js", "overrides/x.css", "quizzes/x.json", "quizzes/sales-rules/x.md"])
def test_a_file_of_a_kind_that_nobody_expects(path: str, project: Path) -> None:
    """MkDocs would publish it as it is."""
    (project / path).write_text("<script>alert(1)</script>", encoding="utf-8")
    one = only(project)
    assert one.path == path and one.message.startswith("a file of a kind that does not belong in ")


@pytest.mark.parametrize("name", ['"><img src=x>.zh.md', "Rule.zh.md", "a b.zh.md", "规则.zh.md", "a..b.zh.md", "-x.zh.md", "x'y.zh.md", "a&b.zh.md", "~x.zh.md"])
def test_a_name_that_cannot_be_an_address(name: str, project: Path) -> None:
    (project / "docs" / name).write_text(PAGE, encoding="utf-8")
    assert (f"docs/{name}", 1, 1, "a name that cannot be an address") in found(project)


@pytest.mark.parametrize("name", [".DS_Store", ".x.zh.md.swp"])
def test_what_the_build_leaves_out_is_no_matter(name: str, project: Path) -> None:
    (project / "docs" / name).write_text("x", encoding="utf-8")
    assert found(project) == []


def test_a_folder_and_a_pipe_where_a_file_should_be(project: Path) -> None:
    (project / "docs/x.zh.md").mkdir()
    os.mkfifo(project / BANK)
    assert {(each.path, each.message) for each in problems(project)} == {("docs/x.zh.md", "this is no file"), (BANK, "this is no file")}


def test_it_says_what_to_do(project: Path) -> None:
    (project / "docs/linked").symlink_to("/etc")
    (project / "docs/a b.zh.md").write_text(PAGE)
    for path in ("docs/x.js", "overrides/x.js", "quizzes/x.js"):
        (project / path).write_text("x")
    (project / "docs/index.zh.md").write_text(PAGE + "x\x00", encoding="utf-8")
    (project / "docs/long.zh.md").write_text(PAGE + "x" * 4_001, encoding="utf-8")
    (project / "company.yml").write_text("name: " + "[" * 21, encoding="utf-8")
    (project / "quizzes/glossary.yml").write_text("terms:\n" + "- a\n" * 100_001, encoding="utf-8")
    assert {each.path: each.hint for each in problems(project)} == {
        "docs/linked": "the site would show what it leads to, which may lie outside the project: put the file itself here",
        "docs/a b.zh.md": "use small Latin letters, figures and single hyphens: rule-08.zh.md",
        "docs/x.js": "move it out of docs/: what lies there is published; pages are .zh.md and .en.md, drawings .svg with .yml, the site's own pictures .svg and .png in docs/assets/",
        "overrides/x.js": "move it out of overrides/: parts of the theme are .html and .xml; scripts and styles are made in web/",
        "quizzes/x.js": "move it out of quizzes/: banks are .yml in a folder, lists .yml beside the folders",
        "docs/index.zh.md": "delete it (and type the words around it again); it changes what is read, and nobody sees why",
        "docs/long.zh.md": "break it into paragraphs; data does not belong here",
        "company.yml": "see CONTRIBUTING.md for an example; a text that begins with [ or { needs single quotes",
        "quizzes/glossary.yml": "split it; data does not belong here",
    }


ADDRESSES = ["javascript:alert(1)", "javascript://x.org/%0aalert(1)", "JavaScript:x@y.org", "data:text/html,x", "//x.org", "ftp://x.org/", "file:///etc/passwd", "x@y.org?body=<x>", "mailto:x@y.org", 'https://x.org/" onclick="x', "https://x.org/ y", "x"]


@pytest.mark.parametrize("field", ["report", "wiki"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_the_company_that_is_none(field: str, address: str, project: Path) -> None:
    (project / "company.yml").write_text(f"{field}: '{address}'\n", encoding="utf-8")
    one = only(project)
    assert (one.path, one.line, one.message) == ("company.yml", 1, f"'{field}' has the value '{address}'")
    assert one.hint == "write a mail address (name@company.example) or a web address (https://…)"


@pytest.mark.parametrize("address", ["", "a.b+c@firma-1.example", "https://wiki.firma.example:8443/x?y=1&z=2#a", "http://10.0.0.1/x", "http://wiki/"])
def test_an_address_of_the_company(address: str, project: Path) -> None:
    (project / "company.yml").write_text(f"report: '{address}'\nwiki: '{address}'\n", encoding="utf-8")
    course, said = load_course(project)
    assert said == [] and course.company.report == address


@pytest.mark.parametrize(("field", "value"), [("url", "javascript:alert(1)"), ("url", "https://x.org/ onclick=x"), ("url", "https://x.org/)"), ("doi", "javascript:x"), ("doi", '10.1/"onclick="x'), ("doi", "10.1/a b")])
def test_an_address_of_a_reference_that_is_none(field: str, value: str, project: Path) -> None:
    both = "{what}:\n      zh: x\n      en: x\n"
    (project / "quizzes/references.yml").write_text(f"references:\n  - key: a\n    kind: study\n    authors: a\n    title: b\n    {both.format(what='says').rstrip()}\n    confidence: H\n    {field}: '{value}'\n", encoding="utf-8")
    one = only(project)
    assert (one.line, one.message) == (10, f"'{field}' has the value '{value}' in reference a")
