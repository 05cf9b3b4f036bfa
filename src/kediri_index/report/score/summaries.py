"""What a row shows of each of several units; of many, no results are kept."""

from __future__ import annotations

from collections.abc import Sequence

from kediri_index.model.results import UnitResult, UnitSummary, summary_of
from kediri_index.scoring.later_units import LaterUnits
from kediri_index.scoring.score import ranks_by_year


def summaries_of(units: Sequence[UnitResult]) -> list[UnitSummary]:
    """Return the summary of each of *units*, with its rank."""
    if not isinstance(units, LaterUnits):
        return [summary_of(one) for one in units]
    if units.as_columns:
        from kediri_index.scoring.columns.summaries import (  # noqa: PLC0415 - imports numpy
            summaries,
        )

        found = summaries(units.scorable)
    else:
        found = [summary_of(one.result()) for one in units.scorable]
    ranks = ranks_by_year([(one.year, one.overall) for one in found], units.classes_on)
    return [one._replace(rank=rank) for one, rank in zip(found, ranks, strict=True)]
