"""Puts a built site in the place of the old one, in one step, and cleans up behind builds that were killed.

Touches the folder around the site: the site itself, and stages (`.site-*`) beside it. Knows nothing of pages; what it puts
there has been looked at (`verifying`).
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from .environment import ROOT, InstallationProblem
from .writing import refused

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_STAGE = ".site-"
_OLD = "old"
"""Inside a stage: what stood in the site's place, under its name."""
_SOURCES = (".ci", ".git", ".venv", "benchmarks", "deploy", "docs", "locks", "overrides", "quizzes", "scripts", "tests", "web")

KEPT = "assets/kept.json"
"""In the site: assets that only earlier releases had, with the second since the epoch at which they were replaced."""
_ASSETS = ("assets", "en/assets")
_KEPT_FOR = 30 * 24 * 3600


class Stage(NamedTuple):
    """A folder beside the site's, on the same disk. Who has `lock` open (programs that write there, too) keeps it from being swept."""

    folder: Path
    lock: int | None


def place(name: str) -> Path:
    """The folder that `--output` names, seen from the project; a link is followed. Raises `InstallationProblem` where no site may stand."""
    try:
        output = (ROOT / name).resolve()
        _look_at(output)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle (Python < 3.13)
        raise refused(f"no site can stand at {name}; nothing was touched", error if isinstance(error, OSError) else OSError(str(error))) from error
    return output


def _look_at(output: Path) -> None:
    root = ROOT.resolve()
    why = ""
    if root.is_relative_to(output):
        why = "holds this project"
    elif output.is_relative_to(root) and output.relative_to(root).parts[0] in _SOURCES:
        why = "stands among this project's sources"
    elif any(_has_a_site(folder) for folder in output.parents):
        why = "stands inside a site, which the next build would replace"
    elif output.exists() and not output.is_dir():
        why = "is a file"
    elif output.exists() and any(output.iterdir()) and not _has_a_site(output):
        why = "is not a site built by this command"
    if why:
        raise InstallationProblem(f"{output} {why}; nothing was touched. Name another folder{', or empty it' if 'not a site' in why else ''}.")


def _has_a_site(folder: Path) -> bool:
    return (folder / "assets" / "fieldbook.js").exists()


@contextmanager
def stage(output: Path) -> Iterator[Stage]:
    """A folder to build in. Whatever happens, it is gone afterwards; of a build that is killed, the next one sweeps it."""
    made: Stage | None = None
    try:
        try:
            output.parent.mkdir(parents=True, exist_ok=True)
            with _turn(output.parent):
                _sweep(output.parent)
                folder = Path(tempfile.mkdtemp(prefix=_STAGE, dir=output.parent))
                made = Stage(folder, _lock(folder))
        except OSError as error:
            raise refused(f"nothing can be built beside {output}, and nothing was touched", error) from error
        yield made
    finally:
        if made:
            shutil.rmtree(made.folder, ignore_errors=True)
            _unlock(made.lock)


def publish(new: Path, output: Path) -> None:
    """Put `new`, which stands in a stage, in the place of `output`; where the system can, in one step."""
    try:
        with _turn(output.parent):
            if output.exists():
                _keep_assets(output, new)
            if not output.exists():
                new.rename(output)
            elif not _exchange(new, output):
                _replace(new, output)
    except OSError as error:
        raise refused(f"{output} could not be replaced, and is as it was", error) from error


def _exchange(a: Path, b: Path) -> bool:
    """renameat2(RENAME_EXCHANGE): no moment at which a reader finds nothing. False where it does not exist."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        at_cwd, exchange = -100, 2
        return libc.renameat2(at_cwd, os.fsencode(a), at_cwd, os.fsencode(b), exchange) == 0
    except (OSError, AttributeError, TypeError):
        return False


def _replace(new: Path, output: Path) -> None:
    """Two renames. Killed between them, the next build puts the old site back (`_sweep`)."""
    old = new.parent / _OLD / output.name
    old.parent.mkdir()
    output.rename(old)
    try:
        new.rename(output)
    except BaseException:
        old.rename(output)
        raise


def _keep_assets(old: Path, new: Path) -> None:
    """A page that somebody has open asks for its assets now and then: those that the new release lacks stay for a month.

    Pages need nothing of the kind: what ever had an address has one in each release.
    """
    try:
        before = json.loads((old / KEPT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        before = {}
    now, kept = int(time.time()), {}
    for top in _ASSETS:
        for file in sorted((old / top).rglob("*")):
            path = file.relative_to(old).as_posix()
            since = before.get(path, now)
            # (a clock that was set back must not keep them for ever)
            if path == KEPT or not file.is_file() or (new / path).exists() or not -_KEPT_FOR < now - since < _KEPT_FOR:
                continue
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, new / path)
            kept[path] = since
    if kept:
        (new / KEPT).write_text(json.dumps(kept, indent=0) + "\n", encoding="utf-8", newline="\n")


def _sweep(around: Path) -> None:
    """Stages in which nobody builds any more; an old site that was on its way out and has no successor goes back."""
    for left in around.glob(f"{_STAGE}*"):
        try:
            lock = _lock(left)
            # without locks, nobody builds for more than an hour
            if lock is None and time.time() - left.stat().st_mtime < 3600:
                continue
            for old in (left / _OLD).glob("*"):
                if not (around / old.name).exists():
                    old.rename(around / old.name)
            shutil.rmtree(left, ignore_errors=True)
            _unlock(lock)
        except OSError:  # in use, or gone meanwhile
            continue


@contextmanager
def _turn(around: Path) -> Iterator[None]:
    """Two builds into the same folder take turns here."""
    lock = _lock(around, wait=True)
    try:
        yield
    finally:
        _unlock(lock)


def _lock(folder: Path, wait: bool = False) -> int | None:
    """An open descriptor that holds the folder until the last process that has it ends. BlockingIOError: held by others. None: there are no locks here."""
    if fcntl is None:
        return None
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError as error:
        os.close(descriptor)
        if isinstance(error, BlockingIOError):
            raise
        return None
    return descriptor


def _unlock(lock: int | None) -> None:
    if lock is not None:
        os.close(lock)
