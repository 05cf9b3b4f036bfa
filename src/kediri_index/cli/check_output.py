"""Printing what ``check`` found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kediri_index.api.check import Checked
from kediri_index.cli.formats import CheckFormat
from kediri_index.cli.inputs import Inputs
from kediri_index.cli.output import say, write_screen, write_text
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity
from kediri_index.report.finding_counts import counted_files, counts

if TYPE_CHECKING:
    from rich.console import Console


def print_check(
    checked: Checked,
    inputs: Inputs,
    output_format: CheckFormat,
    printing: Printing,
    fail_on: Severity,
) -> int:
    """Print all findings; return 1 where any weighs as much as *fail_on*."""
    if output_format is CheckFormat.JSON:
        from kediri_index.report.check_json import check_json  # noqa: PLC0415 - this format's own

        document = check_json(checked.data, checked.findings, inputs.definition, printing.language)
        write_text(document, printing.output, force=printing.force)
    else:
        write_screen(
            lambda console: _screen(checked, printing, console),
            printing.output,
            force=printing.force,
        )
        if printing.verbose:
            tell_inputs(inputs.definition, inputs.profile, checked.data.inputs, printing.language)
        if not printing.quiet:
            _next(checked, printing)
    found = counts(checked.findings)
    heavy = list(Severity)[: list(Severity).index(fail_on) + 1]
    return EXIT_FINDINGS if any(found[severity] for severity in heavy) else EXIT_FINE


def _screen(checked: Checked, printing: Printing, console: Console) -> None:
    from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - imports Rich

    if checked.findings:
        print_findings(checked.findings, printing.language, console)
        console.print()
    paths = [file.path for file in checked.data.inputs]
    said = counted_files(paths, checked.findings, printing.language)
    console.print(f" {said}", style="bold")


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
