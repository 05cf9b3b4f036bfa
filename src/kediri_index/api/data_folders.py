"""The folders of the files of a call, and what lies there beside them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kediri_index.model.profile import Profile
from kediri_index.workbook.paths import STANDARD_INPUT


def data_folders(paths: Iterable[str]) -> list[Path]:
    """Return the folders that hold the files of *paths*, where a profile may lie."""
    folders = []
    for path in paths:
        if path != STANDARD_INPUT:
            place = Path(path)
            folders.append(place if place.is_dir() else place.parent)
    return folders


def unit_beside(profile: Profile | None, folders: Iterable[Path]) -> str | None:
    """Return the unit of *profile* where it lies in one of *folders*: theirs are the files."""
    if profile is None:
        return None
    places = {folder.resolve() for folder in folders}
    return profile.unit if Path(profile.path).parent.resolve() in places else None
