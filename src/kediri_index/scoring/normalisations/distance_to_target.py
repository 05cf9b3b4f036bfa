"""Distance to a target: which part of the way from the lowest value to it is done."""

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
    "(x - min)/(target - min); min realisasi terburuk di antara semua wilayah.",
    "(x - min)/(target - min); min is the worst result among all units.",
)
KEYS = {
    "target": Described("Targetnya.", "The target.", "target: 90"),
    "cap": Described(
        "Bagian tertinggi; true sama dengan 1. Tanpa kunci ini: tanpa batas.",
        "The highest share; true is 1. Without it: no bound.",
        "target: 90, cap: 1.5",
    ),
}


@dataclass(frozen=True, slots=True)
class DistanceToTarget(ShareOfWay):
    """(x - min)/(t - min), or (max - x)/(max - t) where lower is better; at most *cap*."""

    target: Fraction
    cap: Fraction | bool | None = None

    name: ClassVar[str] = "distance_to_target"
    said: ClassVar[str] = "trace.to-target"

    @property
    def aim(self) -> Fraction:
        """The target."""
        return self.target

    def faults(self) -> Iterator[Doubt]:
        """Yield a cap that is not above 0."""
        if self.cap is not None and self.cap <= 0:
            yield Doubt("D235", "cap")

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
        """Return the line from the worst value to the target; none where the worst has reached it.

        Beyond that the formula would give the better values the lower scores.
        """
        worst, target = column.value(0), column.sign * self.target
        if target <= worst:
            return Fit(
                None, (Fault("S407", {"target": self.target, "worst": worst * column.sign}),)
            )
        cap = None if self.cap is None else Fraction(self.cap)
        return Fit(capped_line(worst, target, column.sign, to or UNIT_RANGE, cap))
