"""Fractions as whole numbers of one small unit: comparing and adding these takes a tenth.

And means and medians of fractions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from math import lcm

from kediri_index.scoring.logarithm import DIGITS

_LONGEST_DENOMINATOR = 10 ** (2 * DIGITS)
LARGEST_UNIT = 10**1000
"""Many quotients have no common unit that is of any use."""
_MANY_DIGITS = 100
"""Of the largest of them: what 50 digits are computed from."""


def common_unit(values: Sequence[Fraction]) -> int | None:
    """Return the number by which all *values* are whole, or None where it is beyond use."""
    unit = 1
    for denominator in {value.denominator for value in values}:
        unit = lcm(unit, denominator)
        if unit > LARGEST_UNIT:
            return None
    return unit


def whole_values(values: Sequence[Fraction]) -> tuple[list[int], int]:
    """Return *values* as whole numbers and their unit: the common one, or one of 100 digits.

    Then they are rounded down.
    """
    unit = common_unit(values)
    if unit is None:
        largest = max(map(abs, values))
        size = len(str(largest.numerator)) - len(str(largest.denominator))
        unit = 10 ** max(_MANY_DIGITS - size, 0)
    return [in_units(value, unit) for value in values], unit


def in_units(value: Fraction, unit: int) -> int:
    """Return how many times 1/*unit* goes into *value*, rounded down."""
    return value.numerator * unit // value.denominator


def total(values: Iterable[Fraction]) -> Fraction:
    """Return the sum of *values*, exactly."""
    ratios = [value.as_integer_ratio() for value in values]
    unit = lcm(*{under for _, under in ratios})
    return Fraction(sum(over * (unit // under) for over, under in ratios), unit)


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
