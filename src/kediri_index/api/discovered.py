"""What decides a result though nobody named it: the definition and profile that were found."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kediri_index.api.data_folders import data_folders
from kediri_index.api.load import Surroundings
from kediri_index.definition.files import is_default, is_shipped
from kediri_index.definition.find import (
    VARIABLE,
    definition_passed_over,
    profile_passed_over,
)
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Profile


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
