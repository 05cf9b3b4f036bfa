"""Roundings as formulas write them; spreadsheets compute in binary doubles."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from kediri_index.model.definition import Definition

_SURE: Final = 13
"""So many significant digits of a sum of products are right."""
_LARGEST: Final = Fraction(10) ** 300


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
