"""The Mazziotta-Pareto index: a mean with a penalty for unequal parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Final

from kediri_index.model.aggregation import (
    Aggregation,
    Combined,
    Explained,
    NoScore,
    Parameter,
    Ranges,
    Undefined,
    Weighted,
    sum_of_products,
)
from kediri_index.model.language import Sentence, Wording

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array
    from kediri_index.model.traced import Term

_NONE: Final = "1E-24"
"""A variance below this is none."""
_SIGNS = {Fraction(1): 1, Fraction(-1): -1}


@dataclass(frozen=True, slots=True)
class MazziottaPareto(Aggregation):
    """M + sign x S x cv, with cv = S/M: the weighted mean M and standard deviation S of the parts.

    S divides by n, as M does, so that S x cv is the variance over the mean: a fraction. Sign -1 is
    for an index of which more is better, +1 for one of which less is (poverty). A child that rises
    can lower the result, since it may rise away from the others.

    Sources: De Muro, Mazziotta, Pareto, Composite Indices of Development and Poverty (2011);
    Mazziotta, Pareto, Weighting in Composite Indices Construction (2022), for the weights.
    """

    sign: int

    name: ClassVar[str] = "mpi"
    title: ClassVar[Wording] = Wording(
        "indeks Mazziotta–Pareto ({parameter})", "Mazziotta–Pareto index ({parameter})"
    )
    takes: ClassVar[Parameter] = Parameter(("-1", "+1"))
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = False
    no_score: ClassVar[NoScore] = NoScore.MEAN_NOT_POSITIVE
    falls_below: ClassVar[bool] = True

    @property
    def penalty(self) -> int:
        """The sign."""
        return self.sign

    @property
    def parameter(self) -> Fraction:
        """The sign."""
        return Fraction(self.sign)

    @classmethod
    def of(cls, parameter: Fraction) -> MazziottaPareto | None:
        """Return the index with the sign +1 or -1."""
        sign = _SIGNS.get(parameter)
        return None if sign is None else cls(sign)

    def combine(self, children: Weighted) -> Fraction | Undefined:
        """Return the index; undefined where the parts differ and their mean is not above 0."""
        mean = sum_of_products(children)
        variance = sum((share * (score - mean) ** 2 for share, score in children), Fraction(0))
        if not variance:
            return mean
        if mean <= 0:
            return Undefined(self.no_score)
        return mean + self.sign * variance / mean

    def combine_arrays(self, weights: Array, scores: Array) -> Array:
        """Return the indices; parts differ where their variance is more than rounding."""
        import numpy as np  # noqa: PLC0415 - for many units

        from kediri_index.scoring.arrays.children import NEARLY, children  # noqa: PLC0415 - likewise

        counted = children(weights, scores)
        mean, variance, _ = counted.moments()
        undefined = (mean <= NEARLY) & (variance > NEARLY**2)
        with np.errstate(divide="ignore", invalid="ignore"):
            penalty = np.where(variance > NEARLY**2, variance / mean, 0)
        return np.where(undefined, np.nan, mean + self.sign * penalty)

    def error(self, weights: Array, scores: Array, errors: Array, whole: int = 0) -> Array:
        """Return what mean and variance may be off by; unsure where the mean may not be above 0."""
        import numpy as np  # noqa: PLC0415 - for many units

        from kediri_index.scoring.arrays.children import NEARLY, children  # noqa: PLC0415 - likewise

        del whole
        counted = children(weights, scores)
        mean, variance, apart = counted.moments()
        lost = counted.rounding * np.abs(counted.scores)
        of_mean = counted.mean(errors + lost) + counted.rounding * np.sqrt(apart)
        most = counted.largest(errors + lost)
        of_variance = 2 * most * np.sqrt(apart) + most**2 + 4 * counted.rounding * apart + NEARLY**2
        least = mean - of_mean
        with np.errstate(divide="ignore", invalid="ignore"):
            of_penalty = of_variance / least + variance / least * (of_mean / mean)
            found = of_mean + of_penalty + counted.rounding * (mean + variance / mean)
        return np.where(least > NEARLY, found, np.inf)

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return the name; mean and penalty are in a remark of their own."""
        del terms
        return Explained("trace.mpi")

    def remark(self, children: Weighted, score: Fraction) -> Sentence:
        """Return the mean, and the penalty on it."""
        mean = sum_of_products(children)
        key = "trace.mpi-plus" if self.sign > 0 else "trace.mpi-minus"
        return Sentence(key, {"mean": mean, "penalty": abs(score - mean)})

    def formula(self, children: Ranges) -> Combined:
        """Return the mean and its penalty."""
        mean = children.mean()
        variance = children.summed(f"{children.shares}*({children.scores}-{mean})^2")
        with_penalty = f"{mean}+{self.sign}*{variance}/({mean})"
        formula = f"IF({variance}<{_NONE},{mean},{with_penalty})"
        return Combined(formula, f"AND({variance}>={_NONE},{mean}<=0)")
