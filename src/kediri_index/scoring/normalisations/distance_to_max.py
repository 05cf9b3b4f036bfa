"""Distance to the highest: how far a value is below the highest of the units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kediri_index.model.scoring import Column, Fit, Range
from kediri_index.model.wording import Wording
from kediri_index.scoring.normalisations.fitted import share_line
from kediri_index.scoring.normalisations.over_units import UNIT_RANGE, OverUnits

MEANING = Wording(
    "1 - (max - x)/(max - min) di antara semua wilayah.",
    "1 - (max - x)/(max - min) among all units.",
)


@dataclass(frozen=True, slots=True)
class DistanceToMax(OverUnits):
    """1 - (max - x)/(max - min) of the values with their direction."""

    name: ClassVar[str] = "distance_to_max"
    onto: ClassVar[bool] = True

    def fit(self, column: Column, to: Range | None) -> Fit:
        """Return the line from the lowest to the highest value; none where they are equal."""
        low, high = min(column.values), max(column.values)
        if low == high:
            return Fit(None)
        onto = to or UNIT_RANGE
        return Fit(share_line(low, high, column.sign, onto, onto))
