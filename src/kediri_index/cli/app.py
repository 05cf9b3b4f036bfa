"""The commands, put together."""

from __future__ import annotations

import typer

from kediri_index.cli.check import check
from kediri_index.cli.definition import definition_app
from kediri_index.cli.language import help_language
from kediri_index.cli.score import score
from kediri_index.messages.texts import text


def make_app() -> typer.Typer:
    """Return the application, its help in the language that the environment asks for."""
    language = help_language()

    def say(key: str) -> str:
        return text(f"help.{key}", language)

    app = typer.Typer(
        name="kediri-index",
        help=say("app"),
        epilog=say("epilog"),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.command("score", help=say("score"), short_help=say("score.short"))(score)
    app.command("check", help=say("check"), short_help=say("check.short"))(check)
    app.add_typer(definition_app(say), name="definition")
    app.callback()(_common)
    return app


def _common(
    *,
    version: bool = typer.Option(False, "--version", help=text("help.version", help_language())),  # noqa: FBT003
) -> None:
    if version:
        from kediri_index import __version__  # noqa: PLC0415 - only this needs it

        typer.echo(f"kediri-index {__version__}")
        raise typer.Exit
