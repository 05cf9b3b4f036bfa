"""Packages written anew, member by member: what no writer of workbooks does of itself."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

_EMPTY_RESULT = b"</f><v></v>"


def without_empty_results(path: Path) -> None:
    """Take the empty results of formulas out of a workbook, where XlsxWriter wrote any."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    changed = {
        name: data.replace(_EMPTY_RESULT, b"</f>")
        for name, data in parts.items()
        if _EMPTY_RESULT in data
    }
    if changed:
        _repack(path, changed, zipfile.ZIP_DEFLATED)


def cut_off(path: Path) -> None:
    """Leave half of a workbook, as a broken download does."""
    _repack(path, {}, zipfile.ZIP_STORED)  # the same bytes with every version of zlib
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _repack(path: Path, changed: Mapping[str, bytes], compression: int) -> None:
    """Write the package with *changed* members; their order and dates stay."""
    with zipfile.ZipFile(path) as package:
        members = [(info, package.read(info)) for info in package.infolist()]
    with zipfile.ZipFile(path, "w") as package:
        for info, data in members:
            package.writestr(info, changed.get(info.filename, data), compression)
