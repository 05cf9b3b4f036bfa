"""The weighted geometric mean."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm, prod
from typing import ClassVar

from kediri_index.model.aggregation import Undefined, Weighted
from kediri_index.scoring.aggregations.counted import not_negative
from kediri_index.scoring.roots import exponential_of_logarithms, root

_LARGEST_DEGREE = 64
"""With a higher one the product under the root would be too long to write out."""


@dataclass(frozen=True, slots=True)
class Geometric:
    """The product of score ^ share: 0 where one score is 0, undefined where one is below.

    Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), geometric aggregation.
    """

    name: ClassVar[str] = "geometric"
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = True

    def combine(self, children: Weighted) -> Fraction | Undefined:
        """Return the mean, exactly where it is a fraction, else to 50 digits."""
        counted = not_negative(children)
        if isinstance(counted, Undefined):
            return counted
        lowest = min(score for _, score in counted)
        if not lowest or all(score == lowest for _, score in counted):
            return lowest
        degree = lcm(*(share.denominator for share, _ in counted))
        if degree <= _LARGEST_DEGREE:
            factors = (score ** int(share * degree) for share, score in counted)
            return root(prod(factors, start=Fraction(1)), degree)
        return exponential_of_logarithms(counted)
