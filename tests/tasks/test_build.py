"""build: a whole site or the old one; the same bytes wherever it is built."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from html import unescape
from xml.etree import ElementTree

import pytest
from course.loading import load_course
from tasks.verifying import faults

from .conftest import ROOT, Project

LESSON = "quizzes/sales-rules/rule-08.yml"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}"


def test_builds_both_languages_and_replaces_the_old_site(built_project) -> None:
    project = built_project
    first = project.bytes_of("site")
    assert "销售实务手册".encode() in first["index.html"] and b"Sales Fieldbook" in first["en/index.html"]
    project.edit("docs/index.zh.md", "我是新人", "我刚来")
    assert project.run("build").returncode == 0
    assert "我刚来".encode() in project.bytes_of("site")["index.html"]
    assert not list(project.folder.glob(".site-*")), "no stage stays behind"


def test_a_failed_build_leaves_the_old_site_untouched(built_project) -> None:
    project = built_project
    before = project.bytes_of("site")
    project.edit(LESSON, "correct: true", "corect: true")
    done = project.run("build")
    assert done.returncode == 1
    assert "unknown word 'corect'" in done.stdout and "did you mean 'correct'?" in done.stdout
    assert project.bytes_of("site") == before


def test_what_only_the_check_sees_ends_the_build(project) -> None:
    """Both languages are built while the check runs; nothing of them is published."""
    project.edit(LESSON, "    section: how", "    section: hwo")
    done = project.run("build")
    assert done.returncode == 1 and "'hwo'" in done.stdout and not done.stderr
    assert not (project.folder / "site").exists() and not list(project.folder.glob(".site-*"))


def test_a_build_that_fails_later_leaves_the_old_site_untouched(built_project) -> None:
    project = built_project
    before = project.bytes_of("site")
    project.edit("overrides/main.html", "{% extends", "{% nonsense %}{% extends")
    done = project.run("build")
    assert done.returncode == 1 and "nonsense" in done.stderr
    assert project.bytes_of("site") == before
    assert not list(project.folder.glob(".site-*"))


def test_what_is_saved_during_a_build_is_not_published_unchecked(built_project) -> None:
    """The rules may have read the old file, and MkDocs the new one."""
    project = built_project
    before = project.bytes_of("site")
    building = subprocess.Popen([sys.executable, "scripts/build.py", "build"], cwd=project.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    while building.poll() is None and not list(project.folder.glob(".site-*/*/index.html")):
        time.sleep(0.02)
    project.edit("docs/index.zh.md", "我是新人", "我刚来")
    _, said = building.communicate()
    assert building.returncode == 1
    assert said.startswith("docs/index.zh.md was changed while the site was built: nothing was published"), said
    assert project.bytes_of("site") == before


def test_a_warning_of_mkdocs_ends_the_build(project) -> None:
    """--strict, with every validation switch on: a page that stands in no navigation is a warning, and so an error."""
    for language, title, text in (("zh", "没有人找得到", "这一页不在导航里。"), ("en", "Nobody finds it", "This page stands in no navigation.")):
        front = f"---\nid: reference-lost\nkind: reference\ntitle: {title}\ndescription: {text}\nreviewed: 2026-11-23\n---\n\n{text}\n"
        (project.folder / f"docs/reference/lost.{language}.md").write_text(front, encoding="utf-8")
    assert project.run("ids").returncode == 0
    done = project.run("build")
    assert done.returncode == 1
    assert "lost.md" in done.stderr
    assert not (project.folder / "site").exists()


def test_a_folder_that_is_no_site_is_never_replaced(project) -> None:
    folder = project.folder / "thesis"
    folder.mkdir()
    (folder / "chapter.txt").write_text("years of work")
    done = project.run("build", "--output", "thesis")
    assert done.returncode == 2 and "nothing was touched" in done.stderr
    assert (folder / "chapter.txt").read_text() == "years of work"


def test_the_same_sources_give_the_same_bytes(built, make_project) -> None:
    other = make_project("另一处 b")
    assert other.run("build", SITE_URL="", TZ="Asia/Shanghai", PYTHONHASHSEED="2", LC_ALL="C").returncode == 0
    assert other.bytes_of("site") == built.bytes_of("site")
    # nor do they hold the day of the build, which two builds of one test would share
    assert int.from_bytes(built.bytes_of("site")["sitemap.xml.gz"][4:8], "little") == datetime(1980, 1, 1, tzinfo=UTC).timestamp()


def test_what_is_not_whole_is_found(built, tmp_path) -> None:
    """Before a site is published; each fault once, however many pages share it."""
    course, _ = load_course(ROOT)
    site = tmp_path / "site"
    shutil.copytree(built.folder / "site", site)
    assert faults(site, course) == []
    for path in ("assets/links.css", "en/assets/questions/rule-08.js", "go/rule-08.limits/index.html", "en/quality/method-02/index.html", "assets/logo.svg", "assets/favicon.svg", "sitemap.xml"):
        (site / path).unlink()
    (site / "assets/bank.js").write_text("")
    (site / "links.json").write_text('{"links": [')
    lesson = site / "en/sales-rules/rule-08/index.html"
    page = lesson.read_text(encoding="utf-8")
    lesson.write_text(page[: len(page) // 2], encoding="utf-8")
    found = faults(site, course)
    assert len(found) == len(set(found)) == 11 + 1, found  # (the method's page is missing, and is named)
    for said in (
        "assets/links.css is missing", "en/assets/questions/rule-08.js is missing", "go/rule-08.limits/index.html is missing", "en/quality/method-02/index.html is missing", "sitemap.xml is missing",
        "assets/bank.js is empty", "links.json cannot be read", "en/sales-rules/rule-08/index.html breaks off", "en/quality/method-02 is not there, but ",
        "assets/logo.svg is not there, but 404.html and ", "assets/favicon.svg is not there, but 404.html and ",
    ):  # fmt: skip
        assert any(fault.startswith(said) for fault in found), f"{said}\n{found}"


PICTURES = {f"assets/unfurl/{name}.zh.png" for name in ("home", "sales-rules", "quality", "time", "kam-process")}


def test_what_both_languages_share_stands_once(built) -> None:
    site = built.bytes_of("site")
    assert {"links.json", "links.csv", "links.schema.json", "feed.xml", "en/feed.xml"} <= site.keys()
    assert not {"en/links.json", "en/links.csv", "en/links.schema.json"} & site.keys()
    assert site["links.csv"].startswith(b"\xef\xbb\xbf") and b"\r\n" in site["links.csv"] and b"\r\r" not in site["links.csv"]
    assert not [path for path in site if "unfurl" in path], "nothing could name a picture without an address"
    assert not [path for path, content in site.items() if path.endswith(".html") and b'property="og:' in content]
    assert b"<loc>" not in site["sitemap.xml"]


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A site that knows its address."""
    project = Project(tmp_path_factory.mktemp("addressed") / "project")
    done = project.run("build", SITE_URL="https://fieldbook.example/a/b")
    assert done.returncode == 0, done.stdout + done.stderr
    site = project.folder / "site"
    (site / "en/assets/unfurl/quality.en.png").rename(site / "picture.png")
    assert [fault.partition(", but")[0] for fault in faults(site, load_course(ROOT)[0], "https://fieldbook.example/a/b/")] == ["en/assets/unfurl/quality.en.png is not there"]
    (site / "picture.png").rename(site / "en/assets/unfurl/quality.en.png")
    return project.bytes_of("site")


def test_absolute_addresses_only_with_site_url(built, addressed) -> None:
    site = built.bytes_of("site")
    assert "canonical" not in site["en/sales-rules/rule-08/index.html"].decode()
    assert 'class="fb-brand" href="/en/."' in site["en/404.html"].decode(), "lost in English, the way home is the English one"
    site = addressed
    assert '<link rel="canonical" href="https://fieldbook.example/a/b/en/sales-rules/rule-08/">' in site["en/sales-rules/rule-08/index.html"].decode()
    assert 'href="https://fieldbook.example/a/b/sales-rules/rule-08/#limits"' in site["go/rule-08.limits/index.html"].decode()
    assert b'"short": {"zh": "https://fieldbook.example/a/b/go/rule-08/"' in site["links.json"]
    assert b'<link rel="self" href="https://fieldbook.example/a/b/en/feed.xml"/>' in site["en/feed.xml"]
    # search engines find both languages of each page, and no page that only forwards or stands in frames
    for path, locations in (("sitemap.xml", "https://fieldbook.example/a/b/sales-rules/rule-08/"), ("en/sitemap.xml", "https://fieldbook.example/a/b/en/sales-rules/rule-08/")):
        sitemap = ElementTree.fromstring(site[path])
        listed = {url.findtext(f"{MAP}loc"): {link.get("hreflang"): link.get("href") for link in url.findall(f"{LINK}link")} for url in sitemap}
        assert listed[locations] == {
            "zh-Hans": "https://fieldbook.example/a/b/sales-rules/rule-08/", "en": "https://fieldbook.example/a/b/en/sales-rules/rule-08/",
        }
        assert len(listed) == len(list((built.folder / "docs").rglob("*.zh.md"))) and not [url for url in listed if "/go/" in url or "/embed/" in url]
    assert {path for path in site if "unfurl" in path} == PICTURES | {f"en/{path.replace('.zh.', '.en.')}" for path in PICTURES}


def test_what_a_chat_shows_of_a_link(addressed) -> None:
    site = addressed
    shown = meta(site["en/sales-rules/rule-08/index.html"])
    assert shown["og:title"] == "Rule 8: Take 100% responsibility" and shown["og:description"] == shown["description"] and shown["description"]
    assert (shown["og:type"], shown["og:locale"], shown["og:site_name"]) == ("article", "en_GB", "Sales Fieldbook")
    assert shown["og:url"] == "https://fieldbook.example/a/b/en/sales-rules/rule-08/"
    assert shown["og:image"] == "https://fieldbook.example/a/b/en/assets/unfurl/sales-rules.en.png"
    assert (shown["og:image:width"], shown["og:image:height"], shown["og:image:alt"]) == ("1200", "630", "Sales rules")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d.*", shown["article:modified_time"])
    home = meta(site["index.html"])
    assert (home["og:type"], home["og:locale"], home["og:url"]) == ("article", "zh_CN", "https://fieldbook.example/a/b/")
    pages = [path for path in site if path.endswith("index.html") and not path.removeprefix("en/").startswith(("go/", "embed/"))]
    for path in pages:
        assert meta(site[path])["og:image"].removeprefix("https://fieldbook.example/a/b/") in site, path
        assert b'rel="alternate"' not in site[path], path


def meta(html: bytes) -> dict[str, str]:
    return {name: unescape(content) for name, content in re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html.decode())}
