"""Findings on definitions, as text and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.text import Text

from kediri_index.api.lint import Linted
from kediri_index.model.findings import Severity
from kediri_index.model.language import Language
from kediri_index.report.envelope import Json, envelope
from kediri_index.report.finding_counts import counted_files, counts
from kediri_index.report.findings_text import print_findings

if TYPE_CHECKING:
    from rich.console import Console


def print_lint(
    linted: Linted,
    language: Language,
    console: Console,
    line_of: Callable[[str, int], str | None],
) -> None:
    """Print the statistics where there are any, every finding, then the counts."""
    if linted.statistics is not None and linted.definition is not None:
        from kediri_index.report.definition.lint.statistics_table import (  # noqa: PLC0415 - only with data
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


def lint_json(linted: Linted, language: Language) -> str:
    """Return the envelope of ``definition lint``: the findings stand beside the result."""
    found = counts(linted.findings)
    result: dict[str, Json] = {
        "files": list(linted.paths),
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "notes": found[Severity.NOTE],
    }
    if linted.inputs:
        from kediri_index.report.definition.lint.statistics_json import statistics_json  # noqa: PLC0415 - likewise

        result["statistics"] = statistics_json(linted.statistics)
    return envelope(
        "definition-lint", linted.definition, linted.inputs, result, linted.findings, language
    )
