"""The files, the definition and the profile that a command line names."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_named, spellings
from kediri_index.cli.numbers import limits_from
from kediri_index.cli.request import Request
from kediri_index.errors import UsageError
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.text import suggest
from kediri_index.usecases.load import Surroundings, data_folders, load, profile_for, unit_beside
from kediri_index.usecases.read import Submission, read_workbooks
from kediri_index.usecases.score import LastYear
from kediri_index.workbook.files.made_for import carried_definition
from kediri_index.workbook.files.paths import WILDCARDS

_OBJECTS_BETWEEN_COLLECTIONS = 1_000_000
"""The usual 700 search all cells read so far, again and again: a third of a check's time."""


class Inputs(NamedTuple):
    """What a command works on; *theirs* is the unit of a profile that lies beside the files."""

    submission: Submission
    definition: Definition
    profile: Profile | None
    surroundings: Surroundings
    theirs: str | None = None

    def hints(self, said: Hints) -> Hints:
        """Return what the user *said* of the files, and what a profile beside them says.

        Raises :class:`UsageError` for an agency that the profile does not list.
        """
        if said.opd is not None and self.profile is not None and self.profile.opd:
            _known_agency(self.profile, said.opd)
        return said._replace(theirs=said.unit or self.theirs)

    def paths(self) -> list[str]:
        """Return the files that are read: workbooks, definition, profile."""
        found = [workbook.path for workbook in self.submission.workbooks]
        found.append(self.definition.path)
        return found if self.profile is None else [*found, self.profile.path]


def _known_agency(profile: Profile, name: str) -> None:
    if opd_named(profile, name) is None:
        nearest = suggest(name, spellings(profile))
        raise UsageError("unknown-opd", value=name, profile=profile.path, nearest=nearest)


def load_inputs(request: Request, watch: Callable[[int, int], None] | None = None) -> Inputs:
    """Read the files first: they may say which definition they were made for.

    *watch* is told how many are read, of how many.
    """
    first = request.paths[0]
    if len(request.paths) > 1 or Path(first).is_dir() or WILDCARDS & set(first):
        collect_rarely()
    surroundings = Surroundings.here(limits_from(request.limits))
    submission = read_workbooks(
        request.paths,
        limits=surroundings.limits,
        empty_folder=request.empty_folder,
        watch=watch,
    )
    carried = carried_definition(submission.workbooks)
    return inputs_for(request, submission, surroundings, carried)


def inputs_for(
    request: Request, submission: Submission, surroundings: Surroundings, carried: str | None
) -> Inputs:
    """Return the inputs that *submission* belongs to; *carried* is the definition that it names."""
    definition = load(request.config, surroundings, carried=carried).definition
    folders = data_folders(request.paths)
    profile = profile_for(request.profile, folders, surroundings)
    return Inputs(submission, definition, profile, surroundings, unit_beside(profile, folders))


def collect_rarely() -> None:
    """Look for what can be forgotten from time to time only; many files leave something behind."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    gc.enable()


def given_last_year(path: str | None, config: str | None, inputs: Inputs) -> LastYear | None:
    """Return what ``--previous`` and ``--previous-config`` name, None without them.

    Raises :class:`UsageError` where there is only a definition.
    """
    if path is not None:
        return last_year(path, config, inputs)
    if config is not None:
        raise UsageError("option-alone", option="--previous-config", needed="--previous")
    return None


def last_year(path: str, config: str | None, inputs: Inputs) -> LastYear:
    """Return last year's files with their own definition; without one, this year's."""
    submission = read_workbooks([path], limits=inputs.surroundings.limits)
    carried = carried_definition(submission.workbooks)
    if config is None and carried is None:
        return LastYear(submission, inputs.definition, path)
    loaded = load(config, inputs.surroundings, carried=carried)
    return LastYear(submission, loaded.definition, path)
