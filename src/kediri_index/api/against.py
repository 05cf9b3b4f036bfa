"""Definitions compared with what they were at an earlier state of their project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kediri_index.api.diff import compared
from kediri_index.api.load import Surroundings
from kediri_index.definition.files import exists
from kediri_index.definition.find import Found, Origin, find_definition, shown_path
from kediri_index.definition.library import FolderCopy, headers_in
from kediri_index.definition.load_definition import Loaded, load_definition_file
from kediri_index.definition.told import told
from kediri_index.errors import DefinitionError, NotFoundError, UsageError
from kediri_index.model.changes import DefinitionDiff, DiffState
from kediri_index.model.findings import Finding
from kediri_index.project_folder import CONFIG


def against(
    references: Sequence[str], copy: FolderCopy, surroundings: Surroundings
) -> tuple[DefinitionDiff, ...]:
    """Return each definition compared with the one of its id in *copy*, else of its path.

    Without *references* all in the project's ``config`` folders, and those that are gone. Raises
    DefinitionError with the faults of every definition that is broken now; one that was broken
    then is told, since its repair must pass.
    """
    if references:
        found = [_asked_for(reference, copy, surroundings) for reference in references]
        return tuple(_all_compared(found, copy, surroundings, by_path=True))
    folders = list(_folders(copy, surroundings.folder))
    found = [
        Found(header.path, shown_path(header.path, surroundings.folder), Origin.PROJECT)
        for folder in folders
        for header in headers_in(folder, surroundings.limits)
    ]
    diffs = list(_all_compared(found, copy, surroundings, by_path=False))
    diffs += _gone(folders, {one.id for one in diffs}, copy, surroundings)
    if not diffs:
        raise NotFoundError("no-definitions-here", path=str(surroundings.folder))
    return tuple(diffs)


def _asked_for(reference: str, copy: FolderCopy, surroundings: Surroundings) -> Found:
    found = find_definition(
        reference,
        folder=surroundings.folder,
        environment=surroundings.environment,
        limits=surroundings.limits,
    )
    if copy.of(found.path) is None:
        raise UsageError("not-in-repository", path=found.shown, folder=str(copy.original))
    return found


def _folders(copy: FolderCopy, start: Path) -> Iterator[Path]:
    """Yield the ``config`` folders upward that are there now or were then, within the original."""
    start = start.resolve()
    for folder in (start, *start.parents):
        then = copy.of(folder / CONFIG)
        if then is None:
            return
        if then.is_dir() or (folder / CONFIG).is_dir():
            yield folder / CONFIG


def _all_compared(
    found: Sequence[Found], copy: FolderCopy, surroundings: Surroundings, *, by_path: bool
) -> Iterator[DefinitionDiff]:
    faults: list[Finding] = []
    loaded: list[tuple[Found, Loaded]] = []
    for one in found:
        try:
            now = load_definition_file(one.path, shown=one.shown, limits=surroundings.limits)
        except DefinitionError as error:
            faults += error.findings
        else:
            loaded.append((one, now))
    if faults:
        raise DefinitionError(told(faults, surroundings.limits))
    for one, now in loaded:
        yield _with_then(one, now, copy, surroundings, by_path=by_path)


def _with_then(
    found: Found, now: Loaded, copy: FolderCopy, surroundings: Surroundings, *, by_path: bool
) -> DefinitionDiff:
    definition = now.definition
    new = DefinitionDiff(definition.id, definition.path, DiffState.NEW, after=definition)
    place = copy.of(found.path)
    path = None if place is None else _then(place, definition.id, surroundings, by_path=by_path)
    if path is None:
        return new
    try:
        then = load_definition_file(
            path, shown=copy.shown(path), limits=surroundings.limits, copy=copy
        )
    except DefinitionError as error:
        return new._replace(state=DiffState.UNREADABLE, faults=error.findings)
    return compared(then, now)


def _then(
    place: Path, definition_id: str, surroundings: Surroundings, *, by_path: bool
) -> Path | None:
    """Return the file that had the id then, whatever its name was; else the one at *place*."""
    headers = headers_in(place.parent, surroundings.limits)
    paths = [header.path for header in headers if header.id == definition_id]
    if place in paths or not paths:
        at_place = place in paths or (exists(place) and (by_path or _broken(place, surroundings)))
        return place if at_place else None
    return paths[0]


def _broken(place: Path, surroundings: Surroundings) -> bool:
    """Return whether the file at *place* says no id, so that none can be another one's."""
    header = next(
        (one for one in headers_in(place.parent, surroundings.limits) if one.path == place), None
    )
    return header is None or not header.id


def _gone(
    folders: Sequence[Path], there: set[str], copy: FolderCopy, surroundings: Surroundings
) -> Iterator[DefinitionDiff]:
    """Yield the definitions of which nothing but their earlier state is left."""
    for folder in folders:
        then = copy.of(folder)
        for header in headers_in(then, surroundings.limits) if then is not None else ():
            if header.id and header.id not in there:
                there.add(header.id)
                yield DefinitionDiff(header.id, copy.shown(header.path), DiffState.REMOVED)
