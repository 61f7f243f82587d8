"""build: a whole site or the old one; the same bytes wherever it is built."""

from __future__ import annotations

LESSON = "quizzes/sales-rules/rule-08.yml"


def test_builds_both_languages_and_replaces_the_old_site(project) -> None:
    done = project.run("build")
    assert done.returncode == 0, done.stdout + done.stderr
    first = project.bytes_of("site")
    assert "销售实务手册".encode() in first["index.html"] and b"Sales Fieldbook" in first["en/index.html"]
    project.edit("docs/index.zh.md", "我是新人", "我刚来")
    assert project.run("build").returncode == 0
    assert "我刚来".encode() in project.bytes_of("site")["index.html"]
    assert not list(project.folder.glob(".site-*")), "no stage stays behind"


def test_a_failed_build_leaves_the_old_site_untouched(project) -> None:
    assert project.run("build").returncode == 0
    before = project.bytes_of("site")
    project.edit(LESSON, "correct: true", "corect: true")
    done = project.run("build")
    assert done.returncode == 1
    assert "unknown word 'corect'" in done.stdout and "did you mean 'correct'?" in done.stdout
    assert project.bytes_of("site") == before


def test_a_build_that_fails_later_leaves_the_old_site_untouched(project) -> None:
    assert project.run("build").returncode == 0
    before = project.bytes_of("site")
    project.edit("overrides/main.html", "{% extends", "{% nonsense %}{% extends")
    done = project.run("build")
    assert done.returncode == 1 and "nonsense" in done.stderr
    assert project.bytes_of("site") == before
    assert not list(project.folder.glob(".site-*"))


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


def test_the_same_sources_give_the_same_bytes(make_project) -> None:
    a, b = make_project("a"), make_project("另一处 b")
    assert a.run("build", TZ="UTC", PYTHONHASHSEED="1").returncode == 0
    assert b.run("build", TZ="Asia/Shanghai", PYTHONHASHSEED="2", LC_ALL="C").returncode == 0
    assert a.bytes_of("site") == b.bytes_of("site")


def test_absolute_addresses_only_with_site_url(project) -> None:
    assert project.run("build", SITE_URL="").returncode == 0
    site = project.bytes_of("site")
    assert "canonical" not in site["en/sales-rules/rule-08/index.html"].decode()
    assert 'class="fb-brand" href="/en/."' in site["en/404.html"].decode(), "lost in English, the way home is the English one"
    assert project.run("build", SITE_URL="https://fieldbook.example/a/b").returncode == 0
    site = project.bytes_of("site")
    assert '<link rel="canonical" href="https://fieldbook.example/a/b/en/sales-rules/rule-08/">' in site["en/sales-rules/rule-08/index.html"].decode()
    assert 'href="https://fieldbook.example/a/b/sales-rules/rule-08/#limits"' in site["go/rule-08.limits/index.html"].decode()
