"""Findings on definitions, as text and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.text import Text

from kediri_index.api.lint import Linted
from kediri_index.model.definition import Language
from kediri_index.model.findings import Severity
from kediri_index.report.envelope import envelope
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
    """Print every finding, then the counts."""
    if linted.findings:
        print_findings(linted.findings, language, console, line_of)
        console.print()
    placed = (one.file for one in linted.findings if one.file and one.line is not None)
    paths = {*linted.paths, *placed}
    said = counted_files(paths, linted.findings, language)
    console.print(Text(f" {said}", style="bold"))


def lint_json(linted: Linted, language: Language) -> str:
    """Return the envelope of ``definition lint``: the findings stand beside the result."""
    found = counts(linted.findings)
    result = {
        "files": list(linted.paths),
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "notes": found[Severity.NOTE],
    }
    return envelope("definition-lint", None, (), result, linted.findings, language)
