"""The command ``definition lint``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NamedTuple

import typer

from kediri_index.cli import options
from kediri_index.cli.numbers import decimal_mark, given_name, given_year
from kediri_index.cli.output import refuse_inputs
from kediri_index.errors import UsageError
from kediri_index.model.findings import Severity
from kediri_index.model.profile import Hints
from kediri_index.present.formats import DefinitionFormat
from kediri_index.usecases.lint import Linted, lint_with_data
from kediri_index.usecases.load import Surroundings, data_folders, profile_for, unit_beside
from kediri_index.usecases.read import read_workbooks


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


def lint(  # noqa: PLR0913 - the options of the command
    references: Annotated[
        list[str] | None,
        typer.Argument(help=options.explained("definitions"), metavar=options.metavar("config")),
    ] = None,
    *,
    data: Annotated[list[str] | None, options.option("data", "file", about="data-of-units")] = None,
    profile: options.ProfilePath = None,
    unit: options.UnitName = None,
    year: options.Year = None,
    decimal: options.DecimalMark = None,
    fail_on: options.FailOn = Severity.ERROR,
    output_format: Annotated[DefinitionFormat, options.FORMAT] = DefinitionFormat.TEXT,
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
    """Check definitions and print all findings; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.broken import source_lines
    from kediri_index.cli.language import language_for
    from kediri_index.cli.numbers import limits_from
    from kediri_index.cli.output import refuse_inputs
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.show import print_in
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
    from kediri_index.model.language import Language
    from kediri_index.present.commands.definition_lint import LintPresentation
    from kediri_index.present.findings import counts
    from kediri_index.usecases.lint import lint as lint_definitions
    from kediri_index.usecases.load import Surroundings

    asked = (*(references or ()), *([config] if config else ()))
    surroundings = Surroundings.here(limits_from(limit))
    if data:
        options = DataOptions(profile, unit, year, decimal, output)
        linted = linted_with(data, asked, surroundings, options)
    else:
        linted = lint_definitions(asked, surroundings)
    refuse_inputs(output, linted.paths)
    only = next(iter(linted.languages)) if len(linted.languages) == 1 else Language.ID
    language = language_for(lang, only)
    if linted.definition is not None:
        from kediri_index.cli.used import tell_found
        from kediri_index.usecases.load import Named

        named = Named(next(iter(asked), None), profile, tuple(data or ()))
        printing = Printing(language, quiet=quiet, verbose=verbose)
        tell_found(linted.definition, linted.profile, named, printing)
    shown = LintPresentation(language, linted, source_lines())
    print_in(output_format, shown, output, force=force)
    found = counts(linted.findings)
    heavy = list(Severity)[: list(Severity).index(fail_on) + 1]
    return EXIT_FINDINGS if any(found[severity] for severity in heavy) else EXIT_FINE
