"""Cells of data of several units with a mark of missing data, such as NA: missing, and counted."""

from __future__ import annotations

from kediri_index.model.findings import Finding
from kediri_index.model.missing_words import is_missing_mark
from kediri_index.model.workbook import Cell, CellFormat, CellKind
from kediri_index.workbook.cell_values import Located


def is_mark(cell: Cell) -> bool:
    """Return whether *cell* holds nothing but a mark of missing data."""
    is_text = cell.kind is CellKind.TEXT and cell.format is CellFormat.PLAIN
    return is_text and is_missing_mark(cell.value)


class MissingMarks:
    """Counts the marks of one table."""

    def __init__(self) -> None:
        self._count = 0
        self._first: Located | None = None

    def add(self, count: int, first: Located) -> None:
        """Count marks of a row, the *first* of them with its place.

        A row's marks come in any order: those written as programs do are told before the others.
        """
        self._count += count
        if self._first is None or _place(first) < _place(self._first):
            self._first = first

    def findings(self) -> list[Finding]:
        """Return the note that counts the marks, if there are any."""
        if self._first is None or self._first.cell is None:
            return []
        value = self._first.cell.value.strip()
        return [Finding.at_cell("C134", self._first.source, value, count=self._count)]


def _place(located: Located) -> tuple[int, int]:
    return (0, 0) if located.cell is None else (located.cell.row, located.cell.column)
