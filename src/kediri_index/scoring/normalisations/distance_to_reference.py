"""Distance to a reference unit: how a value compares with that unit's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.names import exact
from kediri_index.model.scoring import Column, Fault, Fit, Range
from kediri_index.model.wording import Described, Wording
from kediri_index.scoring.normalisations.fitted import share_line
from kediri_index.scoring.normalisations.over_units import UNIT_RANGE, OverUnits

MEANING = Wording(
    "1 - (r - x)/(r - min); r realisasi wilayah acuan pada tahun yang sama.",
    "1 - (r - x)/(r - min); r is the reference unit's result of the same year.",
)
KEYS = {
    "unit": Described("Wilayah acuan.", "The reference unit.", "unit: Kota Contoh"),
    "cap": Described(
        "Bagian tertinggi; true sama dengan 1. Tanpa kunci ini: tanpa batas.",
        "The highest share; true is 1. Without it: no bound.",
        "unit: Kota Contoh, cap: true",
    ),
}


@dataclass(frozen=True, slots=True)
class DistanceToReference(OverUnits):
    """1 - (r - x)/(r - min) of the values with their direction, at most *cap*.

    r is the value of *unit* in the year that is scored.
    """

    unit: str
    cap: Fraction | bool | None = None

    name: ClassVar[str] = "distance_to_reference"
    onto: ClassVar[bool] = True

    def fit(self, column: Column, to: Range | None) -> Fit:
        """Return the line from the lowest value to the reference; none where there is no way."""
        reference = column.by_unit.get(exact(self.unit))
        if reference is None:
            known = exact(self.unit) in column.units
            return Fit(None, (Fault("S405" if known else "S404", {"reference": self.unit}),))
        lowest = min(column.values)
        if reference == lowest:
            return Fit(None, (Fault("S406", {"reference": self.unit}),))
        low, high = to or UNIT_RANGE
        line = share_line(lowest, reference, column.sign, (low, high), (low, None))
        if self.cap is None:
            return Fit(line)
        cap = low + self.cap * (high - low)
        return Fit(replace(line, cap=cap, ends=(low, cap)))
