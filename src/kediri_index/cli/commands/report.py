"""The command ``report``."""

from __future__ import annotations

from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.output import STANDARD_OUTPUT, refuse_outputs, say, write_text
from kediri_index.cli.printing import print_blocks, print_document, print_found, print_sources
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.present.formats import Offer


@options.command(
    Offer.REPORT,
    asked_format="report-format",
    previous="report-previous",
    unit="one-unit-report",
    year="one-year-report",
)
def report(
    request: options.TargetRequest,
    *,
    all_into: Annotated[
        str | None, options.option("all", "report-folder", about="all-reports")
    ] = None,
    minutes: Annotated[str | None, options.option("minutes", "file")] = None,
) -> int:
    """Check and score the files, write the report; return the exit code."""
    from kediri_index.archive.last_year import last_year, last_year_found
    from kediri_index.cli.printing import print_previous
    from kediri_index.cli.report_files import formats_left_out, reports_asked, write_reports
    from kediri_index.present.commands.report import ReportPresentation
    from kediri_index.usecases.profile_files import letterhead_of
    from kediri_index.usecases.report import yearly_report

    previous = request.previous
    asked = reports_asked(request.asked_format, request.output, all_into, minutes)
    refuse_outputs([minutes], force=request.force)
    inputs = request.load()
    paper = letterhead_of(inputs.profile, request.limits()) if asked.of_minutes else None
    if previous is None:
        before = last_year_found(inputs)
    else:
        before = last_year(previous, request.previous_config, inputs)
    outcome = yearly_report(
        *inputs.files,
        **request.asked(inputs),
        previous=before,
    )
    language = request.language(inputs.definition.language)
    print_found(outcome.outcome, request, language)
    print_previous(before, inputs.profile, request, language)
    used = [*inputs.paths(), *filter(None, (before and before.path, request.waivers))]
    yearly, quiet = outcome.yearly, request.quiet
    written = (
        ()
        if yearly is None
        else write_reports(yearly, language, asked, used, paper, force=request.force)
    )
    shown = ReportPresentation(language, outcome, written, request.arguments())
    if asked.listed:
        write_text(shown.json(), None, force=False)
        quiet = quiet or yearly is None
    elif yearly is None:
        print_blocks(shown.refusal(), language)
    elif asked.folder is not None or asked.output not in {None, STANDARD_OUTPUT}:
        print_document(shown.document())
    if request.verbose:
        print_sources(outcome.outcome, language)
    lacking = formats_left_out() if asked.folder is not None and written else {}
    for form, extra in () if quiet else lacking.items():
        say(shown.say("report-left-out", format=form.value, extra=extra))
    for sentence in () if quiet or asked.of_minutes else shown.next():
        say(sentence)
    return EXIT_FINDINGS if yearly is None else EXIT_FINE
