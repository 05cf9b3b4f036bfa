"""The command ``score``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from kediri_index.cli import options
from kediri_index.present.formats import ScoreFormat

if TYPE_CHECKING:
    from kediri_index.model.scores import UnitResult


def score(  # noqa: PLR0913 - the options of the command
    paths: options.Paths,
    *,
    config: options.Config = None,
    profile: options.ProfilePath = None,
    value: options.Value = None,
    previous: options.Previous = None,
    previous_config: options.PreviousConfig = None,
    target: options.Target = None,
    allow_errors: options.AllowErrors = False,
    waivers: options.Waivers = None,
    detail: options.Detail = False,
    unit: options.ShownUnit = None,
    year: options.ShownYear = None,
    decimal: options.DecimalMark = None,
    output_format: Annotated[ScoreFormat, options.FORMAT] = ScoreFormat.TABLE,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Check the files, score them, print the result; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.inputs import given_last_year, load_inputs
    from kediri_index.cli.language import language_for
    from kediri_index.cli.numbers import given_number
    from kediri_index.cli.output import refuse_inputs
    from kediri_index.cli.printing import Printing, quoted
    from kediri_index.cli.request import Request
    from kediri_index.cli.show import Used, show
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
    from kediri_index.present.commands.score import ScorePresentation
    from kediri_index.usecases.score import score as score_files
    from kediri_index.usecases.units import narrowing, only_shown

    request = Request(
        tuple(paths), config, profile, tuple(limit or ()), value, unit, year, decimal, waivers
    )
    hints = request.hints()
    goal = given_number("--target", target)
    waive = request.waiving()
    inputs = load_inputs(request)
    refuse_inputs(output, [*inputs.paths(), *filter(None, (previous, waivers))])
    outcome = score_files(
        inputs.submission,
        inputs.definition,
        inputs.profile,
        hints=inputs.hints(hints),
        value=value,
        target=goal,
        previous=given_last_year(previous, previous_config, inputs),
        allow_errors=allow_errors,
        waive=narrowing(hints, inputs.profile, waive),
        known=inputs.surroundings.known_definitions,
    )
    outcome = only_shown(outcome, hints, inputs.profile)
    printing = Printing(
        language_for(lang, inputs.definition.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
    )
    tell_found(inputs.definition, inputs.profile, request.named(), printing)
    again = request.again()
    units = outcome.units or ()
    part = _worth_a_trace(units[0]) if len(units) == 1 else None
    trace = again if part is None else f"{again} {quoted(part)}"
    shown = ScorePresentation(printing.language, outcome, detail, again, trace)
    used = Used(outcome.definition, outcome.profile, outcome.inputs)
    return EXIT_FINE if show(shown, output_format, printing, used) else EXIT_FINDINGS


def _worth_a_trace(unit: UnitResult) -> str | None:
    """Return the first part of the top level with computed parts below it; perhaps none."""
    found = [group for group in unit.groups if not group.given]
    deep = [group for group in found if group.groups]
    return next((group.id for group in deep or found), None)
