"""Ranks of a value among those of the units, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kediri_index.model.language import Sentence, Sentences
from kediri_index.model.scoring import PanelMethod, Range, ScoringMethod, SortedValues
from kediri_index.scoring.normalisations.fitted import Standing
from kediri_index.scoring.rounding import TIE


class Ties(StrEnum):
    """The rank of equal values: the smallest that they share, or its mean."""

    MIN = "min"
    AVERAGE = "average"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByRank(PanelMethod):
    """What methods have in common that count ranks, 1 for the lowest after direction."""

    ties: Ties = Ties.MIN

    def standing(self, column: SortedValues, slope: Fraction, offset: Fraction) -> Standing:
        """Return *offset* + *slope* times the rank among the values of *column*.

        Values are tied within 1e-10, or within 1e-10 of their whole spread where that is less.
        """
        tie = TIE * min(Fraction(1), column.spread)
        ordered, unit = column.whole()
        return Standing(
            ordered=tuple(ordered),
            unit=unit,
            sign=column.sign,
            tie=tie,
            average=self.ties is Ties.AVERAGE,
            slope=slope,
            offset=offset,
        )

    def explain_fit(self, fitted: ScoringMethod, raw: Fraction, to: Range | None) -> Sentences:
        """Return the rank of *raw*, and what its score is made of."""
        del to
        if not isinstance(fitted, Standing) or not fitted.slope:
            return ()
        score = fitted.score_of(raw)
        rank, count = fitted.rank(score), len(fitted.ordered)
        said = Sentence("trace.rank", {"raw": raw, "rank": rank, "total": count})
        return (said, *self.explain_rank(rank, count, score))

    def explain_rank(self, rank: Fraction, count: int, score: Fraction) -> Sentences:
        """Return how the *rank* among so many became the *score*; nothing where it is the score."""
        del rank, count, score
        return ()
