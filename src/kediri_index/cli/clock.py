"""The clock; nothing below the command line reads one."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Return the day by the calendar on this machine's wall."""
    return datetime.now().astimezone().date()
