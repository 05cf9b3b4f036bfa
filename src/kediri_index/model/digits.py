"""The text of a cell that holds a number: stored digits, which people see in their language."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final

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
