"""Findings as JSON, in the envelope of every command."""

from __future__ import annotations

from kediri_index.model.findings import Severity
from kediri_index.present.check.shown import CheckShown
from kediri_index.present.envelope import Json, envelope_of
from kediri_index.present.finding_counts import counts
from kediri_index.present.findings_json import findings_json


def render(shown: CheckShown) -> str:
    """Return the envelope of ``check``: the counts, and every finding."""
    report = shown.report
    found = counts(report.findings)
    result: dict[str, Json] = {
        "files": len({file.path for file in shown.inputs}),
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "notes": found[Severity.NOTE],
        "waived": len(report.waived),
    }
    findings = findings_json(report.findings, report.waived, report.language)
    if shown.marked is not None:
        result["marked"] = [file._asdict() for file in shown.marked]
    return envelope_of("check", shown.definition, shown.inputs, result, findings)
