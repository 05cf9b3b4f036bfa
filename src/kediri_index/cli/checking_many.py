"""Very many files: checked in groups by all cores, so that no more than some are held at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import islice

from kediri_index.api.batch.check import check_many
from kediri_index.api.batch.part import Task
from kediri_index.api.check import Checked
from kediri_index.api.data_folders import data_folders, unit_beside
from kediri_index.api.load import Surroundings, load, profile_for
from kediri_index.api.read import Submission, read_file
from kediri_index.cli.checking import Wanted
from kediri_index.cli.inputs import Inputs
from kediri_index.cli.limits import limits_from
from kediri_index.cli.progress import Waiting
from kediri_index.cli.request import Request
from kediri_index.cli.workers import check_groups
from kediri_index.model.findings import Finding
from kediri_index.model.folding import folded
from kediri_index.model.workbook import Workbook
from kediri_index.project_folder import is_outside_allowed
from kediri_index.workbook.made_for import carried_definition

_LOOKED_AT = 64
"""In how many files the definition is looked for, before all of them are checked."""


def checked_many(
    request: Request,
    files: Sequence[str],
    passed_over: Iterable[Finding],
    wanted: Wanted,
    waiting: Waiting,
) -> tuple[Inputs, Checked] | None:
    """Return the inputs without their cells, and what is wrong with them, *passed_over* included.

    None where all *files* have to be looked at together.
    """
    here = Surroundings.here(limits_from(request.limits))
    surroundings = here._replace(environment=dict(os.environ))  # for other processes too
    named = frozenset(request.paths)
    carried = None
    if request.config is None:
        first = islice(files, _LOOKED_AT)
        carried = carried_definition(read_file(path, named, here.limits) for path in first)
    definition = load(request.config, surroundings, carried=carried).definition
    folders = data_folders(request.paths)
    profile = profile_for(request.profile, folders, surroundings)
    submission = Submission(tuple(Workbook(file, "") for file in files), limits=here.limits)
    theirs = unit_beside(profile, folders)
    inputs = Inputs(submission, definition, profile, surroundings, theirs)
    wanted.refuse(inputs.paths())
    task = Task(
        definition,
        profile,
        inputs.hints(request.hints()),
        request.value,
        wanted.complete,
        surroundings,
        named,
        None if request.config is not None else (carried,) if carried is not None else (),
        outside=is_outside_allowed(),
    )
    checked = check_many(files, task, check_groups, watch=waiting.files)
    if checked is None:
        return None
    findings = folded([*passed_over, *checked.findings])
    return inputs, checked._replace(findings=findings)
