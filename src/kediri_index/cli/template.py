"""The command ``template``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli.options import (
    Config,
    Debug,
    Force,
    Lang,
    Limit,
    Output,
    ProfilePath,
    Quiet,
    UnitName,
    Verbose,
    Year,
    explained,
    metavar,
)
from kediri_index.report.formats import TemplateFormat


def template(  # noqa: PLR0913 - the options of the command
    *,
    opd: Annotated[
        str | None, typer.Option("--opd", help=explained("form-of"), metavar=metavar("name"))
    ] = None,
    all_into: Annotated[
        str | None, typer.Option("--all", help=explained("all-forms"), metavar=metavar("folder"))
    ] = None,
    previous: Annotated[
        str | None,
        typer.Option("--previous", help=explained("last-year"), metavar=metavar("file")),
    ] = None,
    config: Config = None,
    profile: ProfilePath = None,
    unit: UnitName = None,
    year: Year = None,
    output_format: Annotated[
        TemplateFormat, typer.Option("--format", help=explained("format"))
    ] = TemplateFormat.TEXT,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    limit: Limit = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> int:
    """Write the forms that agencies fill in; return the exit code."""
    del debug  # the whole run sees it
    from kediri_index.cli.numbers import given_year  # noqa: PLC0415 - goes with it
    from kediri_index.cli.template_forms import Asked, Choice, load_forms  # noqa: PLC0415 - heavy
    from kediri_index.cli.template_output import print_forms, write_forms  # noqa: PLC0415 - likewise

    choice = Choice(opd, all_into, output)
    choice.refuse_contradictions(output_format)
    asked = Asked(config, profile, unit, given_year(year), previous, lang, tuple(limit or ()))
    forms = load_forms(asked, choice)
    written = write_forms(forms, choice, force=force)
    print_forms(forms, written, output_format, quiet=quiet, verbose=verbose)
    return 0
