"""The weighted geometric mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm, prod
from typing import TYPE_CHECKING, ClassVar

from kediri_index.model.aggregation import (
    Explained,
    Ranges,
    Undefined,
    Weighted,
    WrittenOut,
    are_equal,
)
from kediri_index.model.language import Wording
from kediri_index.scoring.aggregations.functions import LogarithmFunction
from kediri_index.scoring.aggregations.quasi_arithmetic import QuasiArithmetic, not_negative
from kediri_index.scoring.numbers import exponential_of_logarithms, root

if TYPE_CHECKING:
    from kediri_index.model.traced import Term

_LARGEST_DEGREE = 64
"""With a higher one the product under the root would be too long to write out."""
_LOGARITHM = LogarithmFunction()


@dataclass(frozen=True, slots=True)
class Geometric(QuasiArithmetic):
    """The product of score ^ share: 0 where one score is 0, undefined where one is below.

    Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), geometric aggregation.
    """

    name: ClassVar[str] = "geometric"
    title: ClassVar[Wording] = Wording("rata-rata geometrik", "geometric mean")

    @property
    def function(self) -> LogarithmFunction:
        """The logarithm."""
        return _LOGARITHM

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

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return a root of the product, or the product of powers."""
        formula = WrittenOut("{value}^{share}", " × ")
        if are_equal(terms):
            formula = WrittenOut("{value}", " × ", "({terms})^(1/{count})")
        return Explained("trace.geometric", formula=formula)

    def mean_formula(self, children: Ranges) -> str:
        """Return the exponential of the mean of logarithms."""
        return f"EXP({children.summed(f'{children.shares}*LN({children.scores})')})"
