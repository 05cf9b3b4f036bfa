"""The natural logarithm to 50 digits."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

DIGITS = 50
_GUARD_DIGITS = 10


def natural_logarithm(value: Fraction) -> Fraction:
    """Return ln(*value*) to 50 significant digits; *value* is above zero."""
    context = Context(prec=DIGITS + _GUARD_DIGITS)
    quotient = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(Context(prec=DIGITS).plus(context.ln(quotient)))
