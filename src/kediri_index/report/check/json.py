"""Findings as JSON, in the envelope of every command, and as a line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.model.dataset import DataSet
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Severity
from kediri_index.report.check.report import CheckReport
from kediri_index.report.envelope import Json, envelope_of
from kediri_index.report.finding_counts import counts
from kediri_index.report.findings_json import findings_json
from kediri_index.report.json_text import json_text


class MarkedFile(NamedTuple):
    """A marked copy that was written, its hash, and the file that it is a copy of."""

    path: str
    sha256: str
    source: str


def check_json(
    data: DataSet,
    report: CheckReport,
    definition: Definition,
    marked: Sequence[MarkedFile] | None = None,
) -> str:
    """Return the envelope of ``check``: the counts, and every finding.

    *marked* are the copies that were written, None where none were asked for.
    """
    found = counts(report.findings)
    result: dict[str, Json] = {
        "files": len({file.path for file in data.inputs}),
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "notes": found[Severity.NOTE],
        "waived": len(report.waived),
    }
    findings = findings_json(report.findings, report.waived, report.language)
    if marked is not None:
        result["marked"] = [file._asdict() for file in marked]
    return envelope_of("check", definition, data.inputs, result, findings)


def check_jsonl(report: CheckReport) -> str:
    """Return every finding as JSON on a line of its own."""
    findings = findings_json(report.findings, report.waived, report.language)
    return "".join(f"{json_text(finding)}\n" for finding in findings)
