"""Aggregations of which one part changes at a time, in floats.

Totals are whole numbers of 2^-80, so that they do not depend on the order of changes.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from math import exp, log
from typing import Protocol

from kediri_index.model.aggregation import Aggregation
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power

_UNIT = 1 << 80
_LARGEST = 1e100
"""What a term is cut to, so that it remains a number."""

Function = Callable[[float], float]


class RunningMean(Protocol):
    """A combined score that follows its parts."""

    def change(self, position: int, weight: int, value: float) -> None:
        """Take another weight and score of one part; the weight is 0 where it does not count."""

    def result(self) -> float | None:
        """Return the combined score; None where it is undefined. Some part has to count."""


Parts = Sequence[tuple[int, float]]
"""The weight and the score of each child."""


def running_mean(aggregation: Aggregation, parts: Parts, whole: int | None = None) -> RunningMean:
    """Return the combined score of *parts*, which follows them.

    Weights are out of *whole*, or of those that count where it is None.
    """
    found: RunningMean = _Total(whole)
    match aggregation:
        case Min():
            found = _Extreme(0)
        case Max():
            found = _Extreme(-1)
        case Median():
            found = _Median()
        case MazziottaPareto(sign):
            found = _WithPenalty(sign)
        case Geometric():
            found = _Ratios(log, exp, zero_counts=True)
        case Harmonic():
            found = _power_mean(-1.0)
        case Power(exponent) if exponent != 1:
            found = _power_mean(float(exponent))
    for position, (weight, value) in enumerate(parts):
        found.change(position, weight, value)
    return found


class _Total:
    """The mean of a function of the score, by weight."""

    def __init__(self, whole: int | None = None, term: Function = float) -> None:
        self.term = term
        self.whole = whole
        self.terms: dict[int, tuple[int, int]] = {}
        self.total = self.weight = 0

    def change(self, position: int, weight: int, value: float) -> None:
        lost, less = self.terms.pop(position, (0, 0))
        term = 0
        if weight:
            term = weight * int(self.term(value) * _UNIT)
            self.terms[position] = term, weight
        self.total += term - lost
        self.weight += weight - less

    def mean(self) -> float:
        return self.total / (_UNIT * (self.whole or self.weight))

    def result(self) -> float | None:
        return self.mean()


class _Ratios(_Total):
    """A mean that takes no score below 0; one of 0 makes it 0 where *zero_counts*."""

    def __init__(self, term: Function, result: Function, *, zero_counts: bool) -> None:
        super().__init__(None, lambda value: term(value) if value > 0 else 0.0)
        self.of_mean, self.zero_counts = result, zero_counts
        self.zeros: set[int] = set()
        self.negatives: set[int] = set()

    def change(self, position: int, weight: int, value: float) -> None:
        for bag, belongs in ((self.zeros, value == 0), (self.negatives, value < 0)):
            (bag.add if weight and belongs else bag.discard)(position)
        super().change(position, weight, value)

    def result(self) -> float | None:
        if self.negatives:
            return None
        if self.zeros and (self.zero_counts or not self.total):
            return 0.0
        return self.of_mean(self.mean())


def _power_mean(exponent: float) -> _Ratios:
    def term(value: float) -> float:
        try:
            return min(float(value**exponent), _LARGEST)
        except OverflowError:
            return _LARGEST

    def result(mean: float) -> float:
        return float(mean ** (1 / exponent)) if mean > 0 else 0.0

    return _Ratios(term, result, zero_counts=exponent < 0)


class _WithPenalty:
    """The mean and its penalty for unequal parts."""

    def __init__(self, sign: int) -> None:
        self.sign = sign
        self.of_scores = _Total()
        self.of_squares = _Total(None, lambda value: value * value)

    def change(self, position: int, weight: int, value: float) -> None:
        self.of_scores.change(position, weight, value)
        self.of_squares.change(position, weight, value)

    def result(self) -> float | None:
        mean, square = self.of_scores.mean(), self.of_squares.mean()
        variance = square - mean * mean
        if mean > 0:
            return mean + self.sign * variance / mean
        return None if variance > 1e-12 * square else mean


class _Extreme:
    """The first or the last of the scores."""

    def __init__(self, which: int) -> None:
        self.which = which
        self.now: dict[int, float] = {}
        self.rising: list[float] = []

    def change(self, position: int, weight: int, value: float) -> None:
        was = self.now.pop(position, None)
        if was is not None:
            del self.rising[bisect_left(self.rising, was)]
        if weight:
            insort(self.rising, value)
            self.now[position] = value

    def result(self) -> float | None:
        return self.rising[self.which]


class _Median:
    """The score at which the weights pass one half; *below* is the weight before place *at*."""

    def __init__(self) -> None:
        self.now: dict[int, tuple[float, int]] = {}
        self.rising: list[tuple[float, int]] = []
        self.at = self.below = self.total = 0

    def change(self, position: int, weight: int, value: float) -> None:
        was = self.now.pop(position, None)
        if was is not None:
            self._move(bisect_left(self.rising, was), was[1], -1)
            del self.rising[bisect_left(self.rising, was)]
        if weight:
            self.now[position] = value, weight
            self._move(bisect_left(self.rising, (value, weight)), weight, 1)
            insort(self.rising, (value, weight))

    def _move(self, place: int, weight: int, sign: int) -> None:
        """Keep *at* with its score where one comes to *place* or leaves it."""
        self.total += sign * weight
        if place < self.at:
            self.at += sign
            self.below += sign * weight

    def result(self) -> float | None:
        while self.at and (self.at == len(self.rising) or 2 * self.below >= self.total):
            self.at -= 1
            self.below -= self.rising[self.at][1]
        while 2 * (reached := self.below + self.rising[self.at][1]) < self.total:
            self.below = reached
            self.at += 1
        score = self.rising[self.at][0]
        return (score + self.rising[self.at + 1][0]) / 2 if 2 * reached == self.total else score
