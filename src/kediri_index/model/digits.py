"""The text of a cell that holds a number: stored digits, which people see in their language."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

SIGNIFICANT_DIGITS: Final = 15
_LARGEST: Final = 1e30


def stored_digits(stored: str) -> str:
    """Return a stored number in the digits that a spreadsheet shows: at most 15 that count.

    What is no number, or beyond 1e±30, stays as it is.
    """
    if len(stored) <= SIGNIFICANT_DIGITS and "e" not in stored.lower():
        return stored
    try:
        number = float(stored)
    except ValueError:
        return stored
    if not 1 / _LARGEST <= abs(number) <= _LARGEST:
        return stored
    return _without_end(Decimal(f"{number:.{SIGNIFICANT_DIGITS - 1}e}"))


def joined(texts: Sequence[str]) -> str:
    """Return the texts of several cells as one; a single one stays what it is."""
    return texts[0] if len(texts) == 1 else "; ".join(map(_as_seen, texts))


def _as_seen(text: str) -> str:
    return f"{_without_end(100 * Decimal(text))} %" if isinstance(text, PercentDigits) else text


def _without_end(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Digits(str):
    """A number's digits as stored, such as ``2.75``; a text that was typed is a plain ``str``."""

    __slots__ = ()


class PercentDigits(Digits):
    """The digits of a number that is shown as a percentage: ``0.032`` is seen as 3.2 %."""

    __slots__ = ()


class Printed(str):
    """A figure as it was printed, with a point: every zero of it is kept."""

    __slots__ = ()
