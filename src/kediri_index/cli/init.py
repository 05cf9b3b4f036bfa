"""The command ``init``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli.completion import completed
from kediri_index.cli.options import (
    Debug,
    Lang,
    Limit,
    Quiet,
    Verbose,
    explained,
    metavar,
)
from kediri_index.model.project import Ci
from kediri_index.report.formats import InitFormat


def init(  # noqa: PLR0913 - the options of the command
    folder: Annotated[
        str, typer.Argument(help=explained("new-folder"), metavar=metavar("folder"))
    ] = ".",
    *,
    config: Annotated[
        str | None,
        typer.Option(
            "--config",
            help=explained("base"),
            metavar=metavar("config"),
            autocompletion=completed("definitions"),
        ),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", help=explained("new-unit"), metavar=metavar("name"))
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", help=explained("new-year"), metavar=metavar("number"))
    ] = None,
    opd: Annotated[
        list[str] | None,
        typer.Option("--opd", help=explained("new-opd"), metavar=metavar("name")),
    ] = None,
    opd_list: Annotated[
        str | None,
        typer.Option("--opd-list", help=explained("opd-list"), metavar=metavar("file")),
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", help=explained("new-due"), metavar=metavar("day"))
    ] = None,
    ci: Annotated[Ci, typer.Option("--ci", help=explained("ci"))] = Ci.GITHUB,
    output_format: Annotated[
        InitFormat, typer.Option("--format", help=explained("format"))
    ] = InitFormat.TEXT,
    force: Annotated[bool, typer.Option("--force", help=explained("replace"))] = False,
    lang: Lang = None,
    limit: Limit = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> int:
    """Write a project folder; return the exit code."""
    del debug  # the whole run sees it
    from kediri_index.api.load import Surroundings  # noqa: PLC0415 - heavy
    from kediri_index.cli.init_output import print_project, write_project  # noqa: PLC0415
    from kediri_index.cli.init_project import Asked, project_of  # noqa: PLC0415 - heavy
    from kediri_index.cli.limits import limits_from  # noqa: PLC0415 - goes with it

    asked = Asked(folder, config, unit, year, tuple(opd or ()), opd_list, due, ci, lang)
    project = project_of(asked, Surroundings.here(limits_from(limit)))
    write_project(folder, project.files, force=force)
    print_project(project, output_format, quiet=quiet, verbose=verbose)
    return 0
