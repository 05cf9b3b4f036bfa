"""The values of one node over many units, and what of their digits is sure."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import inf, lcm
from typing import NamedTuple

import numpy as np

from kediri_index.scoring.columns.pairs import (
    RELATIVE,
    Bools,
    Doubles,
    Pair,
    Places,
    multiplied,
    pair_of,
)

UNKNOWN = 0
"""Instead of a unit: the denominators are too long, or not looked at."""
_LONGEST_UNIT = 2**120
_DIGITS = 15
_LARGEST = 10**_DIGITS
"""Whole numbers below it, and a fraction beside them, are exact in a double."""
_HALF = 0.5
_MOST_DECIMALS = 18
"""Those of 0.0001, the last number that is written without an exponent."""
_POWERS = np.array([float(10**power) for power in range(_MOST_DECIMALS + 1)])


class Values(NamedTuple):
    """*pair* differs from the exact values by at most *error*.

    *units* has, for each pattern of gaps, a whole number that makes whole numbers of all exact
    values, or UNKNOWN; it has one item where the patterns make no difference.
    """

    pair: Pair
    error: float
    units: list[int]

    def finest(self) -> float:
        """Return what no denominator exceeds."""
        return inf if UNKNOWN in self.units else float(max(self.units, default=1))

    def unit(self, pattern: int) -> int:
        """Return the unit of the units with *pattern*."""
        return self.units[pattern if len(self.units) > 1 else 0]

    def exact(self, at: int, pattern: int) -> Fraction | None:
        """Return the exact value of unit *at*, which has *pattern*; None where none is sure.

        It is sure where no other value with such a denominator is as near.
        """
        unit = self.unit(pattern)
        if unit == UNKNOWN or 4 * self.error * unit >= 1:
            return None
        near = Fraction(float(self.pair.high[at])) + Fraction(float(self.pair.low[at]))
        return Fraction(round(near * unit), unit)


class Shown(NamedTuple):
    """Numbers as they are shown, and where they are *sure* to be those of the exact engine."""

    numbers: Doubles
    sure: Bools


def common(units: Iterable[int]) -> int:
    """Return a unit of sums of what comes in *units*."""
    found = lcm(*units)  # with UNKNOWN it is 0, which is UNKNOWN
    return found if found <= _LONGEST_UNIT else UNKNOWN


def rounded(values: Values, decimals: int) -> Shown:
    """Return *values* times 10^decimals as whole numbers, half up, as ``round_half_up`` does."""
    scaled = multiplied(values.pair, pair_of(Fraction(10**decimals)))
    return _whole(scaled, values.error * 10.0**decimals, values.finest())


def from_whole(whole: Doubles, decimals: int) -> Values:
    """Return the values of what :func:`rounded` returned."""
    pair = multiplied(Pair(whole, np.zeros_like(whole)), pair_of(Fraction(1, 10**decimals)))
    return Values(pair, pair.size() * RELATIVE, [10**decimals])


def fifteen_digits(values: Values) -> Shown:
    """Return the doubles whose 15 significant digits are those of *values*, half up."""
    high = np.abs(values.pair.high)
    nothing = high <= values.error
    power = _DIGITS - 1 - np.floor(np.log10(np.where(nothing, 1.0, high)))
    scaled = high * _POWERS[_places(power)]
    power += np.where(scaled < _LARGEST // 10, 1.0, 0.0)  # a logarithm may be off by one
    power -= np.where(scaled >= _LARGEST, 1.0, 0.0)
    factor = _POWERS[_places(power)]
    whole = multiplied(values.pair, Pair(factor, np.zeros_like(factor)))
    found = _whole(whole, values.error * factor, values.finest())
    is_zero = 4 * values.error * values.finest() < 1
    sure = np.where(nothing, is_zero, found.sure & (power >= 0) & (power <= _MOST_DECIMALS))
    return Shown(np.where(nothing, 0.0, found.numbers / factor), sure)


def _places(power: Doubles) -> Places:
    return np.clip(power, 0, _MOST_DECIMALS).astype(np.intp)


def _whole(scaled: Pair, error: float | Doubles, finest: float) -> Shown:
    """Return *scaled* as whole numbers, half away from zero.

    What is seen at a distance from a tie below the margin is no farther than twice that, and is
    the tie itself where no other value with such a denominator is so near: the distance of those
    is at least 1/(2 x *finest*).
    """
    sign = np.where(scaled.high < 0, -1.0, 1.0)
    high, low = np.abs(scaled.high), scaled.low * sign
    floor = np.floor(high)
    over = (high - floor) + low  # the difference is exact, the sum to 2^-53
    margin = error + high * RELATIVE + 2.0**-52
    near = np.abs(over - _HALF) <= margin
    tie = near & (4 * margin * finest < 1)
    whole = floor + ((over >= _HALF) | tie)
    sure = (tie | ~near) & (whole < _LARGEST)  # neither is NaN
    return Shown(sign * whole + 0.0, sure)  # no minus before a zero
