"""The commands, put together."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import typer

from kediri_index.cli.language import help_language
from kediri_index.cli.options import COMPLETING, SHELLS, completer
from kediri_index.messages.texts import text

Say = Callable[[str], str]


def make_app(arguments: Sequence[str]) -> typer.Typer:
    """Return the application, its help in the language that the environment asks for.

    Only the command that *arguments* call is built; where they call none, all are listed.
    """
    language = help_language()

    def say(key: str) -> str:
        return text(f"help.{key}", language)

    app = typer.Typer(
        name="kediri-index",
        help=say("app"),
        epilog=say("epilog"),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    completing = COMPLETING in os.environ
    if completing:  # Typer makes shells known only where the options are its own
        from typer._completion_classes import completion_init

        completion_init()
    called = next((word for word in arguments if not word.startswith("-")), None)
    for name in [called] if called in _COMMANDS else _COMMANDS:
        _add(app, name, say, listed=called is None and not completing)
    app.callback()(_common)
    return app


_COMMANDS = (
    "init",
    "template",
    "status",
    "check",
    "score",
    "compare",
    "trace",
    "plan",
    "robustness",
    "report",
    "bundle",
    "verify",
    "explain",
    "definition",
)
"""In the order of help; each is the function of its name in the module of its name."""


def _add(app: typer.Typer, name: str, say: Say, *, listed: bool) -> None:
    """Add the command *name*; one that is only *listed* has neither options nor a body."""
    short = say(name if name == "definition" else f"{name}.short")
    if listed:
        app.command(name, short_help=short)(_listed)
        return
    module = import_module(f"{__name__}.{name}")
    if name == "definition":
        app.add_typer(module.definition_app(say), name=name)
    else:
        app.command(name, help=say(name), short_help=short)(getattr(module, name))


def _listed() -> None:
    """Stand for a command whose name and purpose are all that is asked for."""


def _about_completion(name: str) -> Any:  # noqa: ANN401 - as Typer has it
    """Return an option for the help text alone: it is obeyed before Typer sees it."""
    return typer.Option(
        None,
        f"--{name}",
        help=text(f"help.option.{name}", help_language()),
        metavar=f"[{'|'.join(SHELLS)}]",
        autocompletion=completer("shells"),
    )


def _common(
    *,
    version: bool = typer.Option(False, "--version", help=text("help.version", help_language())),  # noqa: FBT003 - Typer's way of saying the default
    show_completion: str | None = _about_completion("show-completion"),
    install_completion: str | None = _about_completion("install-completion"),
) -> None:
    del show_completion, install_completion
    if version:
        from kediri_index import __version__  # only this needs it

        typer.echo(f"kediri-index {__version__}")
        raise typer.Exit
