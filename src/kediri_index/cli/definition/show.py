"""The command ``definition show``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli.formats import DefinitionFormat
from kediri_index.cli.options import (
    Debug,
    Force,
    Lang,
    Output,
    ProfilePath,
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
    debug: Debug = False,
) -> int:
    """Print one definition; return the exit code."""
    del debug  # the whole run sees it
    from kediri_index.api.load import Surroundings, load, profile_for  # noqa: PLC0415 - heavy
    from kediri_index.cli.language import language_for  # noqa: PLC0415 - goes with it
    from kediri_index.cli.output import write_screen, write_text  # noqa: PLC0415 - likewise
    from kediri_index.definition.resolved import resolved_yaml  # noqa: PLC0415 - heavy
    from kediri_index.report.definition_show import (  # noqa: PLC0415 - likewise
        print_definition,
        show_json,
    )

    surroundings = Surroundings.here()
    loaded = load(reference, surroundings)
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
