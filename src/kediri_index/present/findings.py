"""Findings as blocks: those of a file and sheet under its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from kediri_index.messages.catalogue import message_of, repair_of, severity_of
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding
from kediri_index.model.folding import shown_range
from kediri_index.model.language import Language
from kediri_index.present.document import Fault, Faults

_LINE_BEFORE = 30
_LINE_SHOWN = 70
_TITLES = ("severity", "place", "code", "finding", "repair")
LineOf = Callable[[str, int], str | None]
"""The line of a file by its number, None where it cannot be read."""


def faults(
    findings: Iterable[Finding], language: Language, line_of: LineOf | None = None
) -> Iterator[Faults]:
    """Yield *findings*, which are in order, under a heading for each file and sheet.

    *line_of* gives the line of a definition that a finding points to, which is shown below it.
    """
    titles = tuple(text(f"column.{one}", language) for one in _TITLES)
    for heading, of_one in groupby(findings, _heading):
        yield Faults(heading, titles, tuple(_fault(one, language, line_of) for one in of_one))


def _fault(finding: Finding, language: Language, line_of: LineOf | None) -> Fault:
    severity = severity_of(finding)
    return Fault(
        severity,
        text(f"severity.{severity.value}", language),
        _place(finding),
        finding.code,
        message_of(finding, language),
        repair_of(finding, language),
        _line(finding, line_of),
    )


def _heading(finding: Finding) -> str:
    return " · ".join(part for part in (finding.file, finding.sheet) if part)


def _place(finding: Finding) -> str:
    if finding.line is not None:
        return f"{finding.line}:{finding.column}" if finding.column else str(finding.line)
    return shown_range(finding)


def _line(finding: Finding, line_of: LineOf | None) -> str:
    """Return the source line of *finding* around its column, as far as a screen has room."""
    if line_of is None or finding.file is None or finding.line is None:
        return ""
    line = line_of(finding.file, finding.line)
    if line is None or not line.strip():
        return ""
    start = max(0, (finding.column or 1) - 1 - _LINE_BEFORE)
    shown = line[start : start + _LINE_SHOWN].strip()
    return f"{'…' if start else ''}{shown}{'…' if len(line) > start + _LINE_SHOWN else ''}"
