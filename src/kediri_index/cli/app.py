"""The commands, put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import typer

from kediri_index.cli.language import help_language
from kediri_index.messages.texts import text

Say = Callable[[str], str]


def make_app(arguments: Sequence[str]) -> typer.Typer:
    """Return the application, its help in the language that the environment asks for.

    Only the command that *arguments* begin with is built; without one, all are.
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
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    called = arguments[0] if arguments else ""
    for add in [_COMMANDS[called]] if called in _COMMANDS else _COMMANDS.values():
        add(app, say)
    app.callback()(_common)
    return app


def _add_score(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.score import score  # noqa: PLC0415 - only where it is called or listed

    app.command("score", help=say("score"), short_help=say("score.short"))(score)


def _add_check(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.check import check  # noqa: PLC0415 - likewise

    app.command("check", help=say("check"), short_help=say("check.short"))(check)


def _add_template(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.template import template  # noqa: PLC0415 - likewise

    app.command("template", help=say("template"), short_help=say("template.short"))(template)


def _add_definition(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.definition import definition_app  # noqa: PLC0415 - likewise

    app.add_typer(definition_app(say), name="definition")


_COMMANDS: dict[str, Callable[[typer.Typer, Say], None]] = {
    "score": _add_score,
    "check": _add_check,
    "template": _add_template,
    "definition": _add_definition,
}


def _common(
    *,
    version: bool = typer.Option(False, "--version", help=text("help.version", help_language())),  # noqa: FBT003 - Typer's way of saying the default
) -> None:
    if version:
        from kediri_index import __version__  # noqa: PLC0415 - only this needs it

        typer.echo(f"kediri-index {__version__}")
        raise typer.Exit
