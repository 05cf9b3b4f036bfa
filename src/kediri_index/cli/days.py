"""Today, and a day given on the command line: nothing below that reads a clock."""

from __future__ import annotations

import re
from datetime import date, datetime

from kediri_index.errors import UsageError

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def given_day(option: str, text: str | None) -> date | None:
    """Return the day, written as 2026-09-13; raises :class:`UsageError`."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        raise UsageError("no-date", option=option, value=text) from None


def today() -> date:
    """Return the day by the calendar on this machine's wall."""
    return datetime.now().astimezone().date()
