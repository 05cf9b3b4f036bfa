"""Skewness and kurtosis, by which a column has outliers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from kediri_index.scoring.numbers import whole_values

FEWEST = 4
"""Of fewer values the corrected kurtosis is not defined."""

Sum = Any
"""A sum: a whole number, or one of arrays with its error."""


def squared_skewness(n: int, second: Sum, third: Sum) -> Sum:
    """Return the square of the skewness of *n* values, from sums of powers of their distances.

    The distances are those from the mean, in any unit. With the small-sample correction that
    spreadsheets use. The square is exact, the skewness itself a root.
    """
    return third * third * Fraction(n * n * (n - 1), (n - 2) ** 2) / (second * second * second)


def excess_kurtosis(n: int, second: Sum, fourth: Sum) -> Sum:
    """Return the excess kurtosis, likewise corrected."""
    excess = fourth * Fraction(n) / (second * second) - 3
    return (excess * (n + 1) + 6) * Fraction(n - 1, (n - 2) * (n - 3))


def tail_of(values: Sequence[Fraction], skew: Fraction, kurtosis: Fraction) -> int:
    """Return 0 where *values* pass, else -1 or 1: the side they are skewed to.

    Too few values, or equal ones, pass.
    """
    n = len(values)
    if n < FEWEST:
        return 0
    whole, _ = whole_values(values)
    total = sum(whole)
    apart = [n * value - total for value in whole]
    squares = [one * one for one in apart]
    second = sum(squares)
    if second == 0:
        return 0
    third = sum(square * one for square, one in zip(squares, apart, strict=True))
    fourth = sum(square * square for square in squares)
    if squared_skewness(n, second, third) < skew * skew:
        return 0
    if excess_kurtosis(n, second, fourth) < kurtosis:
        return 0
    return -1 if third < 0 else 1
