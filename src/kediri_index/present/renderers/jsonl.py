"""Findings as JSON, one on a line."""

from __future__ import annotations

from kediri_index.present.envelope import findings_json
from kediri_index.present.escaping import json_text
from kediri_index.present.findings import FindingsReport


def rendered(report: FindingsReport) -> str:
    """Return every finding as JSON on a line of its own."""
    findings = findings_json(report.findings, report.waived, report.language)
    return "".join(f"{json_text(finding)}\n" for finding in findings)
