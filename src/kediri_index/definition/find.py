"""Which definitions there are, and which definition and profile are used."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from kediri_index.definition.extends import EXTENDS, base_path
from kediri_index.definition.library import (
    DEFAULT_FILE,
    DEFAULT_LIMITS,
    DefinitionHeader,
    definition_header,
    exists,
    folders_upward,
    headers_in,
    is_path,
    known_ids,
    paths_of,
    shipped_folder,
)
from kediri_index.errors import NotFoundError, UsageError
from kediri_index.model.language import Label
from kediri_index.model.limits import Limits
from kediri_index.model.text import Suggestion, suggest
from kediri_index.project_folder import CONFIG, is_in_repository, is_planted

VARIABLE = "KEDIRI_INDEX_CONFIG"
PROFILE_FILE = "profile.yaml"
_TABLES = frozenset({".csv", ".ods", ".tsv", ".xls", ".xlsm", ".xlsx"})


class Origin(StrEnum):
    """Who chose the definition or profile."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    WORKBOOK = "workbook"
    DATA_FOLDER = "data_folder"
    PROJECT = "project"
    PACKAGE = "package"


class Found(NamedTuple):
    """A file, the path by which people know it, and who chose it."""

    path: Path
    shown: str
    origin: Origin


def find_definition(
    explicit: str | None,
    *,
    folder: Path,
    environment: Mapping[str, str],
    carried: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Found:
    """Return the definition to use.

    *explicit* (``--config``) is a path or an id, as is KEDIRI_INDEX_CONFIG in *environment*;
    *carried* is the id that a workbook bears, never a path, passed over where nothing has it;
    then ``config/pillars.yaml`` in *folder* or above it in its project; then the package's. Raises
    NotFoundError (``definition-not-found``) for a path or id that is not there, UsageError for an
    id that several files have (``definition-ambiguous``), and for a folder or a workbook.
    """
    for reference, origin in (
        (explicit, Origin.OPTION),
        (environment.get(VARIABLE), Origin.ENVIRONMENT),
    ):
        if reference:
            return _asked_for(reference, origin, folder, limits)
    if carried and not is_path(carried) and (found := _by_id(carried, folder, limits)):
        return _found(found, folder, Origin.WORKBOOK)
    return _default(folder)


def find_profile(
    explicit: str | None, *, folder: Path, beside: Iterable[Path] = ()
) -> Found | None:
    """Return the profile to use, or None where there is none.

    *explicit* is the path of ``--profile``; *beside* are the folders that hold the data; then
    ``config/profile.yaml`` in *folder* or above it in its project: in a repository up to its top,
    else up to the first ``config/pillars.yaml``. Raises NotFoundError (``profile-not-found``).
    """
    if explicit:
        path = folder / explicit
        if not exists(path):
            raise NotFoundError("profile-not-found", path=explicit)
        return Found(path, explicit, Origin.OPTION)
    for data_folder in beside:
        path = folder / data_folder / PROFILE_FILE
        if _is_ours(path):
            return _found(path, folder, Origin.DATA_FOLDER)
    in_repository = is_in_repository(folder)
    for config in folders_upward(folder):
        if _is_ours(config / PROFILE_FILE):
            return _found(config / PROFILE_FILE, folder, Origin.PROJECT)
        if not in_repository and _is_ours(config / DEFAULT_FILE):
            return None
    return None


def definition_passed_over(folder: Path) -> str | None:
    """Return the ``config/pillars.yaml`` above *folder* that is not ours, None where ours is found.

    Another user put it there, or it lies beyond the project.
    """
    if _default(folder).origin is not Origin.PACKAGE:
        return None
    return _first_of(_above(folder, DEFAULT_FILE), folder)


def profile_passed_over(folder: Path, beside: Iterable[Path]) -> str | None:
    """Return the profile that is not ours, where none is found: *beside* the data or above."""
    near = [folder / one / PROFILE_FILE for one in beside]
    return _first_of((*near, *_above(folder, PROFILE_FILE)), folder)


def _default(folder: Path) -> Found:
    """Return the definition of who names none: the project's, else the package's."""
    for config in folders_upward(folder):
        if _is_ours(config / DEFAULT_FILE):
            return _found(config / DEFAULT_FILE, folder, Origin.PROJECT)
    return _found(shipped_folder() / DEFAULT_FILE, folder, Origin.PACKAGE)


def _above(folder: Path, name: str) -> Iterator[Path]:
    """Yield where *name* may stand in *folder* or anywhere above it, the project's or not."""
    folder = folder.absolute()
    return (one / CONFIG / name for one in (folder, *folder.parents))


def _first_of(paths: Iterable[Path], folder: Path) -> str | None:
    return next((shown_path(path, folder) for path in paths if exists(path)), None)


def _is_ours(path: Path) -> bool:
    return exists(path) and not is_planted(path)


def _asked_for(reference: str, origin: Origin, folder: Path, limits: Limits) -> Found:
    if not is_path(reference) and (found := _by_id(reference, folder, limits)) is not None:
        return _found(found, folder, origin)
    path = folder / reference
    if exists(path):
        if path.is_dir() and not is_path(reference):  # of a path, who reads it says so
            raise UsageError("definition-is-folder", path=reference)
        if path.suffix.casefold() in _TABLES:
            raise UsageError("definition-is-table", path=reference)
        return Found(path, reference, origin)
    known = known_ids(_folders(folder), limits)
    near = Suggestion(None) if is_path(reference) else suggest(reference, known)
    said = {"name": reference, "near": near, "known": tuple(known)}
    if origin is Origin.ENVIRONMENT:
        raise NotFoundError("variable-definition-not-found", variable=VARIABLE, **said)
    raise NotFoundError("definition-not-found", **said)


def _by_id(definition_id: str, folder: Path, limits: Limits) -> Path | None:
    """Return the one file with *definition_id*: the project's own first, nearest first."""
    paths = paths_of(definition_id, _folders(folder), limits)
    if len(paths) > 1:
        names = tuple(shown_path(path, folder) for path in paths)
        raise UsageError("definition-ambiguous", name=definition_id, paths=names)
    return paths[0] if paths else None


def _folders(folder: Path) -> tuple[Path, ...]:
    return (*folders_upward(folder), shipped_folder())


def _found(path: Path, folder: Path, origin: Origin) -> Found:
    return Found(path, shown_path(path, folder), origin)


def shown_path(path: Path, folder: Path) -> str:
    """Return *path* as people know it: from *folder* on where it lies below, else in full."""
    path = path.absolute()
    return str(
        path.relative_to(folder.absolute()) if path.is_relative_to(folder.absolute()) else path
    )


class ListedDefinition(NamedTuple):
    """What is said of a definition at its top; *path* as people know it."""

    id: str
    version: str | None
    status: str | None
    title: Label | None
    path: str
    origin: Origin
    superseded_by: str | None = None


def list_definitions(folder: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[ListedDefinition, ...]:
    """Return the project's definitions, nearest to *folder* first, then the shipped ones.

    A file that is no definition is passed over; one with faults is listed all the same. An id
    that a nearer folder has hides those further off, as it does when a definition is looked up.
    """
    listed: dict[Path, ListedDefinition] = {}
    hidden: set[str] = set()
    shipped = shipped_folder()
    for config in (*folders_upward(folder), shipped):
        origin = Origin.PACKAGE if config == shipped else Origin.PROJECT
        for header in headers_in(config, limits):
            if header.id in hidden:
                continue
            texts = _inherited(header, limits)
            entry = ListedDefinition(
                id=header.id,
                version=texts.get("version"),
                status=texts.get("status"),
                title=_title(texts),
                path=shown_path(header.path, folder),
                origin=origin,
                superseded_by=header.texts.get("superseded_by"),
            )
            listed.setdefault(header.path.resolve(), entry)
        hidden |= {entry.id for entry in listed.values()}
    return tuple(listed.values())


def _title(texts: Mapping[str, str]) -> Label | None:
    title = texts.get("title")
    return None if title is None else Label(title, texts.get("title_id"), texts.get("title_en"))


def _inherited(header: DefinitionHeader, limits: Limits) -> dict[str, str]:
    """Return the texts of *header*, and those that it takes over from what it extends."""
    texts = dict(header.texts)
    current: DefinitionHeader | None = header
    for _ in range(limits.extends):
        reference = current.texts.get(EXTENDS) if current else None
        if current is None or reference is None:
            break
        path = base_path(current.path, reference, limits)
        current = definition_header(path, limits) if path else None
        theirs = dict(current.texts) if current else {}
        if "title" in texts:  # a new title has lost its translations
            theirs = {key: said for key, said in theirs.items() if not key.startswith("title")}
        texts = theirs | texts
    return texts
