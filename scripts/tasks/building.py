"""build: both languages and the check side by side; the site, made in a fresh folder, is swapped in when all three are good.

A failed build leaves the old site as it was.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from course.problems import as_text, has_errors

from .content import load_and_check
from .environment import PYTHON, ROOT
from .precompressing import precompress

CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
_STAGE = ".site-"


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py build", description="Build both languages. SITE_URL (optional) is the address the site will have.")
    parser.add_argument("--output", default="site", metavar="FOLDER", help="where the site goes (default: site)")
    parser.add_argument("--gzip", action="store_true", help="also a .gz beside every file, for web servers that hand those out (deploy/)")
    asked = parser.parse_args(arguments)
    output = (ROOT / asked.output).resolve()
    if output.exists() and not _is_a_site(output):
        print(f"{output} is not a site built by this command; nothing was touched. Name another folder or empty it.", file=sys.stderr)
        return 2
    started = time.monotonic()
    output.parent.mkdir(parents=True, exist_ok=True)
    _sweep(output.parent)
    # beside the target, so that the swap is a rename on one file system
    stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=output.parent))
    try:
        building = _start_languages(stage)
        try:
            _, problems = load_and_check()
            if problems:
                print(as_text(problems))
            if has_errors(problems) or not _are_built(building):
                return 1
        finally:
            _end(building)
        (stage / "en").rename(stage / "zh" / "en")
        if asked.gzip:
            precompress(stage / "zh")
        _publish(stage / "zh", output)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    pages = sum(1 for _ in output.rglob("index.html"))
    print(f"built {output} in {time.monotonic() - started:.1f} s ({pages} addresses)")
    return 0


def environment() -> dict[str, str]:
    """For MkDocs: quiet, UTF-8 everywhere, and the address of each language from SITE_URL."""
    url = os.environ.get("SITE_URL", "").strip()
    url = url.rstrip("/") + "/" if url else ""
    return os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "SITE_URL": url,
        "SITE_URL_EN": url + "en/" if url else "",
    }


def _start_languages(stage: Path) -> dict[str, subprocess.Popen[str]]:
    """Two processes: half the time of one after the other. They leave the checking to this one, which does it meanwhile."""
    return {
        language: subprocess.Popen(
            [str(PYTHON), "-m", "mkdocs", "build", "--strict", "-f", config, "-d", str(stage / language)],
            cwd=ROOT, env=environment() | {"FIELDBOOK_CHECKED": "yes"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
        )
        for language, config in CONFIGS.items()
    }


def _are_built(building: dict[str, subprocess.Popen[str]]) -> bool:
    good = True
    for language, process in building.items():
        said, _ = process.communicate()
        if process.returncode:
            good = False
            print(f"--- {language} ---\n{said.strip()}", file=sys.stderr)
    return good


def _end(building: dict[str, subprocess.Popen[str]]) -> None:
    """What is still running when the check has found errors: nobody will look at it."""
    for process in building.values():
        if process.stdout and not process.stdout.closed:
            process.kill()
            process.communicate()


def _publish(new: Path, output: Path) -> None:
    """Put `new` in the place of `output`; where the system can, in one step. What stood there ends up inside the stage."""
    if not output.exists():
        new.rename(output)
    elif not _exchange(new, output):
        old = new.with_name("old")
        output.rename(old)
        try:
            new.rename(output)
        except OSError:
            old.rename(output)
            raise


def _exchange(a: Path, b: Path) -> bool:
    """renameat2(RENAME_EXCHANGE): no moment at which a reader finds nothing. False where it does not exist."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        at_cwd, exchange = -100, 2
        return libc.renameat2(at_cwd, os.fsencode(a), at_cwd, os.fsencode(b), exchange) == 0
    except (OSError, AttributeError, TypeError):
        return False


def _is_a_site(folder: Path) -> bool:
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / "assets" / "fieldbook.js").exists())


def _sweep(folder: Path) -> None:
    """Stages of builds that were killed more than an hour ago."""
    for left in folder.glob(f"{_STAGE}*"):
        if left.is_dir() and time.time() - left.stat().st_mtime > 3600:
            shutil.rmtree(left, ignore_errors=True)
