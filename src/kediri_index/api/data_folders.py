"""What belongs to the files of a call."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kediri_index.workbook.paths import STANDARD_INPUT


def data_folders(paths: Iterable[str]) -> list[Path]:
    """Return the folders that hold the files of *paths*, where a profile may lie."""
    folders = []
    for path in paths:
        if path != STANDARD_INPUT:
            place = Path(path)
            folders.append(place if place.is_dir() else place.parent)
    return folders
