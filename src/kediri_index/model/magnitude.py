"""Powers of ten by which people miss a number: a lost decimal mark, a share, rupiah in full."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.finding_params import Perhaps
from kediri_index.model.scoring import Fault, Range

POWERS: Final = (10, 100, 1000, 10**6, 10**9)
FACTORS: Final = tuple(
    factor for power in POWERS for factor in (Fraction(1, power), Fraction(power))
)
"""The smallest first: the nearest reading is the likeliest."""
_THOUSANDTH: Final = Fraction(1, 1000)
NEAR: Final = 2
"""What is half to twice a figure fits it."""
NEAR_TEN: Final = Fraction(5, 4)
"""A slip by ten has to come so near, since figures may differ as much by themselves."""


class Scaled(NamedTuple):
    """What has to be done to a number that is a power of ten off."""

    factor: Fraction


def factors_of(number: Fraction) -> Iterator[Fraction]:
    """Yield the factors, but none that makes less than one of a million or billion of something."""
    for factor in FACTORS:
        if factor >= _THOUSANDTH or abs(number) * factor >= 1:
            yield factor


def factor_within(number: Fraction, bounds: Range) -> Fraction | None:
    """Return the factor that takes *number* within *bounds*; None where there is none."""
    low, high = bounds
    return next((factor for factor in factors_of(number) if low <= number * factor <= high), None)


def factor_near(number: Fraction, goal: Fraction, *, percent: bool = False) -> Fraction | None:
    """Return the factor that makes *number* half to twice *goal*, both above zero.

    A count of single things is not a tenth of anything: 9 events for 2 stay 9. With *percent* they
    count nothing, so that 72 for 7 is perhaps 7.2.
    """
    if number <= 0 or goal <= 0:
        return None
    factor = factor_within(number, (goal / NEAR, goal * NEAR))
    counts = not percent and number.denominator == goal.denominator == 1
    if counts and factor == Fraction(1, 10) and (number * factor).denominator != 1:
        return None
    return factor


def with_reading(
    fault: Fault, number: Fraction, valid: Range | None, *, percent: bool
) -> dict[str, object]:
    """Return the figures of *fault*; where it has a target, with the valid reading near it."""
    figures = dict(fault.params)
    target = figures.get("target")
    if isinstance(target, Fraction):
        factor = factor_near(number, target, percent=percent)
        maybe = None if factor is None else number * factor
        is_valid = maybe is not None and (valid is None or valid[0] <= maybe <= valid[1])
        figures["perhaps"] = Perhaps(maybe if is_valid else None)
    return figures
