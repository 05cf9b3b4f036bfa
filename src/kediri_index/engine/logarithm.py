"""The natural logarithm to 50 digits."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache

DIGITS = 50
_GUARD_DIGITS = 10


@lru_cache(maxsize=512)  # the two posts of an indicator are those of every unit
def natural_logarithm(value: Fraction) -> Fraction:
    """Return ln(*value*) to 50 significant digits; *value* is above zero."""
    context = Context(prec=DIGITS + _GUARD_DIGITS)
    quotient = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(Context(prec=DIGITS).plus(context.ln(quotient)))
