"""The command ``report``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.output import STANDARD_OUTPUT, refuse_outputs, say, write_text
from kediri_index.cli.printing import print_blocks, print_document, print_found, print_sources
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
from kediri_index.present.formats import Offer

if TYPE_CHECKING:
    from kediri_index.usecases.agency_report import AgencyOutcome
    from kediri_index.usecases.report import ReportOutcome


@command(
    Offer.REPORT,
    asked_format="report-format",
    previous="report-previous",
    unit="one-unit-report",
    year="one-year-report",
)
def report(
    request: options.LeagueRequest,
    *,
    all_into: Annotated[
        str | None, options.option("all", "report-folder", about="all-reports")
    ] = None,
    by_opd: Annotated[str | None, options.option("by-opd", "report-folder")] = None,
    opd: Annotated[str | None, options.option("opd", "name", about="report-opd")] = None,
    minutes: Annotated[str | None, options.option("minutes", "file")] = None,
) -> int:
    """Check and score the files, write the report; return the exit code."""
    from kediri_index.cli.printing import print_previous
    from kediri_index.cli.report_files import (
        ReportOptions,
        formats_left_out,
        reports_asked,
        write_reports,
    )
    from kediri_index.present.commands.report import ReportPresentation

    given = ReportOptions(all_into, by_opd, opd, minutes, request.previous)
    asked = reports_asked(request.asked_format, request.output, given)
    refuse_outputs([minutes], force=request.force)
    inputs = request.load()
    profile = inputs.profile
    outcome: ReportOutcome | AgencyOutcome
    before = letterhead = None
    if asked.of_agencies:
        from kediri_index.usecases.agency_report import agency_named, agency_reports

        if profile is None:
            raise UsageError("no-profile", path=request.paths[0])
        only = None if asked.opd is None else agency_named(profile, asked.opd)
        outcome = agency_reports(*inputs.files, **request.asked(inputs), only=only)
    else:
        from kediri_index.archive.last_year import last_year, last_year_found
        from kediri_index.usecases.profile_files import letterhead_of
        from kediri_index.usecases.report import yearly_report

        letterhead = letterhead_of(profile, request.limits()) if asked.of_minutes else None
        if request.previous is None:
            before = last_year_found(inputs)
        else:
            before = last_year(request.previous, request.previous_config, inputs)
        outcome = yearly_report(
            *inputs.files, **request.asked(inputs), previous=before, each=asked.folder is not None
        )
    language = request.language(inputs.definition.language)
    print_found(outcome.outcome, request, language)
    print_previous(before, profile, request, language)
    used = [*inputs.paths(), *filter(None, (before and before.path, request.waivers))]
    found, quiet, force = outcome.found, request.quiet, request.force
    written = found and write_reports(found, language, asked, used, letterhead, force=force)
    left_out = formats_left_out() if all_into is not None and outcome.yearly is not None else {}
    again = request.arguments(by=request.by, by_opd=by_opd, opd=opd)
    shown = ReportPresentation(language, outcome, written or (), again, left_out)
    if asked.listed:
        write_text(shown.json(), None, force=False)
        quiet = quiet or found is None
    elif found is None:
        print_blocks(shown.refusal(), language)
    elif asked.folder is not None or asked.output not in {None, STANDARD_OUTPUT}:
        print_document(shown.document())
    if request.verbose:
        print_sources(outcome.outcome, language)
    for sentence in () if quiet or asked.of_minutes else shown.next():
        say(sentence)
    return EXIT_FINDINGS if found is None else EXIT_FINE
