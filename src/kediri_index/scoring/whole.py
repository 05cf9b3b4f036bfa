"""Fractions as whole numbers of one small unit: comparing and adding these takes a tenth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm

from kediri_index.model.scoring import Column

LARGEST_UNIT = 10**1000
"""Many quotients have no common unit that is of any use."""


def common_unit(values: Sequence[Fraction]) -> int | None:
    """Return the number by which all *values* are whole, or None where it is beyond use."""
    unit = 1
    for denominator in {value.denominator for value in values}:
        unit = lcm(unit, denominator)
        if unit > LARGEST_UNIT:
            return None
    return unit


def in_units(value: Fraction, unit: int) -> int:
    """Return how many times 1/*unit* goes into *value*, rounded down."""
    return value.numerator * unit // value.denominator


def total(values: Iterable[Fraction]) -> Fraction:
    """Return the sum of *values*, exactly."""
    ratios = [value.as_integer_ratio() for value in values]
    unit = lcm(*{under for _, under in ratios})
    return Fraction(sum(over * (unit // under) for over, under in ratios), unit)


def column_of(
    values: Sequence[Fraction],
    sign: int,
    reference: Fraction | None = None,
    *,
    has_reference: bool = False,
) -> Column:
    """Return the column of *values*, and of the *reference*; both become those with *sign*."""
    unit = common_unit(values)
    referred = None if reference is None else sign * reference
    if unit is None:
        ordered = tuple(sorted(sign * value for value in values))
        return Column(ordered, 1, sign, referred, has_reference)
    whole = tuple(sorted(sign * in_units(value, unit) for value in values))
    return Column(whole, unit, sign, referred, has_reference)
