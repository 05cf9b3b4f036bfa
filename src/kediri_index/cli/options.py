"""The options that several commands have in common."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli.completion import completed
from kediri_index.cli.language import help_language
from kediri_index.messages.texts import text
from kediri_index.model.dataset import Lead
from kediri_index.model.language import Language

_LANGUAGE = help_language()


def explained(key: str) -> str:
    """Return an option's help text."""
    return text(f"help.option.{key}", _LANGUAGE)


def metavar(key: str) -> str:
    """Return the word for an option's value."""
    return text(f"help.metavar.{key}", _LANGUAGE)


Paths = Annotated[list[str], typer.Argument(help=explained("paths"), metavar=metavar("paths"))]
Config = Annotated[
    str | None,
    typer.Option(
        "--config",
        help=explained("config"),
        metavar=metavar("config"),
        autocompletion=completed("definitions"),
    ),
]
ProfilePath = Annotated[
    str | None, typer.Option("--profile", help=explained("profile"), metavar=metavar("file"))
]
Lang = Annotated[Language | None, typer.Option("--lang", help=explained("lang"))]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", help=explained("output"), metavar=metavar("file")),
]
Force = Annotated[bool, typer.Option("--force", help=explained("force"))]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=explained("quiet"))]
Verbose = Annotated[bool, typer.Option("--verbose", help=explained("verbose"))]
Debug = Annotated[bool, typer.Option("--debug", help=explained("debug"))]
Limit = Annotated[
    list[str] | None,
    typer.Option("--limit", help=explained("limit"), metavar=metavar("limit")),
]
UnitName = Annotated[
    str | None, typer.Option("--unit", help=explained("unit"), metavar=metavar("name"))
]
OneUnit = Annotated[
    str | None, typer.Option("--unit", help=explained("meant-unit"), metavar=metavar("name"))
]
OpdName = Annotated[
    str | None, typer.Option("--opd", help=explained("opd"), metavar=metavar("name"))
]
Year = Annotated[
    str | None, typer.Option("--year", help=explained("year"), metavar=metavar("number"))
]
Value = Annotated[Lead | None, typer.Option("--value", help=explained("value"))]
DecimalMark = Annotated[
    str | None, typer.Option("--decimal", help=explained("decimal"), metavar=", | .")
]
Waivers = Annotated[
    str | None, typer.Option("--waivers", help=explained("waivers"), metavar=metavar("file"))
]
