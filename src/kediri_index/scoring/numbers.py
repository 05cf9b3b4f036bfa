"""Logarithms, roots, powers, means and medians: exact, or right to 50 digits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from kediri_index.model.aggregation import Weighted

DIGITS = 50
_GUARD_DIGITS = 10


_LARGEST_PART = 1000
"""Of a ratio of logarithms that is a fraction: larger ones come of no round numbers."""
_NEAR = Fraction(1, 10**30)


@lru_cache(maxsize=512)  # the two posts of an indicator are those of every unit
def natural_logarithm(value: Fraction) -> Fraction:
    """Return ln(*value*) to 50 significant digits; *value* is above zero."""
    context = Context(prec=DIGITS + _GUARD_DIGITS)
    quotient = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(Context(prec=DIGITS).plus(context.ln(quotient)))


def share_of_logarithms(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """Return (ln *value* - ln *low*)/(ln *high* - ln *low*); all three are above zero.

    It is exactly p/q where (value/low)^q = (high/low)^p: half for 8 between 2 and 32. Fractions up
    to 1000 are found, so that a tie rounds as a tie; else it is right to some 50 digits.
    """
    of_value, of_low, of_high = map(natural_logarithm, (value, low, high))
    share = (of_value - of_low) / (of_high - of_low)
    simple = share.limit_denominator(_LARGEST_PART)
    over, under = simple.as_integer_ratio()
    if abs(over) > _LARGEST_PART or abs(share - simple) > _NEAR:
        return share
    return simple if (value / low) ** under == (high / low) ** over else share


_DIGITS = 60
_SAME = Fraction(1, 10**55)
_SIMPLE = 10**20
"""Fractions with a denominator up to this are 10^-40 apart, so that at most one is the same."""
_LARGEST_EXPONENT = 12
"""Powers with larger numbers than this in their exponent are not written out as fractions."""


def exact_root(value: Fraction, degree: int) -> Fraction | None:
    """Return the root of *value* (not below 0) where it is a fraction; *degree* is above 0."""
    over, under = _integer_root(value.numerator, degree), _integer_root(value.denominator, degree)
    return None if over is None or under is None else Fraction(over, under)


def exact_power(value: Fraction, exponent: Fraction) -> Fraction | None:
    """Return *value* ^ *exponent* where that is a fraction of moderate size.

    *value* is not below 0, and above it where the exponent is below 0.
    """
    if max(abs(exponent.numerator), exponent.denominator) > _LARGEST_EXPONENT:
        return None
    root = exact_root(value, exponent.denominator)
    return None if root is None else root**exponent.numerator


def root(value: Fraction, degree: int) -> Fraction:
    """Return the root of *value*, which is above 0."""
    context = Context(prec=_DIGITS + _GUARD_DIGITS)
    logarithm = context.ln(_decimal(value, context))
    found = _kept(context.exp(context.divide(logarithm, Decimal(degree))))
    if value.denominator.bit_length() > degree * _SIMPLE.bit_length():
        return exact_root(value, degree) or found  # it may be a fraction, though no simple one
    return found


def exponential_of_logarithms(children: Weighted) -> Fraction:
    """Return exp(the sum of share x ln(score)) of scores above 0."""
    context = Context(prec=_DIGITS + _GUARD_DIGITS)
    total = Decimal(0)
    for share, score in children:
        logarithm = context.ln(_decimal(score, context))
        total = context.add(total, context.multiply(_decimal(share, context), logarithm))
    return _kept(context.exp(total))


def power_mean(children: Weighted, exponent: Fraction) -> Fraction:
    """Return (the sum of share x score ^ exponent) ^ (1/exponent); scores are not below 0.

    Where the exponent is below 0, so is no score.
    """
    lost = len(str(exponent.denominator // abs(exponent.numerator)))  # near 0 every power is near 1
    context = Context(prec=_DIGITS + _GUARD_DIGITS + lost)
    power = _decimal(exponent, context)
    total = Decimal(0)
    for share, score in children:
        if score:
            logarithm = context.ln(_decimal(score, context))
            term = context.exp(context.multiply(power, logarithm))
            total = context.add(total, context.multiply(_decimal(share, context), term))
    return _kept(context.exp(context.divide(context.ln(total), power)))


def _integer_root(value: int, degree: int) -> int | None:
    """Return the whole number whose *degree*-th power is *value*, or None; by Newton's method."""
    if value < 2 or degree == 1:  # noqa: PLR2004 - 0 and 1 are their own roots
        return value
    if degree >= value.bit_length():
        return None
    root = 1 << -(-value.bit_length() // degree)
    while True:
        lower = ((degree - 1) * root + value // root ** (degree - 1)) // degree
        if lower >= root:
            return root if root**degree == value else None
        root = lower


def _decimal(value: Fraction, context: Context) -> Decimal:
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))


def _kept(value: Decimal) -> Fraction:
    """Return *value* (above 0) as the simple fraction that it is, else its first 60 digits."""
    exact = Fraction(Context(prec=_DIGITS).plus(value))
    simple = exact.limit_denominator(_SIMPLE)
    return simple if abs(simple - exact) <= _SAME * exact else exact


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
