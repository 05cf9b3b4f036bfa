"""The command ``score``."""

from __future__ import annotations

from typing import Annotated

from kediri_index.cli import options
from kediri_index.present.formats import ScoreFormat


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
    from kediri_index.api.score import score as score_files
    from kediri_index.api.shown_units import narrowing, only_shown
    from kediri_index.cli.inputs import given_last_year, load_inputs
    from kediri_index.cli.language import language_for
    from kediri_index.cli.numbers import given_number
    from kediri_index.cli.output import refuse_inputs
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.request import Request
    from kediri_index.cli.score_output import print_score
    from kediri_index.cli.used import tell_found

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
        detail=detail,
        quiet=quiet,
        verbose=verbose,
        again=request.again(),
    )
    tell_found(inputs.definition, inputs.profile, request.named(), printing)
    return print_score(outcome, output_format, printing)
