"""The command ``definition list``."""

from __future__ import annotations

from typing import Annotated

from kediri_index.cli import options
from kediri_index.present.formats import DefinitionFormat


def list_all(  # noqa: PLR0913 - the options of the command
    *,
    output_format: Annotated[DefinitionFormat, options.FORMAT] = DefinitionFormat.TEXT,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Print the definitions in reach; return the exit code."""
    del allow_outside, debug, quiet, verbose  # the whole run sees the first two; no talk here
    from kediri_index.cli.language import language_without_definition
    from kediri_index.cli.numbers import limits_from
    from kediri_index.cli.show import print_in
    from kediri_index.definition.find import list_definitions
    from kediri_index.present.commands.definition_list import ListPresentation
    from kediri_index.usecases.load import Surroundings

    surroundings = Surroundings.here(limits_from(limit))
    listed = list_definitions(surroundings.folder, surroundings.limits)
    language = language_without_definition(lang)
    print_in(output_format, ListPresentation(language, listed), output, force=force)
    return 0
