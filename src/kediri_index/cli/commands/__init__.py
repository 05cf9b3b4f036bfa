"""The commands, put together, and what makes a function a command: its formats, its options."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterator, Sequence
from copy import copy
from dataclasses import MISSING, fields
from functools import wraps
from importlib import import_module
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, Literal, get_type_hints

import typer

from kediri_index.cli import options
from kediri_index.cli.language import help_language
from kediri_index.cli.process import COMPLETING, SHELLS
from kediri_index.errors import DefinitionError
from kediri_index.messages.texts import text
from kediri_index.present.formats import Offer, formats_of

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
    "page",
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
        autocompletion=options.completer("shells"),
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


def command(
    offer: Offer, *, without: Container[str] = (), hides: Container[str] = (), **about: str
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a command the formats of its *offer* and the options of its request.

    It has none of those *without* which it does, and *hides* in its help those that every command
    takes and that say nothing here. *about* has the texts of options that mean something of their
    own here, by their names.
    """

    def decorated(function: Callable[..., int]) -> Callable[..., int]:
        called = function.__module__.partition(".commands.")[2].replace(".", "-")
        own = dict(signature(function, eval_str=True).parameters)
        kind = own.pop("request").annotation
        every = {one.name for one in fields(options.Request)}
        shared = [one for one in _parameters(kind, offer, about, hides) if one.name not in without]

        @wraps(function)
        def run(**given: Any) -> int:  # noqa: ANN401 - what Typer parsed
            request = kind(**{one.name: given.pop(one.name) for one in shared})
            try:
                return function(request=request, **given)
            except DefinitionError as error:
                from kediri_index.cli.errors import broken

                return broken(error, request, called, given)

        listed = [
            *(one for one in shared if one.name not in every),
            *(one.replace(kind=Parameter.KEYWORD_ONLY) for one in own.values()),
            *(one for one in shared if one.name in every),
        ]
        run.__signature__ = Signature(listed)  # type: ignore[attr-defined]  # what Typer reads
        return run

    return decorated


def _parameters(
    kind: type[options.Request], offer: Offer, about: dict[str, str], hides: Container[str]
) -> Iterator[Parameter]:
    hints = get_type_hints(kind, include_extras=True)
    for one in fields(kind):
        annotation = hints[one.name]
        if one.name in about or one.name in hides:
            of, declared = annotation.__origin__, copy(annotation.__metadata__[0])
            declared.help = options.explained(about.get(one.name, one.name))
            declared.hidden = one.name in hides
            annotation = Annotated[of, declared]
        default = Parameter.empty if one.default is MISSING else one.default
        if one.name == "asked_format":
            offered = formats_of(offer)
            annotation = Annotated[Literal[offered] | None, *annotation.__metadata__]
            default = None if offer is Offer.REPORT else offered[0]
        yield Parameter(one.name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
