"""The command ``definition show``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli import options
from kediri_index.present.formats import DefinitionFormat


def show(  # noqa: PLR0913 - the options of the command
    reference: Annotated[
        str | None,
        typer.Argument(help=options.explained("definition"), metavar=options.metavar("config")),
    ] = None,
    *,
    resolved: Annotated[bool, options.option("resolved")] = False,
    profile: options.ProfilePath = None,
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
    """Print one definition; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.language import language_for
    from kediri_index.cli.numbers import limits_from
    from kediri_index.cli.output import write_text
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.show import print_in
    from kediri_index.cli.used import tell_found
    from kediri_index.definition.starting import resolved_yaml
    from kediri_index.present.commands.definition_show import DefinitionPresentation
    from kediri_index.usecases.load import Named, Surroundings, load, profile_for

    surroundings = Surroundings.here(limits_from(limit))
    loaded = load(reference or config, surroundings)
    own = profile_for(profile, [], surroundings)
    language = language_for(lang, loaded.definition.language)
    printing = Printing(language, quiet=quiet, verbose=verbose)
    tell_found(loaded.definition, own, Named(reference or config, profile), printing)
    if resolved:
        write_text(resolved_yaml(loaded.tree), output, force=force)
    else:
        shown = DefinitionPresentation(language, loaded.definition, own, loaded.findings)
        print_in(output_format, shown, output, force=force)
    return 0
