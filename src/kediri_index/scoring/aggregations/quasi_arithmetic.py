"""What geometric, harmonic and power means have in common: no score is below 0."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from kediri_index.model.aggregation import (
    Aggregation,
    Combined,
    NoScore,
    Ranges,
    Undefined,
    Weighted,
)

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array
    from kediri_index.scoring.aggregations.functions import LogarithmFunction, PowerOf

LAST_DIGIT = Fraction(1, 10**40)
"""Roots and logarithms are right to 50 digits, and scores have a few before the point."""
_ZERO = Fraction(0)


class QuasiArithmetic(Aggregation):
    """f⁻¹ of the mean of f; undefined where a score is below 0."""

    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = True
    no_score: ClassVar[NoScore] = NoScore.NEGATIVE

    @property
    def function(self) -> LogarithmFunction | PowerOf:
        """The function f."""
        raise NotImplementedError

    def combine_arrays(self, weights: Array, scores: Array) -> Array:
        """Return the means; a score that may be 0 but for rounding is 0."""
        import numpy as np  # noqa: PLC0415 - for many units

        from kediri_index.scoring.arrays.children import NEARLY, children  # noqa: PLC0415 - likewise

        counted = children(weights, scores)
        below = counted.scores < 0
        if not below.any():
            return self.function.mean_of_arrays(counted)
        above = counted._replace(scores=np.where(below, 0, counted.scores))
        undefined = counted.any(counted.scores < -NEARLY)
        return np.where(undefined, np.nan, self.function.mean_of_arrays(above))

    def error(self, weights: Array, scores: Array, errors: Array, whole: int = 0) -> Array:
        """Return how far the means of the lowest and of the highest possible scores are apart."""
        import numpy as np  # noqa: PLC0415 - for many units

        from kediri_index.scoring.arrays.children import NEARLY, children  # noqa: PLC0415 - likewise

        del whole
        low, high = scores - errors, scores + errors
        counted = children(weights, scores)
        sure = (low > 0) | ((scores == 0) & (errors == 0)) | (high < -NEARLY)
        lowest = self.combine_arrays(weights, np.maximum(low, 0))
        highest = self.combine_arrays(weights, np.maximum(high, 0))
        positive = counted._replace(scores=np.maximum(counted.scores, 0))
        with np.errstate(invalid="ignore"):  # 0 x infinity, where all scores are 0
            lost = np.where(highest > 0, 3 * highest * self.function.lost(positive), 0)
        return np.where(counted.any(~sure), np.inf, highest - lowest + lost)

    def formula(self, children: Ranges) -> Combined:
        """Return the mean, 0 where one score is 0 and that makes the whole 0."""
        lowest = f"MIN({children.counted()})"
        mean = self.mean_formula(children)
        if self.function.zero_sinks:
            mean = f"IF({lowest}<=0,0,{mean})"
        return Combined(mean, f"{lowest}<0")

    def mean_formula(self, children: Ranges) -> str:
        """Return the mean of scores above 0."""
        raise NotImplementedError


def not_negative(children: Weighted) -> list[tuple[Fraction, Fraction]] | Undefined:
    """Return the children with a share, in an order of their own; undefined where one is below 0.

    Sorted, so that the last digit of a root does not hang on the order in the file. A score that
    should be 0 and is made of roots may be below it by their last digit: it is 0.
    """
    counted = [(share, score) for share, score in children if share]
    if any(score < -LAST_DIGIT for _, score in counted):
        below = (at for at, (share, score) in enumerate(children) if share and score < -LAST_DIGIT)
        return Undefined(NoScore.NEGATIVE, tuple(below))
    return sorted((share, max(score, _ZERO)) for share, score in counted)
