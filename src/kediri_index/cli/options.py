"""The options that several commands have in common."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kediri_index.cli.completion import completed
from kediri_index.cli.language import help_language
from kediri_index.messages.texts import text
from kediri_index.model.dataset import Lead
from kediri_index.model.findings import Severity
from kediri_index.model.language import Language
from kediri_index.project_folder import allow_outside

_LANGUAGE = help_language()


def explained(key: str) -> str:
    """Return an option's help text."""
    return text(f"help.option.{key}", _LANGUAGE)


def metavar(key: str) -> str:
    """Return the word for an option's value."""
    return text(f"help.metavar.{key}", _LANGUAGE)


def option(name: str, value: str | None = None, *, about: str | None = None) -> Any:  # noqa: ANN401 - as Typer has it
    """Return the option ``--name``; *value* is the word for what follows it, *about* its text.

    Without *about* the text is the one of its name.
    """
    shown = None if value is None else metavar(value)
    return typer.Option(f"--{name}", help=explained(about or name), metavar=shown)


def _allowed_outside(asked: bool) -> bool:  # noqa: FBT001 - as Typer calls it
    """Let the whole run lead outside where it is *asked*; return that."""
    if asked:
        allow_outside()
    return asked


FORMAT = option("format")
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
ProfilePath = Annotated[str | None, option("profile", "file")]
Lang = Annotated[Language | None, option("lang")]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", help=explained("output"), metavar=metavar("file")),
]
Force = Annotated[bool, option("force")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=explained("quiet"))]
Verbose = Annotated[bool, option("verbose")]
Debug = Annotated[bool, option("debug")]
Limit = Annotated[list[str] | None, option("limit", "limit")]
AllowOutside = Annotated[
    bool,
    typer.Option("--allow-outside", help=explained("allow-outside"), callback=_allowed_outside),
]
UnitName = Annotated[str | None, option("unit", "name")]
OneUnit = Annotated[str | None, option("unit", "name", about="meant-unit")]
ShownUnit = Annotated[str | None, option("unit", "name", about="shown-unit")]
OpdName = Annotated[str | None, option("opd", "name")]
Year = Annotated[str | None, option("year", "number")]
ShownYear = Annotated[str | None, option("year", "number", about="shown-year")]
Value = Annotated[Lead | None, option("value")]
DecimalMark = Annotated[
    str | None, typer.Option("--decimal", help=explained("decimal"), metavar=", | .")
]
Waivers = Annotated[str | None, option("waivers", "file")]
AllowErrors = Annotated[bool, option("allow-errors")]
Detail = Annotated[bool, option("detail")]
FailOn = Annotated[Severity, option("fail-on")]
Previous = Annotated[str | None, option("previous", "file")]
PreviousConfig = Annotated[str | None, option("previous-config", "config")]
Target = Annotated[str | None, option("target", "number")]
