"""The definition and the profile in use: named, or found beside the data."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from kediri_index.definition.find import (
    VARIABLE,
    definition_passed_over,
    find_definition,
    find_profile,
    profile_passed_over,
)
from kediri_index.definition.library import (
    folders_upward,
    is_default,
    is_shipped,
    known_ids,
    shipped_folder,
)
from kediri_index.definition.load_definition import Loaded, load_definition_file
from kediri_index.definition.load_profile import load_profile_file
from kediri_index.model.definition import Definition
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Profile
from kediri_index.workbook.files.paths import STANDARD_INPUT


class Surroundings(NamedTuple):
    """Where a search begins: the working folder, and the environment's variables."""

    folder: Path
    environment: Mapping[str, str]
    limits: Limits

    @classmethod
    def here(cls, limits: Limits | None = None) -> Surroundings:
        """Return the surroundings of this process."""
        return cls(Path.cwd(), os.environ, limits or Limits())

    def known_definitions(self) -> list[str]:
        """Return the ids of the project's definitions and the shipped ones."""
        folders = (*folders_upward(self.folder), shipped_folder())
        return known_ids(folders, self.limits)


def load(
    reference: str | None, surroundings: Surroundings, *, carried: str | None = None
) -> Loaded:
    """Return the definition in use with its warnings and its tree.

    *reference* is a path or an id, *carried* the id that a workbook names.
    """
    found = find_definition(
        reference,
        folder=surroundings.folder,
        environment=surroundings.environment,
        carried=carried,
        limits=surroundings.limits,
    )
    return load_definition_file(found.path, shown=found.shown, limits=surroundings.limits)


def load_definition(reference: str | os.PathLike[str] | None = None) -> Definition:
    """Return a definition by path or id, or without one the default in reach.

    In reach are the folders ``config`` here and upward in the project, then the shipped
    definitions; without *reference* the environment's ``KEDIRI_INDEX_CONFIG`` counts too. Weights
    and bounds are fractions, as the file writes them. Raises
    :class:`~kediri_index.errors.NotFoundError`, or :class:`~kediri_index.errors.DefinitionError`
    with every finding.
    """
    given = None if reference is None else os.fspath(reference)
    return load(given, Surroundings.here()).definition


def load_profile(path: str | os.PathLike[str]) -> Profile:
    """Return the profile in the file at *path*: the unit, its agencies, targets by year.

    Targets are in points of the scale. Raises :class:`~kediri_index.errors.NotFoundError`, or
    :class:`~kediri_index.errors.ProfileError` with every finding.
    """
    return load_profile_file(path).profile


def profile_for(
    explicit: str | None, data_folders: list[Path], surroundings: Surroundings
) -> Profile | None:
    """Return the profile in use: the one asked for, beside the data, or the project's."""
    found = find_profile(explicit, folder=surroundings.folder, beside=data_folders)
    if found is None:
        return None
    loaded = load_profile_file(found.path, shown=found.shown, limits=surroundings.limits)
    return loaded.profile


class Named(NamedTuple):
    """What the user named: a definition, a profile, data; each None or empty where nothing."""

    config: str | None
    profile: str | None
    paths: tuple[str, ...] = ()


class Discovered(NamedTuple):
    """The paths of what was found, and of what stands nearby and was not used.

    *is_above* says that something was found above the working folder.
    """

    definition: str | None
    profile: str | None
    definition_passed_over: str | None
    profile_passed_over: str | None
    is_above: bool


def discovered(
    definition: Definition, profile: Profile | None, named: Named, surroundings: Surroundings
) -> Discovered:
    """Return what was found of *definition* and *profile*: what is neither *named* nor shipped."""
    folder = surroundings.folder
    is_named = bool(named.config or surroundings.environment.get(VARIABLE))
    is_own = not is_named and not is_shipped(definition.path)
    own = definition.path if is_own else None
    theirs = profile.path if profile is not None and not named.profile else None
    lacks_definition = is_default(definition.path) and not is_named
    lacks_profile = profile is None and not named.profile
    return Discovered(
        own,
        theirs,
        definition_passed_over(folder) if lacks_definition else None,
        profile_passed_over(folder, data_folders(named.paths)) if lacks_profile else None,
        any(_is_above(folder, path) for path in (own, theirs) if path is not None),
    )


def _is_above(folder: Path, path: str) -> bool:
    return Path(path).is_absolute() and folder.is_relative_to(Path(path).parent.parent)


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
