"""zip: the site as one archive that opens from disk. Built afresh, packed aside and renamed; the same sources give the same bytes.

Touches the archive alone: whatever goes wrong, an older one stays as it was.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from course.disk import for_disk
from course.loading import load_course
from course.models import Course
from course.outputs.archive import start_page

from . import building
from .environment import ROOT
from .writing import refused

START = "打开-open.html"
"""Beside the folder of the site: with twenty folders in view nobody finds `index.html`."""
SITE = "fieldbook"
_SERVERS_ONLY = ("404.html", "sitemap.xml", "sitemap.xml.gz")
_FIRST_DAY = date(1980, 1, 1)


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py zip", description="Build the site as an archive that opens from disk, without a server or a network.")
    parser.add_argument("--output", metavar="FILE", help="where the archive goes (default: sales-fieldbook-VERSION.zip)")
    asked = parser.parse_args(arguments).output
    course, _ = load_course(ROOT)
    top = f"sales-fieldbook-{course.version}"
    output = (ROOT / (asked or f"{top}.zip")).resolve()
    if output.is_dir() or output.suffix != ".zip":
        print(f"{output} is {'a folder' if output.is_dir() else 'no name of an archive'}; name a file that ends in .zip. Nothing was touched.", file=sys.stderr)
        return 2
    try:
        stage = tempfile.TemporaryDirectory(prefix="fieldbook-")
    except OSError as error:
        raise refused("nothing was packed, and nothing touched: there is no place to build in (TMPDIR names one)", error) from error
    with stage:
        site = Path(stage.name) / "site"
        failed = building.run(["--output", str(site)])
        if failed:
            return failed
        try:
            files = pack(output, top, site, course)
        except OSError as error:
            raise refused(f"{output} was not written, and what stood there is as it was (--output names another place)", error) from error
    print(f"packed {output} ({output.stat().st_size / 1e6:.1f} MB, {files} files): unpack it, open {START}")
    return 0


def pack(output: Path, top: str, site: Path, course: Course) -> int:
    """The number of files. Written beside the target, so that it gets its name in one step and whole."""
    output.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(prefix=".zip-", dir=output.parent)
    try:
        with open(handle, "wb") as file, zipfile.ZipFile(file, "w") as archive:
            day, count = _day(course), 0
            for path, content in _files(site):
                _add(archive, f"{top}/{path}", content, day)
                count += 1
        # mkstemp's are for their maker alone
        os.chmod(aside, 0o644)
        os.replace(aside, output)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
    return count


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    yield START, start_page(SITE).encode()
    for file in sorted(site.rglob("*"), key=lambda file: file.relative_to(site).as_posix()):
        if file.is_file() and file.name not in _SERVERS_ONLY:
            content = file.read_bytes()
            if file.suffix == ".html":
                content = for_disk(content.decode()).encode()
            yield f"{SITE}/{file.relative_to(site).as_posix()}", content


def _add(archive: zipfile.ZipFile, path: str, content: bytes, day: date) -> None:
    entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
    # as on Unix, a file that all may read, wherever it is packed; names in UTF-8 are marked so by themselves
    entry.create_system, entry.external_attr = 3, 0o100644 << 16
    archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def _day(course: Course) -> date:
    """The newest review: it comes from the sources, and changes with them."""
    return max([_FIRST_DAY, *(date.fromisoformat(str(page.front.reviewed)) for page in course.pages if page.front.reviewed)])
