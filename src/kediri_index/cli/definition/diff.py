"""The command ``definition diff``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli import options
from kediri_index.cli.completion import completed
from kediri_index.present.formats import DiffFormat


def diff(  # noqa: PLR0913 - the options of the command
    references: Annotated[
        list[str] | None,
        typer.Argument(
            help=options.explained("compared"),
            metavar=options.metavar("compared"),
            autocompletion=completed("definitions"),
        ),
    ] = None,
    *,
    against: Annotated[str | None, options.option("against", "ref")] = None,
    data: Annotated[list[str] | None, options.option("data", "data")] = None,
    profile: options.ProfilePath = None,
    value: options.Value = None,
    allow_errors: options.AllowErrors = False,
    detail: Annotated[bool, options.option("detail", about="diff-detail")] = False,
    unit: options.UnitName = None,
    year: options.Year = None,
    decimal: options.DecimalMark = None,
    output_format: Annotated[DiffFormat, options.FORMAT] = DiffFormat.TABLE,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    config: options.Config = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Compare definitions, print what changed and what it does to data; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.api.discovered import Named
    from kediri_index.cli.definition.diff_inputs import DiffRequest, compare
    from kediri_index.cli.language import language_for
    from kediri_index.cli.numbers import (
        decimal_mark,
        given_name,
        given_year,
        limits_from,
    )
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.show import Used, print_in, print_talk, tell
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
    from kediri_index.model.language import Language
    from kediri_index.model.user_hints import Hints
    from kediri_index.present.commands.definition_diff import DiffShown

    request = DiffRequest(
        (*(references or ()), *([config] if config else ())),
        against,
        tuple(data or ()),
        given_name("--profile", profile),
        value,
        Hints(given_name("--unit", unit), given_year(year), decimal_mark(decimal)),
        limits_from(limit),
        output,
        allow_errors=allow_errors,
        detail=detail,
    )
    report = compare(request)
    after = next((one.after for one in report.diffs if one.after is not None), None)
    printing = Printing(
        language_for(lang, Language.ID if after is None else after.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
    )
    used = None
    if report.effect is not None:
        outcome = report.effect.after
        used = Used(outcome.definition, outcome.profile, outcome.inputs)
        named = Named(next(iter(request.references), None), profile, request.data)
        tell_found(outcome.definition, outcome.profile, named, printing)
    shown = DiffShown(printing.language, report)
    print_in(output_format, shown, output, force=force)
    if not output_format.tells_all:
        print_talk(shown.without_place(), printing.language)
    tell(shown, output_format, printing, used)
    refusal = shown.without_scores()
    if refusal and output_format is not DiffFormat.JSON:
        print_talk(refusal, printing.language)
    return EXIT_FINDINGS if report.findings() or refusal else EXIT_FINE
