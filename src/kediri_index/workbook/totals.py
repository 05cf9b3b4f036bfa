"""Rows that sum up others: no indicators, but their figures can be checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from kediri_index.model.dataset import Reading, Total
from kediri_index.model.workbook import Cell, column_letters
from kediri_index.workbook.cell_values import CellError, Expected, Located, read_number
from kediri_index.workbook.columns import folded
from kediri_index.workbook.tables import Table

MEANS = frozenset({"rata-rata", "rata rata", "rerata", "average", "mean"})
SUMS = frozenset({"jumlah", "total", "sum"})
TOTALS = MEANS | SUMS
"""The words, folded, of a row that sums up others."""


def totals_of(
    path: str, table: Table, rows: Mapping[int, str], columns: Iterable[int], expected: Expected
) -> list[Total]:
    """Return the readable figures of the rows that sum up: *rows* by number, each with its word.

    *columns* are the numbers of those that hold values.
    """
    found = []
    for column in columns:
        above: list[Fraction] = []
        since_last: list[Fraction] = []
        before: list[Fraction] = []
        for row, cells in table.sheet.rows.items():
            if row <= table.row:
                continue
            cell = next((cell for cell in cells if cell.column == column), None)
            reading = _reading(path, table, row, column, cell, expected)
            if reading is None or reading.number is None:
                continue
            if row in rows:
                is_sum = folded(rows[row]) in SUMS
                found.append(Total(reading, is_sum, tuple(above), tuple(since_last), tuple(before)))
                before.append(reading.number)
                since_last = []
            else:
                above.append(reading.number)
                since_last.append(reading.number)
    return found


def _reading(
    path: str, table: Table, row: int, column: int, cell: Cell | None, expected: Expected
) -> Reading | None:
    if cell is None:
        return None
    source = table.sheet.place(path, f"{column_letters(column)}{row}")
    try:
        return read_number(Located(cell, source), expected)[0]
    except CellError:
        return None  # a fault of that row, named there
