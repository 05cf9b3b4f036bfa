"""The rows of a long table: one an indicator."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.dataset import Answer, Reading, Said, Total
from kediri_index.model.definition import Group
from kediri_index.model.findings import Finding
from kediri_index.model.names import exact, whole
from kediri_index.model.places import Source
from kediri_index.model.workbook import Cell, CellFormat, CellKind, column_letters
from kediri_index.workbook.cell_values import CellError, Located, empty, read_number
from kediri_index.workbook.columns import (
    KEY_COLUMNS,
    NUMBER_COLUMNS,
    VALUE_COLUMNS,
    Column,
    header_of,
)
from kediri_index.workbook.group_rows import group_named
from kediri_index.workbook.identity import WITHOUT_TEXT
from kediri_index.workbook.known_rows import NO_SCORES, GoodScores
from kediri_index.workbook.merged_cells import anchors_below
from kediri_index.workbook.missing_marks import MissingMarks, is_mark
from kediri_index.workbook.row import NumberField, RowFields, validate_row
from kediri_index.workbook.row_fields import Key, RowContext
from kediri_index.workbook.rows_of_all_units import left_out, rows_of_units
from kediri_index.workbook.rows_without_data import (
    FOOTNOTE,
    LONG_NUMBER,
    MARK,
    SIGNATURE,
    numbers_the_columns,
)
from kediri_index.workbook.table import Table, assessor_columns

if TYPE_CHECKING:  # few files are so long
    from kediri_index.workbook.plain_rows import PlainRows

_SURELY_A_CODE = re.compile(r"(?=.*[0-9])[A-Za-z][A-Za-z0-9_.-]+")
_LIKE_A_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*|[0-9][0-9.]*")
_OF_LABELS = KEY_COLUMNS | {Column.NUMBER, Column.PILLAR, Column.SUB_PILLAR}
"""Where a row may say that it sums up others, on whichever side of the values."""
_NUMBERS: tuple[tuple[Column, NumberField], ...] = (
    (Column.SELF, "self_score"),
    (Column.TARGET, "target"),
    (Column.MEASURE, "measure"),
    (Column.ACHIEVEMENT, "achievement"),
)


_UNSEEN = "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
"""What pages of the web, and files put together, leave around a text."""

_new = tuple.__new__  # a named tuple's own costs three times as much


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
        self._fields = [(numbers[known], name) for known, name in _NUMBERS if known in numbers]
        self._assessors = assessor_columns(table)
        self._values = [n for n, header in table.columns.items() if header.column in VALUE_COLUMNS]
        self._first_value = min(self._values, default=0)
        self._labels = {n for n, header in table.columns.items() if header.column in _OF_LABELS}
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
        self._last: int | None = None
        self._signed = self._text_told = False

    def __iter__(self) -> Iterator[LongRow]:
        """Yield each row below the header that is about an indicator."""
        total_rows: dict[int, str] = {}
        groups: set[int] = set()
        code_at = self._code if not self._anchors else None
        for row, cells in self._below_header():
            answer = None if code_at is None else self.at_once(row, cells, code_at)
            if answer is None:
                code = self._text(cells, self._code)
                if code is None or code.casefold() not in self.context.nodes:
                    word = self._total(cells, code)
                    if word is not None:
                        total_rows[row] = word
                        continue
                    if not self._is_about_an_indicator(row, cells, code):
                        continue
                answer = self._validated(row, cells, self._key(row, cells, code), groups)
            self.read.append(row)
            unit = year = None
            if self._whose:
                unit = self._whose_said(row, cells, self._unit)
                year = self._whose_said(row, cells, self._year)
            if answer is not None:
                yield LongRow(answer, unit, year)
        self.findings.extend(self._marks.findings())
        if total_rows:
            from kediri_index.workbook.totals import totals_of  # noqa: PLC0415 - likewise

            self.totals = totals_of(
                self.path, self.table, total_rows, self._values, self.context, groups
            )

    def at_once(self, row: int, cells: dict[int, Cell], code: int) -> Answer | None:
        """Return the answer of a row of which nothing is to be said; None where that may not be."""
        said, name = cells.get(code), cells.get(self._indicator or 0)
        known = said and self.context.known[said.value, "" if name is None else name.value]
        if not known:
            return None
        numbers: dict[NumberField, Reading] = {}
        for column, field in self._fields:
            good = known.good if field == "self_score" else NO_SCORES
            reading = self._known_number(row, cells, column, good)
            if reading is None:
                return None
            numbers[field] = reading
        assessor = []
        for column in self._assessors:
            reading = self._known_number(row, cells, column, known.good)
            if reading is None:
                return None
            assessor.append(reading)
        return Answer(
            known.id,
            self._source(row, code),
            numbers.get("self_score"),
            tuple(assessor),
            numbers.get("measure"),
            numbers.get("target"),
            self._text(cells, self._opd),
            self._evidence_of(row, cells),
            self._measure_unit(row, cells) if self._measured_in else None,
            numbers.get("achievement"),
        )

    def _known_number(
        self, row: int, cells: dict[int, Cell], column: int, good: GoodScores
    ) -> Reading | None:
        """Return the reading of an empty cell, or of one of the *good* scores."""
        source = _new(Source, (self.path, self._sheet, f"{self._letters[column]}{row}"))
        cell = cells.get(column)
        if cell is None:
            return empty(source)
        _, _, kind, text, form, _ = cell
        if kind is not CellKind.NUMBER or form is not CellFormat.PLAIN or text not in good:
            return None
        number, digits = good[text]
        return _new(Reading, (number, None, digits, source))

    def _validated(
        self, row: int, cells: dict[int, Cell], key: Key, groups: set[int]
    ) -> Answer | None:
        """Return the answer of a row, None where its indicator is not known; tell its faults."""
        found, faults = validate_row(self._row(row, cells, key), self.context)
        if faults:
            self.findings.extend(faults)
        if found is None:
            return None
        if isinstance(found.node, Group):
            groups.add(row)
        return Answer(
            found.node.id,
            key.located.source,
            found.self_score,
            found.assessor,
            found.measure,
            found.target,
            self._text(cells, self._opd),
            self._evidence_of(row, cells),
            self._measure_unit(row, cells) if self._measured_in else None,
            found.achievement,
        )

    def _below_header(self) -> Iterator[tuple[int, dict[int, Cell]]]:
        """Yield each row's number and its cells by column."""
        rows = self.table.rows()
        if self._unit is not None and self._about_all:
            rows = rows_of_units(rows, self._unit, self._about_all, self._merged_whose)
        for row, found in rows if self._plain is None else self._plain.others(rows, self.read):
            self.context.in_time(1)
            cells = {cell.column: cell for cell in found}
            for number in self._whose if self._merged_whose else ():
                if number not in cells and (row, number) in self._merged_whose:
                    cells[number] = self._merged_whose[row, number]
            yield row, cells

    def _total(self, cells: dict[int, Cell], code: str | None) -> str | None:
        """Return the word that says that the row sums up others, if it does."""
        from kediri_index.workbook.totals import total_word  # noqa: PLC0415 - few sheets have any

        if code is not None:
            return total_word(code, self.context)
        for column in sorted(cells):
            if column >= self._first_value and column not in self._labels:
                continue
            word = total_word(cells[column].value, self.context)
            if word is not None:
                return word
        return None

    def _is_about_an_indicator(self, row: int, cells: dict[int, Cell], code: str | None) -> bool:
        """Tell a row to read from an empty one, a heading, a header said again, a signature."""
        filled = [cells[number] for number in self._values if number in cells]
        name = self._text(cells, self._indicator)
        if (
            name is not None
            and (exact(name) in self.context.by_name or self._group(name) is not None)
            and not (code is not None and not filled and MARK.fullmatch(code))
        ):
            return True
        is_no_code = code is not None and self._is_not_a_code(row, cells, code, filled)
        if is_no_code or self._is_of_the_whole(row, code or name, filled):
            return False
        if self._is_below_all(row):
            return self._is_read_below_all(row, cells, code or name, filled)
        if code is not None or (name is not None and self._code is None):
            return code is not None or not self._is_a_heading(cells)
        if filled and name is None and all(map(self._is_words, filled)):
            self._not_read(row, filled)
            return False
        return bool(filled)

    def _is_a_heading(self, cells: dict[int, Cell]) -> bool:
        """Return whether a row has a name alone, but for a mark (A, II) to its left."""
        beside = {n: cell.value.strip() for n, cell in cells.items() if n != self._indicator}
        return all(
            n in self._labels and MARK.fullmatch(text) and not text.strip(".)").isdigit()
            for n, text in beside.items()
        )

    def _is_of_the_whole(self, row: int, label: str | None, filled: list[Cell]) -> bool:
        """Return whether a row has the figure of the index itself, which is named."""
        from kediri_index.workbook.totals import says_the_whole  # noqa: PLC0415 - likewise

        if not filled or label is None or not says_the_whole(label, self.context):
            return False
        self._not_read(row, filled)
        return True

    def _is_not_a_code(
        self, row: int, cells: dict[int, Cell], code: str, filled: list[Cell]
    ) -> bool:
        """Return whether the text in the column of codes is a header, a heading or a footnote."""
        header = header_of(code, {})
        if (header is not None and header.column in KEY_COLUMNS) or FOOTNOTE.match(code):
            return True
        if numbers_the_columns(list(cells.values())):
            return True
        if not filled:
            is_like_one = _LIKE_A_CODE.fullmatch(code) and not MARK.fullmatch(code)
            return header is not None or not is_like_one or self._group(code) is not None
        if MARK.fullmatch(code) and not code.strip(".)").isdigit():
            self._not_read(row, filled)
            return True
        return False

    def _is_below_all(self, row: int) -> bool:
        """Return whether no row from *row* on names an indicator or group."""
        if self._last is None:
            numbers = (number for number, _ in self.table.rows())
            self._last = max(filter(self._is_known, numbers), default=0)
        return 0 < self._last < row

    def _is_read_below_all(
        self, row: int, cells: dict[int, Cell], named: str | None, filled: list[Cell]
    ) -> bool:
        """Tell a row with a value to read from text below the table, which is named once."""
        if named is not None and filled and _SURELY_A_CODE.fullmatch(named):
            return True
        if any(not self._is_words(cell) for cell in filled):
            left = [cells[number] for number in cells if number < self._first_value]
            if named is not None or not any(any(map(str.isalpha, one.value)) for one in left):
                return True
            self._not_read(row, filled)
            return False
        if not self._signed:
            self._signed = any(SIGNATURE.search(cell.value) for cell in cells.values())
        if filled and not self._signed and not self._text_told:
            self._text_told = True
            self._not_read(row, filled)
        return False

    def _not_read(self, row: int, filled: list[Cell]) -> None:
        place = self._source(row, filled[0].column)
        self.findings.append(Finding.at_cell("F434", place, filled[0].value.strip()))

    def _is_known(self, row: int) -> bool:
        cells = {cell.column: cell for cell in self.table.sheet.rows[row]}
        code, name = self._text(cells, self._code), self._text(cells, self._indicator)
        if code is not None and code.casefold() in self.context.nodes:
            return True
        return name is not None and exact(name) in self.context.by_name

    def _is_words(self, cell: Cell) -> bool:
        """Return whether *cell* holds neither a number nor what may be one; an NIP is none."""
        if cell.kind is not CellKind.TEXT:
            return False
        if LONG_NUMBER.fullmatch(cell.value.strip()):
            return True
        try:
            reading, _ = read_number(Located(cell, Source(self.path)), self.context.expected())
        except CellError as fault:
            return fault.code != "C121"
        return reading.number is None

    def _key(self, row: int, cells: dict[int, Cell], code: str | None) -> Key:
        name = self._text(cells, self._indicator)
        column = self._key_column
        group = None if code is None else self._group(code)
        if group is not None:
            return Key(None, group, self._located(row, cells, column))
        if name is not None and (code is None or MARK.fullmatch(code)):
            group = self._group(name)
            if group is not None:
                code, name = None, group  # the code marks a heading
        if code is None and name is not None and self._indicator is not None:
            column = self._indicator
        located = self._located(row, cells, column)
        if name is None or self._is_its_own(code, name):
            return Key(code, name, located)
        return Key(code, name, located, self._located(row, cells, self._indicator or column))

    def _group(self, text: str) -> str | None:
        return group_named(text, self.context)

    def _is_its_own(self, code: str | None, name: str) -> bool:
        """Return whether the code is that of the indicator that is named: nearly every row."""
        node = self.context.nodes.get(code.casefold()) if code is not None else None
        return node is not None and node.label.main == name

    def _row(self, row: int, cells: dict[int, Cell], key: Key) -> RowFields:
        found = RowFields(node=key)
        for number, name in self._fields:
            found[name] = self._located(row, cells, number)
        found["assessor"] = tuple([self._located(row, cells, number) for number in self._assessors])
        if self.context.of_units:
            self._count_marks(row, cells)
        return found

    def _count_marks(self, row: int, cells: dict[int, Cell]) -> None:
        for number in (*(number for number, _ in self._fields), *self._assessors):
            located = self._located(row, cells, number)
            if located.cell is not None and is_mark(located.cell):
                self._marks.add(1, located)

    def _text(self, cells: dict[int, Cell], column: int | None) -> str | None:
        cell = cells.get(column) if column is not None else None
        return None if cell is None else cell.value.strip().strip(_UNSEEN) or None

    def _whose_said(self, row: int, cells: dict[int, Cell], number: int | None) -> Said | None:
        """Return what the row says in a column of units or years; F417, F414 or F439 where not."""
        if number is None:
            return None
        cell = cells.get(number)
        column, place = self.table.columns[number].column, self._source(row, number)
        if cell is not None and cell.kind not in WITHOUT_TEXT and (text := cell.value.strip()):
            return Said(whole(text) if column is Column.YEAR else text, place)
        if cell is not None and cell.kind in WITHOUT_TEXT:
            self.findings.append(Finding.at_cell("F417", place, cell.value, name=column.value))
        elif column not in self.said:
            code = "F414" if column is Column.UNIT else "F439"
            self.findings.append(Finding.at_cell(code, place))
        return None

    def _evidence_of(self, row: int, cells: dict[int, Cell]) -> Said | None:
        said = None
        for number in self._evidence:
            cell = cells.get(number) or self._merged_evidence.get((row, number))
            readable = cell is None or cell.kind is not CellKind.ERROR
            text = cell.value.strip() if cell is not None else ""
            if said is None or (text and not said.text):
                said = Said(text, self._source(row, number), readable)
        return said

    def _measure_unit(self, row: int, cells: dict[int, Cell]) -> Said | None:
        number = self._measured_in
        text = self._text(cells, number)
        return Said(text, self._source(row, number)) if number is not None and text else None

    def _source(self, row: int, column: int) -> Source:
        return _new(Source, (self.path, self._sheet, f"{self._letters[column]}{row}"))

    def _located(self, row: int, cells: dict[int, Cell], column: int) -> Located:
        cell = cells.get(column)
        source = _new(Source, (self.path, self._sheet, f"{self._letters[column]}{row}"))
        if cell is None and self._anchors:
            return _new(Located, (None, source, self._anchors.get((row, column))))
        return _new(Located, (cell, source, None))
