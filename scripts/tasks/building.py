"""build: both languages and the check side by side; the site, made in a fresh folder, is looked at and swapped in when all is good.

A failed build leaves the old site as it was. The same sources give the same bytes, wherever and whenever they are built.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from course.problems import as_text, has_errors

from .content import load_and_check
from .environment import PYTHON, ROOT, InstallationProblem
from .precompressing import precompress
from .publishing import Stage, place, publish, stage
from .verifying import faults
from .writing import refused

CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
_EPOCH = 315532800
"""1980: the earliest time that every archive can hold. Whatever would take the day of the build takes this."""
_ENDINGS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Ctrl-C, a service that stops, a terminal that closes."""
_NOT_WRITTEN = re.compile(r"^\w*Error: \[Errno (\d+)\] ([^:]+)(?:: '(.*)')?\s*\Z", re.MULTILINE)
_SOURCES = ("docs", "quizzes", "overrides", "web/dist", "company.yml", "mkdocs.yml", "mkdocs.en.yml")
_NOTHING_DONE = "nothing was published, and the old site is as it was"


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py build", description="Build both languages. SITE_URL (optional) is the address the site will have.")
    parser.add_argument("--output", default="site", metavar="FOLDER", help="where the site goes (default: site)")
    parser.add_argument("--gzip", action="store_true", help="also a .gz beside every file, for web servers that hand those out (deploy/)")
    options = parser.parse_args(arguments)
    output = place(options.output)
    url = environment()["SITE_URL"]
    started = time.monotonic()
    # what it makes can be read by a web server, whoever builds
    os.umask(0o022)
    if time.time() < _EPOCH:
        print(f"the clock of this machine says {time.strftime('%Y-%m-%d')}; the site does not depend on it, warnings about review dates do", file=sys.stderr)
    before = {ending: signal.getsignal(ending) for ending in _ENDINGS}
    # what is not to end it (nohup) does not
    asked = [ending for ending, act in before.items() if act is not signal.SIG_IGN]
    try:
        _when(asked, _interrupt)
        with stage(output) as built:
            if not _build(built, url, options.gzip):
                return 1
            # what is left takes no longer than undoing it would
            _when(asked, signal.SIG_IGN)
            publish(built.folder / "zh", output)
    except KeyboardInterrupt:
        print(f"\nended before it was done: {_NOTHING_DONE}", file=sys.stderr)
        return 130
    finally:
        for ending, act in before.items():
            signal.signal(ending, act)
    pages = sum(1 for _ in output.rglob("index.html"))
    print(f"built {output} in {time.monotonic() - started:.1f} s ({pages} addresses)")
    return 0


def environment() -> dict[str, str]:
    """For MkDocs: quiet, UTF-8 everywhere, no day of its own, and the address of each language from SITE_URL. Raises `InstallationProblem`."""
    url = _site_url(os.environ.get("SITE_URL", "").strip())
    return os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(_EPOCH),
        "SITE_URL": url,
        "SITE_URL_EN": url + "en/" if url else "",
    }


def _site_url(said: str) -> str:
    """With a slash at its end. Pages, feed and catalogue are full of it: better to refuse than to publish addresses that lead nowhere."""
    if not said:
        return ""
    try:
        parts = urlsplit(said)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise _wrong_url(said, f"cannot be read as an address ({error})") from error
    if not said.isprintable() or set(said) & set(" \"'<>\\`{}|^"):
        raise _wrong_url(said, "holds a blank, a quotation mark or another sign that no address has")
    if parts.scheme not in ("http", "https"):
        raise _wrong_url(said, "does not begin with http:// or https://")
    if not host or parts.username is not None:
        raise _wrong_url(said, "names no host" if not host else "holds a user's name")
    if "?" in said or "#" in said:
        raise _wrong_url(said, "has a '?' or '#'")
    if {".", ".."} & set(parts.path.split("/")) or "//" in parts.path or re.search(r"\.html?/*$", parts.path):
        raise _wrong_url(said, "is not the address of a folder")
    return said.rstrip("/") + "/"


def _wrong_url(said: str, why: str) -> InstallationProblem:
    return InstallationProblem(f"SITE_URL is {said!r}, which {why}. Write the address of the home page, like https://intranet.example/fieldbook/, or leave SITE_URL out; nothing was built.")


def _when(asked: Iterable[signal.Signals], act: Callable[..., None] | signal.Handlers) -> None:
    for ending in asked:
        signal.signal(ending, act)


def _interrupt(*_) -> None:
    raise KeyboardInterrupt


def _build(built: Stage, url: str, gzip: bool) -> bool:
    """Both languages into the stage, as one site in `zh/`. False when something is wrong, which has been said."""
    before = _sources()
    building = _start_languages(built)
    try:
        course, problems = load_and_check()
        if problems:
            print(as_text(problems))
        if has_errors(problems) or not _are_built(built, building):
            return False
    finally:
        _end(building)
    changed = sorted(path for path, _ in before.symmetric_difference(_sources()))
    if changed:
        # three programs read them, each at its own moment: what was built may not be what was checked
        print(f"{changed[0]} was changed while the site was built: {_NOTHING_DONE}. Build again", file=sys.stderr)
        return False
    site = built.folder / "zh"
    try:
        (built.folder / "en").rename(site / "en")
        if gzip:
            precompress(site)
        wrong = faults(site, course, url)
    except OSError as error:
        raise refused(_NOTHING_DONE, error) from error
    for fault in wrong:
        print(fault, file=sys.stderr)
    if wrong:
        print(f"the site that was built is not whole: {_NOTHING_DONE}. Build again; if it stays, the build is at fault, not the pages", file=sys.stderr)
    return not wrong


def _sources() -> set[tuple[str, tuple[int, int]]]:
    """What the site is made of: each file with its time and size."""
    files = (file for name in _SOURCES for file in ([ROOT / name] if (ROOT / name).is_file() else (ROOT / name).rglob("*")))
    return {(file.relative_to(ROOT).as_posix(), (found.st_mtime_ns, found.st_size)) for file in files if file.is_file() and (found := file.stat())}


def _start_languages(built: Stage) -> dict[str, subprocess.Popen[str]]:
    """Two processes: half the time of one after the other. They leave the checking to this one, which does it meanwhile."""
    return {
        language: subprocess.Popen(
            [str(PYTHON), "-m", "mkdocs", "build", "--strict", "-f", config, "-d", str(built.folder / language)],
            # they hold the stage, too: while one goes on, left alone by a killed build, nobody sweeps under it
            cwd=ROOT, pass_fds=() if built.lock is None else (built.lock,), env=environment() | {"FIELDBOOK_CHECKED": "yes"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
        )
        for language, config in CONFIGS.items()
    }


def _are_built(built: Stage, building: dict[str, subprocess.Popen[str]]) -> bool:
    good = True
    for language, process in building.items():
        said, _ = process.communicate()
        if process.returncode:
            if error := _NOT_WRITTEN.search(said):
                raise refused(_NOTHING_DONE, OSError(int(error[1]), error[2], error[3] or str(built.folder.parent)))
            good = False
            print(f"--- {language} ---\n{said.strip()}", file=sys.stderr)
    return good


def _end(building: dict[str, subprocess.Popen[str]]) -> None:
    """What is still running when the check has found errors: nobody will look at it."""
    for process in building.values():
        if process.stdout and not process.stdout.closed:
            process.kill()
            process.communicate()
