"""The command ``definition schema``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.language import language_without_definition
from kediri_index.cli.output import write_text
from kediri_index.cli.printing import printed_in
from kediri_index.errors import EXIT_FINE
from kediri_index.present.formats import SchemaFormat


class SchemaOf(StrEnum):
    """What a JSON Schema can be printed for."""

    DEFINITION = "definition"
    PROFILE = "profile"
    WAIVERS = "waivers"


@options.command(without=("limit", "allow_outside"))
def schema(
    request: options.Request,
    *,
    of: Annotated[
        SchemaOf | None, options.argument("schema-of", shown="definition|profile|waivers")
    ] = None,
    output_format: Annotated[SchemaFormat, options.FORMAT] = SchemaFormat.JSON,
) -> int:
    """Print the JSON Schema or the reference of the keys; return the exit code."""
    from kediri_index.definition.json_schema import (
        definition_schema,
        profile_schema,
        schema_text,
        waivers_schema,
    )
    from kediri_index.definition.keys import definition_keys, profile_keys, waivers_keys
    from kediri_index.present.commands.definition_schema import KeysPresentation

    language = language_without_definition(request.lang)
    if output_format is SchemaFormat.MD:
        keys_of = {
            SchemaOf.DEFINITION: definition_keys,
            SchemaOf.PROFILE: profile_keys,
            SchemaOf.WAIVERS: waivers_keys,
        }
        shown = {str(one): keys_of[one]() for one in ([of] if of else SchemaOf)}
        named = f" {of}" if of else ""
        command = f"kediri-index definition schema{named} --format md --lang {language}"
        keys = KeysPresentation(language, shown, command)
        text = "".join(printed_in(SchemaFormat.MD, keys))
    else:
        schemas = {
            SchemaOf.DEFINITION: definition_schema,
            SchemaOf.PROFILE: profile_schema,
            SchemaOf.WAIVERS: waivers_schema,
        }
        text = schema_text(schemas[of or SchemaOf.DEFINITION](language))
    write_text(text, request.output, force=request.force)
    return EXIT_FINE
