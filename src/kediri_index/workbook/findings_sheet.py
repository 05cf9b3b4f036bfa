"""The sheet of findings that a marked copy brings back: known by its sign, never read as data."""

from __future__ import annotations

from itertools import islice
from typing import Final

from kediri_index.model.workbook import Cell, Sheet

SIGN: Final = "kediri-index:marks:1"
_SEARCHED: Final = 200
"""Cells; the sign stands in the first row, and people put rows above it."""


def sign_on(sheet: Sheet) -> Cell | None:
    """Return the cell that says that *sheet* lists findings of ours, or None."""
    cells = islice(sheet.cells, _SEARCHED)
    return next((cell for cell in cells if cell.value == SIGN), None)
