"""The bytes of a definition or profile: ordinary files only, up to a size."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits

DEFAULT_LIMITS = Limits()
_PIECE: Final = 1 << 20


def file_bytes(path: Path, shown: str, limits: Limits) -> bytes | Finding:
    """Return the bytes of the file at *path*, or why they are not read.

    A folder, a device or a pipe is never opened. *shown* is the path as findings name it.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Finding("D002", file=shown)
        data = _at_most(path, limits.definition_bytes + 1)
    except FileNotFoundError:
        return Finding("D001", file=shown)
    except OSError as error:
        return Finding("D003", file=shown, params={"reason": error.strerror})
    except ValueError as error:  # a null character in the path
        return Finding("D003", file=shown, params={"reason": str(error)})
    if len(data) > limits.definition_bytes:
        return Finding("D004", file=shown, params={"limit": limits.definition_bytes})
    return data


def _at_most(path: Path, most: int) -> bytes:
    """Return the first bytes of a file, piece by piece: *most* may be more than memory holds."""
    data = b""
    with path.open("rb") as file:
        while len(data) < most and (piece := file.read(min(most - len(data), _PIECE))):
            data += piece
    return data


def exists(path: Path) -> bool:
    """Return whether anything stands at *path*; what cannot be a path does not exist."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
