"""The number that a spreadsheet perhaps turned into a date: a hint, never a value."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from kediri_index.model.meant import Perhaps
from kediri_index.model.scoring import Range
from kediri_index.workbook.decimal_slips import within

_NAMES: Final = (
    "jan januari january",
    "feb februari february peb pebruari",
    "mar maret march",
    "apr april",
    "mei may",
    "jun juni june",
    "jul juli july",
    "agu agt ags agustus aug august",
    "sep sept september",
    "okt oktober oct october",
    "nov november nop nopember",
    "des desember dec december",
)
MONTHS: Final = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""The months by their names in both languages, in small letters."""

_YEAR_FIRST = re.compile(r"[0-9]{4}[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})")
_DAY_FIRST = re.compile(
    r"(?P<day>[0-9]{1,2})[-/. ](?P<month>[0-9]{1,2}|[A-Za-z]+)(?:[-/. ](?:[0-9]{4}|[0-9]{2}))?"
)
_TIME = re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::00)?")
_LAST_MONTH: Final = 12


def number_of_date(text: str, bounds: Range | None) -> Perhaps:
    """Return the number with a date's day and month around its mark: 3 April is 3.4.

    Of a time of day it is hour and minute: 08:08 is 8.08. What lies out of *bounds* is None.
    """
    number = _of_day(text.strip()) or _of_time(text.strip())
    if number is None or (bounds is not None and not within(number, bounds)):
        return Perhaps(None)
    return Perhaps(number)


def _of_day(text: str) -> Fraction | None:
    match = _YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if match is None:
        return None
    named = match["month"]
    month = int(named) if named.isdigit() else MONTHS.get(named.casefold(), 0)
    return Fraction(f"{match['day']}.{month}") if 1 <= month <= _LAST_MONTH else None


def _of_time(text: str) -> Fraction | None:
    match = _TIME.fullmatch(text)
    return Fraction(f"{match['hour']}.{match['minute']}") if match else None
