"""Aggregations of which one part changes at a time, in floats.

Totals are whole numbers of 2^-80, so that they do not depend on the order of changes.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Protocol

from kediri_index.model.aggregation import Aggregation, Function, Undefined

_UNIT = 1 << 80
_TINY = 1e-12
"""What is nearer to 0 is 0, but for the last digits of doubles."""


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
    found = _running(aggregation, whole)
    for position, (weight, value) in enumerate(parts):
        found.change(position, weight, value)
    return found


def _running(aggregation: Aggregation, whole: int | None) -> RunningMean:
    function, quantile = aggregation.function, aggregation.quantile
    if function is not None:
        return _Total(whole) if function.of_negative else _Ratios(function)
    if aggregation.penalty:
        return _WithPenalty(aggregation.penalty)
    if quantile is not None:
        return _Quantile(quantile)
    return _Combined(aggregation)


class _Total:
    """The mean of a function of the score, by weight."""

    def __init__(self, whole: int | None = None, term: Callable[[float], float] = float) -> None:
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
    """The mean of a function that has no value below 0; one score of 0 may make it 0."""

    def __init__(self, function: Function) -> None:
        super().__init__(None, lambda value: function.in_doubles(value) if value > 0 else 0.0)
        self.function = function
        self.zeros: set[int] = set()
        self.negatives: set[int] = set()

    def change(self, position: int, weight: int, value: float) -> None:
        value = 0.0 if abs(value) < _TINY else value
        for bag, belongs in ((self.zeros, value == 0), (self.negatives, value < 0)):
            (bag.add if weight and belongs else bag.discard)(position)
        super().change(position, weight, value)

    def result(self) -> float | None:
        if self.negatives:
            return None
        if self.zeros and (self.function.zero_sinks or not self.total):
            return 0.0
        return self.function.from_doubles(self.mean())


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


class _Quantile:
    """The score at which the weights pass a quantile; *below* is the weight before place *at*."""

    def __init__(self, quantile: Fraction) -> None:
        self.over, self.under = quantile.as_integer_ratio()
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
        wanted = self.over * self.total
        while self.at and (self.at == len(self.rising) or self.under * self.below >= wanted):
            self.at -= 1
            self.below -= self.rising[self.at][1]
        while self.under * (reached := self.below + self.rising[self.at][1]) < wanted:
            self.below = reached
            self.at += 1
        score = self.rising[self.at][0]
        if self.under * reached == wanted and self.at + 1 < len(self.rising):
            return (score + self.rising[self.at + 1][0]) / 2
        return score


class _Combined:
    """Any other aggregation: all is combined again."""

    def __init__(self, aggregation: Aggregation) -> None:
        self.aggregation = aggregation
        self.now: dict[int, tuple[int, float]] = {}

    def change(self, position: int, weight: int, value: float) -> None:
        self.now[position] = weight, value

    def result(self) -> float | None:
        total = sum(weight for weight, _ in self.now.values())
        children = [
            (Fraction(weight, total), Fraction(value)) for weight, value in self.now.values()
        ]
        found = self.aggregation.combine(children)
        return None if isinstance(found, Undefined) else float(found)
