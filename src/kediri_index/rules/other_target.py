"""A sheet's target that is not the definition's."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.rules.context import UnitContext

FINDINGS = (
    FindingText(
        "S307",
        Severity.WARNING,
        "target lain daripada definisinya",
        "another target than the definition's",
        "target «{value}» tidak dipakai; definisi menetapkan {target}",
        "the target «{value}» does not count; the definition sets {target}",
        "samakan targetnya, atau ubah definisinya",
        "make the targets the same, or change the definition",
    ),
)


def other_target(context: UnitContext) -> Iterable[Finding]:
    """Yield S307 where the definition fixes the target; of a range, either end is that target."""
    for indicator, answer in context.measured:
        method, said = indicator.rule.method, answer.target
        fixed = method.own_target
        if said is None or said.number is None or fixed is None:
            continue
        if said.number in (fixed if isinstance(fixed, tuple) else (fixed,)):
            continue
        yield Finding.at_cell("S307", said.source, said.text, indicator.id, target=fixed)
