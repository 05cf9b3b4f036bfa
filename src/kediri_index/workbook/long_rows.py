"""The rows of a long table: one an indicator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.model.dataset import Said, Total
from kediri_index.model.findings import Finding
from kediri_index.model.names import exact
from kediri_index.model.places import Source
from kediri_index.model.workbook import Cell, CellKind, column_letters
from kediri_index.workbook.cell_values import CellError, Located, read_number
from kediri_index.workbook.columns import (
    KEY_COLUMNS,
    VALUE_COLUMNS,
    Column,
    folded,
    header_of,
)
from kediri_index.workbook.identity import WITHOUT_TEXT
from kediri_index.workbook.merged_cells import anchors_below, with_merged
from kediri_index.workbook.row import SubmittedRow, validate_row
from kediri_index.workbook.row_fields import Key, RowContext
from kediri_index.workbook.tables import Table, assessor_columns
from kediri_index.workbook.totals import TOTALS, totals_of

_LABELS = (Column.CODE, Column.NUMBER, Column.PILLAR, Column.SUB_PILLAR, Column.INDICATOR)
"""Where the word for a total may stand; in a remark it is a remark."""

_WHOSE = (Column.UNIT, Column.YEAR)
_NUMBERS = (
    (Column.SELF, "self_score"),
    (Column.TARGET, "target"),
    (Column.MEASURE, "measure"),
)


class LongRow(NamedTuple):
    """A validated row, and the texts that stand beside its numbers."""

    row: SubmittedRow
    place: Source
    unit: str | None
    year: Said | None
    opd: str | None
    evidence: Said | None
    measure_unit: Said | None


class LongRows:
    """The rows of one table; faults go to *findings*.

    Once all rows were yielded, *read* has their numbers, and *totals* the figures of the rows that
    sum up others.
    """

    def __init__(
        self, path: str, table: Table, context: RowContext, findings: list[Finding]
    ) -> None:
        self.path = path
        self.table = table
        self.context = context
        self.findings = findings
        self.read: list[int] = []
        self.totals: list[Total] = []
        numbers = {header.column: number for number, header in table.columns.items()}
        self._sheet = table.sheet.name or None
        self._numbers = numbers
        self._letters = {number: column_letters(number) for number in table.columns}
        self._code = numbers.get(Column.CODE)
        self._indicator = numbers.get(Column.INDICATOR)
        self._key_column = self._code or self._indicator or 1
        self._fields = [(numbers[known], name) for known, name in _NUMBERS if known in numbers]
        self._assessors = assessor_columns(table)
        self._values = [n for n, header in table.columns.items() if header.column in VALUE_COLUMNS]
        self._whose = [numbers[column] for column in _WHOSE if column in numbers]
        self._anchors = anchors_below(table)

    def __iter__(self) -> Iterator[LongRow]:
        """Yield each row below the header that is about an indicator."""
        total_rows: dict[int, str] = {}
        for row, cells, code in self._below_header():
            if code is None or code.casefold() not in self.context.nodes:
                word = self._total(cells, code)
                if word is not None:
                    total_rows[row] = word
                    continue
                if not self._is_about_an_indicator(row, cells, code):
                    continue
            self.read.append(row)
            key = self._key(row, cells, code)
            validated, faults = validate_row(self._row(row, cells, key), self.context)
            if faults:
                self.findings.extend(faults)
            if self._whose:
                self._name_unreadable(row, cells)
            if validated is not None:
                yield LongRow(
                    validated,
                    key.located.source,
                    self._whose_text(cells, Column.UNIT),
                    self._year(row, cells),
                    self._text(cells, self._numbers.get(Column.OPD)),
                    self._evidence(row, cells),
                    self._measure_unit(row, cells),
                )
        if total_rows:
            expected = self.context.expected()
            self.totals = totals_of(self.path, self.table, total_rows, self._values, expected)

    def _below_header(self) -> Iterator[tuple[int, dict[int, Cell], str | None]]:
        """Yield each row's number, its cells by column, and its code."""
        for row, found in self.table.sheet.rows.items():
            if row <= self.table.row:
                continue
            cells = {cell.column: cell for cell in found}
            if self._whose and self.table.sheet.merged:
                with_merged(self.table, row, cells, self._whose)
            yield row, cells, self._text(cells, self._code)

    def _total(self, cells: dict[int, Cell], code: str | None) -> str | None:
        """Return the word that says that the row sums up others, if it does."""
        for column in (Column.CODE,) if code is not None else _LABELS:
            text = self._text(cells, self._numbers.get(column))
            if text is not None and folded(text) in TOTALS:
                return text
        return None

    def _is_about_an_indicator(self, row: int, cells: dict[int, Cell], code: str | None) -> bool:
        """Tell a row to read from an empty one, a heading, a header said again, a signature."""
        filled = [cells[number] for number in self._values if number in cells]
        if code is not None:
            if not filled and " " in code:  # words, not a code: a heading, a footnote
                return False
            header = header_of(code, {})
            return header is None or header.column not in KEY_COLUMNS
        name = self._text(cells, self._indicator)
        if name is not None and (self._code is None or exact(name) in self.context.by_name):
            return True
        if filled and name is None and all(map(self._is_words, filled)):
            place = self._source(row, filled[0].column)
            self.findings.append(Finding.at_cell("F434", place, filled[0].value.strip()))
            return False
        return bool(filled)

    def _is_words(self, cell: Cell) -> bool:
        if cell.kind is not CellKind.TEXT:
            return False
        try:
            read_number(Located(cell, Source(self.path)), self.context.expected())
        except CellError as fault:
            return fault.code == "C110"
        return False

    def _key(self, row: int, cells: dict[int, Cell], code: str | None) -> Key:
        name = self._text(cells, self._indicator)
        column = self._key_column
        if code is None and name is not None and self._indicator is not None:
            column = self._indicator
        return Key(code, name, self._located(row, cells, column))

    def _row(self, row: int, cells: dict[int, Cell], key: Key) -> dict[str, object]:
        found: dict[str, object] = {"node": key, "target": None}
        for number, name in self._fields:
            found[name] = self._located(row, cells, number)
        found["assessor"] = tuple([self._located(row, cells, number) for number in self._assessors])
        return found

    def _text(self, cells: dict[int, Cell], column: int | None) -> str | None:
        cell = cells.get(column) if column is not None else None
        return None if cell is None else cell.value.strip() or None

    def _whose_text(self, cells: dict[int, Cell], column: Column) -> str | None:
        number = self._numbers.get(column)
        cell = cells.get(number) if number is not None else None
        return None if cell is None or cell.kind in WITHOUT_TEXT else cell.value.strip() or None

    def _year(self, row: int, cells: dict[int, Cell]) -> Said | None:
        text = self._whose_text(cells, Column.YEAR)
        return Said(text, self._source(row, self._numbers[Column.YEAR])) if text else None

    def _evidence(self, row: int, cells: dict[int, Cell]) -> Said | None:
        number = self._numbers.get(Column.EVIDENCE)
        if number is None:
            return None
        cell = cells.get(number)
        readable = cell is None or cell.kind not in WITHOUT_TEXT
        return Said(self._text(cells, number) or "", self._source(row, number), readable)

    def _measure_unit(self, row: int, cells: dict[int, Cell]) -> Said | None:
        number = self._numbers.get(Column.MEASURE_UNIT)
        text = self._text(cells, number)
        return Said(text, self._source(row, number)) if number is not None and text else None

    def _name_unreadable(self, row: int, cells: dict[int, Cell]) -> None:
        """Say F417 where the row does not say readably whose it is."""
        for number in self._whose:
            cell = cells.get(number)
            if cell is not None and cell.kind in WITHOUT_TEXT:
                name = self.table.columns[number].column.value
                place = self._source(row, number)
                self.findings.append(Finding.at_cell("F417", place, cell.value, name=name))

    def _source(self, row: int, column: int) -> Source:
        return Source(self.path, self._sheet, f"{self._letters[column]}{row}")

    def _located(self, row: int, cells: dict[int, Cell], column: int) -> Located:
        cell = cells.get(column)
        source = Source(self.path, self._sheet, f"{self._letters[column]}{row}")
        if cell is None and self._anchors:
            return Located(None, source, self._anchors.get((row, column)))
        return Located(cell, source)
