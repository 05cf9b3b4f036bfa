"""Distance to the highest: how far a value is below the highest of the units."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import (
    UNIT_RANGE,
    Column,
    Fit,
    PanelMethod,
    Range,
    ScoringMethod,
)
from kediri_index.model.wording import Sentences, Wording
from kediri_index.scoring.normalisations.fitted import said_on_line, share_line

MEANING = Wording(
    "1 - (max - x)/(max - min) di antara semua wilayah.",
    "1 - (max - x)/(max - min) among all units.",
)


@dataclass(frozen=True, slots=True)
class DistanceToMax(PanelMethod):
    """1 - (max - x)/(max - min) of the values with their direction."""

    name: ClassVar[str] = "distance_to_max"
    onto: ClassVar[bool] = True

    def fit(self, column: Column, to: Range | None) -> Fit:
        """Return the line from the lowest to the highest value; none where they are equal."""
        low, high = column.ends
        if low == high:
            return Fit(None)
        onto = to or UNIT_RANGE
        return Fit(share_line(low, high, column.sign, onto, onto))

    def explain_fit(self, fitted: ScoringMethod, raw: Fraction, to: Range | None) -> Sentences:
        """Return where *raw* lies between the worst and the best value."""
        return said_on_line(fitted, raw, to, "trace.between-units")
