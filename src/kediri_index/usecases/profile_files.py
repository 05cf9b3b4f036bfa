"""The files that a profile names: last year's submissions, and the paper of letters."""

from __future__ import annotations

import os
from pathlib import Path, PureWindowsPath

from kediri_index.definition.library import exists, file_bytes
from kediri_index.errors import ProfileError, UsageError
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Profile
from kediri_index.project_folder import is_outside_allowed, project_folder, reaches_out
from kediri_index.usecases.inputs import Inputs


def previous_path(inputs: Inputs) -> str | None:
    """Return the path of last year's files that the profile names; None where it names none.

    A profile of another unit than the one asked for has no say. Raises
    :class:`~kediri_index.errors.UsageError` for a path that is not there, or that leads out of the
    project folder.
    """
    profile = inputs.profile
    if profile is None or profile.previous is None or not profile.is_of(inputs.hints.unit):
        return None
    path = _named_by(profile, profile.previous, "previous-outside")
    if not exists(inputs.surroundings.folder / path):
        raise UsageError("previous-not-found", path=profile.previous, profile=profile.path)
    return os.path.normpath(path)


def letterhead_of(profile: Profile | None, limits: Limits) -> bytes | None:
    """Return the Word document that letters and minutes are written on, if *profile* names one.

    Raises :class:`UsageError` where the name leads out of the project folder or there is no such
    file, and ProfileError where it cannot be read or is too large.
    """
    name = profile and profile.letters and profile.letters.letterhead
    if profile is None or not name:
        return None
    path = _named_by(profile, name, "letterhead-outside")
    if not exists(path):
        raise UsageError("letterhead-not-found", path=name, profile=profile.path)
    data = file_bytes(path, str(path), limits)
    if isinstance(data, Finding):
        raise ProfileError((data,))
    return data


def _named_by(profile: Profile, name: str, refusal: str) -> Path:
    """Return the path that *profile* names, from its folder on.

    Raises :class:`UsageError` with the key *refusal* where it leads out of the project folder.
    """
    folder = Path(profile.path).parent
    project = project_folder(folder.absolute()) or folder.absolute()
    is_anchored = PureWindowsPath(name).anchor and not Path(name).is_absolute()
    if not is_outside_allowed() and (is_anchored or reaches_out(folder / name, project)):
        raise UsageError(refusal, path=name, profile=profile.path)
    return folder / name
