"""The files of definitions and profiles: where the shipped ones are, and the bytes of any."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

import kediri_index
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.project_folder import NotOrdinaryError, OutsideError, open_file, outside

DEFAULT_LIMITS = Limits()
_PIECE: Final = 1 << 20
DEFAULT_FILE = "pillars.yaml"
SHIPPED = "kediri_index/config"
"""The folder of the shipped definitions in an archive, wherever the package stands."""


def shipped_folder() -> Path:
    """Return the folder of the shipped definitions.

    A wheel has them inside the package; a source tree, also an editable install, beside ``src``.
    """
    package = Path(kediri_index.__file__).absolute().parent
    inside = package / "config"
    return inside if inside.is_dir() else package.parent.parent / "config"


def is_shipped(path: str) -> bool:
    """Return whether *path*, as people know it, is that of a shipped definition."""
    return Path(path).absolute().parent == shipped_folder() or path.startswith(f"{SHIPPED}/")


def is_default(path: str) -> bool:
    """Return whether *path*, as people know it, is that of the shipped default."""
    return is_shipped(path) and Path(path).name == DEFAULT_FILE


def file_bytes(
    path: Path, shown: str, limits: Limits, within: Path | None = None
) -> bytes | Finding:
    """Return the bytes of the file at *path*, or why they are not read.

    A folder, a device or a pipe is never opened, nor what a link leads to out of its project or
    out of the folder *within*. *shown* is the path as findings name it.
    """
    shipped = path.parent == shipped_folder()  # whose files may be links to a cache
    try:
        with outside(allowed=shipped), open_file(path, within) as file:
            data = _at_most(file, limits.definition_bytes + 1)
    except (OutsideError, NotOrdinaryError, OSError, ValueError) as error:
        return _why(error, shown)
    if len(data) > limits.definition_bytes:
        return Finding("D004", file=shown, params={"limit": limits.definition_bytes})
    return data


def _why(error: Exception, shown: str) -> Finding:
    match error:
        case OutsideError():
            return Finding("D281", file=shown)
        case NotOrdinaryError():
            return Finding("D002", file=shown)
        case FileNotFoundError():
            return Finding("D001", file=shown)
        case OSError():
            return Finding("D003", file=shown, params={"reason": error.strerror})
    return Finding("D003", file=shown, params={"reason": str(error)})  # a null character


def _at_most(file: BinaryIO, most: int) -> bytes:
    """Return the first bytes of a file, piece by piece: *most* may be more than memory holds."""
    data = b""
    while len(data) < most and (piece := file.read(min(most - len(data), _PIECE))):
        data += piece
    return data


def exists(path: Path) -> bool:
    """Return whether anything stands at *path*; what cannot be a path does not exist."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
