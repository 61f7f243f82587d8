"""What stands around a build: where a site may stand, which address it may have, how it takes the old one's place."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from tasks import building, publishing
from tasks.environment import InstallationProblem
from tasks.writing import write


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (".", "holds this project"),
        ("/", "holds this project"),
        ("..", "holds this project"),
        ("", "holds this project"),
        ("docs/site", "among this project's sources"),
        ("web", "among this project's sources"),
        ("site/../quizzes", "among this project's sources"),
        ("README.md", "is a file"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_where_no_site_may_stand(name: str, why: str) -> None:
    with pytest.raises(InstallationProblem) as refused:
        publishing.place(name)
    assert why in str(refused.value) and "nothing was touched" in str(refused.value) and "another folder" in str(refused.value)


def test_a_place_inside_a_site_would_vanish_with_the_next_one(tmp_path: Path) -> None:
    site(tmp_path / "site", "fieldbook.js")
    with pytest.raises(InstallationProblem, match="inside a site"):
        publishing.place(str(tmp_path / "site" / "en"))


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    os.symlink(tmp_path / "real", tmp_path / "link", target_is_directory=True)
    assert publishing.place(str(tmp_path / "link")) == (tmp_path / "real").resolve()
    os.symlink(tmp_path / "circle", tmp_path / "circle")
    with pytest.raises(InstallationProblem, match="circle"):
        publishing.place(str(tmp_path / "circle" / "site"))


@pytest.mark.parametrize(
    "url",
    ["fieldbook.example", "javascript:alert(1)", "ftp://fieldbook.example/", "https://", "https:///a/", "https://a b/", "https://a/?q=1", "https://a/#x", "https://me@a/", "https://a:port/",
     "https://a:99999/", 'https://a/"><script>', "https://a/\nb", "https://a/../b/", "https://a//b/", "https://a/index.html", "https://[a/", "//a/b/"],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", url)
    with pytest.raises(InstallationProblem) as refused:
        building.environment()
    assert "SITE_URL is" in str(refused.value) and "https://intranet.example/fieldbook/" in str(refused.value) and "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("", ""), (" https://a.example ", "https://a.example/"), ("http://127.0.0.1:8000/a/b", "http://127.0.0.1:8000/a/b/"), ("https://[::1]/", "https://[::1]/"), ("https://销售.example/手册/", "https://销售.example/手册/")],
)
def test_an_address_gets_its_slash(said: str, meant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", said)
    assert (building.environment()["SITE_URL"], building.environment()["SITE_URL_EN"]) == (meant, f"{meant}en/" if meant else "")


def test_the_command_says_it_in_one_sentence(project) -> None:
    for arguments, environment, said in ((("--output", "docs/site"), {}, "among this project's sources"), ((), {"SITE_URL": "javascript:alert(1)"}, "SITE_URL is")):
        done = project.run("build", *arguments, **environment)
        assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr, done.stderr
    assert not list(project.folder.glob("docs/site")) and not (project.folder / "site").exists()


def site(folder: Path, *assets: str) -> Path:
    for name in assets:
        (folder / "assets" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "assets" / name).write_text(f"{name} of {folder.name}")
    return folder


def published(tmp_path: Path, *assets: str) -> Path:
    output = tmp_path / "site"
    with publishing.stage(output) as stage:
        publishing.publish(site(stage.folder / "zh", "fieldbook.js", *assets), output)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
    return output


def test_assets_of_earlier_releases_stay_for_a_month(tmp_path: Path) -> None:
    output = published(tmp_path, "one.js", "stylesheets/a.css")
    assert not (output / publishing.KEPT).exists()
    published(tmp_path, "two.js", "stylesheets/b.css")
    names = {path.relative_to(output / "assets").as_posix() for path in (output / "assets").rglob("*.*")}
    assert names == {"fieldbook.js", "one.js", "two.js", "stylesheets/a.css", "stylesheets/b.css", "kept.json"}
    assert set(json.loads((output / publishing.KEPT).read_text())) == {"assets/one.js", "assets/stylesheets/a.css"}
    # they go on from release to release, and go when their time is over: one that came back is an ordinary one again
    published(tmp_path, "stylesheets/a.css")
    kept = json.loads((output / publishing.KEPT).read_text())
    assert set(kept) == {"assets/one.js", "assets/two.js", "assets/stylesheets/b.css"}
    (output / publishing.KEPT).write_text(json.dumps(kept | {"assets/one.js": time.time() - 31 * 24 * 3600, "assets/two.js": time.time() + 31 * 24 * 3600}))
    published(tmp_path)
    assert {path.name for path in (output / "assets").rglob("*.*")} == {"fieldbook.js", "a.css", "b.css", "kept.json"}


def test_where_two_folders_cannot_be_exchanged_two_renames_do_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    published(tmp_path, "one.js")
    assert (published(tmp_path, "two.js") / "assets/two.js").read_text() == "two.js of zh"
    real = Path.rename

    def fails(path: Path, target: Path) -> Path:
        if path.name == "zh":
            raise OSError(16, "Device or resource busy", str(path))
        return real(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(InstallationProblem, match="is as it was"), publishing.stage(tmp_path / "site") as stage:
        publishing.publish(site(stage.folder / "zh", "fieldbook.js", "three.js"), tmp_path / "site")
    assert (tmp_path / "site/assets/two.js").exists() and not (tmp_path / "site/assets/three.js").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_swept_and_what_another_holds_is_not(tmp_path: Path) -> None:
    output = tmp_path / "site"
    (tmp_path / ".site-dead/zh").mkdir(parents=True)
    # killed between two renames: the old site has no successor
    site(tmp_path / ".site-between/old/site", "fieldbook.js", "one.js")
    with publishing.stage(output) as other:
        assert (output / "assets/one.js").exists(), "it is back before anything else is done"
        published_meanwhile = sorted(path.name for path in tmp_path.iterdir())
        with publishing.stage(output) as stage:
            assert other.folder.exists() and stage.folder != other.folder
            publishing.publish(site(stage.folder / "zh", "fieldbook.js", "two.js"), output)
        publishing.publish(site(other.folder / "zh", "fieldbook.js", "three.js"), output)
    assert published_meanwhile == [other.folder.name, "site"]
    assert (output / "assets/three.js").exists() and [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_files_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("old")
    (tmp_path / "two").mkdir()
    (tmp_path / "two/inside").write_text("in the way")
    (tmp_path / "three.new").mkdir()
    with pytest.raises(InstallationProblem, match="could not be written, and is as it was"):
        write({tmp_path / "one": "new", tmp_path / "three": "new"})
    assert (tmp_path / "one").read_text() == "old" and not (tmp_path / "one.new").exists()
    (tmp_path / "one").chmod(0o640)
    write({tmp_path / "one": "新\n", tmp_path / "folder/two": b"\xff"})
    assert (tmp_path / "one").read_bytes() == "新\n".encode() and (tmp_path / "folder/two").read_bytes() == b"\xff"
    assert os.name == "nt" or (tmp_path / "one").stat().st_mode & 0o777 == 0o640
