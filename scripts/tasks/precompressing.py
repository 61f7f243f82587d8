"""build --gzip: a `.gz` beside every file of a built site that gains by it, for web servers that hand those out (deploy/).

Touches the folder it is given. The same file gives the same `.gz`: no time and no name stands in it.
"""

from __future__ import annotations

import gzip
import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

KINDS = {".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt"}
SMALLEST = 1024
"""Bytes. Below it (short addresses, mostly) the answer fits into one packet anyway."""


def precompress(site: Path) -> int:
    """How many were written. A `.gz` that is there already (MkDocs makes one of the site map) stays."""
    files = [file for file in sorted(site.rglob("*")) if file.suffix in KINDS and file.is_file() and file.stat().st_size >= SMALLEST]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return sum(pool.map(_beside, files))


def _beside(file: Path) -> bool:
    packed, target = compress(file.read_bytes()), file.with_name(f"{file.name}.gz")
    if target.exists() or len(packed) > file.stat().st_size * 0.9:
        return False
    target.write_bytes(packed)
    return True


def compress(content: bytes) -> bytes:
    # not gzip.compress, which writes the system into the head
    buffer = io.BytesIO()
    with gzip.GzipFile("", "wb", compresslevel=9, fileobj=buffer, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()
