"""The command ``bundle``."""

from __future__ import annotations

from pathlib import Path
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
    from kediri_index.archive.bundle import BundleOptions
    from kediri_index.archive.bundle import bundle as bundle_files
    from kediri_index.archive.container import limits_to_verify
    from kediri_index.cli.days import today
    from kediri_index.cli.language import chosen_language, help_language
    from kediri_index.cli.numbers import (
        decimal_mark,
        given_name,
        given_number,
        given_year,
        limits_from,
    )
    from kediri_index.cli.output import STANDARD_OUTPUT, refuse_inputs, say
    from kediri_index.cli.printing import Printing, typed
    from kediri_index.cli.progress import Waiting
    from kediri_index.cli.show import Used, show, tell
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
    from kediri_index.messages.texts import text
    from kediri_index.model.profile import Hints
    from kediri_index.present.commands.bundle import BundlePresentation
    from kediri_index.usecases.load import Named, Surroundings

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
    into = _refuse_output(output, output_format, force=force)
    limits = limits_from(limit)
    with Waiting(help_language(), wanted=output_format.is_for_people and not quiet) as waiting:
        made = bundle_files(
            paths, asked, surroundings=Surroundings.here(limits), watch=waiting.steps
        )
    printing = Printing(made.language, force=force, quiet=quiet, verbose=verbose)
    outcome, data = made.outcome, made.data
    tell_found(outcome.definition, outcome.profile, Named(config, profile, tuple(paths)), printing)
    read = [file.path for file in outcome.inputs]
    others = filter(None, (profile, waivers, previous))
    refuse_inputs(into, [*read, *paths, *others, outcome.definition.path])
    words = None
    if data is not None:
        _write(into, data, force=force)
        if into != STANDARD_OUTPUT:
            raised = limits_to_verify(data, limits).items()
            words = " ".join([typed(into), *(f"--limit {name}={most}" for name, most in raised)])
    shown = BundlePresentation(made.language, made, into, words)
    used = Used(outcome.definition, outcome.profile, outcome.inputs)
    if data is not None and into == STANDARD_OUTPUT:  # where the archive stands alone
        if outcome.partial:
            say(text("partial", made.language))
        tell(shown, output_format, printing, used)
    else:
        show(shown, output_format, printing, used)
    return EXIT_FINDINGS if data is None else EXIT_FINE


def _refuse_output(output: str | None, output_format: BundleFormat, *, force: bool) -> str:
    """Return where to write; raises :class:`UsageError` for nowhere, two at once, and a file there.

    So nobody waits for an archive that could not be written.
    """
    from kediri_index.cli.output import STANDARD_OUTPUT, refuse_outputs
    from kediri_index.errors import UsageError

    if not output:
        raise UsageError("bundle-nowhere")
    if output == STANDARD_OUTPUT and output_format is BundleFormat.JSON:
        raise UsageError("bundle-either")
    refuse_outputs([output], force=force)
    return output


def _write(path: str, data: bytes, *, force: bool) -> None:
    from kediri_index.cli.output import STANDARD_OUTPUT, print_bytes, write_file

    if path == STANDARD_OUTPUT:
        print_bytes([data])
    else:
        write_file(Path(path), data, force=force)
