"""The command ``report``."""

from __future__ import annotations

from typing import Annotated

from kediri_index.cli import options
from kediri_index.present.formats import ReportFormat


def report(  # noqa: PLR0913 - the options of the command
    paths: options.Paths,
    *,
    output_format: Annotated[
        ReportFormat | None, options.option("format", about="report-format")
    ] = None,
    output: options.Output = None,
    all_into: Annotated[
        str | None, options.option("all", "report-folder", about="all-reports")
    ] = None,
    previous: Annotated[
        str | None, options.option("previous", "file", about="report-previous")
    ] = None,
    previous_config: options.PreviousConfig = None,
    target: options.Target = None,
    config: options.Config = None,
    profile: options.ProfilePath = None,
    value: options.Value = None,
    allow_errors: options.AllowErrors = False,
    waivers: options.Waivers = None,
    unit: Annotated[str | None, options.option("unit", "name", about="one-unit-report")] = None,
    year: Annotated[str | None, options.option("year", "number", about="one-year-report")] = None,
    decimal: options.DecimalMark = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Check and score the files, write the report; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.inputs import given_last_year, load_inputs
    from kediri_index.cli.language import language_for
    from kediri_index.cli.numbers import given_number
    from kediri_index.cli.output import refuse_inputs
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.report_output import Wanted, write_report
    from kediri_index.cli.request import Request
    from kediri_index.cli.used import tell_found
    from kediri_index.usecases.report import yearly_report

    request = Request(
        tuple(paths), config, profile, tuple(limit or ()), value, unit, year, decimal, waivers
    )
    hints = request.hints()
    goal = given_number("--target", target)
    wanted = Wanted.asked(output_format, output, all_into)
    waive = request.waiving()
    inputs = load_inputs(request)
    used = [*inputs.paths(), *filter(None, (previous, waivers))]
    refuse_inputs(output, used)
    outcome = yearly_report(
        inputs.submission,
        inputs.definition,
        inputs.profile,
        hints=inputs.hints(hints),
        value=value,
        target=goal,
        previous=given_last_year(previous, previous_config, inputs),
        allow_errors=allow_errors,
        waive=waive,
        known=inputs.surroundings.known_definitions,
    )
    printing = Printing(
        language_for(lang, inputs.definition.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
        again=request.again(),
    )
    tell_found(inputs.definition, inputs.profile, request.named(), printing)
    return write_report(outcome, wanted, printing, used)
