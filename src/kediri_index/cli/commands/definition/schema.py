"""The command ``definition schema``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.language import language_without_definition
from kediri_index.cli.printing import print_in
from kediri_index.errors import EXIT_FINE
from kediri_index.present.formats import Offer


class SchemaOf(StrEnum):
    """What a JSON Schema can be printed for."""

    DEFINITION = "definition"
    PROFILE = "profile"
    WAIVERS = "waivers"


@command(Offer.SCHEMA, without=("limit", "allow_outside"), hides=("verbose",))
def schema(
    request: options.Request,
    *,
    of: Annotated[
        SchemaOf | None, options.argument("schema-of", shown="definition|profile|waivers")
    ] = None,
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
    files = {
        SchemaOf.DEFINITION: (definition_keys, definition_schema),
        SchemaOf.PROFILE: (profile_keys, profile_schema),
        SchemaOf.WAIVERS: (waivers_keys, waivers_schema),
    }
    shown = KeysPresentation(
        language,
        lambda: {str(one): files[one][0]() for one in ([of] if of else SchemaOf)},
        lambda: schema_text(files[of or SchemaOf.DEFINITION][1](language)),
        f"kediri-index definition schema{f' {of}' if of else ''} --format md --lang {language}",
    )
    print_in(request.format, shown, request.output, force=request.force)
    return EXIT_FINE
