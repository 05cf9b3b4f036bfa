"""Reading the files of one call."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from pathlib import Path
from typing import NamedTuple

from kediri_index.errors import UsageError
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Workbook
from kediri_index.workbook.files.paths import TooLargeError, expand, read_bytes
from kediri_index.workbook.files.read import read_workbook
from kediri_index.workbook.reading.refusal import limit_finding

DEFAULT_LIMITS = Limits()


class Submission(NamedTuple):
    """The workbooks of one call, what was passed over on the way, and how far they are read."""

    workbooks: tuple[Workbook, ...]
    findings: tuple[Finding, ...] = ()
    limits: Limits = DEFAULT_LIMITS


def read_workbooks(
    paths: str | Path | Iterable[str | Path],
    *,
    limits: Limits | None = None,
    empty_folder: bool = False,
    watch: Callable[[int, int], None] | None = None,
    keep: Callable[[str, bytes], None] | None = None,
) -> Submission:
    """Read files, folders and patterns; ``-`` is standard input.

    *watch* is told how many files are read and how many there are, at the start and after each;
    *keep* is given the bytes of each that could be opened.

    A file that cannot be read as a spreadsheet is a finding of its workbook, and so is one of a
    folder or pattern that cannot be opened. Raises :class:`~kediri_index.errors.UsageError` for a
    path that is not there, and for a folder without workbooks unless *empty_folder* is allowed.
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    named = frozenset(map(str, given))
    findings: list[Finding] = []
    workbooks = []
    limits = limits or DEFAULT_LIMITS
    files = list(expand(map(str, given), findings, empty_folder=empty_folder))
    watch = watch or _unwatched
    watch(0, len(files))
    for path in files:
        workbooks.append(read_file(path, named, limits, keep))
        watch(len(workbooks), len(files))
    return Submission(tuple(workbooks), tuple(findings), limits)


def read_file(
    path: str,
    named: Container[str],
    limits: Limits = DEFAULT_LIMITS,
    keep: Callable[[str, bytes], None] | None = None,
) -> Workbook:
    """Return the workbook at *path*; one that cannot be opened is a finding, unless it is *named*.

    Raises :class:`~kediri_index.errors.UsageError` for a named one.
    """
    try:
        return _read(path, limits, keep or _not_kept)
    except UsageError as error:
        if path in named:
            raise
        code = "F128" if error.message == "path-outside" else "F124"
        return Workbook(path, "", findings=(Finding(code, file=path),))


def _read(path: str, limits: Limits, keep: Callable[[str, bytes], None]) -> Workbook:
    """Return the workbook at *path*; one that is too large is not read, and so has no hash."""
    try:
        data = read_bytes(path, limits.file_bytes)
    except TooLargeError as large:
        return Workbook(path, "", findings=(limit_finding("F102", path, limits, large.size),))
    keep(path, data)
    return read_workbook(path, data, limits)


def _not_kept(path: str, data: bytes) -> None:
    """Keep nothing."""


def _unwatched(done: int, total: int) -> None:
    """Take no notice."""
