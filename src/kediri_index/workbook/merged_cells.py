"""Merged cells of a table: a value stands in the first cell only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kediri_index.model.workbook import Cell
from kediri_index.workbook.columns import VALUE_COLUMNS, Column
from kediri_index.workbook.table import Table

NUMBERS = VALUE_COLUMNS | {Column.TARGET}


def with_merged(table: Table, row: int, cells: dict[int, Cell], columns: Iterable[int]) -> None:
    """Add to a row's *cells* what is merged into *columns* from above: whose the row is."""
    for number in columns:
        if number in cells:
            continue
        for span in table.sheet.merged:
            if span.first_column == number and span.first_row < row <= span.last_row:
                first = table.sheet.rows.get(span.first_row, ())
                cells.update({cell.column: cell for cell in first if cell.column == number})


def anchors_below(table: Table, columns: Collection[Column]) -> Mapping[tuple[int, int], Cell]:
    """Return the filled first cell of each merged range that covers others of these *columns*.

    By row and column of the covered cells, below the header and within the table's columns.
    """
    found: dict[tuple[int, int], Cell] = {}
    numbers = [n for n, header in table.columns.items() if header.column in columns]
    for span in table.sheet.merged:
        covered = [n for n in numbers if span.first_column <= n <= span.last_column]
        if not covered or span.first_row <= table.row:
            continue
        first = table.sheet.rows.get(span.first_row, ())
        anchor = next((cell for cell in first if cell.column == span.first_column), None)
        if anchor is None or not anchor.value.strip():
            continue
        for row in table.sheet.rows:
            if span.first_row <= row <= span.last_row:
                found.update({(row, n): anchor for n in covered})
    return found
