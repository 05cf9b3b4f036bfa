"""A column of a long table that says something of the unit, such as its province."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.model.dataset import Reading, Said, says_nothing
from kediri_index.model.workbook import Row
from kediri_index.sheets.tables.columns import Column, folded
from kediri_index.sheets.tables.table import SheetTable, anchors_below, with_anchors


class BesideRow(NamedTuple):
    """What one row says: its unit and year where it names them, and the *value* of the column."""

    unit: Said | None
    year: Said | None
    value: Reading


def rows_beside(table: SheetTable, name: str) -> Iterator[BesideRow]:
    """Yield what each row says in the column called *name*, nothing where there is none.

    A row without a value says nothing of its unit: another one may.
    """
    sought = [n for n, cell in table.headers.items() if folded(cell.value) == folded(name)]
    if not sought:
        return
    first = table.firsts()
    unit, year, column = first.get(Column.UNIT), first.get(Column.YEAR), sought[0]
    whose = [n for n in (unit, year, column) if n is not None]
    merged = anchors_below(table, whose)
    for row in table.rows():
        cells = with_anchors(row, whose, merged)

        def said(at: int | None, cells: Row = cells) -> Said | None:
            cell = None if at is None else cells.cell(at)
            text = "" if cell is None else cell.value.strip()
            return Said(text, table.sheet.place(cell.address)) if cell and text else None

        value = said(column)
        if value is not None and not says_nothing(value.text):
            yield BesideRow(said(unit), said(year), Reading(None, None, *value[:2]))
