"""Rows as CSV: points for decimals, and no text that a spreadsheet would compute."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from fractions import Fraction

from kediri_index.messages.values import plain
from kediri_index.present.escaping import harmless

Value = str | Fraction | float | int | bool | None
Rows = Iterable[Sequence[Value]]
"""The names of the columns, and then a row each; None is an empty cell."""


def rendered(rows: Rows) -> str:
    """Return the rows as text."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(map(_cell, row) for row in rows)
    return out.getvalue()


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Fraction() | float():
            return plain(value)
    return harmless(str(value))
