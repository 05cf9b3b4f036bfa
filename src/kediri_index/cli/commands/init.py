"""The command ``init``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from kediri_index.cli import options, values
from kediri_index.cli.commands import command
from kediri_index.cli.folders import OLD, write_project
from kediri_index.cli.language import chosen_language
from kediri_index.cli.output import say
from kediri_index.cli.printing import SourcesRead, print_outcome
from kediri_index.cli.values import given_day, given_name, given_year
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.model.language import Language
from kediri_index.model.profile import Ci
from kediri_index.present.formats import Offer

if TYPE_CHECKING:
    from kediri_index.archive.next_year import NextYearWanted


@command(Offer.BRIEF, without=("output",), force="replace")
def init(
    request: options.Request,
    *,
    folder: Annotated[str, options.argument("new-folder", "folder")] = ".",
    config: Annotated[
        str | None, options.option("config", "config", about="base", completes="definitions")
    ] = None,
    unit: Annotated[str | None, options.option("unit", "name", about="new-unit")] = None,
    year: Annotated[str | None, options.option("year", "number", about="new-year")] = None,
    opd: Annotated[list[str] | None, options.option("opd", "name", about="new-opd")] = None,
    opd_list: Annotated[str | None, options.option("opd-list", "file")] = None,
    due: Annotated[str | None, options.option("due", "day", about="new-due")] = None,
    ci: Annotated[Ci | None, options.option("ci")] = None,
    from_list: Annotated[str | None, options.option("from", "file", about="from-list")] = None,
    blank: Annotated[bool, options.option("blank")] = False,
    next_year: Annotated[str | None, options.option("next-year", "folder")] = None,
    allow_errors: Annotated[
        bool, options.option("allow-errors", about="without-last-year")
    ] = False,
) -> int:
    """Write a project folder; return the exit code."""
    from kediri_index.present.commands.init import InitPresentation, RefusedList
    from kediri_index.present.project_files import ci_file, project_files
    from kediri_index.usecases.inputs import Surroundings
    from kediri_index.usecases.start import (
        NewProject,
        Started,
        blank_project,
        listed_agencies,
        start,
    )

    beginnings = {"--next-year": next_year, "--from": from_list, "--blank": blank or None}
    others = {"--config": config, "--unit": unit, "--opd": opd, "--opd-list": opd_list}
    _refuse_contradictions(beginnings, others)
    if next_year is not None:
        from kediri_index.archive.next_year import NextYearWanted

        asked = NextYearWanted(
            next_year,
            values.today(),
            given_year(year),
            given_day("--due", due),
            chosen_language(request.lang),
            allow_errors,
        )
        return _next_year(asked, folder, ci, request)
    options.refuse_alone(allow_errors or None, "--allow-errors", next_year, "--next-year")
    names = [given_name("--opd", name) or "" for name in opd or ()]
    if opd_list is not None:
        names += listed_agencies(opd_list)
    path = given_name("--from", from_list)
    name = given_name("--unit", unit)
    year_asked = given_year(year)
    wanted = NewProject(
        config,
        None if name is None else name.strip(" "),
        year_asked or values.today().year,
        tuple(name.strip(" ") for name in names),
        given_day("--due", due),
        chosen_language(request.lang),
    )
    if blank:
        started = blank_project(wanted, folder)
    elif path is None:
        started = start(wanted, Surroundings.here(request.limits()), folder)
    else:
        from kediri_index.usecases.start_from_list import start_from_list

        listed = start_from_list(path, wanted, year_asked, request.limits(), folder)
        if not isinstance(listed, Started):
            print_outcome(RefusedList(listed.language, listed.findings), request)
            return EXIT_FINDINGS
        started = listed
    files = project_files(started, ci_file(ci or Ci.GITHUB, started.language))
    written = write_project(folder, files | started.form_files(), force=request.force)
    shown = InitPresentation(started.language, folder, written, started)
    print_outcome(shown, request, SourcesRead(started.definition))
    kept = tuple(path for path in written if OLD in Path(path).suffix)
    if kept and not request.quiet:
        say(shown.say("project.kept", paths=kept))
    return EXIT_FINE


def _refuse_contradictions(beginnings: Mapping[str, object], others: Mapping[str, object]) -> None:
    """Raise :class:`UsageError` for two ways to begin, and for what a way says itself."""
    given = [option for option, value in beginnings.items() if value is not None]
    if not given:
        return
    first, *further = given
    refused = {
        "--next-year": ("--config", "--unit", "--opd", "--opd-list"),
        "--from": ("--config", "--opd", "--opd-list"),
        "--blank": ("--config",),
    }
    options.refuse_together(
        first, dict.fromkeys(further, True) | {one: others[one] for one in refused[first]}
    )


def _next_year(
    wanted: NextYearWanted,
    folder: str,
    ci: Ci | None,
    request: options.Request,
) -> int:
    """Write the project of the next year; return the exit code."""
    from kediri_index.archive.next_year import next_year
    from kediri_index.model.profile import LAST_YEAR
    from kediri_index.present.commands.init import NextYearPresentation
    from kediri_index.present.project_files import ci_file, project_files

    carried = next_year(wanted, request.limits(), folder)
    started, kept = carried.started, carried.ended.archive
    written: dict[str, bytes] = {}
    was = carried.was
    language = request.language(Language.ID if was is None else was.language)
    if started is not None:
        checks = carried.checks if ci is None else ci_file(ci, started.language)
        last_year = {} if kept is None else {LAST_YEAR: kept}
        files = project_files(started, checks) | started.form_files() | dict(carried.paper)
        written = write_project(folder, files | last_year, force=request.force)
    shown = NextYearPresentation(language, folder, wanted.folder, written, carried)
    print_outcome(shown, request)
    return EXIT_FINDINGS if started is None else EXIT_FINE
