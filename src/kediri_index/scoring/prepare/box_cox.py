"""The Box-Cox transform of positive values, and its power of maximum likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal, localcontext
from fractions import Fraction

from kediri_index.scoring.numbers import DIGITS, exact_power, natural_logarithm

LARGEST_POWER = 5
"""Powers are from minus this up to it."""
_LAST_PLACE = Decimal("1e-10")
_STEP = _LAST_PLACE / 100
"""Powers nearer to each other than this are one, and one nearer to 0 is 0."""
_GUARD = 30
_ZERO = Decimal(0)


def box_cox(value: Fraction, power: Fraction) -> Fraction:
    """Return (*value*^*power* - 1)/*power*, or ln(*value*) for 0; *value* is at least 1.

    It is exact where *value*^*power* is a fraction of moderate size, else right to 50 digits.
    """
    if not power:
        return natural_logarithm(value)
    exact = exact_power(value, power)
    if exact is not None:
        return (exact - 1) / power
    near = abs(power) * min(value - 1, Fraction(1))  # of a power near 1 as many digits cancel
    lost = max(len(str(near.denominator)) - len(str(near.numerator)) + 1, 0)
    with localcontext(Context(prec=DIGITS + _GUARD + lost)):
        exponent = _decimal(power)
        found = ((exponent * _decimal(value).ln()).exp() - 1) / exponent
    return Fraction(Context(prec=DIGITS).plus(found))


def likeliest_power(values: Sequence[Fraction]) -> Fraction:
    """Return the power of maximum likelihood for *values* - min + 1, which are not all equal.

    The logarithm of Box and Cox's likelihood is concave in the power: its slope changes its sign
    once. That place is found to ten decimals; beyond the powers there are it is the nearest one.
    """
    low = min(values)
    with localcontext(Context(prec=DIGITS)):
        logarithms = [_decimal(value - low + 1).ln() for value in values]
        middle = sum(logarithms, _ZERO) / len(logarithms)
        apart = [one - middle for one in logarithms]
        return Fraction(_likeliest(apart).quantize(_LAST_PLACE))


def _likeliest(apart: Sequence[Decimal]) -> Decimal:
    """Return where the slope is 0, by the Illinois method."""
    low, high = Decimal(-LARGEST_POWER), Decimal(LARGEST_POWER)
    below, above = _slope(apart, low), _slope(apart, high)
    if below >= 0:
        return low
    if above <= 0:
        return high
    last, side = low, 0
    while True:
        power = low + (high - low) * below / (below - above)
        if abs(power) < _STEP:
            power = Decimal(0)
        slope = _slope(apart, power)
        if not slope or abs(power - last) < _STEP:
            return power
        last = power
        if slope < 0:
            low, below = power, slope
            above = above / 2 if side < 0 else above
            side = -1
        else:
            high, above = power, slope
            below = below / 2 if side > 0 else below
            side = 1


def _slope(apart: Sequence[Decimal], power: Decimal) -> Decimal:
    """Return how ln(variance of e^(power u)/power²) grows with the power; the u add up to 0.

    The logarithm of the likelihood is this, times a number below 0.
    """
    if not power:
        return sum((one**3 for one in apart), _ZERO) / sum(one * one for one in apart)
    near = abs(power) * max(map(abs, apart))
    with localcontext(Context(prec=_GUARD + 3 * max(-near.adjusted(), 0))):  # what cancels near 0
        raised = [(power * one).exp() for one in apart]
        mean = sum(raised, _ZERO) / len(raised)
        off = [one - mean for one in raised]
        variance = sum((one * one for one in off), _ZERO)
        grown = sum((a * u * b for a, u, b in zip(off, apart, raised, strict=True)), _ZERO)
        return 2 * (grown / variance - 1 / power)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator
