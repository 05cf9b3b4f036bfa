"""Aggregations of which one part changes at a time, in floats.

Totals are whole numbers of 2^-80, so that they do not depend on the order of changes.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from fractions import Fraction
from math import exp, lcm, log
from typing import Protocol

from kediri_index.engine.aggregation.extremes import Max, Min
from kediri_index.engine.aggregation.geometric import Geometric
from kediri_index.engine.aggregation.harmonic import Harmonic
from kediri_index.engine.aggregation.mazziotta_pareto import MazziottaPareto
from kediri_index.engine.aggregation.median import Median
from kediri_index.engine.aggregation.power import Power
from kediri_index.model.aggregation import Aggregation

_UNIT = 1 << 80
_LARGEST = 1e100
"""What a term is cut to, so that it remains a number."""

Function = Callable[[float], float]


class RunningMean(Protocol):
    """A combined score that follows its parts."""

    def change(self, position: int, value: float) -> int:
        """Take another score of one part; return the work."""

    def result(self) -> float | None:
        """Return the combined score; None where it is undefined."""


Parts = Sequence[tuple[Fraction, float]]
"""The share and the score of each child; the share is 0 where it does not count."""


def running_mean(aggregation: Aggregation, parts: Parts) -> RunningMean:
    """Return the combined score of *parts*, which follows them."""
    found: RunningMean = _Total(parts)
    match aggregation:
        case Min():
            found = _Extreme(parts, 0)
        case Max():
            found = _Extreme(parts, -1)
        case Median():
            found = _Median(parts)
        case MazziottaPareto(sign):
            found = _WithPenalty(parts, sign)
        case Geometric():
            found = _Ratios(parts, log, exp, zero_counts=True)
        case Harmonic():
            found = _power_mean(parts, -1.0)
        case Power(exponent) if exponent != 1:
            found = _power_mean(parts, float(exponent))
    return found


class _Total:
    """The sum of share x a function of the score."""

    def __init__(self, parts: Parts, term: Function = float) -> None:
        self.term = term
        self.shares = [float(share) for share, _ in parts]
        self.terms = [0] * len(parts)
        self.total = 0
        for position, (_, value) in enumerate(parts):
            self.change(position, value)

    def change(self, position: int, value: float) -> int:
        share = self.shares[position]
        if share:
            term = int(share * self.term(value) * _UNIT)
            self.total += term - self.terms[position]
            self.terms[position] = term
        return 1

    def result(self) -> float | None:
        return self.total / _UNIT


class _Ratios(_Total):
    """A mean that takes no score below 0; one of 0 makes it 0 where *zero_counts*."""

    def __init__(self, parts: Parts, term: Function, whole: Function, *, zero_counts: bool) -> None:
        self.whole, self.zero_counts = whole, zero_counts
        self.zeros: set[int] = set()
        self.negatives: set[int] = set()
        super().__init__(parts, term)

    def change(self, position: int, value: float) -> int:
        if not self.shares[position]:
            return 1
        for bag, belongs in ((self.zeros, value == 0), (self.negatives, value < 0)):
            (bag.add if belongs else bag.discard)(position)
        if value > 0:
            return super().change(position, value)
        self.total -= self.terms[position]
        self.terms[position] = 0
        return 1

    def result(self) -> float | None:
        if self.negatives:
            return None
        if self.zeros and (self.zero_counts or not self.total):
            return 0.0
        return self.whole(self.total / _UNIT)


def _power_mean(parts: Parts, exponent: float) -> _Ratios:
    def term(value: float) -> float:
        try:
            return min(float(value**exponent), _LARGEST)
        except OverflowError:
            return _LARGEST

    def whole(total: float) -> float:
        return float(total ** (1 / exponent)) if total > 0 else 0.0

    return _Ratios(parts, term, whole, zero_counts=exponent < 0)


class _WithPenalty:
    """The mean and its penalty for unequal parts."""

    def __init__(self, parts: Parts, sign: int) -> None:
        self.sign = sign
        self.mean = _Total(parts)
        self.square = _Total(parts, lambda value: value * value)

    def change(self, position: int, value: float) -> int:
        return self.mean.change(position, value) + self.square.change(position, value)

    def result(self) -> float | None:
        mean, square = self.mean.total / _UNIT, self.square.total / _UNIT
        variance = square - mean * mean
        if mean > 0:
            return mean + self.sign * variance / mean
        return None if variance > 1e-12 * square else mean


class _Extreme:
    """The first or the last of the scores."""

    def __init__(self, parts: Parts, which: int) -> None:
        self.which = which
        self.now = [value if share else None for share, value in parts]
        self.rising = sorted(value for value in self.now if value is not None)

    def change(self, position: int, value: float) -> int:
        was = self.now[position]
        if was is not None:
            del self.rising[bisect_left(self.rising, was)]
            insort(self.rising, value)
            self.now[position] = value
        return 1

    def result(self) -> float | None:
        return self.rising[self.which]


class _Median:
    """The score at which the shares pass one half, in whole numbers."""

    def __init__(self, parts: Parts) -> None:
        self.unit = lcm(*(share.denominator for share, _ in parts))
        self.shares = [int(share * self.unit) for share, _ in parts]
        self.now = [value for _, value in parts]
        self.rising = sorted(
            (value, share) for value, share in zip(self.now, self.shares, strict=True) if share
        )

    def change(self, position: int, value: float) -> int:
        share = self.shares[position]
        if share:
            del self.rising[bisect_left(self.rising, (self.now[position], share))]
            insort(self.rising, (value, share))
            self.now[position] = value
        return 1 + len(self.rising) // 10

    def result(self) -> float | None:
        reached, at = self.rising[0][1], 0
        while 2 * reached < self.unit:
            at += 1
            reached += self.rising[at][1]
        score = self.rising[at][0]
        return (score + self.rising[at + 1][0]) / 2 if 2 * reached == self.unit else score
