"""Numbers of many units at once, each with a bound of its error, so that rounding is sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

EPSILON = 2.0**-52
"""What a sum, product, quotient or root of doubles may be off by, relative to its size, twice."""
LONGEST_UNIT = 2**60
_HALF = 0.5
UNKNOWN = 0
"""Instead of a unit: exact values have no common denominator, or none that is of use."""


class Rounded(NamedTuple):
    """Whole numbers of the last decimal, and which of them may be another: a tie is too near."""

    whole: Array
    doubtful: Mask


class Values:
    """*numbers* of any shape, NaN where there is none, each within *error* of the exact one.

    *error* is as large as they are or one number. *unit* is a whole number that makes whole numbers
    of all exact values, or UNKNOWN.
    """

    __slots__ = ("error", "numbers", "unit")
    __array_ufunc__ = None  # an array on the left leaves the operation to us

    def __init__(self, numbers: Array, error: Array | float = 0.0, unit: int = UNKNOWN) -> None:
        self.numbers = numbers
        self.error = error
        self.unit = unit if unit <= LONGEST_UNIT else UNKNOWN

    def __add__(self, other: Values | Fraction | int) -> Values:
        """Return the sums."""
        other = _as_values(other)
        numbers = self.numbers + other.numbers
        unit = lcm(self.unit, other.unit)  # with UNKNOWN it is UNKNOWN
        return Values(numbers, _off(numbers) + self.error + other.error, unit)

    __radd__ = __add__

    def __sub__(self, other: Values | Fraction | int) -> Values:
        """Return the differences."""
        return self + -_as_values(other)

    def __rsub__(self, other: Fraction | int) -> Values:
        """Return *other* less the numbers."""
        return -self + other

    def __neg__(self) -> Values:
        """Return the numbers with the other sign."""
        return Values(-self.numbers, self.error, self.unit)

    def __mul__(self, other: Values | Fraction | int) -> Values:
        """Return the products."""
        other = _as_values(other)
        numbers = self.numbers * other.numbers
        error = (
            np.abs(self.numbers) * other.error
            + np.abs(other.numbers) * self.error
            + self.error * other.error
        )
        return Values(numbers, _off(numbers) + error, self.unit * other.unit)

    __rmul__ = __mul__

    def __truediv__(self, other: Values | Fraction | int) -> Values:
        """Return the quotients; NaN where the divisor is 0."""
        if not isinstance(other, Values):
            return self * (1 / Fraction(other))
        numbers, error = _quotient(self, other)
        return Values(numbers, error)

    def __rtruediv__(self, other: Fraction | int) -> Values:
        """Return *other* divided by the numbers; NaN where one is 0."""
        numbers, error = _quotient(_as_values(other), self)
        return Values(numbers, error)

    def logarithm(self) -> Values:
        """Return natural logarithms; NaN where a number is not surely above 0."""
        sure = self.numbers > self.error
        numbers = np.log(np.where(sure, self.numbers, np.nan))
        with np.errstate(invalid="ignore"):
            error = self.error / (self.numbers - self.error)
        return Values(numbers, _off(numbers) + error + EPSILON)

    def clipped(self, low: Fraction | None, high: Fraction | None) -> Values:
        """Return the numbers moved to *low* and *high* where they lie beyond."""
        numbers, unit = self.numbers, self.unit
        for bound, pick in ((low, np.maximum), (high, np.minimum)):
            if bound is not None:
                numbers = pick(numbers, float(bound))
                unit = lcm(unit, bound.denominator)
        return Values(numbers, self.error + _off(numbers), unit)

    def where(self, mask: Mask, other: Values) -> Values:
        """Return the numbers, those of *other* where *mask* is false."""
        error = np.where(mask, self.error, other.error)
        numbers = np.where(mask, self.numbers, other.numbers)
        return Values(numbers, error, lcm(self.unit, other.unit))

    def steps(
        self, bounds: Sequence[Fraction], included: Sequence[bool], scores: Sequence[Fraction]
    ) -> Values:
        """Return the score of the first bound that a number stays under; the last has none.

        A number on a bound stays under it where that is *included*. NaN where it cannot be told.
        """
        found = np.full(self.numbers.shape, float(scores[-1]))
        for bound, on_it, score in reversed(
            list(zip(bounds, included, scores[: len(bounds)], strict=True))
        ):
            under, doubt = self.below(bound, included=on_it)
            found = np.where(under, float(score), found)
            found = np.where(doubt, np.nan, found)
        found = np.where(np.isnan(self.numbers), np.nan, found)
        return of_listed(found, scores)

    def below(self, bound: Fraction, *, included: bool = False) -> tuple[Mask, Mask]:
        """Return where numbers are below *bound*, or on it where *included*; and where in doubt."""
        apart = self.numbers - float(bound)
        margin = self.error + _off(np.asarray(float(bound))) + _off(apart)
        near = np.abs(apart) <= margin
        unit = lcm(self.unit, bound.denominator)
        on_it = near & (unit != UNKNOWN) & (2 * margin * unit < 1)
        return np.where(on_it, included, apart < 0), near & ~on_it

    def chosen(self, scores: Mapping[Fraction, Fraction]) -> Values:
        """Return the score of each number that is a key of *scores*; NaN for all others."""
        keys = sorted(scores)
        levels = np.array([float(key) for key in keys])
        at = np.clip(np.searchsorted(levels, self.numbers), 0, len(keys) - 1)
        found = np.array([float(scores[key]) for key in keys])[at]
        return of_listed(np.where(levels[at] == self.numbers, found, np.nan), list(scores.values()))

    def rounded(self, decimals: int) -> Rounded:
        """Return the numbers as whole ones of the last of *decimals*, half away from zero.

        A number that is nearer to a tie than its error is the tie itself where no other one with
        such a denominator is as near; else it is doubtful.
        """
        factor = 10.0**decimals
        size = np.abs(self.numbers) * factor
        floor = np.floor(size)
        over = size - floor
        margin = (self.error + _off(self.numbers)) * factor
        near = np.abs(over - _HALF) <= margin
        apart = 2.0 * 10**decimals * self.unit  # ties and values are at least 1 / this apart
        tie = near & (self.unit != UNKNOWN) & (2 * margin / factor * apart < 1)
        whole = floor + ((over >= _HALF) | tie)
        return Rounded(np.copysign(whole, self.numbers) + 0.0, near & ~tie)


def of_decimals(numbers: Array, decimals: int) -> Values:
    """Return numbers that stand for decimals with so many places at most, NaN for none."""
    return Values(numbers, np.abs(numbers) * (EPSILON / 2), 10**decimals)


def of_whole(whole: Array, decimals: int) -> Values:
    """Return whole numbers of the last of *decimals* as numbers."""
    return of_decimals(whole / 10.0**decimals, decimals)


def of_listed(numbers: Array, exact: Sequence[Fraction]) -> Values:
    """Return numbers each of which stands for one of *exact*."""
    unit = lcm(*(one.denominator for one in exact))
    return Values(numbers, _off(numbers), unit)


def of_exact(exact: Sequence[Fraction | None]) -> Values:
    """Return fractions as numbers, NaN for None."""
    numbers = np.array([np.nan if one is None else float(one) for one in exact])
    unit = 1
    for denominator in {one.denominator for one in exact if one is not None}:
        unit = lcm(unit, denominator)
        if unit > LONGEST_UNIT:
            break
    return Values(numbers, _off(numbers), unit)


def _as_values(other: Values | Fraction | int) -> Values:
    if isinstance(other, Values):
        return other
    number = np.asarray(float(other))
    return Values(number, _off(number), Fraction(other).denominator)


def _off(numbers: Array) -> Array:
    """Return what rounding to doubles may have cost."""
    off: Array = np.abs(numbers) * EPSILON
    return off


def _quotient(over: Values, under: Values) -> tuple[Array, Array]:
    with np.errstate(divide="ignore", invalid="ignore"):
        numbers = np.where(under.numbers == 0, np.nan, over.numbers / under.numbers)
        least = np.abs(under.numbers) - under.error
        error = (over.error + np.abs(numbers) * under.error) / np.where(least > 0, least, np.nan)
    return numbers, np.where(np.isnan(error), np.inf, error) + _off(numbers)
