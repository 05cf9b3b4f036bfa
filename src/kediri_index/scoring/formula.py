"""Numbers as a formula of a spreadsheet writes them."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

_DIGITS: Final = 15
"""A spreadsheet reads no more digits of a number."""

TINY: Final = "1E-10"
"""Scores closer than this are equal, as the engine has it for classes."""


def number(value: Fraction) -> str:
    """Return *value* as a formula writes it: in decimals where they are few, else as a quotient."""
    if value < 0:
        return f"(-{number(-value)})"
    decimals = _decimals(value)
    if decimals is None:
        return f"({value.numerator}/{value.denominator})"
    if not decimals:
        return str(value.numerator)
    digits = str(value.numerator * 10**decimals // value.denominator).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}"


def _decimals(value: Fraction) -> int | None:
    """Return how many decimals *value* has; None where it has too many for a cell."""
    for decimals in range(_DIGITS + 1):
        if 10**decimals % value.denominator == 0:
            digits = len(str(value.numerator * 10**decimals // value.denominator))
            return decimals if digits <= _DIGITS else None
    return None
