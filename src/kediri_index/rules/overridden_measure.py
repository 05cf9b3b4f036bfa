"""An assessor's score that counts in place of a measured result."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.wide_answers import full_answers
from kediri_index.rules.context import UnitContext

FINDINGS = (
    FindingText(
        "S304",
        Severity.NOTE,
        "nilai asesor menggantikan hasil ukur",
        "assessor's score in place of the measured one",
        "nilai asesor «{value}» dipakai sebagai ganti realisasi",
        "the assessor's score «{value}» is used in place of the measured result",
        "kosongkan nilai asesor bila realisasi yang harus dihitung",
        "leave the assessor's score empty if the result should count",
    ),
)


def overridden_measure(context: UnitContext) -> Iterable[Finding]:
    """Yield S304 at the first assessor's score where there is a result too."""
    if not context.measures:
        return
    for answer in full_answers(context.data):
        leaf = context.leaves.get(answer.id)
        if leaf is None or not leaf.overrides:
            continue
        if answer.measure is not None and answer.measure.number is not None:
            first = next(one for one in answer.assessor if one.number is not None)
            yield Finding.at_cell("S304", first.source, first.text, leaf.id)
