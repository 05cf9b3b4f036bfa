"""Which files a path means: a file, a folder, a pattern, or standard input; no link leads out."""

from __future__ import annotations

import fnmatch
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from kediri_index.errors import NotFoundError, UsageError
from kediri_index.messages.screens.error import system_reason
from kediri_index.model.findings import Finding
from kediri_index.model.text import Suggestion, nearest
from kediri_index.project_folder import (
    NotOrdinaryError,
    OutsideError,
    is_inside,
    is_link,
    is_outside_allowed,
    leads_out,
    open_file,
    project_folder,
)

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
        """Return whether no link at *path* leads out; the first that does is reported."""
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
            reason = system_reason(error)
            raise UsageError("path-unreadable", path=self._start, reason=reason) from error
        self._findings.append(Finding("F124", file=str(Path(error.filename))))

    def _may_follow(self, path: str, code: str) -> bool:
        place = Path(path)
        if is_outside_allowed() or not is_link(place) or is_inside(place, self._top):
            return True
        if path not in self._told and place.exists():
            self._told.add(path)
            self._findings.append(Finding(code, file=path))
        return not place.exists()  # reading reports a dangling link


STANDARD_INPUT = "-"
ENDINGS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"})
_LOCK_PREFIXES = ("~$", ".~lock")
_SHADOW_PREFIX, _SHADOW_FOLDER = "._", "__MACOSX"
"""What macOS puts beside each file, and into archives."""
_MAY_HOLD_TABLES = frozenset(
    {".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".numbers", ".gsheet", ".et"}
)
_DOCUMENTS = frozenset({".txt", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages"})
_LIST_OF_FINDINGS = b"file,sheet,cell,code"
_PIECE: Final = 1 << 20
_SHOWN: Final = 3


def looks_like_path(word: str) -> bool:
    """Return whether *word* is there as a file or folder, or is written as only a path is."""
    if word == STANDARD_INPUT or "/" in word or "\\" in word or set(word) & WILDCARDS:
        return True
    return Path(word).suffix.lower() in ENDINGS or _is_there(Path(word))


def expand(
    paths: Iterable[str], findings: list[Finding], *, empty_folder: bool = False
) -> Iterator[str]:
    """Yield the files that *paths* mean, each once, in order; those passed over go to *findings*.

    Raises :class:`NotFoundError` for a path that is not there, for a pattern without any workbook
    and, unless *empty_folder* is allowed, for a folder without any.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _files(path, findings, empty_folder=empty_folder):
            identity = os.path.realpath(file) if file != STANDARD_INPUT else file
            if identity not in seen:
                seen.add(identity)
                yield file


def refuse_missing(path: str) -> None:
    """Raise :class:`NotFoundError` where nothing stands at *path*; ``-`` is always there."""
    if path != STANDARD_INPUT and not (path and _is_there(Path(path))):
        raise NotFoundError("path-not-found", path=path, nearest=_nearest(Path(path)))


class TooLargeError(Exception):
    """A file has more bytes than are read; *size* is how many, as far as that is known."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def read_bytes(path: str, most: int) -> bytes:
    """Return the bytes of a file or of standard input, of which no more than *most* are read.

    Raises :class:`UsageError` where that is not possible, and :class:`TooLargeError`.
    """
    file = Path(path)
    try:
        if path == STANDARD_INPUT:
            return _at_most(sys.stdin.buffer, most)
        with open_file(file) as opened:
            size = os.fstat(opened.fileno()).st_size
            if size > most:
                raise TooLargeError(size)
            return _at_most(opened, most, size)
    except OutsideError:
        raise UsageError("path-outside", path=path) from None
    except NotOrdinaryError:
        raise UsageError("path-not-ordinary", path=path) from None
    except OSError as error:
        raise UsageError("path-unreadable", path=path, reason=system_reason(error)) from error


def _at_most(file: BinaryIO, most: int, expected: int = 0) -> bytes:
    """Return what is left in *file*, which may grow meanwhile; raises :class:`TooLargeError`."""
    pieces = []
    size = 0
    while piece := file.read(min(most - size, max(_PIECE, expected)) + 1):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise TooLargeError(size)
    return b"".join(pieces)


def _files(path: str, findings: list[Finding], *, empty_folder: bool) -> list[str]:
    if path == STANDARD_INPUT:
        return [path]
    place = Path(path)
    if path and _is_there(place) and place.is_dir():
        _refuse_outside(path)
        before = len(findings)
        files = _in_folder(path, findings)
        if not files and not empty_folder:
            raise _without_workbooks(path, findings[before:])
        return files
    if path and _is_there(place):
        return _workbooks([path], findings, any_ending=True)
    if WILDCARDS & set(path):
        return _matching(path, findings)
    raise NotFoundError("path-not-found", path=path, nearest=_nearest(place))


def _refuse_outside(path: str) -> None:
    if not is_outside_allowed() and leads_out(Path(path)):
        raise UsageError("path-outside", path=path)


def _without_workbooks(path: str, passed_over: Iterable[Finding]) -> NotFoundError:
    """Return the error for a folder without workbooks, which names archives that may hold some."""
    found = [one.file for one in passed_over if one.code in {"F126", "F127"}]
    if found:
        return NotFoundError("folder-without-workbooks-but", path=path, found=found[:_SHOWN])
    return NotFoundError("folder-without-workbooks", path=path)


def _is_there(place: Path) -> bool:
    """Return whether anything stands at *place*; what cannot be a path does not exist."""
    try:
        return place.exists()
    except (OSError, ValueError):
        return False


def _in_folder(path: str, findings: list[Finding]) -> list[str]:
    walk = FolderWalk(path, findings)
    folders = walk.by_folder(lambda folder, name: _is_passed_over(folder, name, findings))
    return [
        file
        for paths in folders
        for file in _workbooks(paths, findings)
        if walk.may_be_read(file) and not _lists_findings(file)
    ]


def _is_passed_over(folder: str, name: str, findings: list[Finding]) -> bool:
    """Return whether a folder is not for data: a hidden one, or one of macOS, which is F125."""
    if name == _SHADOW_FOLDER:
        findings.append(Finding("F125", file=str(Path(folder) / name)))
    return name.startswith(".") or name == _SHADOW_FOLDER


def _lists_findings(path: str) -> bool:
    """Return whether a text table lists faults of files, as ``faults.csv`` of an example does.

    In a folder it is passed over like a README: it is about the files, not one of them.
    """
    if not path.casefold().endswith(".csv"):
        return False
    try:
        with open_file(Path(path)) as file:
            return file.readline(len(_LIST_OF_FINDINGS) + 2).rstrip() == _LIST_OF_FINDINGS
    except (OutsideError, NotOrdinaryError, OSError):
        return False  # whoever reads it says why it cannot be read


def _matching(pattern: str, findings: list[Finding]) -> list[str]:
    start = start_of(pattern)
    _refuse_outside(start)
    walk = FolderWalk(start, findings)
    found = _workbooks(walk.matching(pattern), findings)
    if not found:
        raise NotFoundError("no-match", path=pattern)
    return [file for file in found if walk.may_be_read(file)]


def _workbooks(
    paths: Iterable[str], findings: list[Finding], *, any_ending: bool = False
) -> list[str]:
    found = []
    documents: set[str] = set()
    for path in paths:
        name, ending = Path(path).name, Path(path).suffix.casefold()
        if name.startswith(_LOCK_PREFIXES):
            findings.append(Finding("F415", file=path))
        elif name.startswith(_SHADOW_PREFIX):
            findings.append(Finding("F125", file=path))
        elif any_ending or ending in ENDINGS:
            found.append(path)
        elif ending in _MAY_HOLD_TABLES:
            findings.append(Finding("F126", file=path))
        elif ending in _DOCUMENTS - documents:
            documents.add(ending)
            findings.append(Finding("F127", file=path))
    return found


def _nearest(place: Path) -> Suggestion:
    """Return the file beside *place* whose name is most like its own, whatever its ending."""
    try:
        siblings = [one for one in place.parent.iterdir() if one.name != place.name]
    except OSError:
        siblings = []
    siblings.sort(key=lambda one: one.suffix == place.suffix)
    by_stem = {one.stem: one.name for one in siblings}
    return Suggestion(by_stem.get(nearest(place.stem, by_stem) or ""))
