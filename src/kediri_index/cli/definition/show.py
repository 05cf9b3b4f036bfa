"""The command ``definition show``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli.formats import DefinitionFormat
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
    from kediri_index.cli.language import language_for  # noqa: PLC0415 - goes with it
    from kediri_index.cli.limits import limits_from  # noqa: PLC0415 - likewise
    from kediri_index.cli.output import write_screen, write_text  # noqa: PLC0415 - likewise
    from kediri_index.definition.resolved import resolved_yaml  # noqa: PLC0415 - heavy
    from kediri_index.report.definition.show.text import (  # noqa: PLC0415 - likewise
        print_definition,
        show_json,
    )

    surroundings = Surroundings.here(limits_from(limit))
    loaded = load(reference or config, surroundings)
    own = profile_for(profile, [], surroundings)
    language = language_for(lang, loaded.definition.language)
    if resolved:
        write_text(resolved_yaml(loaded.tree), output, force=force)
    elif output_format is DefinitionFormat.JSON:
        document = show_json(loaded.definition, own, loaded.findings, language)
        write_text(document, output, force=force)
    else:
        write_screen(
            lambda console: print_definition(loaded.definition, own, language, console),
            output,
            force=force,
        )
    return 0
