"""The command ``init``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli import options
from kediri_index.cli.completion import completed
from kediri_index.model.profile import Ci
from kediri_index.present.formats import InitFormat


def init(  # noqa: PLR0913 - the options of the command
    folder: Annotated[
        str, typer.Argument(help=options.explained("new-folder"), metavar=options.metavar("folder"))
    ] = ".",
    *,
    config: Annotated[
        str | None,
        typer.Option(
            "--config",
            help=options.explained("base"),
            metavar=options.metavar("config"),
            autocompletion=completed("definitions"),
        ),
    ] = None,
    unit: Annotated[str | None, options.option("unit", "name", about="new-unit")] = None,
    year: Annotated[str | None, options.option("year", "number", about="new-year")] = None,
    opd: Annotated[list[str] | None, options.option("opd", "name", about="new-opd")] = None,
    opd_list: Annotated[str | None, options.option("opd-list", "file")] = None,
    due: Annotated[str | None, options.option("due", "day", about="new-due")] = None,
    ci: Annotated[Ci, options.option("ci")] = Ci.GITHUB,
    output_format: Annotated[InitFormat, options.FORMAT] = InitFormat.TEXT,
    force: Annotated[bool, options.option("force", about="replace")] = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Write a project folder; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.numbers import limits_from
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.project_files import Asked, project_of, write_project
    from kediri_index.cli.show import Used, show
    from kediri_index.present.commands.init import InitPresentation
    from kediri_index.usecases.load import Surroundings

    asked = Asked(folder, config, unit, year, tuple(opd or ()), opd_list, due, ci, lang)
    project = project_of(asked, Surroundings.here(limits_from(limit)))
    write_project(folder, project.files, force=force)
    started = project.started
    language = started.language
    shown = InitPresentation(language, project.folder, project.files, started)
    used = Used(started.definition, None, ())
    show(shown, output_format, Printing(language, quiet=quiet, verbose=verbose), used)
    return 0
