"""Min–max: where a value stands between the lowest and the highest of the units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kediri_index.model.language import Wording
from kediri_index.model.scoring import (
    UNIT_RANGE,
    Fit,
    Range,
    SortedValues,
)
from kediri_index.scoring.normalisations.fitted import ShareOfWay, share_line

MEANING = Wording(
    "(x - min)/(max - min) di antara semua wilayah.", "(x - min)/(max - min) among all units."
)


@dataclass(frozen=True, slots=True)
class MinMax(ShareOfWay):
    """(x - min)/(max - min) of the values with their direction, onto the range of the score.

    Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), normalisation.
    """

    name: ClassVar[str] = "min_max"
    said: ClassVar[str] = "trace.between-units"

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
        """Return the line from the lowest to the highest value; none where they are equal."""
        low, high = column.ends
        if low == high:
            return Fit(None)
        onto = to or UNIT_RANGE
        return Fit(share_line(low, high, column.sign, onto, onto))
