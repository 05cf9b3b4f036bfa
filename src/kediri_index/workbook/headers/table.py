"""A table: its header row, and what its columns mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.workbook import Cell, Row, Sheet, column_letters
from kediri_index.workbook.headers.columns import KEY_COLUMNS, VALUE_COLUMNS, Column, Header
from kediri_index.workbook.rows.without_data import numbers_the_columns

_SHOWN = 10
READ_COLUMNS = VALUE_COLUMNS | KEY_COLUMNS | {Column.TARGET, Column.UNIT, Column.YEAR}


class Layout(StrEnum):
    """Long: one row an indicator; wide: one row a unit."""

    LONG = "long"
    WIDE = "wide"


class Table(NamedTuple):
    """A header and what its columns mean; the data begin below *row*.

    *headers* are the header's cells by column; *columns* maps a column's number to a known
    header; *nodes* maps it to the id of the definition that stands there (wide tables only);
    *unknown* are the header cells of neither. *others* are the rows of other tables on the sheet,
    in their order. *attributes* maps a column's number to the name by which a step of the
    definition's ``prepare`` reads it. *top* is the upper row of a header of two rows, and *years*
    maps a column of *nodes* to the year in its header.
    """

    sheet: Sheet
    layout: Layout
    row: int
    headers: Mapping[int, Cell]
    columns: Mapping[int, Header]
    nodes: Mapping[int, str]
    unknown: tuple[Cell, ...]
    others: tuple[range, ...] = ()
    attributes: Mapping[int, str] = MappingProxyType({})
    top: int | None = None
    years: Mapping[int, int] = MappingProxyType({})

    def rows(self) -> Iterator[Row]:
        """Yield the rows of data; a line that numbers the columns is none."""
        others = iter(self.others)
        other = next(others, None)
        first = self.row + 1
        for number, row in self.sheet.rows.items():
            if number < first or (number == first and numbers_the_columns(row)):
                continue
            while other is not None and number >= other.stop:
                other = next(others, None)
            if other is None or number not in other:
                yield row

    def of(self, wanted: Collection[Column]) -> list[int]:
        """Return the columns whose headers mean one of those *wanted*."""
        return [n for n, header in self.columns.items() if header.column in wanted]

    def values(self) -> list[int]:
        """Return the columns of values; a table without any cannot be read."""
        return [*self.nodes, *self.of(VALUE_COLUMNS)]

    def texts(self, column: int) -> Iterator[str]:
        """Yield the texts of the data in a column, nothing where it is empty."""
        columns: Sequence[int] = ()
        at: int | None = None
        for row in self.rows():
            if row.columns != columns:
                columns = row.columns
                at = columns.index(column) if column in columns else None
            yield "" if at is None else row.texts[at]


def assessor_columns(table: Table) -> tuple[int, ...]:
    """Return the columns of assessors: the numbered ones, else the plain one.

    A plain one beside numbers that begin at 2 is the first.
    """
    found = {n: h for n, h in sorted(table.columns.items()) if h.column is Column.ASSESSOR}
    numbered = {n: header.number for n, header in found.items() if header.number is not None}
    if len(found) == len(numbered) + 1 and 1 not in numbered.values():
        return tuple(found)
    return tuple(numbered) or tuple(found)


def hidden_but_read(table: Table, read: Collection[int]) -> list[Finding]:
    """Return F430 and F431, each once: the hidden ones of the rows *read*, and of the columns."""
    sheet = table.sheet
    found = []
    rows = sorted(sheet.hidden_rows.intersection((table.row, *read))) if sheet.hidden_rows else []
    if rows:
        place = sheet.place(f"{column_letters(min(table.headers))}{rows[0]}")
        more = ("…",) if len(rows) > _SHOWN else ()
        shown = (*map(str, rows[:_SHOWN]), *more)
        found.append(Finding.at_cell("F430", place, count=len(rows), rows=shown))
    for number in filter(sheet.hidden_columns.__contains__, _columns_read(table)):
        below = (row for row in sheet.rows.values() if row.number > table.row)
        if any(row.look(number) for row in below):
            found.append(sheet.finding("F431", table.headers[number]))
    return found


def _columns_read(table: Table) -> list[int]:
    if table.layout is Layout.WIDE:
        return [*table.columns, *table.nodes]
    found = {header.column for header in table.columns.values()}
    read = READ_COLUMNS - {Column.INDICATOR} if Column.CODE in found else READ_COLUMNS
    return table.of(read)
