"""Percentile ranks: the share of the other units that a value leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.language import Sentence, Sentences, Wording
from kediri_index.model.scoring import UNIT_RANGE, Fit, Range, SortedValues
from kediri_index.scoring.normalisations.standing import ByRank

MEANING = Wording("(peringkat - 1)/(n - 1).", "(rank - 1)/(n - 1).")


@dataclass(frozen=True, slots=True)
class PercentileRank(ByRank):
    """(rank - 1)/(n - 1), from 0 for the lowest value after direction to 1."""

    name: ClassVar[str] = "percentile_rank"
    onto: ClassVar[bool] = True

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
        """Return the shares among *column*, onto the range of the score."""
        low, high = to or UNIT_RANGE
        step = (high - low) / (column.size - 1)
        return Fit(self.standing(column, step, low - step))

    def explain_rank(self, rank: Fraction, count: int, score: Fraction) -> Sentences:
        """Return which share of the others the rank leaves behind."""
        del score
        share = (rank - 1) / (count - 1)
        return (Sentence("trace.percentile", {"rank": rank, "total": count, "share": share}),)
