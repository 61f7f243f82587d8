"""zip: the same bytes whenever and wherever it is packed; an older archive stays when something goes wrong. (The archive of the real site: tests/full.)"""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from course.loading import load_course
from course.models import Course
from tasks import archiving, building
from tasks.environment import InstallationProblem

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT)[0]


def small_site(folder: Path, time: int) -> Path:
    """A few files, written in another order and at another time."""
    files = {"index.html": '<a href="rules/">规则</a>', "rules/index.html": '<a href="..">home</a>', "404.html": "lost", "assets/图.svg": "<svg/>", "en/sitemap.xml": "<urlset/>"}
    for path in sorted(files, reverse=bool(time % 2)):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(files[path], encoding="utf-8")
        file.chmod(0o600 if time % 2 else 0o755)
        os.utime(file, (time, time))
    return folder


def test_the_same_site_gives_the_same_bytes(tmp_path: Path, course: Course) -> None:
    packed = []
    for time in (86_400, 1_900_000_001):
        site = small_site(tmp_path / f"{time} 站", time)
        before = os.umask(0o077 if time % 2 else 0o002)
        archiving.pack(tmp_path / f"{time}.zip", "fieldbook-1", site, course)
        os.umask(before)
        packed.append((tmp_path / f"{time}.zip").read_bytes())
    assert packed[0] == packed[1]
    with zipfile.ZipFile(tmp_path / "86400.zip") as archive:
        names = archive.namelist()
        assert names == [f"fieldbook-1/{path}" for path in ("打开-open.html", "fieldbook/assets/图.svg", "fieldbook/index.html", "fieldbook/rules/index.html")]
        assert archive.read(names[2]).decode() == '<a href="rules/index.html">规则</a>' and archive.read(names[3]).decode() == '<a href="../index.html">home</a>'
        assert all(entry.date_time[0] >= 1980 and entry.external_attr >> 16 == 0o100644 and (entry.filename.isascii() or entry.flag_bits & 0x800) for entry in archive.infolist())
    assert os.stat(tmp_path / "86400.zip").st_mode & 0o777 == 0o644


def test_whatever_goes_wrong_the_older_archive_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "course.zip"
    target.write_bytes(b"older")

    def full_disk(*_) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(building, "run", lambda arguments: 0 if small_site(Path(arguments[1]), 2) else 1)
    with monkeypatch.context() as broken:
        broken.setattr(zipfile.ZipFile, "writestr", full_disk)
        with pytest.raises(InstallationProblem) as said:
            archiving.run(["--output", str(target)])
    assert all(words in str(said.value) for words in ("No space left on device", str(target), "as it was", "make room"))
    monkeypatch.setattr(building, "run", lambda _: 1)
    assert archiving.run(["--output", str(target)]) == 1
    assert target.read_bytes() == b"older" and os.listdir(tmp_path) == ["course.zip"]


@pytest.mark.parametrize("name", ["folder.zip", "site", "course.tar"])
def test_a_name_that_is_no_archive_is_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "folder.zip").mkdir()
    assert archiving.run(["--output", str(tmp_path / name)]) == 2
    assert "ends in .zip" in capsys.readouterr().err and os.listdir(tmp_path) == ["folder.zip"]


def test_without_a_place_to_build_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(InstallationProblem, match="TMPDIR"):
        archiving.run(["--output", str(tmp_path / "course.zip")])
    assert not os.listdir(tmp_path)
