"""Means and medians of many values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction

from kediri_index.scoring.logarithm import DIGITS
from kediri_index.scoring.whole import total

_LONGEST_DENOMINATOR = 10 ** (2 * DIGITS)


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the mean of *values*, of which there is at least one.

    It is exact, or where that would take more than a hundred digits (the mean of many quotients)
    to 50 significant ones: sums of such means would grow beyond use.
    """
    return shortened(total(values) / len(values))


def median(values: Sequence[Fraction]) -> Fraction:
    """Return the middle of *values*, or the mean of the two middle ones."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return shortened((ordered[middle - 1] + ordered[middle]) / 2)


def shortened(value: Fraction) -> Fraction:
    """Return *value*, to 50 significant digits where it would take more than a hundred."""
    if value.denominator <= _LONGEST_DENOMINATOR:
        return value
    quotient = Context(prec=DIGITS).divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(quotient)
