"""Loading the definition and the profile in use."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kediri_index.definition.files import shipped_folder
from kediri_index.definition.find import find_definition, find_profile
from kediri_index.definition.library import folders_upward, known_ids
from kediri_index.definition.load_definition import Loaded, load_definition_file
from kediri_index.definition.load_profile import load_profile_file
from kediri_index.model.definition import Definition
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Profile


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
