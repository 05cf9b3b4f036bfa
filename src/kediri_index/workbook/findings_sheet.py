"""The sheet of findings that a marked copy brings back: known by its sign, never read as data."""

from __future__ import annotations

from itertools import chain, islice
from typing import Final

from kediri_index.model.workbook import Cell, Sheet

SIGN: Final = "kediri-index:marks:1"
_SEARCHED: Final = 200
"""Cells; the sign stands in the first row, and people put rows above it."""


def sign_on(sheet: Sheet) -> Cell | None:
    """Return the cell that says that *sheet* lists findings of ours, or None."""
    cells = islice(chain.from_iterable(row.cells() for row in sheet.rows.values()), _SEARCHED)
    return next((cell for cell in cells if cell.value == SIGN), None)
