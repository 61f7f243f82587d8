"""wiki-links: which links of exported wiki pages into the site are good, moved or dead, and what to write instead.

Reads the files that are named and those below the folders that are named, and writes none.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from course.loading import load_course
from course.problems import Problem, as_annotations, as_text, has_errors
from course.wiki.decoding import LARGEST, decode
from course.wiki.formats import ENDINGS, links
from course.wiki.judging import Judge
from course.wiki.report import Judged, data, good_lines, problems_of, shown, summary
from course.wiki.sites import Sites

from .environment import ROOT


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py wiki-links", description="Say which links of exported wiki pages into the site are good, moved or dead, and what to write instead.")
    parser.add_argument("paths", nargs="+", metavar="FILE|FOLDER", help=f"exported pages ({' '.join(ENDINGS)}): HTML, Markdown, Confluence storage format, MediaWiki text or its XML export")
    parser.add_argument("--site", action="append", metavar="URL", help="address of the site's home page; may be given several times (default: SITE_URL from the environment)")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="for people, programs (every link), or a pull request")
    parser.add_argument("--all", action="store_true", help="in the format text, list good links too, with their short addresses")
    options = parser.parse_args(arguments)
    addresses = options.site or [address for address in (os.environ.get("SITE_URL", "").strip(),) if address]
    if not addresses:
        return _usage("which links lead into the site? Say its address: --site https://fieldbook.example/ (or set SITE_URL)")
    try:
        sites = Sites(addresses)
    except ValueError as error:
        return _usage(str(error))
    missing = [path for path in options.paths if not os.path.lexists(path)]
    if missing:
        return _usage("\n".join(f"{_name(path)} does not exist" for path in missing))
    files, unread = _find(options.paths)
    if not files and not unread:
        return _usage(f"no exported pages: no file there ends in {' '.join(ENDINGS)}")
    course, problems = load_course(ROOT)
    if has_errors(problems):
        # a page that cannot be read would make every link to it dead
        return _usage(f"{as_text(problems)}\nthe site's own pages cannot all be read, so no link was judged; mend them first (build.py check)")
    judged, read = _judge(files, Judge(course, sites), unread)
    _print(judged, read, unread, options)
    return 1 if has_errors([*unread, *problems_of(judged)]) else 0


def _usage(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _find(paths: Iterable[str]) -> tuple[list[Path], list[Problem]]:
    """Files to read, each once, and what is none. Links to folders are not followed, so no circle is."""
    files: dict[str, Path] = {}
    unread: list[Problem] = []

    def fails(error: OSError) -> None:
        unread.append(_unread(error.filename, f"cannot be read: {error.strerror}", "look at its permissions"))

    for path in paths:
        if not os.path.isdir(path) and Path(path).suffix.lower() not in ENDINGS:
            unread.append(_unread(path, "no ending that is read", f"export it as {' '.join(ENDINGS)}, or name the folder: other files in it are passed over"))
            continue
        found = [Path(path)] if not os.path.isdir(path) else [Path(folder, name) for folder, _, names in os.walk(path, onerror=fails) for name in names]
        for file in sorted(found):
            if file.suffix.lower() in ENDINGS:
                files.setdefault(os.path.realpath(file), file)
    return list(files.values()), unread


def _judge(files: Iterable[Path], judge: Judge, unread: list[Problem]) -> tuple[list[Judged], int]:
    """All links into the site, in the order of files and lines, and how many files were read; adds the others to `unread`."""
    found, read = [], 0
    for file in files:
        text = _text(file)
        if isinstance(text, Problem):
            unread.append(text)
            continue
        judged = ((link, judge.judge(link.url)) for link in links(text, file.suffix.lower()))
        found += [Judged(_name(file), link, verdict) for link, verdict in judged if verdict]
        read += 1
    return found, read


def _text(file: Path) -> str | Problem:
    try:
        # a pipe would wait for somebody to write
        if not file.is_file():
            return _unread(file, "no ordinary file", "name the file itself, or export it again")
        with file.open("rb") as opened:
            # one byte more than is allowed, which is objected to
            return decode(opened.read(LARGEST + 1), _name(file))
    except OSError as error:
        return _unread(file, f"cannot be read: {error.strerror or error}", "look at its permissions, or export it again")


def _print(judged: list[Judged], read: int, unread: list[Problem], options: argparse.Namespace) -> None:
    if options.format == "json":
        print(json.dumps(data(judged, read, unread), ensure_ascii=False, indent=1))
        return
    problems = sorted([*unread, *problems_of(judged)])
    if options.format == "github":
        print(as_annotations(problems))
    else:
        print("".join(f"{line}\n" for line in [*(good_lines(judged) if options.all else ()), *problems]), end="")
    print(summary(judged, read, len(unread)))


def _unread(path: str | Path, message: str, hint: str) -> Problem:
    return Problem(_name(path), 1, 1, "unread", message, hint)


def _name(path: str | Path) -> str:
    """As it was named, for messages and annotations: with forward slashes, and without signs that a terminal would obey."""
    return shown(Path(path).as_posix())
