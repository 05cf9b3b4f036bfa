"""The rows of a long table: which are about an indicator, and the answer of each."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.dataset import Answer, Said, Total
from kediri_index.model.definition import Group, Indicator
from kediri_index.model.findings import Finding, Source
from kediri_index.model.text import exact
from kediri_index.model.workbook import Cell, CellKind, Row, column_letters
from kediri_index.sheets.cell_values import CellError, Located, MissingMarks, is_mark, read_number
from kediri_index.sheets.rows.context import (
    ASKED,
    TEXTS,
    UNIT_AND_YEAR,
    RowContext,
    RowKey,
    RowRead,
)
from kediri_index.sheets.rows.row import bare, read_row
from kediri_index.sheets.rows.unit import group_named
from kediri_index.sheets.tables.columns import (
    KEY_COLUMNS,
    NUMBER_COLUMNS,
    VALUE_COLUMNS,
    Column,
    header_of,
)
from kediri_index.sheets.tables.header import Node
from kediri_index.sheets.tables.table import (
    FOOTNOTE,
    LONG_NUMBER,
    MARK,
    SIGNATURE,
    SheetTable,
    anchors_below,
    assessor_columns,
    numbers_the_columns,
    with_anchors,
)

if TYPE_CHECKING:
    from kediri_index.sheets.rows.plain import PlainRows


_SURELY_A_CODE = re.compile(r"(?=.*[0-9])[A-Za-z][A-Za-z0-9_.-]+")
_LIKE_A_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*|[0-9][0-9.]*")
_OF_LABELS = KEY_COLUMNS | {Column.NUMBER, Column.PILLAR, Column.SUB_PILLAR}
"""Where a row may say that it sums up others, on whichever side of the values."""


def text_of(row: Row, column: int | None) -> str | None:
    """Return the text in a *column* of a row, None where it is empty."""
    return None if column is None else bare(row.text(column)) or None


class IndicatorRows:
    """The rows of a *table* that are about an indicator, and those that sum up others.

    *code* and *indicator* are the columns that name it. Values that are not read go to *findings*.
    """

    def __init__(
        self,
        table: SheetTable,
        context: RowContext,
        findings: list[Finding],
        code: int | None,
        indicator: int | None,
    ) -> None:
        self.table = table
        self.context = context
        self.findings = findings
        self.values = table.of(VALUE_COLUMNS)
        self._code = code
        self._indicator = indicator
        self._first_value = min(self.values, default=0)
        self._labels = {*table.of(_OF_LABELS)}
        self._last: int | None = None
        self._signed = self._text_told = False

    def total(self, row: Row, code: str | None) -> str | None:
        """Return the word that says that the row sums up others, if it does."""
        from kediri_index.sheets.rows.totals import total_word  # noqa: PLC0415 - few sheets have any

        if code is not None:
            return total_word(code, self.context)
        for column, text in zip(row.columns, row.texts, strict=True):
            if column >= self._first_value and column not in self._labels:
                continue
            word = total_word(text, self.context)
            if word is not None:
                return word
        return None

    def is_read(self, row: Row, code: str | None) -> bool:
        """Return whether the row is read; add F434 for values that are not.

        An empty row, a heading, a repeated header and a signature are not read.
        """
        filled = [cell for number in self.values if (cell := row.cell(number)) is not None]
        name = text_of(row, self._indicator)
        if (
            name is not None
            and (
                exact(name) in self.context.nodes.by_name
                or group_named(name, self.context) is not None
            )
            and not (code is not None and not filled and MARK.fullmatch(code))
        ):
            return True
        is_no_code = code is not None and self._is_not_a_code(row, code, filled)
        if is_no_code or self._is_of_the_whole(code or name, filled):
            return False
        if self._is_below_all(row.number):
            return self._is_read_below_all(row, code or name, filled)
        if code is not None or (name is not None and self._code is None):
            return code is not None or not self._is_a_heading(row)
        if filled and name is None and all(map(self._is_words, filled)):
            self._not_read(filled)
            return False
        return bool(filled)

    def _is_a_heading(self, row: Row) -> bool:
        """Return whether a row has a name alone, but for a mark (A, II) to its left."""
        beside = {cell.column: cell.value.strip() for cell in row.cells()}
        return all(
            n in self._labels and MARK.fullmatch(text) and not text.strip(".)").isdigit()
            for n, text in beside.items()
            if n != self._indicator
        )

    def _is_of_the_whole(self, label: str | None, filled: list[Cell]) -> bool:
        """Return whether a row has the figure of the index itself, which is named."""
        from kediri_index.sheets.rows.totals import says_the_whole  # noqa: PLC0415 - as few say it

        if not filled or label is None or not says_the_whole(label, self.context):
            return False
        self._not_read(filled)
        return True

    def _is_not_a_code(self, row: Row, code: str, filled: list[Cell]) -> bool:
        """Return whether the text in the column of codes is a header, a heading or a footnote."""
        header = header_of(code, {})
        if (header is not None and header.column in KEY_COLUMNS) or re.match(FOOTNOTE, code):
            return True
        if numbers_the_columns(row):
            return True
        if not filled:
            is_like_one = _LIKE_A_CODE.fullmatch(code) and not MARK.fullmatch(code)
            named = group_named(code, self.context)
            return header is not None or not is_like_one or named is not None
        if MARK.fullmatch(code) and not code.strip(".)").isdigit():
            self._not_read(filled)
            return True
        return False

    def _is_below_all(self, row: int) -> bool:
        """Return whether no row from *row* on names an indicator or group."""
        if self._last is None:
            known = filter(self._is_known, self.table.rows())
            self._last = max((one.number for one in known), default=0)
        return 0 < self._last < row

    def _is_read_below_all(self, row: Row, named: str | None, filled: list[Cell]) -> bool:
        """Return whether the row is read; add F434 for the first text with values that is not."""
        if named is not None and filled and _SURELY_A_CODE.fullmatch(named):
            return True
        if any(not self._is_words(cell) for cell in filled):
            left = [cell for cell in row.cells() if cell.column < self._first_value]
            if named is not None or not any(any(map(str.isalpha, one.value)) for one in left):
                return True
            self._not_read(filled)
            return False
        if not self._signed:
            self._signed = any(re.search(SIGNATURE, text) for text in row.texts)
        if filled and not self._signed and not self._text_told:
            self._text_told = True
            self._not_read(filled)
        return False

    def _not_read(self, filled: list[Cell]) -> None:
        place = self.table.sheet.place(filled[0].address)
        self.findings.append(Finding.at_cell("F434", place, filled[0].value.strip()))

    def _is_known(self, row: Row) -> bool:
        code, name = text_of(row, self._code), text_of(row, self._indicator)
        if code is not None and self.context.nodes.get(code):
            return True
        return name is not None and exact(name) in self.context.nodes.by_name

    def _is_words(self, cell: Cell) -> bool:
        """Return whether *cell* holds neither a number nor what may be one; an NIP is none."""
        if cell.kind is not CellKind.TEXT:
            return False
        if LONG_NUMBER.fullmatch(cell.value.strip()):
            return True
        try:
            reading, _ = read_number(
                Located(cell, Source(self.table.sheet.file)), self.context.expected()
            )
        except CellError as fault:
            return fault.code != "C121"
        return reading.number is None


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
        table: SheetTable,
        context: RowContext,
        findings: list[Finding],
        said: Collection[Column] = (),
        plain: "PlainRows | None" = None,
    ) -> None:
        self.table = table
        self.context = replace(context, said=frozenset(said))
        self.findings = findings
        self._plain = plain
        self._marks = MissingMarks()
        self.read: list[int] = []
        self.totals: list[Total] = []
        numbers = table.firsts()
        self._place = table.sheet.file, table.sheet.name or None
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
            from kediri_index.sheets.rows.totals import (  # noqa: PLC0415 - forms have no units
                left_out,
                not_read,
            )

            self._about_all = left_out(table, self._unit, context.wanted)
            if self._about_all:
                findings.append(not_read(table, self._unit, self._about_all))
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
                if not self._rows.is_read(row, code):
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
            from kediri_index.sheets.rows.totals import totals_of  # noqa: PLC0415 - few have any

            self.totals = totals_of(self.table, total_rows, self._rows.values, self.context, groups)

    def _read(self, row: Row, key: RowKey) -> RowRead:
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
            from kediri_index.sheets.rows.totals import rows_of_units  # noqa: PLC0415 - as above

            rows = rows_of_units(rows, self._unit, self._about_all, self._merged_whose)
        for row in rows if self._plain is None else self._plain.others(rows, self.read):
            self.context.in_time(1)
            yield with_anchors(row, self._whose, self._merged_whose)

    def _key(self, row: Row, code: str | None, node: Node | None) -> RowKey:
        name = text_of(row, self._indicator)
        column = self._key_column
        if isinstance(node, Indicator) and (name is None or name == node.label.main):
            return RowKey(code, name, self._source(row, column), node=node)  # nearly every row
        group = None if code is None else group_named(code, self.context)
        if group is not None:
            return RowKey(None, group, self._source(row, column))
        if name is not None and (code is None or MARK.fullmatch(code)):
            group = group_named(name, self.context)
            if group is not None:
                code, name = None, group  # the code marks a heading
        if code is None and name is not None and self._indicator is not None:
            column = self._indicator
        named = None if name is None else self._source(row, self._indicator or column)
        return RowKey(code, name, self._source(row, column), named)

    def _count_marks(self, fields: Iterable[Iterable[Located]]) -> None:
        for located in chain.from_iterable(fields):
            if located.cell is not None and is_mark(located.cell):
                self._marks.add(1, located)

    def _located(self, row: Row, column: int) -> Located:
        cell, source = row.cell(column), self._source(row, column)
        return Located(cell, source, None if cell else self._anchors.get((row.number, column)))

    def _source(self, row: Row, column: int) -> Source:
        return Source(*self._place, f"{self._letters[column]}{row.number}")


def _answer(node: Node, key: RowKey, read: RowRead) -> Answer:
    readings, said = read.readings, read.said
    opd, measure_unit = said.get(Column.OPD), said.get(Column.MEASURE_UNIT)
    return Answer(
        node.id,
        key.source,
        readings.get(Column.SELF, _NOTHING)[0],
        readings.get(Column.ASSESSOR, ()),
        readings.get(Column.MEASURE, _NOTHING)[0],
        readings.get(Column.TARGET, _NOTHING)[0],
        opd.text or None if opd else None,
        said.get(Column.EVIDENCE),
        measure_unit if measure_unit and measure_unit.text else None,
        readings.get(Column.ACHIEVEMENT, _NOTHING)[0],
    )
