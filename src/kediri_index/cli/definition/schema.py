"""The command ``definition schema``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kediri_index.cli.options import Debug, Force, Lang, Output, Quiet, Verbose, explained


class SchemaOf(StrEnum):
    """What a JSON Schema can be printed for."""

    DEFINITION = "definition"
    PROFILE = "profile"
    WAIVERS = "waivers"


def schema(  # noqa: PLR0913 - the options of the command
    of: Annotated[
        SchemaOf, typer.Argument(help=explained("schema-of"), metavar="definition|profile|waivers")
    ] = SchemaOf.DEFINITION,
    *,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> int:
    """Print the JSON Schema; return the exit code."""
    del debug, lang, quiet, verbose  # a schema has no language, and there is no talk here
    from kediri_index.cli.output import write_text  # noqa: PLC0415 - not needed for help
    from kediri_index.definition.json_schema import (  # noqa: PLC0415 - heavy
        definition_schema,
        profile_schema,
        schema_text,
        waivers_schema,
    )

    makers = {
        SchemaOf.DEFINITION: definition_schema,
        SchemaOf.PROFILE: profile_schema,
        SchemaOf.WAIVERS: waivers_schema,
    }
    write_text(schema_text(makers[of]()), output, force=force)
    return 0
