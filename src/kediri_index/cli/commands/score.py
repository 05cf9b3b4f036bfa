"""The command ``score``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.printing import print_outcome
from kediri_index.cli.quoting import shell_quoted
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
from kediri_index.present.formats import Format, Offer

if TYPE_CHECKING:
    from kediri_index.model.scores import UnitResult


@command(Offer.SCORE, unit="shown-unit", year="shown-year")
def score(
    request: options.LeagueRequest,
    *,
    detail: options.Detail = False,
) -> int:
    """Check the files, score them, print the result; return the exit code."""
    from kediri_index.present.commands.score import ScorePresentation
    from kediri_index.usecases.score import score as score_files

    if request.format is Format.XLSX and request.output is None:
        raise UsageError("list-nowhere")
    previous = request.previous
    inputs = request.load()
    hints, profile = inputs.hints, inputs.profile
    chosen = hints.unit is not None or hints.year is not None
    if chosen:
        from kediri_index.usecases.units import narrowing  # most runs show all

        inputs = inputs._replace(waive=narrowing(hints, profile, inputs.waive))
    before = None
    if previous is not None:
        from kediri_index.archive.last_year import last_year  # most runs have none

        before = last_year(previous, request.previous_config, inputs)
    outcome = score_files(*inputs.files, **request.asked(inputs), previous=before)
    if chosen or len(outcome.units or ()) > 1:
        from kediri_index.usecases.units import only_shown  # likewise

        outcome = only_shown(outcome, hints, profile)
    units = outcome.units or ()
    again, trace = request.arguments(by=request.by), request.arguments()
    part = _worth_a_trace(units[0]) if len(units) == 1 else None
    if part is not None:
        trace = f"{trace} {shell_quoted(part)}"
    shown = ScorePresentation(
        request.language(inputs.definition.language),
        outcome,
        detail,
        again,
        trace,
        grouped=request.by is not None,
    )
    return EXIT_FINE if print_outcome(shown, request, outcome) else EXIT_FINDINGS


def _worth_a_trace(unit: UnitResult) -> str | None:
    """Return the first part of the top level with computed parts below it; perhaps none."""
    found = [group for group in unit.groups if not group.given]
    deep = [group for group in found if group.groups]
    return next((group.id for group in deep or found), None)
