"""The commands about definitions."""

from __future__ import annotations

from collections.abc import Callable

import typer

from kediri_index.cli.commands.definition.diff import diff
from kediri_index.cli.commands.definition.lint import lint
from kediri_index.cli.commands.definition.list import list_all
from kediri_index.cli.commands.definition.schema import schema
from kediri_index.cli.commands.definition.show import show
from kediri_index.cli.commands.definition.weights import weights


def definition_app(say: Callable[[str], str]) -> typer.Typer:
    """Return the commands; *say* gives help texts by key."""
    app = typer.Typer(help=say("definition"), rich_markup_mode=None)
    app.command("list", help=say("definition.list"))(list_all)
    app.command("show", help=say("definition.show"))(show)
    app.command("lint", help=say("definition.lint"))(lint)
    app.command("diff", help=say("definition.diff"))(diff)
    app.command("weights", help=say("definition.weights"))(weights)
    app.command("schema", help=say("definition.schema"))(schema)
    return app
