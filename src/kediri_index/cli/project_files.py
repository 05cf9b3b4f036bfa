"""Writing a new project folder, all of it or nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from kediri_index.cli.output import refuse_links, write_file
from kediri_index.errors import UsageError


def write_project(folder: str, files: Mapping[str, bytes], *, force: bool) -> None:
    """Write *files*; where one of them cannot be written, all is as it was before.

    Raises :class:`UsageError` that names every file which is there already, unless *force*.
    """
    try:
        there = _in_the_way(folder, files)
    except OSError as error:  # such as a name that is too long
        raise UsageError("output-failed", path=folder, reason=error.strerror) from error
    if there and not force:
        raise UsageError("project-exists", paths=there)
    refuse_links(Path(folder), map(Path, files))
    before: dict[Path, bytes | None] = {}
    made: list[Path] = []
    try:
        for name, data in files.items():
            path = Path(name)
            _make(path.parent, made)
            before[path] = path.read_bytes() if path.is_file() else None
            _write(path, data, before, force=force)
    except BaseException:
        _undo(before, made)
        raise


def _in_the_way(folder: str, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return what is there already; raises :class:`UsageError` for a file in a folder's place."""
    top = Path(folder)
    parents = {parent for path in files for parent in Path(path).parents}
    for parent in (top, *sorted(one for one in parents if one.is_relative_to(top))):
        if parent.exists() and not parent.is_dir():
            raise UsageError("project-in-the-way", path=str(parent))
    return tuple(path for path in files if Path(path).exists() or Path(path).is_symlink())


def _make(folder: Path, made: list[Path]) -> None:
    """Make *folder* and those above it, and note the ones that were not there."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        try:
            one.mkdir(exist_ok=True)
        except OSError as error:
            raise UsageError("output-failed", path=str(one), reason=error.strerror) from error
        made.append(one)


def _write(path: Path, data: bytes, before: dict[Path, bytes | None], *, force: bool) -> None:
    try:
        write_file(path, data, force=force)
    except UsageError:  # it is as it was, or as another run has just written it
        del before[path]
        raise


def _undo(before: Mapping[Path, bytes | None], made: list[Path]) -> None:
    """Put back what was there, as far as the disk lets us."""
    for path, data in before.items():
        with contextlib.suppress(OSError, UsageError):
            if data is None:
                path.unlink(missing_ok=True)
            else:
                write_file(path, data, force=True)
    for folder in reversed(made):
        with contextlib.suppress(OSError):
            folder.rmdir()
