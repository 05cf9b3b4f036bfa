"""A self-assessed score of what is measured."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.findings import Finding
from kediri_index.rules.context import UnitContext


def self_beside_measured(context: UnitContext) -> Iterable[Finding]:
    """Yield S308 for each: it does not count."""
    for indicator, answer in context.measured:
        own = answer.self_score
        if own is not None and own.number is not None:
            yield Finding.at_cell("S308", own.source, own.text, indicator.id)
