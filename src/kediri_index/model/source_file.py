"""A file by the path that people know it by, and its bytes."""

from __future__ import annotations

from typing import NamedTuple


class SourceFile(NamedTuple):
    """What was read at *path*; nothing is opened by it again."""

    path: str
    data: bytes
