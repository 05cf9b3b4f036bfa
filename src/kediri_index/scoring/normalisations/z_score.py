"""z-scores: how many standard deviations a value is from the mean of the units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import Column, Fit, Range
from kediri_index.model.wording import Described, Wording
from kediri_index.scoring.mean import mean
from kediri_index.scoring.normalisations.fitted import Line
from kediri_index.scoring.normalisations.over_units import OverUnits
from kediri_index.scoring.square_root import quotient_by_root
from kediri_index.scoring.whole import common_unit, in_units

MEANING = Wording(
    "mean + sd (x - m)/s; m rata-rata semua wilayah, s simpangan bakunya (n - 1).",
    "mean + sd (x - m)/s; m is the mean of all units, s their standard deviation (n - 1).",
)
KEYS = {
    "mean": Described(
        "Nilai bagi wilayah yang rata-rata.", "The score of an average unit.", "mean: 50"
    ),
    "sd": Described(
        "Jarak nilai untuk satu simpangan baku.",
        "How much one standard deviation is worth.",
        "sd: 10",
    ),
}


@dataclass(frozen=True, slots=True)
class ZScore(OverUnits):
    """*mean* + *sd* (x - m)/s of the values with their direction; s divides by n - 1.

    Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), normalisation.
    """

    mean: Fraction = Fraction(0)
    sd: Fraction = Fraction(1)

    name: ClassVar[str] = "z_score"
    onto: ClassVar[bool] = False

    def fit(self, column: Column, to: Range | None) -> Fit:
        """Return the line through the mean; none where all values are equal. It ignores *to*."""
        del to
        if not column.spread:
            return Fit(None)
        middle = mean(column.values)
        variance = _squares(column.values, middle) / (len(column.values) - 1)
        slope = quotient_by_root(self.sd, variance)
        return Fit(Line(column.sign * slope, self.mean - slope * middle))


def _squares(values: Sequence[Fraction], middle: Fraction) -> Fraction:
    """Return the sum of the squared distances of *values* from their mean."""
    unit = common_unit(values)
    if unit is None:
        return sum(((value - middle) ** 2 for value in values), start=Fraction(0))
    whole = [in_units(value, unit) for value in values]
    n, added = len(whole), sum(whole)
    return Fraction(n * sum(value * value for value in whole) - added * added, n * unit * unit)
