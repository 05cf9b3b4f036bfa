"""Findings about rules that could not run."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

STOPPED_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "R001",
        Severity.ERROR,
        "aturan tidak dapat dijalankan",
        "a rule could not run",
        "aturan «{value}» berhenti karena {reason}, jadi hal yang diperiksanya tidak diketahui",
        "the rule «{value}» stopped because of {reason}, so what it checks is not known",
        "laporkan bersama berkasnya; temuan lain tetap berlaku",
        "report it with the file; the other findings stand",
    ),
)
