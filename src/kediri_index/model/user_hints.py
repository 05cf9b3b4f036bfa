"""What the user says of files that may not say it themselves."""

from __future__ import annotations

from typing import NamedTuple


class Hints(NamedTuple):
    """Whose the files are, when, and how they write numbers.

    *theirs* is the unit whose files these must be: its profile lies beside them, or was asked for.
    """

    unit: str | None = None
    year: int | None = None
    decimal_mark: str | None = None
    opd: str | None = None
    theirs: str | None = None
