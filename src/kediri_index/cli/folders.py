"""Writing several files into a folder: all of them, or none; a new project among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from kediri_index.cli.output import refuse_inputs, through_link, write_bytes, write_file
from kediri_index.errors import UsageError
from kediri_index.messages.screens.error import system_reason
from kediri_index.project_folder import CONFIG, is_link, is_outside_allowed, leads_out

OLD = ".lama"
"""The ending of what was in a file of ``config`` before it was replaced."""


def write_all(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write *files* and make their folders; where one cannot be written, all is as it was before.

    Raises :class:`UsageError` then.
    """
    before: dict[Path, bytes | None] = {}
    made: list[Path] = []
    try:
        for path, data in files.items():
            _make(path.parent, made)
            before[path] = path.read_bytes() if path.is_file() else None
            _write(path, data, before, force=force)
    except BaseException:
        _undo(before, made)
        raise


def _make(folder: Path, made: list[Path]) -> None:
    """Make *folder* and those above it, and note the ones that were not there."""
    missing: list[Path] = []
    try:
        missing += [one for one in (folder, *folder.parents) if not one.exists()]
        for one in reversed(missing):
            one.mkdir(exist_ok=True)
            made.append(one)
    except OSError as error:
        path = str(folder)
        raise UsageError("output-failed", path=path, reason=system_reason(error)) from error


def _write(path: Path, data: bytes, before: dict[Path, bytes | None], *, force: bool) -> None:
    try:
        write_file(path, data, force=force)
    except UsageError:  # it is as it was, or as another run has just written it
        del before[path]
        raise


def _undo(before: Mapping[Path, bytes | None], made: Sequence[Path]) -> None:
    """Put back what was there, as far as the disk lets us."""
    for path, data in before.items():
        with suppress(OSError, UsageError):
            if data is None:
                path.unlink(missing_ok=True)
            else:
                write_file(path, data, force=True)
    for folder in reversed(made):
        with suppress(OSError):  # it is not empty, and so not ours alone
            folder.rmdir()


def refuse_links(folder: Path, paths: Iterable[Path]) -> None:
    """Raise :class:`UsageError` before any work where one of *paths* in *folder* has a link in it.

    *folder* is what the user named: it may itself be a link to a folder, but to none outside of the
    project that it lies in.
    """
    is_lost = is_link(folder) and not folder.is_dir()
    if is_lost or (leads_out(folder) and not is_outside_allowed()):
        raise through_link(folder)
    for path in paths:
        below = [one for one in path.parents if one != folder and one.is_relative_to(folder)]
        for one in (*below, path):
            if is_link(one):
                raise through_link(one)


def refuse_existing(folder: Path, paths: Collection[Path], refusal: str, *, force: bool) -> None:
    """Raise :class:`UsageError` before any work where not all of *paths* can be written.

    *refusal* is the key of its sentence where some are there, unless *force*.
    """
    refuse_links(folder, paths)
    there = [path for path in paths if path.exists()]
    if there and not force:
        raise UsageError(refusal, path=str(folder), count=len(there))


def refuse_files(
    folder: str | None, paths: Collection[str], used: Iterable[str], refusal: str, *, force: bool
) -> None:
    """Raise :class:`UsageError` before any work where one of *paths* is *used*, or is in the way.

    They go into *folder*, as for :func:`refuse_existing`; without one there is a single path.
    """
    used = [*used]
    for path in paths:
        refuse_inputs(path, used)
    if folder is not None:
        refuse_existing(Path(folder), [*map(Path, paths)], refusal, force=force)


def write_files(folder: str | None, made: Mapping[str, bytes], *, force: bool) -> None:
    """Write what was *made* into *folder*, all or none; without one to where its path says."""
    if folder is not None:
        write_all({Path(path): data for path, data in made.items()}, force=force)
        return
    for path, data in made.items():
        write_bytes(path, data, force=force)


def write_project(folder: str, files: Mapping[str, bytes], *, force: bool) -> dict[str, bytes]:
    """Write *files* into *folder* and return them by their whole paths."""
    placed = {Path(folder) / name: data for name, data in files.items()}
    _refuse_project(Path(folder), placed, force=force)
    refuse_links(Path(folder), placed)
    placed |= _kept(placed)
    write_all(placed, force=force)
    return {str(path): data for path, data in placed.items()}


def _kept(placed: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """Return what people wrote into files that are to be replaced, by where it is kept."""
    found: dict[Path, bytes] = {}
    for path, data in placed.items():
        if path.suffix != ".yaml" or path.parent.name != CONFIG or not path.is_file():
            continue
        before = path.read_bytes()
        if before != data:
            names = (f"{path.name}{OLD}{number or ''}" for number in count())
            free = next(one for one in map(path.with_name, names) if not one.exists())
            found[free] = before
    return found


def _refuse_project(folder: Path, files: Iterable[Path], *, force: bool) -> None:
    """Raise :class:`UsageError` with all that is there, and for a file in a folder's place."""
    try:
        parents = {parent for path in files for parent in path.parents}
        for parent in (folder, *sorted(one for one in parents if one.is_relative_to(folder))):
            if parent.exists() and not parent.is_dir():
                raise UsageError("project-in-the-way", path=str(parent))
        there = tuple(str(path) for path in files if path.exists() or path.is_symlink())
    except OSError as error:  # such as a name that is too long
        raise UsageError("output-failed", path=str(folder), reason=system_reason(error)) from error
    if there and not force:
        raise UsageError("project-exists", paths=there)
