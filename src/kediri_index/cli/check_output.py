"""Printing what ``check`` found, and writing its reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.api.check import Checked
from kediri_index.cli.formats import CheckFormat
from kediri_index.cli.inputs import Inputs
from kediri_index.cli.output import say, write_screen, write_text
from kediri_index.cli.printing import Printing
from kediri_index.cli.reports import ReportFile
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity
from kediri_index.report.check.report import CheckReport
from kediri_index.report.finding_counts import counts

if TYPE_CHECKING:
    from rich.console import Console

    from kediri_index.cli.marked_copies import Copies


class CheckOutcome(NamedTuple):
    """What was found, and what came of ``--mark``, None without it."""

    checked: Checked
    copies: Copies | None


def print_check(
    outcome: CheckOutcome,
    inputs: Inputs,
    output_format: CheckFormat,
    reports: Sequence[ReportFile],
    printing: Printing,
    fail_on: Severity,
) -> int:
    """Write the reports, print all findings; return 1 where any weighs as much as *fail_on*."""
    checked, copies = outcome
    paths = tuple(file.path for file in checked.data.inputs)
    report = CheckReport(checked.findings, printing.language, checked.waived, paths, fail_on)

    def write(form: CheckFormat, path: str | None) -> None:
        if form is CheckFormat.TEXT:
            write_screen(lambda screen: _screen(report, screen), path, force=printing.force)
        elif form is CheckFormat.JSON:
            from kediri_index.report.check.json import check_json  # noqa: PLC0415 - its own

            marked = None if copies is None else copies.written
            document = check_json(checked.data, report, inputs.definition, marked)
            write_text(document, path, force=printing.force)
        else:
            write_text(machine_text(form, report), path, force=printing.force)

    for file in reports:  # first, since whoever reads standard output may stop at any line
        write(file.format, file.path)
    write(output_format, printing.output)
    if CheckFormat.GITHUB in {output_format, *(file.format for file in reports)}:
        from kediri_index.cli.github_summary import tell_rest  # noqa: PLC0415 - this format's own

        tell_rest(report)
    _talk(outcome, inputs, output_format, printing)
    return EXIT_FINDINGS if report.failed else EXIT_FINE


def _talk(
    outcome: CheckOutcome, inputs: Inputs, output_format: CheckFormat, printing: Printing
) -> None:
    """Say on standard error what else there is to know."""
    checked, copies = outcome
    if output_format is CheckFormat.TEXT and printing.verbose:
        tell_inputs(inputs.definition, inputs.profile, checked.data.inputs, printing.language)
    if copies is not None and not printing.quiet:
        for sentence in copies.said:
            say(sentence)
    if output_format is CheckFormat.TEXT and not printing.quiet:
        _next(checked, printing)
        if copies is not None and copies.written:
            say(text("next.send-copies", printing.language))


def machine_text(form: CheckFormat, report: CheckReport) -> str:
    """Return *report* in a format that takes nothing else."""
    match form:
        case CheckFormat.JSONL:
            from kediri_index.report.check.json import check_jsonl  # noqa: PLC0415 - its own

            return check_jsonl(report)
        case CheckFormat.GITHUB:
            from kediri_index.report.check.github import annotated  # noqa: PLC0415 - likewise

            return annotated(report).commands
        case CheckFormat.JUNIT:
            from kediri_index.report.check.junit import check_junit  # noqa: PLC0415 - likewise

            return check_junit(report)
        case _:
            from kediri_index.report.check.md import check_md  # noqa: PLC0415 - likewise

            return check_md(report)


def _screen(report: CheckReport, console: Console) -> None:
    from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - imports Rich

    if report.findings:
        print_findings(report.findings, report.language, console)
        console.print()
    if report.waived:
        from kediri_index.report.check.waived import print_waived  # noqa: PLC0415 - imports Rich

        print_waived(report, console)
        console.print()
    console.print(f" {report.counted()}", style="bold")


def _next(checked: Checked, printing: Printing) -> None:
    if checked.findings:
        code = _heaviest(checked.findings).code
        say(text("next.explain", printing.language, code=code))
    key = "next.allow-errors" if counts(checked.findings)[Severity.ERROR] else "next.score"
    say(text(key, printing.language, again=printing.again))


def _heaviest(findings: tuple[Finding, ...]) -> Finding:
    """Return the first error; without one the first warning, else the first note."""
    from kediri_index.messages.catalogue import severity_of  # noqa: PLC0415 - a clean run does without

    order = list(Severity)
    return min(findings, key=lambda finding: order.index(severity_of(finding)))
