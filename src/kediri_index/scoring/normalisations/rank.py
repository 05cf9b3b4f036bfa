"""Ranks: the place of a value among those of the units."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.language import Wording
from kediri_index.model.scoring import Fit, Range, SortedValues, Years
from kediri_index.scoring.normalisations.percentile_rank import PercentileRank
from kediri_index.scoring.normalisations.standing import ByRank

MEANING = Wording(
    "1 untuk yang terendah, n untuk yang terbaik.", "1 for the lowest, n for the best."
)


@dataclass(frozen=True, slots=True)
class Rank(ByRank):
    """1 for the lowest value after direction; the best of n gets n."""

    name: ClassVar[str] = "rank"
    onto: ClassVar[bool] = False

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
        """Return the ranks among *column*; they are no shares, and ignore *to*."""
        del to
        return Fit(self.standing(column, Fraction(1), Fraction(0)))

    def reach(self, count: int, to: Range | None) -> Range:
        """Return the first and the last rank."""
        del to
        return Fraction(1), Fraction(count)

    @classmethod
    def in_place(cls, to: Range, years: Years) -> PercentileRank:
        """Return percentile ranks: these fill a range."""
        del to
        return PercentileRank(years=years)
