"""Full and read-only disks, folders in use, builds at once, builds that are ended: one clear message, and what was there stays as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tasks.proof import enter

from ..tasks.conftest import Project
from .machine import BUILD, on_a_disk, program

PART = "reproducible and atomic"
AIM = "exit code 1 or 2, what and why and what to do, the old site untouched, no traceback"
OLD = "what stood there before"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """To be built from, not to be changed."""
    return Project(tmp_path_factory.mktemp("refusals") / "销售 fieldbook")


@pytest.fixture(autouse=True)
def no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)


def old_site(folder: Path) -> Path:
    (folder / "assets").mkdir(parents=True)
    (folder / "assets/fieldbook.js").write_text(OLD)
    return folder


def judged(what: str, code: int, said: str, wanted: tuple[str, ...], there: list[str], expected: list[str]) -> None:
    good = code in (1, 2) and all(words in said for words in wanted) and "Traceback" not in said and there == expected
    enter(PART, what, AIM, f"exit code {code}; {said.strip().splitlines()[0] if said.strip() else 'nothing said'}", good, "" if good else f"{there}")
    assert code in (1, 2), said
    assert "Traceback" not in said
    for words in wanted:
        assert words in said, said
    assert there == expected


# folder of the disk is $D; the old site is made there first
MAKE_OLD = f"mkdir -p $D/site/assets; printf '{OLD}' > $D/site/assets/fieldbook.js"
READ_ONLY = "mount --bind $D $D; mount -o remount,ro,bind $D"
LIST = "echo; echo THERE; cd $D; find . -type f | sort; cat site/assets/fieldbook.js"


@pytest.mark.parametrize(
    ("what", "mounting", "wanted"),
    [
        ("the disk is full at once", f"mount -t tmpfs -o size=256k tmpfs $D; {MAKE_OLD}", ("No space left on device", "make room", "is as it was")),
        ("the disk is full in the middle of a build", f"mount -t tmpfs -o size=20m tmpfs $D; {MAKE_OLD}", ("No space left on device", "make room", "is as it was")),
        ("no more files fit on the disk", f"mount -t tmpfs -o nr_inodes=900 tmpfs $D; {MAKE_OLD}", ("No space left on device", "make room", "is as it was")),
        ("the disk is read-only", f"mount -t tmpfs tmpfs $D; {MAKE_OLD}; mount -o remount,ro $D", ("Read-only file system", "nothing was touched", "mounted for writing")),
        ("the site's own folder is a disk of its own", f"mount -t tmpfs tmpfs $D; {MAKE_OLD}; mount --bind $D/site $D/site", ("could not be replaced, and is as it was", "name one inside it")),
        ("the site's own folder is a read-only disk", f"mount -t tmpfs tmpfs $D; {MAKE_OLD}; mount --bind $D/site $D/site; mount -o remount,ro,bind $D/site", ("could not be replaced, and is as it was", "name one inside it")),
    ],
)
def test_a_disk_that_does_not_take_it(what: str, mounting: str, wanted: tuple[str, ...], project: Project, tmp_path: Path) -> None:
    done = on_a_disk(tmp_path, mounting, [*BUILD, "--output", str(tmp_path / "site")], project.folder, after=LIST)
    said, _, there = (done.stdout).partition("\nTHERE\n")
    judged(what, done.returncode, done.stderr + said, wanted, there.splitlines(), ["./site/assets/fieldbook.js", OLD])


def test_files_may_not_be_as_large_as_they_are(project: Project, tmp_path: Path) -> None:
    output = old_site(tmp_path / "site")
    done = subprocess.run([program("prlimit", "util-linux"), "--fsize=200000", *BUILD, "--output", str(output)], cwd=project.folder, capture_output=True, text=True, encoding="utf-8")
    judged("a limit on the size of files", done.returncode, done.stderr + done.stdout, ("File too large", "ulimit -f", "is as it was"), [path.read_text() for path in tmp_path.rglob("*.*") if path.is_file()], [OLD])


EDIT = "早一天说，他改一下安排"
VERBS = {
    "ids": (("ids",), "quizzes/ids.txt"),
    "new": (("new", "quality/method-77"), "quality/method-77"),
    "check --fix": (("check", "--fix"), "docs/sales-rules/rule-08.zh.md"),
    "stats --write": (("stats", "--write"), "benchmarks/stats.md"),
    "schema": (("schema",), "quizzes/schema.json"),
}


@pytest.fixture(scope="module")
def to_write(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Each verb would have something to write here."""
    project = Project(tmp_path_factory.mktemp("writing") / "project")
    project.edit("quizzes/ids.txt", "rule-08-say-what-first question\n", "")
    project.edit("docs/sales-rules/rule-08.zh.md", EDIT, EDIT.replace("，", ","))
    (project.folder / "benchmarks/stats.md").write_text(OLD)
    (project.folder / "quizzes/schema.json").write_text("{}")
    yield project


@pytest.mark.parametrize("disk", ["full", "read-only"])
def test_what_writes_into_the_project_writes_all_or_nothing(disk: str, to_write: Project, tmp_path: Path) -> None:
    before = to_write.bytes_of(".")
    commands = "; ".join(f"echo; echo VERB {verb}; {sys.executable} scripts/build.py {' '.join(arguments)} 2>&1; echo; echo CODE $?" for verb, (arguments, _) in VERBS.items())
    mounting = f"mount -t tmpfs -o size=100m tmpfs $D; cp -a '{to_write.folder}/.' $D; cd $D; "
    # the last bytes, too
    mounting += READ_ONLY + "; cd $D" if disk == "read-only" else "for size in 1M 4k; do dd if=/dev/zero of=$D/filled.$size bs=$size 2>/dev/null || true; done"
    kept = tmp_path / "kept"
    kept.mkdir()
    (tmp_path / "disk").mkdir()
    done = on_a_disk(tmp_path / "disk", mounting, ["sh", "-c", commands.replace("; echo; echo CODE $?", "; code=$?; echo; echo CODE $code")], to_write.folder, after=f"rm -f $D/filled.*; cp -a $D/. '{kept}'")
    after = {path: content for path, content in Project.bytes_of(_At(kept), ".").items() if "__pycache__" not in path and not path.startswith("filled")}
    assert {path: content for path, content in before.items() if "__pycache__" not in path} == after
    parts = dict(part.split("\n", 1) for part in done.stdout.split("\nVERB ")[1:])
    assert parts.keys() == VERBS.keys(), done.stdout + done.stderr
    reason = "No space left on device" if disk == "full" else "Read-only file system"
    for verb, (_, named) in VERBS.items():
        said, _, code = parts[verb].partition("\nCODE ")
        judged(f"{verb}, disk {disk}", int(code), said[said.index(named) if named in said else 0 :], (named, reason, "could not be written, and is as it was", "hint: "), [], [])


class _At:
    def __init__(self, folder: Path) -> None:
        self.folder = folder


def test_a_site_that_is_not_whole_is_not_published(tmp_path: Path) -> None:
    """An asset that a page names and nobody wrote: MkDocs does not see it."""
    project = Project(tmp_path / "project")
    old_site(project.folder / "site")
    project.edit("overrides/main.html", "{% block scripts %}", "{% block scripts %}<script src=\"{{ 'assets/gone.js' | url }}\"></script>")
    done = project.run("build")
    there = [path.read_text() for path in (project.folder / "site").rglob("*") if path.is_file()] + [path.name for path in project.folder.glob(".site-*")]
    judged("an asset is missing in the site that was built", done.returncode, done.stderr, ("assets/gone.js is not there, but 404.html and", "is not whole", "nothing was published"), there, [OLD])


def test_two_builds_at_once_into_the_same_folder(project: Project, tmp_path: Path) -> None:
    output = tmp_path / "site"
    both = [subprocess.Popen([*BUILD, "--output", str(output)], cwd=project.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8") for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    good = [process.returncode for process in both] == [0, 0] and [path.name for path in tmp_path.iterdir()] == ["site"] and (output / "en/index.html").exists()
    enter(PART, "two builds at once into the same folder", "both publish a whole site, one after the other", f"exit codes {', '.join(str(process.returncode) for process in both)}", good)
    assert good, said


def test_a_site_in_use_is_replaced(project: Project, tmp_path: Path) -> None:
    """A file that is being read, a shell that stands in the folder, permissions that say nobody writes here."""
    output = old_site(tmp_path / "site")
    with (output / "assets/fieldbook.js").open() as opened:
        shell = subprocess.Popen(["sleep", "600"], cwd=output / "assets")
        try:
            output.chmod(0o555)
            done = subprocess.run([*BUILD, "--output", str(output)], cwd=project.folder, capture_output=True, text=True, encoding="utf-8")
        finally:
            shell.kill()
            shell.wait()
        good = done.returncode == 0 and opened.read() == OLD and (output / "en/index.html").exists() and [path.name for path in tmp_path.iterdir()] == ["site"]
    enter(PART, "a site with an open file and a shell in it", "replaced; what is open is read to its end", f"exit code {done.returncode}", good, "Windows refuses: the message says to close what has it open")
    assert good, done.stderr


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda ending: ending.name)
def test_ended_in_the_middle(ending: signal.Signals, project: Project, tmp_path: Path) -> None:
    """Ctrl-C goes to the whole group of processes, a service that stops ends the first."""
    output = old_site(tmp_path / "site")
    process = subprocess.Popen(
        [*BUILD, "--output", str(output)],
        cwd=project.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        # where the tests themselves run under nohup, the build would rightly not listen
        preexec_fn=lambda: signal.signal(ending, signal.SIG_DFL),
    )
    while process.poll() is None and not list(tmp_path.glob(".site-*/*/assets")):
        time.sleep(0.02)
    assert process.poll() is None, "it was over before it could be ended"
    (os.killpg if ending == signal.SIGINT else os.kill)(process.pid, ending)
    out, said = process.communicate()
    there = sorted(path.name for path in tmp_path.iterdir())
    good = process.returncode == 130 and "nothing was published" in said and "Traceback" not in said and there == ["site"] and (output / "assets/fieldbook.js").read_text() == OLD
    enter(PART, f"a build ended by {ending.name}", "exit code 130, nothing left behind, the old site untouched", f"exit code {process.returncode}; {said.strip()}", good)
    assert good, (process.returncode, out, said, there)
    with pytest.raises(ProcessLookupError):
        # no program of it goes on
        os.killpg(process.pid, 0)
