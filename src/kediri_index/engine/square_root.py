"""The square root to 50 digits."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from kediri_index.engine.logarithm import DIGITS

_GUARD_DIGITS = 10


def square_root(value: Fraction) -> Fraction:
    """Return the square root of *value*, which is not below zero, to 50 significant digits."""
    context = Context(prec=DIGITS + _GUARD_DIGITS)
    quotient = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(Context(prec=DIGITS).plus(context.sqrt(quotient)))
