"""The command ``definition schema``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kediri_index.cli import options
from kediri_index.present.formats import SchemaFormat

if TYPE_CHECKING:
    from kediri_index.model.language import Language


class SchemaOf(StrEnum):
    """What a JSON Schema can be printed for."""

    DEFINITION = "definition"
    PROFILE = "profile"
    WAIVERS = "waivers"


def schema(  # noqa: PLR0913 - the options of the command
    of: Annotated[
        SchemaOf | None,
        typer.Argument(help=options.explained("schema-of"), metavar="definition|profile|waivers"),
    ] = None,
    *,
    output_format: Annotated[SchemaFormat, options.FORMAT] = SchemaFormat.JSON,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Print the JSON Schema or the reference of the keys; return the exit code."""
    del debug, quiet, verbose  # the whole run sees the first; there is no talk here
    from kediri_index.cli.language import language_without_definition  # not needed for help
    from kediri_index.cli.output import write_text

    language = language_without_definition(lang)
    if output_format is SchemaFormat.MD:
        text = _reference(of, language)
    else:
        from kediri_index.definition.json_schema import (
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
        text = schema_text(makers[of or SchemaOf.DEFINITION](language))
    write_text(text, output, force=force)
    return 0


def _reference(of: SchemaOf | None, language: Language) -> str:
    """Return the page of the keys of one file, or of all of them."""
    from kediri_index.definition.keys import (
        definition_keys,
        profile_keys,
        waivers_keys,
    )
    from kediri_index.present.keys_md import keys_md  # this format's own

    makers = {
        SchemaOf.DEFINITION: definition_keys,
        SchemaOf.PROFILE: profile_keys,
        SchemaOf.WAIVERS: waivers_keys,
    }
    shown = [of] if of else list(SchemaOf)
    named = f" {of}" if of else ""
    command = f"kediri-index definition schema{named} --format md --lang {language}"
    return keys_md({str(one): makers[one]() for one in shown}, language, command)
