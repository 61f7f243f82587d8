"""wiki-links as an editor and a wiki's own CI call it: what is printed, in three formats, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from course.models import Course
from course.problems import Problem
from tasks import wiki_links

SITE = "https://fieldbook.test/book/"
OLD = "reference/for-wiki-editors/#broken"
"""A heading that has another name by now, on a page as it stands."""
PAGES = {
    "团队/报价.html": '<html><body>\n<a href="https://fieldbook.test/book/sales-rules/rule-08/#limits">边界</a>\n<a href="https://elsewhere.test/go/rule-8/">x</a></body></html>\n',
    "gitlab.md": f"见 [法则8]({SITE}go/rule-08/)\n\n```\n{SITE}go/rule-8/\n```\n- {SITE}go/rule-8/\n",
    "confluence.xml": f'<ac:structured-macro ac:name="iframe"><ac:parameter ac:name="src"><ri:url ri:value="http://fieldbook.test/book/embed/rule-08/?lang=en&amp;theme=dark"/></ac:parameter></ac:structured-macro>\n<a href="{SITE}{OLD}">x</a>\n',
    "media.wiki": f"[{SITE}go/rule-08/ 法则8]、{SITE}go/rule-08/。\n",
    "notes.docx": f"{SITE}go/rule-8/",
}


@pytest.fixture
def wiki(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, text in PAGES.items():
        file = tmp_path / "wiki" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITE_URL", raising=False)
    return tmp_path / "wiki"


@pytest.fixture
def run(wiki: Path, course: Course, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    # the course as it stands, read once
    monkeypatch.setattr(wiki_links, "load_course", lambda root: (course, []))

    def call(*arguments: str) -> tuple[int, str, str]:
        try:
            code = wiki_links.run(list(arguments))
        except SystemExit as left:
            code = int(left.code or 0)
        return code, *capsys.readouterr()

    return call


def test_for_people(run) -> None:
    code, out, err = run("--site", SITE, "wiki")
    assert (code, err) == (1, "")
    assert out == f"""\
wiki/confluence.xml:2:10: warning[moved]: {SITE}{OLD}: '#broken' is 'reference-for-wiki-editors.check' now
    hint: write {SITE}go/reference-for-wiki-editors.check/
wiki/gitlab.md:6:3: error[dead]: {SITE}go/rule-8/: no id 'rule-8'
    hint: did you mean {SITE}go/rule-08/ ?
wiki/media.wiki:1:47: error[dead]: {SITE}go/rule-08/。: '。' belongs to the address here: write it without, or put a space between
    hint: did you mean {SITE}go/rule-08/ ?
7 links to the site in 4 files: 4 good, 1 moved, 2 dead
"""


def test_good_links_too(run) -> None:
    _, out, _ = run("--site", SITE, "--all", "wiki")
    assert out.startswith(f"""\
wiki/confluence.xml:1:85: good: http://fieldbook.test/book/embed/rule-08/?lang=en&theme=dark (short: {SITE}embed/rule-08/?lang=en&theme=dark)
wiki/gitlab.md:1:9: good: {SITE}go/rule-08/
wiki/media.wiki:1:2: good: {SITE}go/rule-08/
wiki/团队/报价.html:2:10: good: {SITE}sales-rules/rule-08/#limits (short: {SITE}go/rule-08.limits/)
wiki/confluence.xml:2:10: warning""")


def test_for_programs(run) -> None:
    code, out, _ = run("--format", "json", "--site", SITE, "wiki")
    found = json.loads(out)
    assert code == 1
    assert {key: found[key] for key in ("files", "good", "moved", "dead", "unread")} == {"files": 4, "good": 4, "moved": 1, "dead": 2, "unread": []}
    assert [link["state"] for link in found["links"]] == ["good", "moved", "good", "dead", "good", "dead", "good"]
    assert found["links"][3] == {
        "path": "wiki/gitlab.md", "line": 6, "column": 3, "url": f"{SITE}go/rule-8/", "state": "dead", "language": "zh",
        "id": "rule-08", "suggestion": f"{SITE}go/rule-08/", "message": "no id 'rule-8'",
    }  # fmt: skip


def test_for_a_pull_request(run) -> None:
    code, out, _ = run("--format", "github", "--site", SITE, "wiki/gitlab.md")
    assert code == 1
    assert out.splitlines()[0] == f"::error file=wiki/gitlab.md,line=6,col=3,title=dead::{SITE}go/rule-8/: no id 'rule-8'%0Ahint: did you mean {SITE}go/rule-08/ ?"
    assert out.endswith("2 links to the site in 1 file: 1 good, 0 moved, 1 dead\n")


def test_what_moved_still_works(run) -> None:
    """A wiki's CI goes on; the warning says what to write."""
    code, out, _ = run("--site", SITE, "wiki/confluence.xml")
    assert code == 0 and "warning[moved]" in out


def test_nothing_to_complain_of(run) -> None:
    assert run("--site", SITE, "wiki/团队") == (0, "1 link to the site in 1 file: 1 good, 0 moved, 0 dead\n", "")
    assert run("--site", "https://another.test", "wiki") == (0, "0 links to the site in 4 files\n", "")


def test_the_address_from_the_environment(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", SITE)
    assert run("wiki")[1].endswith("7 links to the site in 4 files: 4 good, 1 moved, 2 dead\n")


def test_a_page_named_twice_is_read_once(run) -> None:
    assert run("--site", SITE, "wiki/gitlab.md", "wiki", "./wiki/gitlab.md")[1].endswith("7 links to the site in 4 files: 4 good, 1 moved, 2 dead\n")


WRONG = {
    "no address of the site": (("wiki",), "which links lead into the site? Say its address: --site https://fieldbook.example/ (or set SITE_URL)"),
    "an address that is none": (("--site", "fieldbook", "wiki"), "'fieldbook' is no address of a site"),
    "a path that is not there": (("--site", SITE, "wiki", "wikis", "wiki/a.md"), "wikis does not exist\nwiki/a.md does not exist\n"),
    "no path": (("--site", SITE), "FILE|FOLDER"),
    "an empty folder": (("--site", SITE, "empty"), "no exported pages: no file there ends in .html"),
    "an unknown format": (("--site", SITE, "--format", "yaml", "wiki"), "invalid choice: 'yaml'"),
}


@pytest.mark.parametrize("what", WRONG)
def test_wrong_usage(run, what: str) -> None:
    Path("empty").mkdir()
    arguments, said = WRONG[what]
    code, out, err = run(*arguments)
    assert (code, out) == (2, "") and said in err and "Traceback" not in err


def test_what_cannot_be_read_is_said_and_the_rest_is_judged(run, wiki: Path) -> None:
    (wiki / "latin.md").write_bytes("ok\ncafé ".encode("latin-1"))
    (wiki / "gone.md").symlink_to("nowhere.md")
    (wiki / "round").symlink_to(wiki, target_is_directory=True)
    os.mkfifo(wiki / "pipe.md")
    code, out, err = run("--site", SITE, "wiki", "wiki/notes.docx")
    assert (code, err) == (1, "")
    for said in (
        "wiki/latin.md:2:4: error[unread]: neither UTF-8, UTF-16 nor GB18030 from here on\n    hint: save it as UTF-8",
        "wiki/gone.md:1:1: error[unread]: no ordinary file",
        "wiki/pipe.md:1:1: error[unread]: no ordinary file",
        "wiki/notes.docx:1:1: error[unread]: no ending that is read\n    hint: export it as .html",
        "7 links to the site in 4 files: 4 good, 1 moved, 2 dead; 4 not read\n",
    ):
        assert said in out, out
    unread = json.loads(run("--format", "json", "--site", SITE, "wiki")[1])["unread"]
    assert [problem["path"] for problem in unread] == ["wiki/gone.md", "wiki/latin.md", "wiki/pipe.md"]


def _refuse(path: object) -> None:
    raise PermissionError(13, "Permission denied", str(path))


def test_a_file_or_folder_that_may_not_be_read(run, wiki: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests as root may read everything, so the system's answer is made up."""
    opened = Path.open
    monkeypatch.setattr(Path, "open", lambda file, *how: _refuse(file) if file.name == "gitlab.md" else opened(file, *how))
    listed = os.scandir
    monkeypatch.setattr(os, "scandir", lambda folder: _refuse(folder) if str(folder).endswith("团队") else listed(folder))
    code, out, _ = run("--site", SITE, "wiki")
    assert code == 1
    assert "wiki/gitlab.md:1:1: error[unread]: cannot be read: Permission denied" in out
    assert "wiki/团队:1:1: error[unread]: cannot be read: Permission denied" in out
    assert out.endswith("4 links to the site in 2 files: 2 good, 1 moved, 1 dead; 2 not read\n")


def test_nothing_in_a_page_reaches_the_terminal_or_a_log_as_a_command(run, wiki: Path) -> None:
    (wiki / "evil.md").write_text(f"[a](<{SITE}go/\x1b[31m&#27;&#x202e;{'x' * 5000}>)\n[b]({SITE}go/x%0A::error%0A::stop/)\n", encoding="utf-8")
    for form in ("text", "github"):
        _, out, _ = run("--site", SITE, "--format", form, "wiki/evil.md")
        assert "\x1b" not in out and "\u202e" not in out and "\\x1b[31m" in out
        assert not any(line.startswith(("::error::", "::stop")) for line in out.splitlines())
        assert max(map(len, out.splitlines())) < 1000


def test_a_site_that_cannot_be_read_makes_no_link_dead(run, monkeypatch: pytest.MonkeyPatch, course: Course) -> None:
    broken = Problem("docs/sales-rules/rule-08.zh.md", 6, 10, "P04", "'minutes' has the value 'ten'")
    monkeypatch.setattr(wiki_links, "load_course", lambda root: (course, [broken]))
    code, out, err = run("--site", SITE, "wiki")
    assert (code, out) == (2, "") and str(broken) in err and "no link was judged" in err


def test_through_the_door(wiki: Path) -> None:
    """As it is called, from anywhere; paths count from there."""
    command = [sys.executable, str(wiki_links.ROOT / "scripts" / "build.py"), "wiki-links", "--site", SITE, "wiki/gitlab.md"]
    done = subprocess.run(command, cwd=wiki.parent, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("wiki/gitlab.md:6:3: error[dead]: ")
