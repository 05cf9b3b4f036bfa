"""How many findings there are of each severity."""

from __future__ import annotations

from collections.abc import Sequence

from kediri_index.messages.catalogue import severity_of
from kediri_index.model.findings import Finding, Severity


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """Return the number of findings of every severity, heaviest first."""
    found = dict.fromkeys(Severity, 0)
    for finding in findings:
        found[severity_of(finding)] += 1
    return found
