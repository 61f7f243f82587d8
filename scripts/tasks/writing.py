"""Files are replaced whole or not at all, and what the machine refuses is said in words.

Writes the file it is given, by way of a new one beside it. Knows nothing of content.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from .environment import ROOT, InstallationProblem

_HINTS = {
    errno.ENOSPC: "the disk is full: make room there, then run the command again",
    errno.EDQUOT: "your share of the disk is used up: make room there, then run the command again",
    errno.EFBIG: "the system allows no file of this size (ulimit -f)",
    errno.EROFS: "the disk is read-only: work on a copy elsewhere, or have it mounted for writing",
    errno.EACCES: "look at owner and permissions of the file and of its folder",
    errno.EPERM: "look at owner, permissions and attributes of the file and of its folder; on Windows, close what has it open",
    errno.EBUSY: "something holds it: a folder where a disk is mounted cannot be replaced, name one inside it; on Windows, close what has it open",
    errno.ENOTDIR: "a part of this path is a file: name another folder",
    errno.EEXIST: "a part of this path is a file: name another folder",
    errno.ENAMETOOLONG: "the name is too long: name another folder",
    errno.ELOOP: "links there lead in a circle: name another folder",
    errno.EXDEV: "it is on another disk than the folder around it: name a folder inside it",
}


def refused(what: str, error: OSError) -> InstallationProblem:
    """To be raised from `error`. `what` says what could not be done, and what is as it was: 'site/ was not published'."""
    where = f" ({error.filename})" if error.filename else ""
    hint = _HINTS.get(error.errno or 0, "look at the disk and at the permissions there")
    return InstallationProblem(f"{what}: {error.strerror or error}{where}\n    hint: {hint}")


def write(texts: Mapping[Path, str | bytes]) -> None:
    """Replace or make these files, with LF where text says so: all are on the disk before the first takes its place. Raises `InstallationProblem`."""
    ready: dict[Path, Path] = {}
    try:
        for file, text in texts.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            ready[file] = aside = file.with_name(f"{file.name}.new")
            aside.write_bytes(text if isinstance(text, bytes) else text.encode())
            if file.exists():
                aside.chmod(file.stat().st_mode & 0o7777)
        for file, aside in ready.items():
            os.replace(aside, file)
    except OSError as error:
        named = ", ".join(_name(file) for file in texts)
        raise refused(f"{named} could not be written, and is as it was", error) from error
    finally:
        for aside in ready.values():
            try:
                aside.unlink(missing_ok=True)
            except OSError:
                pass


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else str(file)
