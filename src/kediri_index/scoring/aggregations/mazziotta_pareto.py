"""The Mazziotta-Pareto index: a mean with a penalty for unequal parts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.aggregation import Arithmetic, Undefined, Weighted
from kediri_index.model.no_score import NoScore


@dataclass(frozen=True, slots=True)
class MazziottaPareto:
    """M + sign x S x cv, with cv = S/M: the weighted mean M and standard deviation S of the parts.

    S divides by n, as M does, so that S x cv is the variance over the mean: a fraction. Sign -1 is
    for an index of which more is better, +1 for one of which less is (poverty). A child that rises
    can lower the result, since it may rise away from the others.

    Sources: De Muro, Mazziotta, Pareto, Composite Indices of Development and Poverty (2011);
    Mazziotta, Pareto, Weighting in Composite Indices Construction (2022), for the weights.
    """

    sign: int

    name: ClassVar[str] = "mpi"
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = False

    def combine(self, children: Weighted) -> Fraction | Undefined:
        """Return the index; undefined where the parts differ and their mean is not above 0."""
        mean = Arithmetic().combine(children)
        variance = sum((share * (score - mean) ** 2 for share, score in children), Fraction(0))
        if not variance:
            return mean
        if mean <= 0:
            return Undefined(NoScore.MEAN_NOT_POSITIVE)
        return mean + self.sign * variance / mean
