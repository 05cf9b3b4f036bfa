"""Findings as text: file and sheet as headings, then cell, code, what was seen, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kediri_index.messages.catalogue import message_of, repair_of, severity_of
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.folding import shown_range
from kediri_index.model.language import Language
from kediri_index.model.safe_text import printable

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
_ASCII_SIGNS = {Severity.ERROR: "x", Severity.WARNING: "!", Severity.NOTE: "-"}
_INDENT = 2
_LINE_BEFORE = 30
_LINE_SHOWN = 70


def print_findings(
    findings: Sequence[Finding],
    language: Language,
    console: Console,
    line_of: Callable[[str, int], str | None] | None = None,
) -> None:
    """Print *findings*, which are in order, under a heading for each file and sheet.

    *line_of* gives the line of a definition that a finding points to, which is shown below it.
    """
    ascii_only = not console.encoding.casefold().startswith("utf")
    signs = _ASCII_SIGNS if ascii_only else _SIGNS
    heading: str | None = None
    table: Table | None = None
    for finding in findings:
        here = _heading(finding)
        if here != heading or table is None:
            if table is not None:
                console.print(table)
            heading = here
            if heading:
                console.print(Text(f" {printable(heading)}", style="bold"))
            table = _table()
        severity = severity_of(finding)
        message = Text(printable(message_of(finding, language)))
        message.append(f" · {printable(repair_of(finding, language))}", style="dim")
        line = _line(finding, line_of)
        if line is not None:
            message.append(f"\n{line}", style="dim")
        table.add_row(
            Text(f"{signs[severity]} {_place(finding)}", style=_STYLES[severity]),
            finding.code,
            message,
        )
    if table is not None:
        console.print(table)


def _heading(finding: Finding) -> str:
    return " · ".join(part for part in (finding.file, finding.sheet) if part)


def _line(finding: Finding, line_of: Callable[[str, int], str | None] | None) -> str | None:
    """Return the source line of *finding* around its column, as far as a screen has room."""
    if line_of is None or finding.file is None or finding.line is None:
        return None
    line = line_of(finding.file, finding.line)
    if line is None or not line.strip():
        return None
    start = max(0, (finding.column or 1) - 1 - _LINE_BEFORE)
    shown = printable(line[start : start + _LINE_SHOWN].strip())
    return f"{'…' if start else ''}{shown}{'…' if len(line) > start + _LINE_SHOWN else ''}"


def _place(finding: Finding) -> str:
    if finding.line is not None:
        return f"{finding.line}:{finding.column}" if finding.column else str(finding.line)
    return shown_range(finding)


def _table() -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, _INDENT))
    table.add_column(no_wrap=True, min_width=7)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table
