"""Skewness and kurtosis, and what is done to a column that has too much of both."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.scoring.logarithm import DIGITS, natural_logarithm
from kediri_index.scoring.whole import common_unit, in_units

FEWEST = 4
"""Of fewer values the corrected kurtosis is not defined."""

_EDGE = Fraction(1, 100)


class Shape(NamedTuple):
    """The *sign* and square of the skewness, and the excess kurtosis, of a sample.

    Both with the small-sample correction that spreadsheets use. The square is exact, the skewness
    itself a root.
    """

    sign: int
    squared_skewness: Fraction
    kurtosis: Fraction

    def passes(self, skew: Fraction, kurtosis: Fraction) -> bool:
        """Return whether either is below its limit."""
        return self.squared_skewness < skew * skew or self.kurtosis < kurtosis


def shape_of(values: Sequence[int]) -> Shape | None:
    """Return the shape of *values* in whole units; None where they are too few or all equal."""
    n = len(values)
    if n < FEWEST:
        return None
    total = sum(values)
    apart = [n * value - total for value in values]  # n times too large
    squares = [one * one for one in apart]
    second = sum(squares)
    if second == 0:
        return None
    third = sum(square * one for square, one in zip(squares, apart, strict=True))
    fourth = sum(square * square for square in squares)
    skewness = Fraction(third * third * n, second**3) * Fraction(n * (n - 1), (n - 2) ** 2)
    excess = Fraction(fourth * n, second * second) - 3
    kurtosis = ((n + 1) * excess + 6) * Fraction(n - 1, (n - 2) * (n - 3))
    return Shape(-1 if third < 0 else 1, skewness, kurtosis)


def whole_values(values: Sequence[Fraction]) -> list[int]:
    """Return *values* in whole units: exactly, or many quotients to 50 digits of the largest."""
    unit = common_unit(values)
    if unit is None:
        largest = max(map(abs, values))
        size = len(str(largest.numerator)) - len(str(largest.denominator))
        unit = 10 ** max(DIGITS - size, 0)
    return [in_units(value, unit) for value in values]


def pulled_in(values: Sequence[int], *, high: bool) -> tuple[list[int], list[int]]:
    """Return *values* with the highest, or lowest, moved to the next one, and where they stand."""
    end = max(values) if high else min(values)
    moved = [position for position, value in enumerate(values) if value == end]
    others = [value for value in values if value != end]
    following = max(others) if high else min(others)
    return [following if value == end else value for value in values], moved


def logarithms(values: Sequence[Fraction], *, mirrored: bool) -> list[Fraction]:
    """Return ln(x - min + 0.01 (max - min)), or mirrored -ln(max + 0.01 (max - min) - x)."""
    low, high = min(values), max(values)
    edge = _EDGE * (high - low)
    if mirrored:
        return [-natural_logarithm(high + edge - value) for value in values]
    return [natural_logarithm(value - low + edge) for value in values]
