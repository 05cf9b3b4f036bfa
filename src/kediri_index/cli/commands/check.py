"""The command ``check``."""

from __future__ import annotations

from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.output import refuse_inputs, refuse_outputs, say
from kediri_index.cli.printing import SourcesRead, print_found, print_in, print_remarks
from kediri_index.cli.values import given_name
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.model.findings import Severity
from kediri_index.present.formats import Format, Offer


@command(
    Offer.CHECK, without=("allow_errors",), unit="shown-unit", year="shown-year", by="check-by"
)
def check(
    request: options.GroupedRequest,
    *,
    complete: Annotated[bool, options.option("complete")] = False,
    fail_on: options.FailOn = Severity.ERROR,
    opd: Annotated[str | None, options.option("opd", "name")] = None,
    report: Annotated[list[str] | None, options.option("report", "report")] = None,
    mark: Annotated[str | None, options.option("mark", "copies")] = None,
    since: Annotated[str | None, options.option("since", "file")] = None,
) -> int:
    """Check the files and print all findings; return the exit code."""
    from kediri_index.cli.check_files import (
        CheckedFiles,
        check_reports,
        refuse_folder,
        write_copies,
        write_summary,
    )
    from kediri_index.model.profile import opd_names
    from kediri_index.present.absences import AbsencesReport
    from kediri_index.present.commands.check import CheckPresentation
    from kediri_index.present.findings import FindingsReport
    from kediri_index.usecases.excerpts import excerpts_of
    from kediri_index.usecases.inputs import Surroundings
    from kediri_index.usecases.many_files import CheckWanted, check_files
    from kediri_index.usecases.since import read_round

    hints = request.hints(opd)  # what nobody can mean is said before anything is read
    output, force = request.output, request.force
    if mark is not None:
        refuse_folder(given_name("--mark", mark) or "", request.paths)
    reports = check_reports(report or ())
    outputs = [output, *(one.path for one in reports)]
    refuse_outputs(outputs, force=force)
    waive = request.waive()
    last = None if since is None else read_round(since, request.limits())

    def refuse(files: list[str]) -> None:
        for one in outputs:
            refuse_inputs(one, [*files, *filter(None, (request.waivers, since))])

    with request.waiting() as waiting:
        forms = {request.format, *(one.format for one in reports)}
        whole = Format.HTML in forms or mark is not None
        wanted = CheckWanted(request.value, complete, whole, refuse, waiting.files, waive, last)
        here = Surroundings.here(request.limits())
        inputs, checked, scope, rounds = check_files(request.named(), hints, here, wanted)
    definition, profile, files = inputs.definition, inputs.profile, checked.data.inputs
    language = request.language(definition.language)
    print_found(SourcesRead(definition, profile), request, language)
    copies = None
    if mark is not None:
        run = CheckedFiles(checked, inputs, language, force)
        copies = write_copies(run, mark, request.paths, outputs)
    found = FindingsReport(
        checked.findings,
        language,
        checked.waived,
        tuple(file.path for file in files),
        fail_on,
        checked.completeness,
    )
    names = opd_names(profile)
    absent = AbsencesReport(checked.absences, definition, names, language) if complete else None
    shown = CheckPresentation(
        language,
        found,
        definition,
        files,
        None if copies is None else copies.written,
        request.arguments(by=request.by),
        scope,
        rounds,
        excerpts_of(inputs.submission.workbooks) if Format.HTML in forms else None,
        names,
        absent,
    )
    for one in reports:  # first, since whoever reads standard output may stop at any line
        print_in(one.format, shown, one.path, force=force)
    print_in(request.format, shown, output, force=force)
    if Format.GITHUB in forms:
        write_summary(found)
    for sentence in copies.said if copies is not None and not request.quiet else ():
        say(sentence)
    print_remarks(shown, request, SourcesRead(definition, profile, files))
    return EXIT_FINDINGS if found.failed else EXIT_FINE
