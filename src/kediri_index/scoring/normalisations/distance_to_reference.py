"""Distance to a reference unit: how a value compares with that unit's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.language import Described, Wording
from kediri_index.model.scoring import (
    UNIT_RANGE,
    Doubt,
    Fault,
    Fit,
    Range,
    SortedValues,
)
from kediri_index.scoring.normalisations.fitted import ShareOfWay, capped_line

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
class DistanceToReference(ShareOfWay):
    """1 - (r - x)/(r - min) of the values with their direction, at most *cap*.

    r is the value of *unit* in the year that is scored.
    """

    unit: str
    cap: Fraction | bool | None = None

    name: ClassVar[str] = "distance_to_reference"
    said: ClassVar[str] = "trace.to-reference"

    @property
    def reference(self) -> str:
        """The unit that others are compared with."""
        return self.unit

    def faults(self) -> Iterator[Doubt]:
        """Yield a cap that is not above 0."""
        if self.cap is not None and self.cap <= 0:
            yield Doubt("D235", "cap")

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
        """Return the line from the lowest value to the reference; none where there is no way."""
        reference, lowest = column.reference, column.value(0)
        if reference is None:
            code = "S405" if column.has_reference else "S404"
            return Fit(None, (Fault(code, {"reference": self.unit}),))
        if reference == lowest:
            return Fit(None, (Fault("S406", {"reference": self.unit}),))
        cap = None if self.cap is None else Fraction(self.cap)
        return Fit(capped_line(lowest, reference, column.sign, to or UNIT_RANGE, cap))
