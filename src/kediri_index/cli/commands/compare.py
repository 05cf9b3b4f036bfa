"""The command ``compare``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli import options
from kediri_index.present.formats import CompareFormat


def compare(  # noqa: PLR0913 - the options of the command
    old: Annotated[
        str,
        typer.Argument(
            help=options.explained("compare-old"), metavar=options.metavar("compare-old")
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(
            help=options.explained("compare-new"), metavar=options.metavar("compare-new")
        ),
    ],
    *,
    config: options.Config = None,
    old_config: Annotated[str | None, options.option("old-config", "config")] = None,
    profile: options.ProfilePath = None,
    value: options.Value = None,
    unit: Annotated[str | None, options.option("unit", "name", about="compare-unit")] = None,
    old_unit: Annotated[str | None, options.option("old-unit", "name")] = None,
    year: Annotated[str | None, options.option("year", "number", about="compare-year")] = None,
    old_year: Annotated[str | None, options.option("old-year", "number")] = None,
    allow_errors: options.AllowErrors = False,
    waivers: options.Waivers = None,
    detail: Annotated[bool, options.option("detail", about="compare-detail")] = False,
    decimal: options.DecimalMark = None,
    output_format: Annotated[CompareFormat, options.FORMAT] = CompareFormat.TABLE,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Score both, take the change apart, print it; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.inputs import last_year, load_inputs
    from kediri_index.cli.language import help_language, language_for
    from kediri_index.cli.numbers import given_name, given_year, limits_from
    from kediri_index.cli.output import refuse_inputs
    from kediri_index.cli.printing import Printing, said_again
    from kediri_index.cli.progress import Waiting
    from kediri_index.cli.request import Request
    from kediri_index.cli.show import Used, show
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
    from kediri_index.present.commands.compare import ComparePresentation
    from kediri_index.usecases.compare import compare as compare_files
    from kediri_index.workbook.files.paths import STANDARD_INPUT

    request = Request(
        (new,), config, profile, tuple(limit or ()), value, unit, year, decimal, waivers
    )
    hints = request.hints()
    theirs = given_name("--old-unit", old_unit)
    old_hints = hints._replace(unit=theirs or unit, year=given_year(old_year, "--old-year"))
    if old == new == STANDARD_INPUT:
        raise UsageError("compare.standard-input-twice")
    waive = request.waiving()
    with Waiting(help_language(), wanted=output_format.is_for_people and not quiet) as waiting:
        inputs = load_inputs(request, waiting.files)
        before = last_year(old, old_config, inputs)
        read = [workbook.path for workbook in before.submission.workbooks]
        files = [*inputs.paths(), *read, before.definition.path, *filter(None, (waivers,))]
        refuse_inputs(output, files)
        outcome = compare_files(
            before.submission,
            inputs.submission,
            inputs.definition,
            inputs.profile,
            old_definition=before.definition,
            hints=inputs.hints(hints),
            old_hints=old_hints._replace(theirs=inputs.theirs),
            value=value,
            allow_errors=allow_errors,
            waive=waive,
            known=inputs.surroundings.known_definitions,
            watch=waiting.parts,
            limits=limits_from(limit),
        )
    again = said_again(
        [old, new],
        {
            "config": config,
            "old-config": old_config,
            "profile": profile,
            "value": value,
            "unit": unit,
            "old-unit": old_unit,
            "year": year,
            "old-year": old_year,
            "decimal": decimal,
            "waivers": waivers,
        },
    )
    printing = Printing(
        language_for(lang, inputs.definition.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
    )
    tell_found(inputs.definition, inputs.profile, request.named(), printing)
    shown = ComparePresentation(printing.language, outcome, detail, again)
    used = Used(outcome.definition, outcome.profile, outcome.inputs)
    return EXIT_FINE if show(shown, output_format, printing, used) else EXIT_FINDINGS
