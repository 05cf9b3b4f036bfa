"""Square roots to 50 digits."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from kediri_index.scoring.logarithm import DIGITS
from kediri_index.scoring.roots import exact_root

_GUARD_DIGITS = 10


def square_root(value: Fraction) -> Fraction:
    """Return the square root of *value*, which is not below zero, to 50 significant digits."""
    context = Context(prec=DIGITS + _GUARD_DIGITS)
    quotient = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(Context(prec=DIGITS).plus(context.sqrt(quotient)))


def quotient_by_root(value: Fraction, square: Fraction) -> Fraction:
    """Return *value* over the root of *square*: exactly where that is a fraction, or to 50 digits.

    As a decimal number: the sum of many quotients by such roots would grow to thousands of digits.
    """
    exact = exact_root(square, 2)
    if exact is not None:
        return value / exact
    quotient = value / square_root(square)
    context = Context(prec=DIGITS + _GUARD_DIGITS)
    return Fraction(context.divide(Decimal(quotient.numerator), Decimal(quotient.denominator)))
