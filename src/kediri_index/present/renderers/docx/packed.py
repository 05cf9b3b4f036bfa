"""The file itself: the same parts, dated alike, so that the same report is the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_READABLE = 0o100644 << 16
_UNIX = 3


def packed(data: bytes) -> bytes:
    """Return a package with its parts in their order and without the time they were written."""
    out = BytesIO()
    with (
        ZipFile(BytesIO(data)) as old,
        ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as new,
    ):
        for name in old.namelist():
            part = ZipInfo(name, _NO_TIME)
            part.compress_type = ZIP_DEFLATED
            part.external_attr, part.create_system = _READABLE, _UNIX
            new.writestr(part, old.read(name))
    return out.getvalue()
