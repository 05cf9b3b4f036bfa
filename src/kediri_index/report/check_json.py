"""Findings as JSON, in the envelope of every command."""

from __future__ import annotations

from kediri_index.model.dataset import DataSet
from kediri_index.model.definition import Definition, Language
from kediri_index.model.findings import Finding, Severity
from kediri_index.report.envelope import envelope
from kediri_index.report.finding_counts import counts


def check_json(
    data: DataSet, findings: tuple[Finding, ...], definition: Definition, language: Language
) -> str:
    """Return the envelope of ``check``: the counts, and every finding."""
    found = counts(findings)
    result = {
        "files": len({file.path for file in data.inputs}),
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "notes": found[Severity.NOTE],
        "waived": 0,
    }
    return envelope("check", definition, data.inputs, result, findings, language)
