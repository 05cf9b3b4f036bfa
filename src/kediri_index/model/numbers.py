"""Numbers as cells hold them, as sentences list them, and as people miss them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from kediri_index.model.language import Perhaps
from kediri_index.model.scoring import Fault, Range

SIGNIFICANT_DIGITS: Final = 15
_DECIMALS_OF_A_SHARE: Final = 2


def stored_digits(stored: str, number: Fraction) -> str:
    """Return a stored number in the digits that a spreadsheet shows: at most 15 that count.

    *number* is what it was read as, which has no more digits than that.
    """
    if len(stored) <= SIGNIFICANT_DIGITS and "e" not in stored.lower():
        return stored
    over, under = number.as_integer_ratio()
    power, decimals = 1, 0
    while power % under:
        power, decimals = power * 10, decimals + 1
    digits = str(abs(over) * power // under).rjust(decimals + 1, "0")
    sign = "-" if over < 0 else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)


@lru_cache(maxsize=100_000)
def decimal_of(number: float) -> Fraction:
    """Return the decimal of at most 15 digits that *number* is the double of."""
    return Fraction(repr(number))


def joined(texts: Sequence[str]) -> str:
    """Return the texts of several cells as one; a single one stays what it is."""
    return texts[0] if len(texts) == 1 else "; ".join(map(_as_seen, texts))


def _as_seen(text: str) -> str:
    """Return the text of a cell; 0.85 that is shown as a percentage is 85 %."""
    if not isinstance(text, PercentDigits):
        return text
    whole, _, part = text.removeprefix("-").partition(".")
    part = part.ljust(_DECIMALS_OF_A_SHARE, "0")
    whole = (whole + part[:_DECIMALS_OF_A_SHARE]).lstrip("0") or "0"
    rest = part[_DECIMALS_OF_A_SHARE:]
    sign = "-" if text.startswith("-") else ""
    return f"{sign}{whole}{'.' if rest else ''}{rest} %"


class Digits(str):
    """A number's digits as stored, such as ``2.75``; a text that was typed is a plain ``str``."""

    __slots__ = ()


class PercentDigits(Digits):
    """The digits of a number that is shown as a percentage: ``0.032`` is seen as 3.2 %."""

    __slots__ = ()


class Printed(str):
    """A figure as it was printed, with a point: every zero of it is kept."""

    __slots__ = ()


POWERS: Final = (10, 100, 1000, 10**6, 10**9)
FACTORS: Final = tuple(
    factor for power in POWERS for factor in (Fraction(1, power), Fraction(power))
)
"""The smallest first: the nearest reading is the likeliest."""
_THOUSANDTH: Final = Fraction(1, 1000)
_LEAST: Final = POWERS[0]
"""The factor that changes a number least, or one by it."""
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
    over, under = number.as_integer_ratio()
    goal_over, goal_under = goal.as_integer_ratio()
    size, wanted = over * goal_under, goal_over * under  # as of Fractions, in a tenth of the time
    if size <= 0 or wanted <= 0:
        return None
    if NEAR * size < _LEAST * wanted and NEAR * wanted < _LEAST * size:  # as nearly all are
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
