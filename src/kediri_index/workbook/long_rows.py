"""The rows of a long table: one an indicator."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.dataset import Answer, Said, Total
from kediri_index.model.definition import Group, Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.names import whole
from kediri_index.model.places import Source
from kediri_index.model.workbook import CellKind, Row, column_letters
from kediri_index.workbook.cell_values import Located, MissingMarks, is_mark
from kediri_index.workbook.columns import (
    NUMBER_COLUMNS,
    Column,
)
from kediri_index.workbook.group_rows import group_named
from kediri_index.workbook.identity import WITHOUT_TEXT
from kediri_index.workbook.merged_cells import anchors_below, with_anchors
from kediri_index.workbook.row import ASKED, Key, Node, RowContext, read_row
from kediri_index.workbook.rows_of_all_units import left_out, rows_of_units
from kediri_index.workbook.rows_of_indicators import IndicatorRows, text_of
from kediri_index.workbook.rows_without_data import MARK
from kediri_index.workbook.table import Table, assessor_columns

if TYPE_CHECKING:  # few files are so long
    from kediri_index.workbook.plain_rows import PlainRows

_NOTHING = (None,)


class LongRow(NamedTuple):
    """What a row says of an indicator, and of which unit and year."""

    answer: Answer
    unit: Said | None
    year: Said | None


class LongRows:
    """The rows of one table; faults go to *findings*.

    *said* are the columns *Wilayah* and *Tahun* where the file as a whole says them already. Rows
    that *plain* takes are not yielded.

    Once all rows were yielded, *read* has their numbers, and *totals* the figures of the rows that
    sum up others.
    """

    def __init__(
        self,
        path: str,
        table: Table,
        context: RowContext,
        findings: list[Finding],
        said: Collection[Column] = (),
        plain: PlainRows | None = None,
    ) -> None:
        self.path = path
        self.table = table
        self.context = context
        self.findings = findings
        self.said = said
        self._plain = plain
        self._marks = MissingMarks()
        self.read: list[int] = []
        self.totals: list[Total] = []
        by_number = sorted(table.columns.items(), reverse=True)  # of two columns the first counts
        numbers = {header.column: number for number, header in by_number}
        self._sheet = table.sheet.name or None
        self._letters = {number: column_letters(number) for number in table.columns}
        self._code = numbers.get(Column.CODE)
        self._indicator = numbers.get(Column.INDICATOR)
        self._key_column = self._code or self._indicator or 1
        self._read_columns = [
            (one, assessor_columns(table) if one is Column.ASSESSOR else (numbers[one],))
            for one in ASKED
            if one in numbers
        ]
        self._unit, self._year = numbers.get(Column.UNIT), numbers.get(Column.YEAR)
        self._whose = [one for one in (self._unit, self._year) if one is not None]
        self._anchors = anchors_below(
            table, [n for n, header in table.columns.items() if header.column in NUMBER_COLUMNS]
        )
        self._merged_whose = anchors_below(table, self._whose)
        self._opd = numbers.get(Column.OPD)
        self._measured_in = numbers.get(Column.MEASURE_UNIT)
        self._evidence = [n for n, one in table.columns.items() if one.column is Column.EVIDENCE]
        self._merged_evidence = anchors_below(table, self._evidence)
        self._about_all: frozenset[str] = frozenset()
        if self._unit is not None:
            self._about_all = left_out(path, table, self._unit, context.wanted, findings)
        self._rows = IndicatorRows(path, table, context, findings, self._code, self._indicator)

    def __iter__(self) -> Iterator[LongRow]:
        """Yield each row below the header that is about an indicator."""
        total_rows: dict[int, str] = {}
        groups: set[int] = set()
        nodes = self.context.nodes
        for row in self._below_header():
            code = text_of(row, self._code)
            node = None if code is None else nodes.get(code.casefold())
            if node is None:
                word = self._rows.total(row, code)
                if word is not None:
                    total_rows[row.number] = word
                    continue
                if not self._rows.has(row, code):
                    continue
            answer = self._answer(row, self._key(row, code, node), groups)
            self.read.append(row.number)
            unit = year = None
            if self._whose:
                unit = self._whose_said(row, self._unit)
                year = self._whose_said(row, self._year)
            if answer is not None:
                yield LongRow(answer, unit, year)
        self.findings.extend(self._marks.findings())
        if total_rows:
            from kediri_index.workbook.totals import totals_of  # noqa: PLC0415 - few have any

            self.totals = totals_of(
                self.path, self.table, total_rows, self._rows.values, self.context, groups
            )

    def _answer(self, row: Row, key: Key, groups: set[int]) -> Answer | None:
        """Return the answer of a row, None where its indicator is not known; tell its faults."""
        located = {
            one: [self._located(row, column) for column in columns]
            for one, columns in self._read_columns
        }
        if self.context.of_units:
            self._count_marks(located.values())
        node, readings, faults = read_row(key, located, self.context)
        if faults:
            self.findings.extend(faults)
        if node is None:
            return None
        if isinstance(node, Group):
            groups.add(row.number)
        return Answer(
            node.id,
            key.located.source,
            readings.get(Column.SELF, _NOTHING)[0],
            readings.get(Column.ASSESSOR, ()),
            readings.get(Column.MEASURE, _NOTHING)[0],
            readings.get(Column.TARGET, _NOTHING)[0],
            text_of(row, self._opd),
            self._evidence_of(row),
            self._measure_unit(row) if self._measured_in else None,
            readings.get(Column.ACHIEVEMENT, _NOTHING)[0],
        )

    def _below_header(self) -> Iterator[Row]:
        """Yield each row, with the units and years that are merged over it."""
        rows = self.table.rows()
        if self._unit is not None and self._about_all:
            rows = rows_of_units(rows, self._unit, self._about_all, self._merged_whose)
        for row in rows if self._plain is None else self._plain.others(rows, self.read):
            self.context.in_time(1)
            yield with_anchors(row, self._whose, self._merged_whose)

    def _key(self, row: Row, code: str | None, node: Node | None) -> Key:
        name = text_of(row, self._indicator)
        column = self._key_column
        if isinstance(node, Indicator) and (name is None or name == node.label.main):
            return Key(code, name, self._located(row, column), node=node)  # nearly every row
        group = None if code is None else group_named(code, self.context)
        if group is not None:
            return Key(None, group, self._located(row, column))
        if name is not None and (code is None or MARK.fullmatch(code)):
            group = group_named(name, self.context)
            if group is not None:
                code, name = None, group  # the code marks a heading
        if code is None and name is not None and self._indicator is not None:
            column = self._indicator
        located = self._located(row, column)
        named = None if name is None else self._located(row, self._indicator or column)
        return Key(code, name, located, named)

    def _count_marks(self, fields: Iterable[Iterable[Located]]) -> None:
        for located in chain.from_iterable(fields):
            if located.cell is not None and is_mark(located.cell):
                self._marks.add(1, located)

    def _whose_said(self, row: Row, number: int | None) -> Said | None:
        """Return what the row says in a column of units or years; F417, F414 or F439 where not."""
        if number is None:
            return None
        cell = row.cell(number)
        column, place = self.table.columns[number].column, self._source(row, number)
        if cell is not None and cell.kind not in WITHOUT_TEXT and (text := cell.value.strip()):
            return Said(whole(text) if column is Column.YEAR else text, place)
        if cell is not None and cell.kind in WITHOUT_TEXT:
            self.findings.append(Finding.at_cell("F417", place, cell.value, name=column.value))
        elif column not in self.said:
            code = "F414" if column is Column.UNIT else "F439"
            self.findings.append(Finding.at_cell(code, place))
        return None

    def _evidence_of(self, row: Row) -> Said | None:
        said = None
        for number in self._evidence:
            anchor = self._merged_evidence.get((row.number, number))
            kind, text = row.kind(number), row.text(number)
            if kind is None and anchor is not None:
                kind, text = anchor.kind, anchor.value
            readable, text = kind is not CellKind.ERROR, text.strip()
            if said is None or (text and not said.text):
                said = Said(text, self._source(row, number), readable)
        return said

    def _measure_unit(self, row: Row) -> Said | None:
        number = self._measured_in
        text = text_of(row, number)
        return Said(text, self._source(row, number)) if number is not None and text else None

    def _source(self, row: Row, column: int) -> Source:
        return Source(self.path, self._sheet, f"{self._letters[column]}{row.number}")

    def _located(self, row: Row, column: int) -> Located:
        cell, source = row.cell(column), self._source(row, column)
        return Located(cell, source, None if cell else self._anchors.get((row.number, column)))
