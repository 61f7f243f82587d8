"""The same commit gives the same site: names, bytes and permissions, whoever builds it, wherever and whenever."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tasks.proof import enter

from ..tasks.conftest import Project
from .machine import BUILD, program, tree

PART = "reproducible and atomic"


class Way(NamedTuple):
    """How a build differs from the plain one in `what`; `before` stands in front of the command."""

    what: str
    folder: str = "project"
    before: tuple[str, ...] = ()
    umask: int = 0o022
    memory: bool = False
    """On a disk in memory, which lists files in another order."""
    git: bool = False
    again: bool = False
    """Over the site and the caches of a build before it."""
    environment: dict[str, str] = {}


WAYS = (
    Way("as it is"),
    Way("folder with a blank and Chinese, other times of files", folder="另一处 的 b"),
    Way("hash seed, Shanghai, Chinese locale, from memory", memory=True, environment={"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "zh"}),
    Way("no locale, umask 077, hash seed 0, west of the date line", umask=0o077, environment={"PYTHONHASHSEED": "0", "LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Pago_Pago", "PYTHONUTF8": "0"}),
    Way("umask 000, one core", umask=0o000, before=("taskset", "-c", "0")),
    Way("two years later, in the night of a leap day", before=("faketime", "2028-02-29 23:59:50")),
    Way("before 1980", before=("faketime", "1975-03-01 10:00:00")),
    Way("another user, home and editor, without git on the path", environment={"HOME": "/nonexistent", "USER": "王", "LOGNAME": "王", "PATH": "/nonexistent", "EDITOR": "vi", "COLUMNS": "40", "TERM": "dumb"}),
    Way("a git work tree", git=True, environment={"SOURCE_DATE_EPOCH": "1700000000"}),
    Way("over an older site, with warm caches", again=True, environment={"PYTHONOPTIMIZE": "1"}),
)
ADDRESSED = (Way("as it is"), Way("folder, seed, zone, day", folder="别处 c", before=("faketime", "2031-01-01 00:00:01"), umask=0o077, environment={"PYTHONHASHSEED": "3", "TZ": "Asia/Tokyo"}))
ADDRESS = "https://intranet.example/a/b"


@pytest.fixture(scope="module")
def commit() -> Iterator[Path]:
    """What all builds are made of: of this moment, whatever is saved meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        yield Project(Path(folder) / "project").folder


def built(way: Way, commit: Path, around: Path, address: str) -> Path:
    with tempfile.TemporaryDirectory(dir="/dev/shm" if way.memory and os.path.isdir("/dev/shm") else around) as other:
        project = (Path(other) if way.memory else around) / way.folder
        shutil.copytree(commit, project, symlinks=True)
        chance = random.Random(way.what)
        for file in project.rglob("*"):
            if not file.is_symlink() and file.is_file():
                os.utime(file, (chance.randrange(10**9), chance.randrange(10**9)))
        if way.git:
            for arguments in (["init", "-q"], ["add", "docs"], ["-c", "user.name=a", "-c", "user.email=a@example", "commit", "-q", "-m", "a", "--date", "2001-01-01"]):
                subprocess.run([program("git", "git"), *arguments], cwd=project, check=True, capture_output=True)
        before = tuple(program(name, {"taskset": "util-linux"}.get(name, name)) if not at else name for at, name in enumerate(way.before))
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "SITE_URL", "PYTHON"))} | way.environment | {"SITE_URL": address}
        for _ in range(2 if way.again else 1):
            done = subprocess.run([*before, *BUILD], cwd=project, env=environment, umask=way.umask, capture_output=True, text=True, encoding="utf-8", errors="replace")
            assert done.returncode == 0, f"{way.what}\n{done.stdout[-2000:]}{done.stderr}"
            assert "Traceback" not in done.stdout + done.stderr
        if "before 1980" in way.what:
            assert "the clock of this machine says 1975-03-01" in done.stderr
        return Path(shutil.copytree(project / "site", around / f"site of {way.what}")) if way.memory else project / "site"


@pytest.mark.parametrize(("ways", "address"), [(WAYS, ""), (ADDRESSED, ADDRESS)], ids=["anywhere", "with an address"])
def test_one_hash(ways: tuple[Way, ...], address: str, commit: Path, tmp_path: Path) -> None:
    sites: dict[str, Path] = {}
    for number, way in enumerate(ways):
        (tmp_path / str(number)).mkdir()
        sites[way.what] = built(way, commit, tmp_path / str(number), address)
    hashes = {what: tree(site) for what, site in sites.items()}
    plain = hashes["as it is"]
    others = [what for what, found in hashes.items() if found != plain]
    # most of the ways name more than one thing
    aim = "≥ 8 builds, one hash" if not address else "one hash"
    enter(PART, f"varied builds, {'with' if address else 'without'} SITE_URL", aim, f"{len(ways)} builds, {len(set(hashes.values()))} hash{'es' if len(set(hashes.values())) > 1 else ''} ({plain[:12]})", not others,
          f"differs: {'; '.join(others)}" if others else f"names, bytes and permissions: {'; '.join(way.what for way in ways)}")  # fmt: skip
    # a web server is another user, and the folder in which the site was made is nobody else's
    modes = {kind: {path.stat().st_mode & 0o777 for site in sites.values() for path in [site, *site.rglob("*")] if path.is_dir() == (kind == "folders")} for kind in ("folders", "files")}
    enter(PART, f"who may read it, {'with' if address else 'without'} SITE_URL", "folders 755, files 644, whatever the umask", ", ".join(f"{kind} {' or '.join(f'{mode:o}' for mode in sorted(found))}" for kind, found in modes.items()), modes == {"folders": {0o755}, "files": {0o644}})
    assert modes == {"folders": {0o755}, "files": {0o644}}
    assert not others, {what: differing(sites["as it is"], sites[what]) for what in others}
    assert address or len(ways) >= 8


def differing(one: Path, other: Path) -> list[str]:
    files = [{path.relative_to(site).as_posix(): (path.stat().st_mode & 0o777, path.read_bytes() if path.is_file() else b"") for path in site.rglob("*")} for site in (one, other)]
    return sorted(path for path in files[0].keys() | files[1].keys() if files[0].get(path) != files[1].get(path))[:10]
