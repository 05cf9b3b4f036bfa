"""A table: its header row, and what its columns mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.workbook import Cell, Row, Sheet
from kediri_index.workbook.columns import VALUE_COLUMNS, Column, Header
from kediri_index.workbook.rows_without_data import numbers_the_columns


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

    def texts(self, column: int) -> Iterator[str]:
        """Yield the texts of the data in a column, nothing where it is empty."""
        return (row.text(column) for row in self.rows())


def has_values(table: Table) -> bool:
    """Return whether *table* has columns of values, so that its rows can be read."""
    known = {header.column for header in table.columns.values()}
    return table.layout is Layout.WIDE or bool(known & VALUE_COLUMNS)


def assessor_columns(table: Table) -> tuple[int, ...]:
    """Return the columns of assessors: the numbered ones, else the plain one.

    A plain one beside numbers that begin at 2 is the first.
    """
    found = {n: h for n, h in sorted(table.columns.items()) if h.column is Column.ASSESSOR}
    numbered = {n: header.number for n, header in found.items() if header.number is not None}
    if len(found) == len(numbered) + 1 and 1 not in numbered.values():
        return tuple(found)
    return tuple(numbered) or tuple(found)
