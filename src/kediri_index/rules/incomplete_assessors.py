"""An assessor who left a cell empty that another one filled in."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.dataset import Missing
from kediri_index.model.findings import Finding
from kediri_index.rules.context import UnitContext


def incomplete_assessors(context: UnitContext) -> Iterable[Finding]:
    """Yield C103 for each such cell; the mean is that of the scores that are there."""
    for answer in context.data.answers.values():
        if not answer.assessor[1:]:
            continue
        empty = [one for one in answer.assessor if one.missing is Missing.EMPTY]
        there = sum(one.number is not None for one in answer.assessor) if empty else 0
        for reading in empty if there else ():
            yield Finding.at_cell(
                "C103",
                reading.source,
                indicator=answer.id,
                there=there,
                all=len(answer.assessor),
            )
