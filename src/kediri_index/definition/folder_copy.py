"""A copy of a folder as it was earlier, in which definitions find each other as they did there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kediri_index.definition.files import exists
from kediri_index.definition.library import folders_upward
from kediri_index.project_folder import CONFIG


class FolderCopy(NamedTuple):
    """The folder *top* holds what *original* held; *name* is put before its paths, as git does.

    Both are without links. What a path names outside of *original* is taken as it is now.
    """

    top: Path
    original: Path
    name: str

    def of(self, path: Path) -> Path | None:
        """Return where *path* stands in the copy; None where it lies outside of the original.

        The file itself may be a link: it is one in the copy too.
        """
        place = path.absolute()
        place = place.parent.resolve() / place.name
        return self.top / place.relative_to(self.original) if self._had(place) else None

    def shown(self, path: Path) -> str:
        """Return *path* as people know it: ``main:config/pillars.yaml``."""
        if not path.is_relative_to(self.top):
            return str(path)
        return f"{self.name}:{path.relative_to(self.top).as_posix()}"

    def candidates(self, path: Path, reference: str) -> list[Path]:
        """Return the file that *reference* names, where it is there; *path* is where it points."""
        if Path(reference).is_absolute():
            inside = self.of(path)
            return [found for found in (inside or path,) if exists(found)]
        place = Path(os.path.normpath(path))
        if path.is_relative_to(self.top) and not place.is_relative_to(self.top):
            place = Path(os.path.normpath(self.original / os.path.relpath(place, self.top)))
        return [place] if exists(place) else []

    def folders_upward(self, start: Path) -> Iterator[Path]:
        """Yield the ``config`` folders of *start* and above, within the copy."""
        if not start.is_relative_to(self.top):
            yield from folders_upward(start)
            return
        for folder in (start, *start.parents):
            if not folder.is_relative_to(self.top):
                return
            if (folder / CONFIG).is_dir():
                yield folder / CONFIG

    def _had(self, place: Path) -> bool:
        return place.is_relative_to(self.original)
