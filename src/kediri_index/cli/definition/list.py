"""The command ``definition list``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli.options import Debug, Force, Lang, Limit, Output, Quiet, Verbose, explained
from kediri_index.report.formats import DefinitionFormat


def list_all(  # noqa: PLR0913 - the options of the command
    *,
    output_format: Annotated[
        DefinitionFormat, typer.Option("--format", help=explained("format"))
    ] = DefinitionFormat.TEXT,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    limit: Limit = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> int:
    """Print the definitions in reach; return the exit code."""
    del debug, quiet, verbose  # the whole run sees the first; there is no talk here
    from kediri_index.api.load import Surroundings  # noqa: PLC0415 - heavy
    from kediri_index.cli.in_format import print_in  # noqa: PLC0415 - likewise
    from kediri_index.cli.language import language_for  # noqa: PLC0415 - goes with it
    from kediri_index.cli.limits import limits_from  # noqa: PLC0415 - likewise
    from kediri_index.definition.listing import list_definitions  # noqa: PLC0415 - heavy
    from kediri_index.model.language import Language  # noqa: PLC0415 - likewise
    from kediri_index.report.definition.list.shown import ListShown  # noqa: PLC0415 - likewise

    surroundings = Surroundings.here(limits_from(limit))
    listed = list_definitions(surroundings.folder, surroundings.limits)
    language = language_for(lang, Language.ID)
    print_in(output_format, ListShown(listed, language), output, force=force)
    return 0
