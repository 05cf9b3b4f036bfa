"""A self-assessed score of what is measured."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.rules.context import UnitContext

FINDINGS = (
    FindingText(
        "S308",
        Severity.NOTE,
        "nilai mandiri di samping hasil ukur",
        "self-assessed score beside a measured result",
        "nilai mandiri «{value}» tidak dipakai, karena indikator ini diukur",
        "the self-assessed score «{value}» does not count, since this indicator is measured",
        "kosongkan nilai mandirinya",
        "leave the self-assessed score empty",
    ),
)


def self_beside_measured(context: UnitContext) -> Iterable[Finding]:
    """Yield S308 for each: it does not count."""
    for indicator, answer in context.measured:
        own = answer.self_score
        if own is not None and own.number is not None:
            yield Finding.at_cell("S308", own.source, own.text, indicator.id)
