"""Numbers and roundings as formulas write them; spreadsheets compute in binary doubles."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from kediri_index.model.definition import Definition

_DIGITS: Final = 15
"""Of a number, a spreadsheet takes no more."""
_SURE: Final = 13
"""So many significant digits of a sum of products are right."""
_LARGEST: Final = Fraction(10) ** 300

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


def is_storable(value: Fraction) -> bool:
    """Return whether a cell can hold *value*."""
    return abs(value) < _LARGEST


def guard_of(definition: Definition) -> int:
    """Return to how many decimals a computed score is right, whatever its last binary digits.

    A score that is exactly 3.315 may come out as 3.31499999999999995: rounded to these decimals
    first, it is 3.315 again, and rounds as people round it.
    """
    ends = definition.scale or (Fraction(0), Fraction(100))
    whole = len(str(int(max(abs(end) for end in ends))))
    return max(_SURE - whole, definition.publish.decimals + 2)


def rounded(definition: Definition, expression: str) -> str:
    """Return *expression* rounded half up to the published decimals, ties away from zero."""
    guard, decimals = guard_of(definition), definition.publish.decimals
    return f"ROUND(ROUND({expression},{guard}),{decimals})"


def _decimals(value: Fraction) -> int | None:
    """Return how many decimals *value* has; None where it has too many for a cell."""
    for decimals in range(_DIGITS + 1):
        if 10**decimals % value.denominator == 0:
            digits = len(str(value.numerator * 10**decimals // value.denominator))
            return decimals if digits <= _DIGITS else None
    return None
