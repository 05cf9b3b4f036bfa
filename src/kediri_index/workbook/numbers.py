"""Numbers as people write them, by strict patterns; never by a lax locale parser.

What is read: ASCII digits, one decimal mark (point or comma) with a digit on each side, thousands
in groups of three, a hyphen or plus before, a percent sign behind, any outer spaces. Leading
zeros are allowed (``08.08`` is 8.08: so spreadsheets write what was 8,08). A single mark before
exactly three digits has two readings (``3,200``), unless thousands cannot begin so (``0,850``);
which of them holds is for the table to say (:mod:`~kediri_index.workbook.decimal_marks`).
Everything is taken to 15 significant digits, as a spreadsheet stores it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from kediri_index.model.dataset import MISSING_WORDS, Missing
from kediri_index.model.numbers import SIGNIFICANT_DIGITS

LARGEST_EXPONENT: Final = 30


class UnreadableReason(StrEnum):
    """Why a text is no number."""

    WORDS = "words"
    UNIT = "unit"
    CURRENCY = "currency"
    RANGE = "range"
    SEVERAL = "several"
    FRACTION = "fraction"
    COMPARISON = "comparison"
    DATE = "date"
    EXCEL_ERROR = "excel_error"
    OPEN_MARK = "open_mark"
    MARKS = "marks"
    SIGN = "sign"
    PERCENT = "percent"
    EXPONENT = "exponent"
    OUT_OF_RANGE = "out_of_range"
    FOREIGN_DIGITS = "foreign_digits"
    INVISIBLE = "invisible"
    NA = "na"


class Number(NamedTuple):
    """A number; with *percent* it is the figure before the percent sign."""

    value: Fraction
    percent: bool = False


class TwoReadings(NamedTuple):
    """A number whose mark may be a decimal one (*first*) or one of thousands (*second*)."""

    first: Fraction
    second: Fraction
    percent: bool = False


class Absent(NamedTuple):
    """A word that says why there is no number, or no text at all."""

    missing: Missing


class Unreadable(NamedTuple):
    """A text that is no number."""

    reason: UnreadableReason


Parsed = Number | TwoReadings | Absent | Unreadable

_NUMBER = re.compile(
    r"""(?P<sign>[+-]?)
    (?:(?P<whole>[0-9]+)(?:(?P<mark>[.,])(?P<part>[0-9]+))?
      |(?P<points>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<points_part>[0-9]+))?
      |(?P<commas>[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<commas_part>[0-9]+))?)
    (?P<percent>[ \u00a0\u2007\u2009\u202f]*%)?""",
    re.VERBOSE,
)
_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
_STORED_CHARACTERS: Final = "0123456789.+-eE"
_THOUSAND: Final = 3
EITHER: Final = "either"
"""Instead of a decimal mark: the mark may be that, or the one of thousands."""


def parse_number(text: str, *, exponent_allowed: bool) -> Parsed:
    """Return what *text* says where a number is expected; exponents only from programs (CSV)."""
    text = text.strip()
    match = _NUMBER.fullmatch(text)
    if match is not None:
        return _parsed(match)
    missing = MISSING_WORDS.get(" ".join(text.casefold().split()))
    if missing is not None:
        return Absent(missing)
    if exponent_allowed and _SCIENTIFIC.fullmatch(text):
        value = stored_number(text.replace(",", "."))
        return Unreadable(UnreadableReason.OUT_OF_RANGE) if value is None else Number(value)
    from kediri_index.workbook.number_faults import (  # noqa: PLC0415 - only faulty text needs it
        reason_of,
    )

    return Unreadable(reason_of(text))


def decimal_mark_of(text: str, *, exponent_allowed: bool) -> str | None:
    """Return the decimal mark that the number *text* must have, ``.`` or ``,``, or EITHER.

    None where the text is not a number, or has no mark.
    """
    text = text.strip()
    match = _NUMBER.fullmatch(text)
    if match is None:
        is_number = exponent_allowed and _SCIENTIFIC.fullmatch(text)
        return next((mark for mark in ".," if mark in text), None) if is_number else None
    if match["points"]:
        return ","
    if match["commas"]:
        return "."
    mark: str | None = match["mark"]
    return EITHER if mark and _has_two_readings(match["whole"], match["part"]) else mark


@lru_cache(maxsize=4096)
def stored_number(text: str) -> Fraction | None:
    """Return a number as a workbook stores it, to 15 significant digits.

    None where *text* is no finite number, or beyond 1e±30.
    """
    if text.strip(_STORED_CHARACTERS):
        return None
    try:
        binary = float(text)
    except ValueError:
        return None
    if binary == 0:
        digits = text.lower().partition("e")[0].strip("+-.0")
        return None if digits else Fraction(0)
    mantissa, _, exponent_text = f"{binary:.{SIGNIFICANT_DIGITS - 1}e}".partition("e")
    if not exponent_text or abs(int(exponent_text)) > LARGEST_EXPONENT:
        return None
    whole, _, part = mantissa.rstrip("0").partition(".")
    exponent = int(exponent_text) - len(part)
    number = int(whole + part)
    return Fraction(number * 10**exponent) if exponent >= 0 else Fraction(number, 10**-exponent)


def _parsed(match: re.Match[str]) -> Number | TwoReadings | Unreadable:
    percent = match["percent"] is not None
    grouped = match["points"] or match["commas"]
    if grouped:
        whole = grouped.replace(".", "").replace(",", "")
        part = match["points_part"] or match["commas_part"] or ""
    else:
        whole, part = match["whole"], match["part"] or ""
    value = _decimal(match["sign"], whole, part)
    if value is None:
        return Unreadable(UnreadableReason.OUT_OF_RANGE)
    if not grouped and _has_two_readings(whole, part):
        return TwoReadings(value, value * 10**_THOUSAND, percent)
    return Number(value, percent)


def _has_two_readings(whole: str, part: str) -> bool:
    """Return whether a mark between these digits may be the decimal one or that of thousands."""
    return len(part) == _THOUSAND and len(whole) <= _THOUSAND and whole[0] != "0"


def _decimal(sign: str, whole: str, part: str) -> Fraction | None:
    if len(whole) + len(part) > SIGNIFICANT_DIGITS:
        return stored_number(f"{sign}{whole}.{part}")
    return Fraction(int(sign + whole + part), 10 ** len(part))
