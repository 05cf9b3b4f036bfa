"""Roots and powers: exact where they are fractions, else right to 50 digits.

Ten digits more are kept, so that roots of roots are right to 50 too. A value that is the same as
a simple fraction to 55 digits is that fraction: the root of 2 times the root of 8 is 4.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from kediri_index.model.aggregation import Weighted

_DIGITS = 60
_GUARD_DIGITS = 15
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
