"""Accepted findings as text, below those that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kediri_index.messages.catalogue import message_of
from kediri_index.messages.texts import text
from kediri_index.model.safe_text import printable
from kediri_index.present.check.report import CheckReport, place_in_file

if TYPE_CHECKING:
    from rich.console import Console

_INDENT = 2


def print_waived(report: CheckReport, console: Console) -> None:
    """Print each accepted finding with its place, and who accepted it until when, and why."""
    console.print(Text(f" {text('waived', report.language)}", style="bold"))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, _INDENT))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding, waiver in report.waived:
        place = " · ".join(part for part in (finding.file, place_in_file(finding)) if part)
        said = Text(printable(f"{place} · {message_of(finding, report.language)}"))
        said.append(f"\n{printable(report.accepted(waiver))}", style="dim")
        table.add_row(f"{' ' * _INDENT}{finding.code}", said)
    console.print(table)
