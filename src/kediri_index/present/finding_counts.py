"""How many findings there are of each severity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kediri_index.messages.catalogue import severity_of
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.language import Language

_ABSENT = frozenset({"S101", "X313", "S302", "S303", "S320", "S321", "S322"})
"""Rows, and scores of groups, that are not there: of a whole index, not of the files that are."""


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """Return the number of findings of every severity, heaviest first."""
    found = dict.fromkeys(Severity, 0)
    for finding in findings:
        found[severity_of(finding)] += 1
    return found


def counted(findings: Sequence[Finding], language: Language, waived: int = 0) -> str:
    """Return the counts in words, with that of accepted findings where there are any.

    Absent rows and scores are named: ``check`` leaves them out, unless ``--complete`` is given.
    """
    found = counts(findings)
    said = [
        text(f"count.{severity.value}s", language, count=found[severity]) for severity in Severity
    ]
    if waived:
        said.append(text("count.waived", language, count=waived))
    whole = ", ".join(said)
    absent = sum(map(_is_absent, findings))
    if not absent:
        return whole
    return " · ".join((whole, text("count.absent", language, count=absent)))


def _is_absent(finding: Finding) -> bool:
    return finding.code in _ABSENT or finding.params.get("absent") is True


def counted_files(
    paths: Iterable[str], findings: Sequence[Finding], language: Language, waived: int = 0
) -> str:
    """Return how many files there are, how many are clean, and the counts of findings."""
    files = set(paths)
    clean = files - {finding.file for finding in findings}
    parts = (
        text("count.files", language, count=len(files)),
        text("count.clean", language, count=len(clean)),
        counted(findings, language, waived),
    )
    return " · ".join(parts)
