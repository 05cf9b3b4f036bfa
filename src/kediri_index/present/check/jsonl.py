"""Findings as JSON, one on a line."""

from __future__ import annotations

from kediri_index.present.check.shown import CheckShown
from kediri_index.present.findings_json import findings_json
from kediri_index.present.json_text import json_text


def render(shown: CheckShown) -> str:
    """Return every finding as JSON on a line of its own."""
    report = shown.report
    findings = findings_json(report.findings, report.waived, report.language)
    return "".join(f"{json_text(finding)}\n" for finding in findings)
