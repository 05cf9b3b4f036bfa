"""Hidden rows and columns of a table: read all the same, and said to be."""

from __future__ import annotations

from collections.abc import Collection

from kediri_index.model.findings import Finding
from kediri_index.model.workbook import column_letters
from kediri_index.workbook.columns import KEY_COLUMNS, VALUE_COLUMNS, Column
from kediri_index.workbook.table import Layout, Table

_SHOWN = 10
_READ = VALUE_COLUMNS | KEY_COLUMNS | {Column.TARGET, Column.UNIT, Column.YEAR}


def hidden_but_read(path: str, table: Table, read: Collection[int]) -> list[Finding]:
    """Return F430 and F431, each once: the hidden ones of the rows *read*, and of the columns."""
    sheet = table.sheet
    found = []
    rows = sorted(sheet.hidden_rows.intersection((table.row, *read))) if sheet.hidden_rows else []
    if rows:
        place = sheet.place(path, f"{column_letters(min(table.headers))}{rows[0]}")
        found.append(Finding.at_cell("F430", place, count=len(rows), rows=_listed(rows)))
    columns = [number for number in _columns_read(table) if number in sheet.hidden_columns]
    for number in columns:
        header = table.headers[number]
        below = (row for row in sheet.rows.values() if row.number > table.row)
        if any(row.look(number) for row in below):
            place = sheet.place(path, header.address)
            found.append(Finding.at_cell("F431", place, header.value))
    return found


def _columns_read(table: Table) -> list[int]:
    if table.layout is Layout.WIDE:
        return [*table.columns, *table.nodes]
    found = {header.column for header in table.columns.values()}
    read = _READ - {Column.INDICATOR} if Column.CODE in found else _READ
    return [n for n, header in table.columns.items() if header.column in read]


def _listed(rows: list[int]) -> tuple[str, ...]:
    more = ("…",) if len(rows) > _SHOWN else ()
    return (*map(str, rows[:_SHOWN]), *more)
