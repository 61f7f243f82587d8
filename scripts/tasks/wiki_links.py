"""wiki-links: which links of exported wiki pages into the site are good, moved or dead, and what to write instead.

Reads the files that are named and those below the folders that are named, and writes none.
"""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
from pathlib import Path

from course.loading import load_course
from course.problems import Problem, Severity, as_annotations, as_text, has_errors
from course.wiki.decoding import LARGEST, Undecodable, decode
from course.wiki.formats import ENDINGS, reader
from course.wiki.judging import Judge, shown
from course.wiki.report import Judged, data, good_lines, problems_of, summary
from course.wiki.sites import Sites

from .environment import ROOT


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py wiki-links", description=f"{(__doc__ or '').splitlines()[0]} Endings that are read: {' '.join(ENDINGS)}")
    parser.add_argument("paths", nargs="+", metavar="FILE|FOLDER", help="exported pages: HTML, Markdown, Confluence storage format, MediaWiki text or its XML export")
    parser.add_argument("--site", action="append", metavar="URL", help="address of the site's home page; may be given several times (default: SITE_URL from the environment)")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="for people, programs (every link), or a pull request")
    parser.add_argument("--advise", action="store_true", help="also say which good links could be short addresses")
    parser.add_argument("--all", action="store_true", help="in the format text, list good links too")
    options = parser.parse_args(arguments)
    addresses = options.site or [address for address in (os.environ.get("SITE_URL", "").strip(),) if address]
    if not addresses:
        return _usage("which links lead into the site? Say its address: --site https://fieldbook.example/ (or set SITE_URL)")
    missing = [path for path in options.paths if not os.path.lexists(path)]
    if missing:
        return _usage("\n".join(f"{_name(path)} does not exist" for path in missing))
    try:
        sites = Sites(addresses)
    except ValueError as error:
        return _usage(str(error))
    files, unread, empty = _find(options.paths)
    if empty:
        return _usage("\n".join(f"{_name(path)} has no exported pages: no file in it ends in {' '.join(ENDINGS)}" for path in empty))
    course, problems = load_course(ROOT)
    if has_errors(problems):
        # a page that cannot be read would make every link to it dead
        return _usage(f"{as_text(problems)}\nthe site's own pages cannot all be read, so no link was judged; mend them first (build.py check)")
    links, read = _judge(files, Judge(course, sites), unread)
    _print(links, read, unread, options)
    return 1 if has_errors([*unread, *problems_of(links, False)]) else 0


def _usage(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _find(paths: list[str]) -> tuple[list[Path], list[Problem], list[str]]:
    """Files to read, each once; what is none; and folders without any. Links to folders are not followed, so no circle is."""
    files: dict[str, Path] = {}
    unread, empty = [], []
    for path in paths:
        if not os.path.isdir(path):
            if Path(path).suffix.lower() in ENDINGS:
                files.setdefault(os.path.realpath(path), Path(path))
            else:
                unread.append(_unread(path, "no ending that is read", f"export it as {' '.join(ENDINGS)}, or name the folder: other files in it are passed over"))
            continue
        failed: list[OSError] = []
        found = 0
        for folder, inner, names in os.walk(path, onerror=failed.append):
            inner.sort()
            for name in sorted(names):
                if Path(name).suffix.lower() in ENDINGS:
                    found += 1
                    files.setdefault(os.path.realpath(Path(folder, name)), Path(folder, name))
            for name in inner:
                if os.path.islink(Path(folder, name)):
                    unread.append(_unread(Path(folder, name), "a link to a folder, which is not followed", "name the folder itself too, if its pages belong to the wiki", "warning"))
        unread += [_unread(error.filename, f"cannot be read: {error.strerror}", "look at its permissions") for error in failed]
        if not found and not failed:
            empty.append(path)
    return list(files.values()), unread, empty


def _judge(files: list[Path], judge: Judge, unread: list[Problem]) -> tuple[list[Judged], int]:
    """All links into the site, in the order of files and lines, and how many files were read; adds the others to `unread`."""
    found, read = [], 0
    for file in files:
        try:
            text = decode(_bytes(file))
        except Undecodable as error:
            unread.append(_unread(file, str(error), error.hint, line=error.line, column=error.column))
            continue
        except OSError as error:
            unread.append(_unread(file, f"cannot be read: {error.strerror or error}", "look at its permissions, or export it again"))
            continue
        links = ((link, judge.judge(link.url)) for link in reader(file.suffix.lower(), text)(text))
        found += sorted((Judged(_name(file), link, verdict) for link, verdict in links if verdict), key=lambda judged: judged.link[1:])
        read += 1
    return found, read


def _bytes(file: Path) -> bytes:
    """One byte more than is allowed at most, which `decode` objects to."""
    # a pipe would wait for somebody to write
    if not stat.S_ISREG(file.stat().st_mode):
        raise OSError("no ordinary file")
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _print(links: list[Judged], read: int, unread: list[Problem], options: argparse.Namespace) -> None:
    if options.format == "json":
        print(json.dumps(data(links, read, unread, options.advise), ensure_ascii=False, indent=1))
        return
    if options.all and options.format == "text":
        print("".join(f"{line}\n" for line in good_lines(links)), end="")
    found = [*unread, *problems_of(links, options.advise)]
    print((as_annotations if options.format == "github" else as_text)(found))
    print(summary(links, read, sum(problem.severity == "error" for problem in unread)))


def _unread(path: object, message: str, hint: str, severity: Severity = "error", line: int = 1, column: int = 1) -> Problem:
    return Problem(_name(path), line, column, "unread", message, hint, severity)


def _name(path: object) -> str:
    """As it was named, for messages and annotations: with forward slashes, and without signs that a terminal would obey."""
    return shown(Path(str(path)).as_posix(), 1000)
