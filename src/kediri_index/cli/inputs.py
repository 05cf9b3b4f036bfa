"""The files, the definition and the profile that a command line names."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import NamedTuple

from kediri_index.api.load import Surroundings, load, profile_for
from kediri_index.api.read import Submission, read_workbooks
from kediri_index.api.score import LastYear
from kediri_index.cli.limits import limits_from
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Profile
from kediri_index.workbook.made_for import carried_definition
from kediri_index.workbook.paths import STANDARD_INPUT


class Request(NamedTuple):
    """What the command line names."""

    paths: tuple[str, ...]
    config: str | None
    profile: str | None
    limits: tuple[str, ...]


class Inputs(NamedTuple):
    """What a command works on."""

    submission: Submission
    definition: Definition
    profile: Profile | None
    surroundings: Surroundings

    def paths(self) -> list[str]:
        """Return the files that are read: workbooks, definition, profile."""
        found = [workbook.path for workbook in self.submission.workbooks]
        found.append(self.definition.path)
        return found if self.profile is None else [*found, self.profile.path]


def load_inputs(request: Request) -> Inputs:
    """Read the files first: they may say which definition they were made for."""
    if len(request.paths) > 1 or Path(request.paths[0]).is_dir():
        gc.enable()  # many files take long enough to leave something behind
    surroundings = Surroundings.here(limits_from(request.limits))
    submission = read_workbooks(request.paths, limits=surroundings.limits)
    carried = carried_definition(submission.workbooks)
    loaded = load(request.config, surroundings, carried=carried)
    profile = profile_for(request.profile, _data_folders(request.paths), surroundings)
    return Inputs(submission, loaded.definition, profile, surroundings)


def last_year(path: str, config: str | None, inputs: Inputs) -> LastYear:
    """Return last year's files with their own definition; without one, this year's."""
    submission = read_workbooks([path], limits=inputs.surroundings.limits)
    carried = carried_definition(submission.workbooks)
    if config is None and carried is None:
        return LastYear(submission, inputs.definition, path)
    loaded = load(config, inputs.surroundings, carried=carried)
    return LastYear(submission, loaded.definition, path)


def _data_folders(paths: tuple[str, ...]) -> list[Path]:
    folders = []
    for path in paths:
        if path != STANDARD_INPUT:
            place = Path(path)
            folders.append(place if place.is_dir() else place.parent)
    return folders
