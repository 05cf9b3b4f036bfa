"""Dates as a workbook stores them, as ISO text."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's dates have no zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone
_LAST_SERIAL: Final = 2_958_466
_LEAP_DAY_1900: Final = 60
_MILLISECONDS_A_DAY: Final = 86_400_000
_ISO = re.compile(
    r"(?P<date>[0-9]{4}-[01][0-9]-[0-3][0-9])?"
    r"(?:T?(?P<time>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)(?P<part>\.[0-9]+)?(?P<zone>Z|[+-][0-9:]+)?)?"
)


def iso_of_serial(serial: float, *, since_1904: bool) -> str | None:
    """Return the date of *serial*: a date, with its time unless midnight, or only a time below 1.

    None where a spreadsheet has no date for it: below zero, or past the year 9999.
    """
    if not 0 <= serial < _LAST_SERIAL:
        return None
    days, milliseconds = divmod(round(serial * _MILLISECONDS_A_DAY), _MILLISECONDS_A_DAY)
    if since_1904:
        moment = _EPOCH_1904 + timedelta(days=days, milliseconds=milliseconds)
    else:
        # spreadsheets count a 29 February 1900 that never was; it is day 60
        shift = 1 if days < _LEAP_DAY_1900 else 0
        moment = _EPOCH_1900 + timedelta(days=days + shift, milliseconds=milliseconds)
    time = moment.isoformat(timespec="milliseconds" if milliseconds % 1000 else "seconds")[11:]
    if serial < 1 and not since_1904:
        return time
    day = f"{moment:%Y-%m-%d}"
    if not since_1904 and days == _LEAP_DAY_1900:
        day = "1900-02-29"
    return f"{day}T{time}" if milliseconds else day


def iso_of_text(text: str) -> str | None:
    """Return an ISO date of a workbook in the same form, or None where it is none."""
    match = _ISO.fullmatch(text.strip())
    if match is None or not (match["date"] or match["time"]):
        return None
    time = (match["time"] or "") + (match["part"] or "").rstrip("0").rstrip(".")
    if not match["date"]:
        return time
    return f"{match['date']}T{time}" if time.strip("0:") else match["date"]
