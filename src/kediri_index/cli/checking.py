"""Reading and checking what a command line names: all at once, or very many files in groups."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kediri_index.api.check import Checked, check
from kediri_index.cli.inputs import Inputs, load_inputs
from kediri_index.cli.progress import Waiting
from kediri_index.cli.request import Request
from kediri_index.errors import UsageError
from kediri_index.model.findings import Finding
from kediri_index.workbook.folder_walk import WILDCARDS
from kediri_index.workbook.paths import STANDARD_INPUT, expand

MANY = 256
"""From so many files on, starting further processes is worth its time."""


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
        from kediri_index.cli.checking_many import checked_many  # few need it

        done = checked_many(request, many, passed_over, wanted, waiting)
        if done is not None:
            return done
    hints = request.hints()
    inputs = load_inputs(request, waiting.files)
    wanted.refuse(inputs.paths())
    checked = check(
        inputs.submission,
        inputs.definition,
        inputs.profile,
        hints=inputs.hints(hints),
        value=request.value,
        complete=wanted.complete,
        known=inputs.surroundings.known_definitions,
    )
    return inputs, checked


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
