"""The command ``bundle``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli.formats import BundleFormat
from kediri_index.cli.options import (
    Config,
    Debug,
    DecimalMark,
    Force,
    Lang,
    Limit,
    Paths,
    ProfilePath,
    Quiet,
    UnitName,
    Value,
    Verbose,
    Waivers,
    Year,
    explained,
    metavar,
)


def bundle(  # noqa: PLR0913 - the options of the command
    paths: Paths,
    *,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help=explained("bundle-into"), metavar=metavar("file")),
    ] = None,
    config: Config = None,
    profile: ProfilePath = None,
    value: Value = None,
    previous: Annotated[
        str | None,
        typer.Option("--previous", help=explained("previous"), metavar=metavar("file")),
    ] = None,
    previous_config: Annotated[
        str | None,
        typer.Option(
            "--previous-config", help=explained("previous-config"), metavar=metavar("config")
        ),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("--target", help=explained("target"), metavar=metavar("number")),
    ] = None,
    allow_errors: Annotated[
        bool, typer.Option("--allow-errors", help=explained("allow-errors"))
    ] = False,
    waivers: Waivers = None,
    detail: Annotated[bool, typer.Option("--detail", help=explained("detail"))] = False,
    unit: UnitName = None,
    year: Year = None,
    decimal: DecimalMark = None,
    output_format: Annotated[
        BundleFormat, typer.Option("--format", help=explained("format"))
    ] = BundleFormat.TEXT,
    force: Force = False,
    lang: Lang = None,
    limit: Limit = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> int:
    """Write the archive of the files and their scores; return the exit code."""
    del debug  # the whole run sees it
    from kediri_index.api.load import Surroundings  # noqa: PLC0415 - heavy
    from kediri_index.archive.bundle import bundle as bundle_files  # noqa: PLC0415 - heavy
    from kediri_index.archive.gather import BundleOptions  # noqa: PLC0415 - goes with it
    from kediri_index.cli.bundle_output import print_bundle, refuse_output  # noqa: PLC0415 - likewise
    from kediri_index.cli.clock import today  # noqa: PLC0415 - likewise
    from kediri_index.cli.language import chosen_language, help_language  # noqa: PLC0415 - likewise
    from kediri_index.cli.limits import limits_from  # noqa: PLC0415 - likewise
    from kediri_index.cli.numbers import (  # noqa: PLC0415 - likewise
        decimal_mark,
        given_name,
        given_number,
        given_year,
    )
    from kediri_index.cli.printing import Printing  # noqa: PLC0415 - likewise
    from kediri_index.cli.progress import Waiting  # noqa: PLC0415 - likewise
    from kediri_index.model.user_hints import Hints  # noqa: PLC0415 - likewise

    options = BundleOptions(
        config,
        given_name("--profile", profile),
        given_name("--waivers", waivers),
        given_name("--previous", previous),
        previous_config,
        Hints(given_name("--unit", unit), given_year(year), decimal_mark(decimal)),
        value,
        given_number("--target", target),
        allow_errors,
        detail,
        chosen_language(lang),
        today(),
    )
    into = refuse_output(output, output_format, force=force)
    limits = limits_from(limit)
    with Waiting(help_language(), wanted=output_format.is_for_people and not quiet) as waiting:
        made = bundle_files(
            paths, options, surroundings=Surroundings.here(limits), watch=waiting.steps
        )
    others = filter(None, (profile, waivers, previous))
    printing = Printing(made.language, into, force, quiet=quiet, verbose=verbose)
    return print_bundle(made, [*paths, *others], output_format, printing, limits)
