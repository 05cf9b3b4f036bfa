"""The number that was perhaps meant where one lies out of bounds: a hint, never a value."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from kediri_index.model.magnitude import factors_of
from kediri_index.model.meant import Perhaps
from kediri_index.model.scoring import Range

_SHARE: Final = 100
_TWO_DIGITS: Final = 10


def slip(value: Fraction, bounds: Range, *, percent: bool = False) -> Perhaps:
    """Return the number within *bounds* that *value* is without a slip of its decimal mark.

    A lost mark (32 for 3,2) takes two digits; where the unit is percent, a share (0,85) may stand
    for 85.
    """
    factors = [factor for factor in factors_of(value) if factor < 1 and abs(value) >= _TWO_DIGITS]
    if percent:
        factors.append(Fraction(_SHARE))
    meant = (value * factor for factor in factors)
    return Perhaps(next((number for number in meant if within(number, bounds)), None))


def within(number: Fraction, bounds: Range) -> bool:
    """Return whether *number* lies within *bounds*, both ends included."""
    return bounds[0] <= number <= bounds[1]
