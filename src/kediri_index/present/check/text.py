"""Findings on a screen of 80 columns or more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kediri_index.present.check.shown import CheckShown
from kediri_index.present.findings_text import print_findings

if TYPE_CHECKING:
    from rich.console import Console


def draw(shown: CheckShown, console: Console) -> None:
    """Print the findings, those that were accepted, and all counted."""
    report = shown.report
    if report.findings:
        print_findings(report.findings, report.language, console)
        console.print()
    if report.waived:
        from kediri_index.present.check.waived import print_waived  # noqa: PLC0415 - rare

        print_waived(report, console)
        console.print()
    console.print(f" {report.counted()}", style="bold")
