"""Rounding to decimals as people do it by hand: a tie goes away from zero."""

from __future__ import annotations

from fractions import Fraction


def round_half_up(value: Fraction, decimals: int) -> Fraction:
    """Return *value* at *decimals* decimals, exactly; 3.315 becomes 3.32, -0.125 becomes -0.13."""
    factor = 10**decimals
    scaled = abs(value) * factor
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, factor)
