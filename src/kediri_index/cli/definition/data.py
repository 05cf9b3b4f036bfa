"""The data of several units that a definition is held against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.api.data_folders import data_folders, unit_beside
from kediri_index.api.lint import Linted, lint_with_data
from kediri_index.api.load import Surroundings, profile_for
from kediri_index.api.read import read_workbooks
from kediri_index.cli.numbers import decimal_mark, given_name, given_year
from kediri_index.cli.output import refuse_inputs
from kediri_index.errors import UsageError
from kediri_index.model.user_hints import Hints


class DataOptions(NamedTuple):
    """What the command line says beside the data."""

    profile: str | None
    unit: str | None
    year: str | None
    decimal: str | None
    output: str | None


def linted_with(
    data: Sequence[str], asked: Sequence[str], surroundings: Surroundings, options: DataOptions
) -> Linted:
    """Return what the one definition that is *asked* for, and the *data*, come to."""
    if len(asked) > 1:
        raise UsageError("one-definition-for-data", known=tuple(asked))
    given_name("--profile", options.profile)
    said = Hints(
        given_name("--unit", options.unit), given_year(options.year), decimal_mark(options.decimal)
    )
    submission = read_workbooks(data, limits=surroundings.limits)
    folders = data_folders(data)
    profile = profile_for(options.profile, folders, surroundings)
    read = [workbook.path for workbook in submission.workbooks]
    refuse_inputs(options.output, read if profile is None else [*read, profile.path])
    hints = said._replace(theirs=unit_beside(profile, folders))
    return lint_with_data(asked[0] if asked else None, submission, surroundings, profile, hints)
