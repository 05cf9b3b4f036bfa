"""The rows of a long table: one an indicator."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.dataset import Answer, Said, Total
from kediri_index.model.definition import Group, Indicator
from kediri_index.model.findings import Finding, Source
from kediri_index.model.workbook import Row, column_letters
from kediri_index.workbook.cell_values import Located, MissingMarks, is_mark
from kediri_index.workbook.headers.columns import (
    NUMBER_COLUMNS,
    Column,
)
from kediri_index.workbook.headers.header import Node
from kediri_index.workbook.headers.table import Table, assessor_columns
from kediri_index.workbook.rows.all_units import left_out, rows_of_units
from kediri_index.workbook.rows.groups import group_named
from kediri_index.workbook.rows.hidden import anchors_below, with_anchors
from kediri_index.workbook.rows.indicators import IndicatorRows, text_of
from kediri_index.workbook.rows.row import (
    ASKED,
    TEXTS,
    UNIT_AND_YEAR,
    Key,
    RowContext,
    RowRead,
    read_row,
)
from kediri_index.workbook.rows.without_data import MARK

if TYPE_CHECKING:
    from kediri_index.workbook.rows.plain import PlainRows


_NOTHING = (None,)
_MERGED = NUMBER_COLUMNS | {Column.EVIDENCE}
"""Columns of which a merged cell counts in every row."""


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
        table: Table,
        context: RowContext,
        findings: list[Finding],
        said: Collection[Column] = (),
        plain: PlainRows | None = None,
    ) -> None:
        self.table = table
        self.context = replace(context, said=frozenset(said))
        self.findings = findings
        self._plain = plain
        self._marks = MissingMarks()
        self.read: list[int] = []
        self.totals: list[Total] = []
        by_number = sorted(table.columns.items(), reverse=True)  # of two columns the first counts
        numbers = {header.column: number for number, header in by_number}
        self._place = table.sheet.place()
        self._letters = {number: column_letters(number) for number in table.columns}
        self._code = numbers.get(Column.CODE)
        self._indicator = numbers.get(Column.INDICATOR)
        self._key_column = self._code or self._indicator or 1
        evidence = tuple(table.of({Column.EVIDENCE}))
        several = {Column.ASSESSOR: assessor_columns(table), Column.EVIDENCE: evidence}
        self._read_columns = [
            (one, several.get(one) or (numbers[one],))
            for one in (*ASKED, *TEXTS, *UNIT_AND_YEAR)
            if one in numbers
        ]
        self._unit, self._year = numbers.get(Column.UNIT), numbers.get(Column.YEAR)
        self._whose = [one for one in (self._unit, self._year) if one is not None]
        self._anchors = anchors_below(table, table.of(_MERGED))
        self._merged_whose = anchors_below(table, self._whose)
        self._about_all: frozenset[str] = frozenset()
        if self._unit is not None:
            self._about_all = left_out(table, self._unit, context.wanted, findings)
        self._rows = IndicatorRows(table, context, findings, self._code, self._indicator)

    def __iter__(self) -> Iterator[LongRow]:
        """Yield each row below the header that is about an indicator."""
        total_rows: dict[int, str] = {}
        groups: set[int] = set()
        nodes = self.context.nodes.by_id
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
            key = self._key(row, code, node)
            read = self._read(row, key)
            self.read.append(row.number)
            if isinstance(read.node, Group):
                groups.add(row.number)
            if read.node is not None:
                unit, year = read.said.get(Column.UNIT), read.said.get(Column.YEAR)
                yield LongRow(_answer(read.node, key, read), unit, year)
        self.findings.extend(self._marks.findings())
        if total_rows:
            from kediri_index.workbook.rows.totals import totals_of  # noqa: PLC0415 - few have any

            self.totals = totals_of(self.table, total_rows, self._rows.values, self.context, groups)

    def _read(self, row: Row, key: Key) -> RowRead:
        """Return what a row says; tell its faults."""
        cells = {
            one: [self._located(row, column) for column in columns]
            for one, columns in self._read_columns
        }
        if self.context.of_units:
            self._count_marks(cells[one] for one in ASKED if one in cells)
        read = read_row(key, cells, self.context)
        self.findings.extend(read.findings)
        return read

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

    def _source(self, row: Row, column: int) -> Source:
        file, sheet, _ = self._place
        return Source(file, sheet, f"{self._letters[column]}{row.number}")

    def _located(self, row: Row, column: int) -> Located:
        cell, source = row.cell(column), self._source(row, column)
        return Located(cell, source, None if cell else self._anchors.get((row.number, column)))


def _answer(node: Node, key: Key, read: RowRead) -> Answer:
    readings, said = read.readings, read.said
    opd, measure_unit = said.get(Column.OPD), said.get(Column.MEASURE_UNIT)
    return Answer(
        node.id,
        key.located.source,
        readings.get(Column.SELF, _NOTHING)[0],
        readings.get(Column.ASSESSOR, ()),
        readings.get(Column.MEASURE, _NOTHING)[0],
        readings.get(Column.TARGET, _NOTHING)[0],
        opd.text or None if opd else None,
        said.get(Column.EVIDENCE),
        measure_unit if measure_unit and measure_unit.text else None,
        readings.get(Column.ACHIEVEMENT, _NOTHING)[0],
    )
