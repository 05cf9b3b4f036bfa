"""Numbers as unevaluated sums of two doubles: some 31 digits, at a few dozen operations a sum.

Sums and products are those of Joldes, Muller and Popescu, "Tight and rigorous error bounds for
basic building blocks of double-word arithmetic" (2017): AccurateDWPlusDW errs by at most
3u²/(1 - 4u) of the sum, DWTimesDW1 by at most 7u² of the product, u = 2^-53. RELATIVE is eight
times that.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
Bools = NDArray[np.bool_]
Places = NDArray[np.intp]

RELATIVE = 2.0**-100
_SPLITTER = 2.0**27 + 1
_SMALLEST = 2.0**-200
"""Products of some of these are still far from where doubles lose digits."""


class Pair(NamedTuple):
    """Arrays of *high* + *low*; high is the sum as a double."""

    high: Doubles
    low: Doubles

    def size(self) -> float:
        """Return what no absolute value exceeds."""
        return float(np.abs(self.high).max(initial=0.0)) * (1 + 2.0**-50)

    def under(self, other: Pair) -> Bools:
        """Return where this is less than *other*."""
        equal = np.equal(self.high, other.high)
        return np.less(self.high, other.high) | (equal & np.less(self.low, other.low))

    def where(self, mask: Bools, other: Pair) -> Pair:
        """Return *other* where *mask* says so."""
        return Pair(np.where(mask, other.high, self.high), np.where(mask, other.low, self.low))


def zeros(count: int) -> Pair:
    """Return *count* zeros."""
    return Pair(np.zeros(count), np.zeros(count))


def doubles_of(value: Fraction) -> tuple[float, float]:
    """Return the two doubles nearest to *value*; OverflowError where it is beyond the bounds."""
    high = value.numerator / value.denominator
    if value and not _SMALLEST < abs(high) < 1 / _SMALLEST:
        raise OverflowError
    low = value - Fraction(high)
    return high, low.numerator / low.denominator


def pair_of(value: Fraction) -> Pair:
    """Return *value* to be combined with arrays of any length."""
    high, low = doubles_of(value)
    return Pair(np.array(high), np.array(low))


def added(x: Pair, y: Pair) -> Pair:
    """Return x + y."""
    high, high_rest = _two_sum(x.high, y.high)
    low, low_rest = _two_sum(x.low, y.low)
    high, rest = _fast_two_sum(high, high_rest + low)
    return Pair(*_fast_two_sum(high, low_rest + rest))


def multiplied(x: Pair, y: Pair) -> Pair:
    """Return x times y."""
    high, rest = _two_product(x.high, y.high)
    return Pair(*_fast_two_sum(high, rest + (x.high * y.low + x.low * y.high)))


def _two_sum(a: Doubles, b: Doubles) -> tuple[Doubles, Doubles]:
    total = a + b
    from_b = total - a
    return total, (a - (total - from_b)) + (b - from_b)


def _fast_two_sum(a: Doubles, b: Doubles) -> tuple[Doubles, Doubles]:
    """As above, where *a* is the larger one."""
    total = a + b
    return total, b - (total - a)


def _two_product(a: Doubles, b: Doubles) -> tuple[Doubles, Doubles]:
    product = a * b
    a_high, a_low = _split(a)
    b_high, b_low = _split(b)
    return product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low


def _split(a: Doubles) -> tuple[Doubles, Doubles]:
    scaled = _SPLITTER * a
    high = scaled - (scaled - a)
    return high, a - high
