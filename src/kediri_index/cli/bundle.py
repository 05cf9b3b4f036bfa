"""The command ``bundle``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli import options
from kediri_index.present.formats import BundleFormat


def bundle(  # noqa: PLR0913 - the options of the command
    paths: options.Paths,
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help=options.explained("bundle-into"), metavar=options.metavar("file")
        ),
    ] = None,
    config: options.Config = None,
    profile: options.ProfilePath = None,
    value: options.Value = None,
    previous: options.Previous = None,
    previous_config: options.PreviousConfig = None,
    target: options.Target = None,
    allow_errors: options.AllowErrors = False,
    waivers: options.Waivers = None,
    detail: options.Detail = False,
    unit: options.UnitName = None,
    year: options.Year = None,
    decimal: options.DecimalMark = None,
    output_format: Annotated[BundleFormat, options.FORMAT] = BundleFormat.TEXT,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Write the archive of the files and their scores; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.api.discovered import Named
    from kediri_index.api.load import Surroundings
    from kediri_index.archive.bundle import bundle as bundle_files
    from kediri_index.archive.gather import BundleOptions
    from kediri_index.cli.bundle_output import print_bundle, refuse_output
    from kediri_index.cli.clock import today
    from kediri_index.cli.language import chosen_language, help_language
    from kediri_index.cli.limits import limits_from
    from kediri_index.cli.numbers import (
        decimal_mark,
        given_name,
        given_number,
        given_year,
    )
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.progress import Waiting
    from kediri_index.cli.used import tell_found
    from kediri_index.model.user_hints import Hints

    asked = BundleOptions(
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
            paths, asked, surroundings=Surroundings.here(limits), watch=waiting.steps
        )
    others = filter(None, (profile, waivers, previous))
    printing = Printing(made.language, into, force, quiet=quiet, verbose=verbose)
    outcome = made.outcome
    tell_found(outcome.definition, outcome.profile, Named(config, profile, tuple(paths)), printing)
    return print_bundle(made, [*paths, *others], output_format, printing, limits)
