"""Hidden rows and columns, and merged cells: read all the same, and said to be."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping

from kediri_index.model.workbook import Cell, Row
from kediri_index.workbook.headers.table import Table

_MOST = 1_000_000
"""Cells that are looked up in all: ranges that lie upon each other have no end."""


def anchors_below(table: Table, columns: Collection[int]) -> Mapping[tuple[int, int], Cell]:
    """Return the filled first cell of each merged range that begins in one of these *columns*.

    By row and column of the cells that it covers there, below the header.
    """
    found: dict[tuple[int, int], Cell] = {}
    rows = list(table.sheet.rows) if table.sheet.merged else []
    left = _MOST
    for span in table.sheet.merged:
        if span.first_column not in columns or span.first_row <= table.row:
            continue
        anchor = table.sheet.cell(span.first_row, span.first_column)
        if anchor is None or not anchor.value.strip():
            continue
        covered = [n for n in columns if span.first_column <= n <= span.last_column]
        inside = rows[bisect_left(rows, span.first_row) : bisect_right(rows, span.last_row)]
        left -= len(inside) * len(covered)
        if left < 0:
            break
        found.update({(row, n): anchor for row in inside for n in covered})
    return found


def with_anchors(
    row: Row, columns: Collection[int], anchors: Mapping[tuple[int, int], Cell]
) -> Row:
    """Return *row* with the first cells of the ranges that cover it in these *columns*."""
    found = {n: anchors[row.number, n] for n in columns if anchors and (row.number, n) in anchors}
    missing = [cell._replace(column=n) for n, cell in found.items() if not row.look(n)]
    return row.with_cells(missing) if missing else row
