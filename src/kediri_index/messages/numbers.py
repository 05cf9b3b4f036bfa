"""Numbers and days as people read them: 3,31 in Indonesian, 3.31 in English."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from kediri_index.model.language import Language

_MONTHS = {
    Language.ID: (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    ),
    Language.EN: (
        "January February March April May June July August September October November December"
    ),
}
_SHORT = {
    Language.ID: "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
    Language.EN: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}


def in_full(day: date, language: Language) -> str:
    """Return *day* with its month in full, and its year."""
    return f"{day.day} {_MONTHS[language].split()[day.month - 1]} {day.year}"


def in_short(day: date, language: Language, year: int | None) -> str:
    """Return *day* with its month in three letters; the year only where it is not *year*."""
    short = f"{day.day} {_SHORT[language].split()[day.month - 1]}"
    return short if day.year == year else f"{short} {day.year}"


_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)
_SHOWN_DIGITS = 15
_MILLION, _NINE_DECIMALS = 10**6, 10**9


def fixed(number: Fraction, decimals: int) -> str:
    """Return *number* with exactly *decimals* decimals, half up, with a point and a hyphen."""
    over, under = number.as_integer_ratio()
    whole = (2 * abs(over) * 10**decimals + under) // (2 * under)
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if over < 0 and whole else ""
    if not decimals:
        return sign + digits
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def plain(number: Fraction | Decimal | float) -> str:
    """Return *number* in up to 15 significant digits, without an exponent, with a point."""
    over, under = number.as_integer_ratio()
    if _NINE_DECIMALS % under == 0 and abs(over) < _MILLION * under:
        text = f"{over / under:.15g}"  # what has no more digits than that comes out as it is
        if "e" not in text:
            return text
    return _plain(over, under)


@lru_cache(maxsize=4096)
def _plain(over: int, under: int) -> str:
    quotient = _EXACT.divide(Decimal(over), Decimal(under))
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
