"""Reading and checking what a command line names; very many files by all cores."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kediri_index.cli.inputs import Inputs, inputs_for, load_inputs
from kediri_index.cli.numbers import limits_from
from kediri_index.cli.progress import Waiting
from kediri_index.cli.request import Request
from kediri_index.errors import UsageError
from kediri_index.model.findings import Finding
from kediri_index.model.workbook import Workbook
from kediri_index.project_folder import is_outside_allowed
from kediri_index.usecases.check import Asked, Checked, check, check_in_groups
from kediri_index.usecases.load import Surroundings
from kediri_index.usecases.read import Submission, read_file
from kediri_index.workbook.files.made_for import Foreign, carried_definition
from kediri_index.workbook.files.paths import STANDARD_INPUT, WILDCARDS, expand

MANY = 256
"""From so many files on, starting further processes is worth its time."""
_LOOKED_AT = 64
"""In how many files the definition is looked for, before all of them are checked."""


class Wanted(NamedTuple):
    """What is asked of a check; *whole* says that the cells are needed afterwards.

    *refuse* is given the files that are read, before they are checked.
    """

    complete: bool
    whole: bool
    refuse: Callable[[list[str]], None]


def checked_inputs(request: Request, wanted: Wanted, waiting: Waiting) -> tuple[Inputs, Checked]:
    """Return the inputs that *request* names, and what is wrong with them."""
    passed_over: list[Finding] = []
    chosen = request.unit is not None or request.year is not None  # whose it is needs the data
    many = () if wanted.whole or chosen else _very_many(request.paths, passed_over)
    if many:
        done = _in_groups(request, many, passed_over, wanted, waiting)
        if done is not None:
            return done
    inputs = load_inputs(request, waiting.files)
    wanted.refuse(inputs.paths())
    checked = check(
        inputs.submission,
        inputs.definition,
        inputs.profile,
        hints=inputs.hints(request.hints()),
        value=request.value,
        complete=wanted.complete,
        known=inputs.surroundings.known_definitions,
    )
    return inputs, checked


def _in_groups(
    request: Request,
    files: tuple[str, ...],
    passed_over: list[Finding],
    wanted: Wanted,
    waiting: Waiting,
) -> tuple[Inputs, Checked] | None:
    """Return the inputs without their cells, and what is wrong with them, *passed_over* included.

    None where one group has to hold all *files*.
    """
    from kediri_index.cli.workers import Task, check_groups  # few need it

    here = Surroundings.here(limits_from(request.limits))
    surroundings = here._replace(environment=dict(os.environ))  # for other processes too
    named = frozenset(request.paths)
    carried = None
    if request.config is None:
        first = islice(files, _LOOKED_AT)
        carried = carried_definition(read_file(path, named, here.limits) for path in first)
    submission = Submission(tuple(Workbook(file, "") for file in files), limits=here.limits)
    inputs = inputs_for(request, submission, surroundings, carried)
    wanted.refuse(inputs.paths())
    asked = Asked(
        inputs.definition,
        inputs.profile,
        inputs.hints(request.hints()),
        request.value,
        wanted.complete,
        here.limits,
        Foreign(surroundings.known_definitions),
    )
    checked = check_in_groups(
        files,
        asked,
        lambda asked, groups: check_groups(Task(asked, named, is_outside_allowed()), groups),
        watch=waiting.files,
        findings=passed_over,
        carried=None if request.config is not None else (carried,) if carried is not None else (),
    )
    return None if checked is None else (inputs, checked)


def _very_many(paths: tuple[str, ...], passed_over: list[Finding]) -> tuple[str, ...]:
    """Return the files that *paths* mean where they are very many, else none.

    Only a folder, a pattern or a long list can mean so many. What is wrong with *paths* is said by
    whoever reads them.
    """
    if len(paths) < MANY and not any(
        WILDCARDS & set(path) or Path(path).is_dir() for path in paths
    ):
        return ()
    try:
        files = tuple(expand(paths, passed_over))
    except UsageError:
        return ()
    return files if len(files) >= MANY and STANDARD_INPUT not in files else ()
