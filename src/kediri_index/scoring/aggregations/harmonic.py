"""The weighted harmonic mean."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.aggregation import Undefined, Weighted
from kediri_index.scoring.aggregations.counted import not_negative


@dataclass(frozen=True, slots=True)
class Harmonic:
    """1 / the sum of share / score; undefined where one score is below 0.

    A score of 0 makes 0, which is what the mean comes to as the score nears 0.
    """

    name: ClassVar[str] = "harmonic"
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = True

    def combine(self, children: Weighted) -> Fraction | Undefined:
        """Return the mean, exactly."""
        counted = not_negative(children)
        if isinstance(counted, Undefined):
            return counted
        if not all(score for _, score in counted):
            return Fraction(0)
        return 1 / sum((share / score for share, score in counted), start=Fraction(0))
