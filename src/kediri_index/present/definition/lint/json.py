"""Findings on definitions, as JSON in the envelope of every command."""

from __future__ import annotations

from kediri_index.model.findings import Severity
from kediri_index.present.definition.lint.shown import LintShown
from kediri_index.present.envelope import Json, envelope
from kediri_index.present.findings import counts


def render(shown: LintShown) -> str:
    """Return the envelope of ``definition lint``: the findings stand beside the result."""
    linted = shown.linted
    found = counts(linted.findings)
    result: dict[str, Json] = {
        "files": list(linted.paths),
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "notes": found[Severity.NOTE],
    }
    if linted.inputs:
        from kediri_index.present.definition.lint.statistics_json import statistics_json  # noqa: PLC0415 - only with data

        result["statistics"] = statistics_json(linted.statistics)
    return envelope(
        "definition-lint", linted.definition, linted.inputs, result, linted.findings, shown.language
    )
