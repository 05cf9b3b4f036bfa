"""The files below a folder or of a pattern: no link leads out of the project, or in circles."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from kediri_index.errors import UsageError
from kediri_index.model.findings import Finding
from kediri_index.project_folder import is_inside, is_link, is_outside_allowed, project_folder

WILDCARDS = frozenset("*?[")
"""What makes a path a pattern."""

_ANY_DEPTH: Final = "**"
_SEPARATORS = r"[\\/]" if os.sep == "\\" else "/"


def start_of(pattern: str) -> str:
    """Return the folder that *pattern* names before its first wildcard, with the separator."""
    before = re.split(r"[*?\[]", pattern, maxsplit=1)[0]
    return before[: max(before.rfind(one) for one in {"/", os.sep}) + 1]


class FolderWalk:
    """A walk below the folder *start*, with what it passed over.

    A link is followed within the project of *start*, else within *start* itself. What is not
    followed, and folders that the system does not let be read, go to *findings*.
    """

    def __init__(self, start: str, findings: list[Finding]) -> None:
        self._start = start
        self._top = project_folder(Path(start).absolute()) or Path(start)
        self._findings = findings
        self._told: set[str] = set()

    def by_folder(self, passes: Callable[[str, str], bool]) -> Iterator[list[str]]:
        """Yield the files of each folder below; *passes* says which folders are passed over."""
        start = str(Path(self._start))
        for folder, names in self._folders(["" if start == "." else start], passes):
            yield [os.path.join(folder, name) for name in names]  # noqa: PTH118 - quicker

    def may_be_read(self, path: str) -> bool:
        """Return whether no link at *path* leads out; one that does is told, once."""
        return self._may_follow(path, "F128")

    def matching(self, pattern: str) -> list[str]:
        """Return what matches *pattern*, whose :func:`start_of` is the folder of this walk."""
        places = [start_of(pattern)]
        parts = [part for part in re.split(_SEPARATORS, pattern[len(places[0]) :]) if part]
        for number, part in enumerate(parts):
            if part != _ANY_DEPTH:
                places = [one for place in places for one in self._children(place, part)]
            elif parts[number - 1 : number] != [part]:  # twice is once
                places = self._below(places, with_files=number + 1 == len(parts))
        return sorted(places)

    def _below(self, places: list[str], *, with_files: bool) -> list[str]:
        found: dict[str, None] = {}
        folders = [place for place in places if Path(place).is_dir()]
        for folder, names in self._folders(folders, lambda _, name: name.startswith(".")):
            found[folder] = None
            if with_files:
                found |= {os.path.join(folder, name): None for name in names}  # noqa: PTH118 - as above
        return list(found)

    def _children(self, place: str, part: str) -> Iterator[str]:
        if not self._may_follow(place, "F129"):
            return
        if WILDCARDS & set(part):
            names = fnmatch.filter(self._names(place), part)
        else:
            names = [part] if os.path.lexists(Path(place, part)) else []
        for name in names:
            if part.startswith(".") or not name.startswith("."):
                yield os.path.join(place, name)  # noqa: PTH118 - as above

    def _names(self, place: str) -> list[str]:
        try:
            return [one.name for one in Path(place).iterdir()]
        except OSError:
            return []  # no folder, or one that is closed: nothing in it matches

    def _folders(
        self, starts: list[str], passes: Callable[[str, str], bool]
    ) -> Iterator[tuple[str, list[str]]]:
        """Yield each folder once, with its sorted names; folders behind links after all others."""
        walked: set[str] = set()
        waiting = list(starts)
        for start in waiting:
            if not self._may_follow(start, "F129"):
                continue
            for walk_folder, folders, names in os.walk(start or ".", onerror=self._closed):
                folder = walk_folder if start else walk_folder[2:]
                real = os.path.realpath(walk_folder)
                if real in walked:
                    folders.clear()
                    continue
                walked.add(real)
                wanted = [name for name in sorted(folders) if not passes(folder, name)]
                linked = [name for name in wanted if is_link(Path(folder, name))]
                waiting += [os.path.join(folder, name) for name in linked]  # noqa: PTH118 - as above
                folders[:] = [name for name in wanted if name not in linked]
                yield folder, sorted(names)

    def _closed(self, error: OSError) -> None:
        if Path(error.filename) == Path(self._start):
            path, reason = self._start, error.strerror
            raise UsageError("path-unreadable", path=path, reason=reason) from error
        self._findings.append(Finding("F124", file=str(Path(error.filename))))

    def _may_follow(self, path: str, code: str) -> bool:
        place = Path(path)
        if is_outside_allowed() or not is_link(place) or is_inside(place, self._top):
            return True
        if path not in self._told and place.exists():
            self._told.add(path)
            self._findings.append(Finding(code, file=path))
        return not place.exists()  # a dangling link is told by whoever reads it
