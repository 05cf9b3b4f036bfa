"""The natural logarithm to 50 digits."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache

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
