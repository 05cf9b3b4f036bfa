"""Rounding to decimals as people do it by hand: a tie goes away from zero."""

from __future__ import annotations

from fractions import Fraction


def round_half_up(value: Fraction, decimals: int) -> Fraction:
    """Return *value* at *decimals* decimals, exactly; 3.315 becomes 3.32, -0.125 becomes -0.13."""
    factor = 10**decimals
    over, under = value.as_integer_ratio()
    if factor % under == 0:  # it has no more decimals
        return value
    whole = (2 * abs(over) * factor + under) // (2 * under)
    return Fraction(whole if over >= 0 else -whole, factor)
