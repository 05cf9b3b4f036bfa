"""Printing what ``check`` found, and writing its reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.api.check import Checked
from kediri_index.cli.check_reports import ReportFile
from kediri_index.cli.in_format import print_in
from kediri_index.cli.inputs import Inputs
from kediri_index.cli.output import say
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity
from kediri_index.present.check.report import CheckReport
from kediri_index.present.check.shown import CheckShown
from kediri_index.present.finding_counts import counts
from kediri_index.present.formats import CheckFormat

if TYPE_CHECKING:
    from kediri_index.cli.check_marks import Copies


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
    report = CheckReport(
        checked.findings, printing.language, checked.waived, paths, fail_on, checked.completeness
    )

    marked = None if copies is None else copies.written
    shown = CheckShown(report, inputs.definition, checked.data.inputs, marked)
    for file in reports:  # first, since whoever reads standard output may stop at any line
        print_in(file.format, shown, file.path, force=printing.force)
    print_in(output_format, shown, printing.output, force=printing.force)
    if CheckFormat.GITHUB in {output_format, *(file.format for file in reports)}:
        from kediri_index.cli.check_summary import tell_rest  # this format's own

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


def _next(checked: Checked, printing: Printing) -> None:
    if checked.findings:
        code = _heaviest(checked.findings).code
        say(text("next.explain", printing.language, code=code))
    key = "next.allow-errors" if counts(checked.findings)[Severity.ERROR] else "next.score"
    say(text(key, printing.language, again=printing.again))


def _heaviest(findings: tuple[Finding, ...]) -> Finding:
    """Return the first error; without one the first warning, else the first note."""
    from kediri_index.messages.catalogue import severity_of  # a clean run does without

    order = list(Severity)
    return min(findings, key=lambda finding: order.index(severity_of(finding)))
