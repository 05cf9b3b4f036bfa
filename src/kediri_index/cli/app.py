"""The commands, put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import typer

from kediri_index.cli.completion import SHELLS, asked, completed, prepare
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
        add_completion=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    if asked():
        prepare()
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


def _add_trace(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.trace import trace  # noqa: PLC0415 - likewise

    app.command("trace", help=say("trace"), short_help=say("trace.short"))(trace)


def _add_compare(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.compare import compare  # noqa: PLC0415 - likewise

    app.command("compare", help=say("compare"), short_help=say("compare.short"))(compare)


def _add_explain(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.explain import explain  # noqa: PLC0415 - likewise

    app.command("explain", help=say("explain"), short_help=say("explain.short"))(explain)


def _add_status(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.status import status  # noqa: PLC0415 - likewise

    app.command("status", help=say("status"), short_help=say("status.short"))(status)


def _add_plan(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.plan import plan  # noqa: PLC0415 - likewise

    app.command("plan", help=say("plan"), short_help=say("plan.short"))(plan)


def _add_robustness(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.robustness import robustness  # noqa: PLC0415 - likewise

    app.command("robustness", help=say("robustness"), short_help=say("robustness.short"))(
        robustness
    )


def _add_template(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.template import template  # noqa: PLC0415 - likewise

    app.command("template", help=say("template"), short_help=say("template.short"))(template)


def _add_report(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.report import report  # noqa: PLC0415 - likewise

    app.command("report", help=say("report"), short_help=say("report.short"))(report)


def _add_init(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.init import init  # noqa: PLC0415 - likewise

    app.command("init", help=say("init"), short_help=say("init.short"))(init)


def _add_definition(app: typer.Typer, say: Say) -> None:
    from kediri_index.cli.definition import definition_app  # noqa: PLC0415 - likewise

    app.add_typer(definition_app(say), name="definition")


_COMMANDS: dict[str, Callable[[typer.Typer, Say], None]] = {
    "init": _add_init,
    "template": _add_template,
    "status": _add_status,
    "check": _add_check,
    "score": _add_score,
    "compare": _add_compare,
    "trace": _add_trace,
    "plan": _add_plan,
    "robustness": _add_robustness,
    "report": _add_report,
    "explain": _add_explain,
    "definition": _add_definition,
}


def _about_completion(name: str) -> Any:  # noqa: ANN401 - as Typer has it
    """Return an option for the help text alone: it is obeyed before Typer sees it."""
    return typer.Option(
        None,
        f"--{name}",
        help=text(f"help.option.{name}", help_language()),
        metavar=f"[{'|'.join(SHELLS)}]",
        autocompletion=completed("shells"),
    )


def _common(
    *,
    version: bool = typer.Option(False, "--version", help=text("help.version", help_language())),  # noqa: FBT003 - Typer's way of saying the default
    show_completion: str | None = _about_completion("show-completion"),
    install_completion: str | None = _about_completion("install-completion"),
) -> None:
    del show_completion, install_completion
    if version:
        from kediri_index import __version__  # noqa: PLC0415 - only this needs it

        typer.echo(f"kediri-index {__version__}")
        raise typer.Exit
