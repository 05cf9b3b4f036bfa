"""The command ``check``."""

from __future__ import annotations

from typing import Annotated

from kediri_index.cli import options
from kediri_index.model.findings import Severity
from kediri_index.present.formats import CheckFormat


def check(  # noqa: PLR0913 - the options of the command
    paths: options.Paths,
    *,
    config: options.Config = None,
    profile: options.ProfilePath = None,
    complete: Annotated[bool, options.option("complete")] = False,
    fail_on: options.FailOn = Severity.ERROR,
    value: options.Value = None,
    unit: options.ShownUnit = None,
    year: options.ShownYear = None,
    opd: options.OpdName = None,
    decimal: options.DecimalMark = None,
    output_format: Annotated[CheckFormat, options.FORMAT] = CheckFormat.TEXT,
    report: Annotated[list[str] | None, options.option("report", "report")] = None,
    waivers: options.Waivers = None,
    mark: Annotated[str | None, options.option("mark", "copies")] = None,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Check the files and print all findings; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.check_files import report_files, tell_rest
    from kediri_index.cli.checking import Wanted, checked_inputs
    from kediri_index.cli.language import help_language, language_for
    from kediri_index.cli.numbers import given_name
    from kediri_index.cli.output import refuse_inputs, refuse_outputs, say
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.progress import Waiting
    from kediri_index.cli.request import Request
    from kediri_index.cli.show import Used, print_in, tell
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
    from kediri_index.present.commands.check import CheckPresentation
    from kediri_index.present.findings import FindingsReport
    from kediri_index.usecases.units import narrowed

    request = Request(
        tuple(paths), config, profile, tuple(limit or ()), value, unit, year, decimal, waivers, opd
    )
    request.hints()  # what nobody can mean is said before anything is read
    copies_for = None
    if mark is not None:
        from kediri_index.cli.check_files import copying  # most checks have none

        copies_for = copying(given_name("--mark", mark) or "", paths)
    reports = report_files(report or ())
    outputs = [output, *(file.path for file in reports)]
    refuse_outputs(outputs, force=force)
    waive = request.waiving()

    def refuse(files: list[str]) -> None:
        for one in outputs:
            refuse_inputs(one, [*files, *([waivers] if waivers else [])])

    wanted = Wanted(complete, mark is not None, refuse)
    with Waiting(help_language(), wanted=output_format.is_for_people and not quiet) as waiting:
        inputs, checked = checked_inputs(request, wanted, waiting)
    checked = narrowed(checked, request.hints(), inputs.profile)
    if waive is not None:
        checked = waive(checked)
    printing = Printing(
        language_for(lang, inputs.definition.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
        again=request.again(),
    )
    tell_found(inputs.definition, inputs.profile, request.named(), printing)
    copies = None
    if copies_for is not None:
        copies = copies_for(checked, inputs, printing, outputs)
    found = FindingsReport(
        checked.findings,
        printing.language,
        checked.waived,
        tuple(file.path for file in checked.data.inputs),
        fail_on,
        checked.completeness,
    )
    shown = CheckPresentation(
        printing.language,
        found,
        inputs.definition,
        checked.data.inputs,
        None if copies is None else copies.written,
        printing.again,
    )
    for file in reports:  # first, since whoever reads standard output may stop at any line
        print_in(file.format, shown, file.path, force=force)
    print_in(output_format, shown, output, force=force)
    if CheckFormat.GITHUB in {output_format, *(file.format for file in reports)}:
        tell_rest(found)
    for sentence in copies.said if copies is not None and not quiet else ():
        say(sentence)
    used = Used(inputs.definition, inputs.profile, checked.data.inputs)
    tell(shown, output_format, printing, used)
    return EXIT_FINDINGS if found.failed else EXIT_FINE
