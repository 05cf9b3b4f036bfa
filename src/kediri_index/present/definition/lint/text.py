"""Findings on definitions, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from kediri_index.present.definition.lint.shown import LintShown
from kediri_index.present.findings import counted_files
from kediri_index.present.findings_text import print_findings

if TYPE_CHECKING:
    from rich.console import Console


def draw(shown: LintShown, console: Console) -> None:
    """Print the statistics where there are any, every finding, then the counts."""
    linted, language, line_of = shown
    if linted.statistics is not None and linted.definition is not None:
        from kediri_index.present.definition.lint.statistics_table import (  # noqa: PLC0415 - only with data
            print_statistics,
        )

        print_statistics(linted.statistics, linted.definition, language, console)
        console.print()
    if linted.findings:
        print_findings(linted.findings, language, console, line_of)
        console.print()
    placed = (one.file for one in linted.findings if one.file and one.line is not None)
    paths = {*linted.paths, *(file.path for file in linted.inputs), *placed}
    said = counted_files(paths, linted.findings, language)
    console.print(Text(f" {said}", style="bold"))
