"""The lowest and the highest child."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.aggregation import Weighted


@dataclass(frozen=True, slots=True)
class Min:
    """The lowest score, zero and negative ones too; weights above 0 make no difference."""

    name: ClassVar[str] = "min"
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = True

    def combine(self, children: Weighted) -> Fraction:
        """Return the lowest score of a child with a share."""
        return min(score for share, score in children if share)


@dataclass(frozen=True, slots=True)
class Max:
    """The highest score; weights above 0 make no difference."""

    name: ClassVar[str] = "max"
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = True

    def combine(self, children: Weighted) -> Fraction:
        """Return the highest score of a child with a share."""
        return max(score for share, score in children if share)
