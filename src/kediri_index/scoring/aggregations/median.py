"""The weighted median."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.aggregation import Weighted

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Median:
    """The score at which the shares, from the lowest score up, pass one half.

    Where they come to exactly one half, it is the mean of that score and the next: with equal
    weights the ordinary median.
    """

    name: ClassVar[str] = "median"
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = True

    def combine(self, children: Weighted) -> Fraction:
        """Return the median; zero and negative scores count like any other."""
        rising = sorted((score, share) for share, score in children if share)
        reached, at = rising[0][1], 0
        while reached < _HALF:
            at += 1
            reached += rising[at][1]
        score = rising[at][0]
        return (score + rising[at + 1][0]) / 2 if reached == _HALF else score
