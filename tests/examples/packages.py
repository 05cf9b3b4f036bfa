"""What a file holds, but for how zlib compressed it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile, is_zipfile

Members = list[tuple[str, tuple[int, ...], bytes]]


def members(path: Path) -> Members:
    """Return all of a package but the compressed form, which differs from one zlib to the next.

    A file that is no package is one member.
    """
    if not is_zipfile(path):
        return [("", (), path.read_bytes())]
    with ZipFile(path) as package:
        return [
            (one.filename, one.date_time, package.read(one.filename)) for one in package.infolist()
        ]
