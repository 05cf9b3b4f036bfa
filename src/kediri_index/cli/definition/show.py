"""The command ``definition show``."""

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
    Verbose,
    explained,
    metavar,
)
from kediri_index.report.formats import DefinitionFormat


def show(  # noqa: PLR0913 - the options of the command
    reference: Annotated[
        str | None,
        typer.Argument(help=explained("definition"), metavar=metavar("config")),
    ] = None,
    *,
    resolved: Annotated[bool, typer.Option("--resolved", help=explained("resolved"))] = False,
    profile: ProfilePath = None,
    output_format: Annotated[
        DefinitionFormat, typer.Option("--format", help=explained("format"))
    ] = DefinitionFormat.TEXT,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    config: Config = None,
    limit: Limit = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> int:
    """Print one definition; return the exit code."""
    del debug, quiet, verbose  # the whole run sees the first; there is no talk here
    from kediri_index.api.load import Surroundings, load, profile_for  # noqa: PLC0415 - heavy
    from kediri_index.cli.in_format import print_in  # noqa: PLC0415 - likewise
    from kediri_index.cli.language import language_for  # noqa: PLC0415 - goes with it
    from kediri_index.cli.limits import limits_from  # noqa: PLC0415 - likewise
    from kediri_index.cli.output import write_text  # noqa: PLC0415 - likewise
    from kediri_index.definition.resolved import resolved_yaml  # noqa: PLC0415 - heavy
    from kediri_index.report.definition.show.shown import DefinitionShown  # noqa: PLC0415 - likewise

    surroundings = Surroundings.here(limits_from(limit))
    loaded = load(reference or config, surroundings)
    own = profile_for(profile, [], surroundings)
    language = language_for(lang, loaded.definition.language)
    if resolved:
        write_text(resolved_yaml(loaded.tree), output, force=force)
    else:
        shown = DefinitionShown(loaded.definition, own, loaded.findings, language)
        print_in(output_format, shown, output, force=force)
    return 0
