"""Functions of scores whose means are aggregations: logarithms, and powers.

In whole numbers, what children add to a mean of logarithms is multiplied, so that one root is taken
of each child and none of the whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from math import exp, isqrt, log
from typing import TYPE_CHECKING, ClassVar

from kediri_index.scoring.numbers import exponential_of_logarithms

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array
    from kediri_index.scoring.arrays.children import ArrayChildren

_DIGITS = Context(prec=80)
_ENDLESS = 10**600
"""What a score of 0 is to a mean of reciprocals, in whole numbers; in doubles:"""
_LARGEST = 10**100
_LARGEST_EXPONENT = 12
_ROUNDINGS = 16 / 2**53
"""Of a logarithm, an exponential or a power: numpy promises four last digits."""


@dataclass(frozen=True, slots=True)
class LogarithmFunction:
    """The natural logarithm: of a score of 0 there is none, and it makes the whole 0."""

    sign: ClassVar[int] = 1
    multiplies: ClassVar[bool] = True
    of_negative: ClassVar[bool] = False
    zero_sinks: ClassVar[bool] = True

    def exact(self, score: Fraction) -> Fraction:
        """Return the logarithm to 75 digits."""
        return Fraction(_DIGITS.ln(_decimal(score)))

    def in_doubles(self, score: float) -> float:
        """Return the logarithm."""
        return log(score)

    def from_doubles(self, mean: float) -> float:
        """Return the exponential."""
        return exp(mean)

    def mean_of_arrays(self, children: ArrayChildren) -> Array:
        """Return the geometric means of *children*, none below 0."""
        import numpy as np  # noqa: PLC0415 - for many units

        found: Array = np.exp(children.mean(self._logarithms(children)))
        return found

    def lost(self, children: ArrayChildren) -> Array:
        """Return by how much these means may be off, relative to them."""
        import numpy as np  # noqa: PLC0415 - for many units

        sizes = children.mean(np.abs(self._logarithms(children)))
        return sizes * children.rounding + _ROUNDINGS

    def _logarithms(self, children: ArrayChildren) -> Array:
        import numpy as np  # noqa: PLC0415 - for many units

        scores = children.scores
        return np.log(scores, out=np.full(scores.shape, -1e300), where=scores > 0)

    def part(self, share: Fraction, score: int, unit: int) -> int:
        """Return *score* ^ *share*."""
        return _power(score, *share.as_integer_ratio(), unit)

    def from_parts(self, total: int, unit: int) -> int:
        """Return *total*: it is the score."""
        del unit
        return total


@dataclass(frozen=True, slots=True)
class PowerOf:
    """The score ^ *exponent*, which is not 0."""

    exponent: Fraction

    multiplies: ClassVar[bool] = False

    @property
    def sign(self) -> int:
        """Below 0 a power falls while the score rises."""
        return 1 if self.exponent > 0 else -1

    @property
    def of_negative(self) -> bool:
        """Only the score itself may be below 0."""
        return self.exponent == 1

    @property
    def zero_sinks(self) -> bool:
        """The reciprocal of 0 outdoes all others."""
        return self.exponent < 0

    def exact(self, score: Fraction) -> Fraction:
        """Return the power; roots to 75 digits."""
        if self.exponent.denominator == 1 and abs(self.exponent) <= _LARGEST_EXPONENT:
            return score**self.exponent.numerator
        if not score:
            return score
        logarithm = _DIGITS.multiply(_decimal(self.exponent), _DIGITS.ln(_decimal(score)))
        return Fraction(_DIGITS.exp(logarithm))

    def in_doubles(self, score: float) -> float:
        """Return the power, of which no more is taken than can be added."""
        try:
            value: float = score**self._double
        except OverflowError:
            return _LARGEST
        return min(value, _LARGEST)

    def from_doubles(self, mean: float) -> float:
        """Return the root."""
        if self.exponent == 1:
            return mean
        return mean ** (1 / self._double) if mean > 0 else 0

    @property
    def _double(self) -> float:
        over, under = self.exponent.as_integer_ratio()
        return over / under

    def mean_of_arrays(self, children: ArrayChildren) -> Array:
        """Return the power means of *children*, none below 0; a ratio to one of them is raised."""
        import numpy as np  # noqa: PLC0415 - for many units

        exponent, scores = self._double, children.scores
        if exponent > 0:
            largest = scores.max(axis=0)
            whole = np.where(largest > 0, largest, 1)
            return whole * children.mean((scores / whole) ** exponent) ** (1 / exponent)
        lowest = np.where(scores > 0, scores, np.inf).min(axis=0)
        whole = np.where(lowest < np.inf, lowest, 1)
        ratios = np.where(scores > 0, scores / whole, 1) ** exponent
        mean = children.mean(np.where(scores > 0, ratios, 1e300))
        return np.where(mean > 1.0 * _LARGEST, 0, whole * mean ** (1 / exponent))

    def lost(self, children: ArrayChildren) -> Array:
        """Return by how much these means may be off, relative to them."""
        import numpy as np  # noqa: PLC0415 - for many units

        size = abs(self._double)
        lost = (children.rounding + size * _ROUNDINGS) / size
        return np.asarray(lost if 10 * lost < 1 else np.inf)

    def part(self, share: Fraction, score: int, unit: int) -> int:
        """Return *share* of the power."""
        if self.exponent != 1:
            if not score and self.exponent < 0:
                return _ENDLESS if share else 0
            score = _power(score, *self.exponent.as_integer_ratio(), unit)
        return score * share.numerator // share.denominator

    def from_parts(self, total: int, unit: int) -> int:
        """Return the root of *total*."""
        if self.exponent == 1:
            return total
        if not total or total >= _ENDLESS:
            return 0
        over, under = self.exponent.denominator, self.exponent.numerator
        if under in {1, -1} and over <= _LARGEST_EXPONENT:
            power: int = total**over // unit ** (over - 1)
            return power if under > 0 else unit * unit // power
        if self.exponent == 2:  # noqa: PLR2004 - a square root
            return isqrt(total * unit)
        return int((total / unit) ** (over / under) * unit)


SCORE = PowerOf(Fraction(1))
"""The score itself."""


@lru_cache(maxsize=100_000)
def _power(score: int, over: int, under: int, unit: int) -> int:
    """Return *score* ^ (*over*/*under*): apart, since to find a fraction kept takes its time."""
    if not over:
        return unit
    if not score:
        return 0
    power = exponential_of_logarithms([(Fraction(over, under), Fraction(score, unit))])
    return power.numerator * unit // power.denominator


def _decimal(value: Fraction) -> Decimal:
    return _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
