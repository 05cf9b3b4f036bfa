"""Workbooks with one part other than a spreadsheet program writes it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

Parts = Mapping[str, bytes]

ANSWERS_PART = "xl/worksheets/sheet2.xml"
"""The sheet of answers, which stands behind *Identitas*."""

UNIX = 3
"""The system that a package says it was made on, whichever it was."""


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts | Iterable[tuple[str, bytes]], *, stored: bool = False) -> bytes:
    """Return the package of *parts*; *stored* is the same with every version of zlib."""
    compression = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    members = parts.items() if isinstance(parts, Mapping) else parts
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, content in members:
            member = zipfile.ZipInfo(name)
            member.create_system = UNIX
            package.writestr(member, content, compression)
    return data.getvalue()


def edited(data: bytes, old: str, new: str, part: str = ANSWERS_PART) -> bytes:
    """Return the workbook with *old* in one part replaced by *new*."""
    parts = parts_of(data)
    before, found, after = parts[part].partition(old.encode())
    if not found:
        message = f"{part} holds no {old}"
        raise ValueError(message)
    return packed({**parts, part: before + new.encode() + after})


def with_parts(data: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """Return the workbook with parts replaced, added or (None) left out."""
    parts: dict[str, bytes | None] = {**parts_of(data), **changed}
    return packed({name: content for name, content in parts.items() if content is not None})


def patched_directory(data: bytes, part: str, offset: int, patch: bytes) -> bytes:
    """Return the package, stored anew, with *patch* at *offset* of a part's directory entry."""
    package = bytearray(packed(parts_of(data), stored=True))
    entry = package.rindex(b"PK\x01\x02", 0, package.rindex(part.encode()))
    package[entry + offset : entry + offset + len(patch)] = patch
    return bytes(package)
