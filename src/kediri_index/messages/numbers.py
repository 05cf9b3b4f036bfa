"""Numbers as people read them: 3,31 in Indonesian, 3.31 in English."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from kediri_index.model.definition import Language

_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)
_SHOWN_DIGITS = 15


def fixed(number: Fraction, decimals: int) -> str:
    """Return *number* with exactly *decimals* decimals, half up, with a point and a hyphen."""
    scaled = abs(number) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if number < 0 and whole else ""
    if not decimals:
        return sign + digits
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def plain(number: Fraction | Decimal | float) -> str:
    """Return *number* in up to 15 significant digits, without an exponent, with a point."""
    fraction = Fraction(number)
    quotient = _EXACT.divide(Decimal(fraction.numerator), Decimal(fraction.denominator))
    rounded = Context(prec=_SHOWN_DIGITS, rounding=ROUND_HALF_UP).plus(quotient)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def localised(text: str, language: Language) -> str:
    """Return a number written with a point in the decimals of *language*."""
    return text if language is Language.EN else text.replace(".", ",")


def grouped(number: int, language: Language) -> str:
    """Return a whole number with the marks of thousands of *language*."""
    text = f"{number:,}"
    return text if language is Language.EN else text.replace(",", ".")
