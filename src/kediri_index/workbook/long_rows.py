"""The rows of a long table: one an indicator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.places import Source
from kediri_index.model.workbook import Cell, column_letters
from kediri_index.workbook.cell_values import Located
from kediri_index.workbook.columns import (
    KEY_COLUMNS,
    TOTALS,
    VALUE_COLUMNS,
    Column,
    folded,
    header_of,
)
from kediri_index.workbook.identity import WITHOUT_TEXT
from kediri_index.workbook.row import SubmittedRow, validate_row
from kediri_index.workbook.row_fields import Key, RowContext
from kediri_index.workbook.tables import Table, assessor_columns

_LABELS = (Column.CODE, Column.NUMBER, Column.PILLAR, Column.SUB_PILLAR, Column.INDICATOR)
"""Where the word for a total may stand; in a remark it is a remark."""


_WHOSE = (Column.UNIT, Column.YEAR)


class LongRow(NamedTuple):
    """A validated row, and the texts that stand beside its numbers."""

    row: SubmittedRow
    place: Source
    unit: str | None
    year: str | None
    year_source: Source
    opd: str | None
    evidence: str | None


def long_rows(
    path: str, table: Table, context: RowContext, findings: list[Finding]
) -> Iterator[LongRow]:
    """Yield each row below the header that is about an indicator; faults go to *findings*."""
    by_column = {header.column: number for number, header in table.columns.items()}
    assessors = assessor_columns(table)
    for row, cells in table.sheet.rows.items():
        if row <= table.row:
            continue
        reader = _RowReader(path, table, row, _with_merged(table, row, cells), by_column, assessors)
        if not reader.is_about_an_indicator():
            continue
        validated, faults = validate_row(reader.fields(), context)
        findings.extend(faults)
        findings.extend(reader.unreadable())
        if validated is not None:
            yield LongRow(
                row=validated,
                place=reader.key().located.source,
                unit=reader.text(Column.UNIT),
                year=reader.text(Column.YEAR),
                year_source=reader.source(by_column.get(Column.YEAR, 1)),
                opd=reader.text(Column.OPD),
                evidence=reader.text(Column.EVIDENCE),
            )


def _with_merged(table: Table, row: int, cells: tuple[Cell, ...]) -> dict[int, Cell]:
    """Return the row's cells by column; a merged unit or year is that of all its rows."""
    found = {cell.column: cell for cell in cells}
    for number, header in table.columns.items():
        if header.column not in _WHOSE or number in found:
            continue
        for span in table.sheet.merged:
            if span.first_column == number and span.first_row < row <= span.last_row:
                first = table.sheet.rows.get(span.first_row, ())
                found |= {cell.column: cell for cell in first if cell.column == number}
    return found


class _RowReader(NamedTuple):
    path: str
    table: Table
    row: int
    cells: dict[int, Cell]
    by_column: dict[Column, int]
    assessors: tuple[int, ...]

    def is_about_an_indicator(self) -> bool:
        """Tell a row to read from an empty one, a heading, a total, a header said again."""
        code, name = self.text(Column.CODE), self.text(Column.INDICATOR)
        filled = any(
            number in self.cells
            for number, header in self.table.columns.items()
            if header.column in VALUE_COLUMNS
        )
        labels = (Column.CODE,) if code is not None else _LABELS
        if any(folded(self.text(column) or "") in TOTALS for column in labels):
            return False
        if code is not None:
            header = header_of(code, {})
            return header is None or header.column not in KEY_COLUMNS
        return filled or (name is not None and Column.CODE not in self.by_column)

    def key(self) -> Key:
        code, name = self.text(Column.CODE), self.text(Column.INDICATOR)
        column = Column.CODE if Column.CODE in self.by_column else Column.INDICATOR
        if code is None and name is not None:
            column = Column.INDICATOR
        return Key(code, name, self._located(self.by_column[column]))

    def fields(self) -> dict[str, object]:
        found: dict[str, object] = {"node": self.key(), "target": None}
        for column, name in (
            (Column.SELF, "self_score"),
            (Column.TARGET, "target"),
            (Column.MEASURE, "measure"),
        ):
            if column in self.by_column:
                found[name] = self._located(self.by_column[column])
        found["assessor"] = tuple(self._located(number) for number in self.assessors)
        return found

    def text(self, column: Column) -> str | None:
        cell = self._cell(column)
        if cell is None or (column in _WHOSE and cell.kind in WITHOUT_TEXT):
            return None
        return cell.value.strip() or None

    def unreadable(self) -> Iterator[Finding]:
        """Yield F417 where the row does not say readably whose it is."""
        for column in _WHOSE:
            cell = self._cell(column)
            if cell is not None and cell.kind in WITHOUT_TEXT:
                place = self.source(cell.column)
                yield Finding.at_cell("F417", place, cell.value, name=column.value)

    def _cell(self, column: Column) -> Cell | None:
        number = self.by_column.get(column)
        return self.cells.get(number) if number is not None else None

    def source(self, column: int) -> Source:
        return self.table.sheet.place(self.path, f"{column_letters(column)}{self.row}")

    def _located(self, column: int) -> Located:
        return Located(self.cells.get(column), self.source(column))
