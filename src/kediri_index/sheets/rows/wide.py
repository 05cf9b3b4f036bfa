"""The rows of a wide table: one a unit, a column an indicator or a given group."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import getitem, itemgetter
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from kediri_index.model.answers import AnswerColumn, Answers, UnitAnswers
from kediri_index.model.dataset import Answer, Missing, Reading, Said, Total, is_missing_mark
from kediri_index.model.findings import Finding, Source
from kediri_index.model.text import exact, whole
from kediri_index.model.workbook import EMPTY, FORMULA, TEXT, Cell, CellKind, Row, column_letters
from kediri_index.sheets.cell_values import (
    CellError,
    Located,
    MissingMarks,
    is_mark,
    read_number,
)
from kediri_index.sheets.identity import WITHOUT_TEXT
from kediri_index.sheets.rows.context import RowContext, RowKey, is_measured
from kediri_index.sheets.rows.plain import NONE, ByText, PlainNumbers, plain_of
from kediri_index.sheets.rows.row import read_row
from kediri_index.sheets.rows.totals import (
    is_mean,
    is_region,
    is_sum,
    label_before,
    left_out,
    not_read,
    total_word,
    totals_of,
)
from kediri_index.sheets.tables.columns import Column, folded
from kediri_index.sheets.tables.table import (
    FOOTNOTE,
    LONG_NUMBER,
    NOTE_MARK,
    SIGNATURE,
    SheetTable,
    anchors_below,
    with_anchors,
)

_KINDS_OF_UNITS = frozenset(
    {"kabupaten", "kota", "kabupaten/regency", "kota/municipality", "regency", "municipality"}
    | {"regencies", "municipalities", "cities", "provinsi", "province", "provinces"}
)
"""Headings between the units of tables."""
_TEXTS: Final = frozenset({TEXT, TEXT + FORMULA})
_A_SENTENCE = 3
"""So many words in small letters are in no name of a unit."""


class WideRow(NamedTuple):
    """One unit's row: its name, its year as written, and the answers of its columns.

    *again* are those of columns whose id another has already, *groups* those of groups above other
    columns. *columns* are those beside the answers that the definition's ``prepare`` reads, by
    name.
    """

    number: int
    unit: str
    year: Said | None
    answers: UnitAnswers
    again: tuple[Answer, ...] = ()
    groups: tuple[Answer, ...] = ()
    columns: Mapping[str, Reading] = MappingProxyType({})


def wide_rows(
    table: SheetTable,
    context: RowContext,
    findings: list[Finding],
    totals: list[Total],
) -> Iterator[WideRow]:
    """Yield each row below the header; faults go to *findings*, rows that sum up to *totals*.

    A column of scores is the assessor's: the scores of such a table are decided.
    """
    by_column = {header.column: number for number, header in table.columns.items()}
    unit_column = by_column[Column.UNIT]
    year_column = by_column.get(Column.YEAR)
    whose = [column for column in (unit_column, year_column) if column is not None]
    whose += [n for n, name in table.attributes.items() if name not in context.number_columns]
    anchors = anchors_below(table, (*table.nodes, *table.attributes))
    marks = MissingMarks()
    columns = _AnswerColumns(table, context, marks)
    others = _Others(table, unit_column, findings)
    summing = _SummingRows(table, unit_column, context)
    merged = anchors_below(table, whose)
    for found in table.rows():
        cells = with_anchors(found, whose, merged)
        row, unit = cells.number, cells.cell(unit_column)
        if unit is None and (label := label_before(cells, unit_column)) is not None:
            unit = cells.cell(label)
        name = "" if unit is None else unit.value.strip()
        if name in summing.about_all:
            continue
        is_unnamed = unit is None or unit.column == unit_column
        if (is_unnamed and others.is_not_a_unit(cells)) or unit is None:
            continue
        if summing.has(row, name):
            continue
        if unit.kind in WITHOUT_TEXT:
            place = _source(table, row, unit_column)
            findings.append(Finding.at_cell("F417", place, unit.value, name=Column.UNIT.value))
            continue
        year = cells.cell(year_column) if year_column is not None else None
        if year_column is not None and (year is None or not year.value.strip()):
            findings.append(Finding.at_cell("F439", _source(table, row, year_column)))
        located = _Cells(table, cells, anchors)
        answers, again = columns.read(located, findings)
        yield WideRow(
            number=row,
            unit=name,
            year=_said(table, row, year),
            answers=answers,
            again=again,
            groups=columns.read_groups(located, findings),
            columns=_attributes(located, context, findings, marks) if table.attributes else {},
        )
    findings += marks.findings()
    findings += summing.findings()
    totals += summing.totals()


class _SummingRows:
    """The rows of *table* about all units, which *about_all* names, and those that sum up others.

    A name with a word for that, *RS Total Husada*, may be a unit's: it is not read, but named.
    """

    def __init__(self, table: SheetTable, column: int, context: RowContext) -> None:
        self.table = table
        self.column = column
        self.context = context
        self.about_all = left_out(table, column, context.wanted)
        self._unclear: set[str] = set()
        self._labels: dict[int, str] = {}

    def has(self, row: int, name: str) -> bool:
        """Return whether the *row* of this *name* sums up others, and keep it."""
        if not (is_mean(name) or is_sum(name)) or exact(name) in self.context.wanted:
            return False
        if total_word(name, self.context) is None:
            self._unclear.add(name)
        else:
            self._labels[row] = name
        return True

    def findings(self) -> list[Finding]:
        """Return F445 for the rows that are not read."""
        names = self.about_all | self._unclear
        return [not_read(self.table, self.column, names)] if names else []

    def totals(self) -> list[Total]:
        """Return the figures of the rows that sum up others."""
        if not self._labels:
            return []
        return totals_of(self.table, self._labels, self.table.nodes, self.context)


class _Others:
    """The rows of *table* that are not units: headings, footnotes, a signature.

    Figures without a name, and the first sentence below the units, go to *findings*.
    """

    def __init__(self, table: SheetTable, column: int, findings: list[Finding]) -> None:
        self.table = table
        self.column = column
        self.findings = findings
        self.signed = False
        self._last: int | None = None
        self.noted = False

    def is_not_a_unit(self, cells: Row) -> bool:
        """Return whether a row is one of them, and add F414 for its figures without a name."""
        row, name = cells.number, cells.text(self.column).strip()
        filled = any(map(cells.look, self.table.nodes))
        if filled and name:
            return False
        if not self.signed:
            self.signed = any(re.search(SIGNATURE, text) for text in cells.texts)
        if self.signed and not self._holds_numbers(cells):
            return True
        if filled:
            place = _source(self.table, row, self.column)
            self.findings.append(Finding.at_cell("F414", place))
        if not name or folded(name) in _KINDS_OF_UNITS:
            return True
        if re.match(FOOTNOTE, name):
            self.noted = self._is_below_all(row)
            return True
        return self._is_below_all(row) and self._is_text(row, name)

    def _is_below_all(self, row: int) -> bool:
        """Return whether no row from *row* on has a value."""
        if self._last is None:
            nodes, rows = self.table.nodes, self.table.rows()
            filled = (one.number for one in rows if any(map(one.look, nodes)))
            self._last = max(filled, default=row)
        return self._last < row

    def _is_text(self, row: int, name: str) -> bool:
        """Return whether a row is a note or a sentence; add F445 for the first sentence."""
        if self.noted or re.match(NOTE_MARK, name):
            return True
        if is_region(name) or sum(map(str.islower, name.split())) < _A_SENTENCE:
            return False
        self.noted = True
        place = _source(self.table, row, self.column)
        shown = (f"{name} ({place.cell})",)
        self.findings.append(Finding.at_cell("F445", place, name, rows=shown))
        return True

    def _holds_numbers(self, cells: Row) -> bool:
        filled = map(cells.cell, self.table.nodes)
        return any(
            cell.kind is not CellKind.TEXT
            or (cell.value[:1].isdigit() and not LONG_NUMBER.fullmatch(cell.value.strip()))
            for cell in filled
            if cell is not None
        )


def _said(table: SheetTable, row: int, year: Cell | None) -> Said | None:
    text = whole(year.value.strip()) if year is not None else ""
    return Said(text, _source(table, row, year.column)) if year and text else None


class _Cells(NamedTuple):
    table: SheetTable
    row: Row
    anchors: Mapping[tuple[int, int], Cell]

    def located(self, column: int) -> Located:
        cell, number = self.row.cell(column), self.row.number
        source = _source(self.table, number, column)
        return Located(cell, source, None if cell else self.anchors.get((number, column)))


class _AnswerColumns:
    """The columns of answers of one table, and how their cells are read."""

    def __init__(self, table: SheetTable, context: RowContext, marks: MissingMarks) -> None:
        self.context = context
        here = set(table.nodes.values())
        above = {
            node_id for node_id in here if not here.isdisjoint(context.nodes.below.get(node_id, ()))
        }
        self.marks = marks
        self.first = {node_id: column for column, node_id in reversed(tuple(table.nodes.items()))}
        nodes = {node_id: context.nodes.by_id[node_id.casefold()] for node_id in self.first}
        accepted = {node_id: plain_of(node, context.scale) for node_id, node in nodes.items()}
        different = {one for one in accepted.values() if one is not None}
        numbers = {one: PlainNumbers(one, context.marks, len(different)) for one in different}
        self.columns = [
            (node_id, column, None if (own := accepted[node_id]) is None else numbers[own])
            for column, node_id in table.nodes.items()
            if self.first[node_id] == column and node_id not in above
        ]
        self.groups = [(node_id, self.first[node_id]) for node_id in self.first if node_id in above]
        self.again = [
            (node_id, column)
            for column, node_id in table.nodes.items()
            if self.first[node_id] != column
        ]
        self._readers: dict[int, list[ByText]] = {}
        self._like: Sequence[int] = ()
        self._picked: Callable[[Sequence[Any]], Sequence[Any]] = tuple
        columns = [
            AnswerColumn(node_id, column, is_measured(nodes[node_id]))
            for node_id, column, _ in self.columns
        ]
        self.table = Answers(table.sheet, columns)

    def read(self, row: _Cells, findings: list[Finding]) -> tuple[UnitAnswers, tuple[Answer, ...]]:
        """Return the answers of *row*, and those of columns whose id another has already."""
        others: dict[str, Answer] = {}
        numbers, odd, marks = self._told(row)
        if marks:
            self.marks.add(len(marks), row.located(self.columns[marks[0]][1]))
        for at in odd:
            node_id, column, _ = self.columns[at]
            others[node_id] = self._answer(row, node_id, column, findings)
        again = tuple(self._answer(row, *other, findings) for other in self.again)
        return UnitAnswers(self.table, self.table.add_row(row.row.number, numbers), others), again

    def read_groups(self, row: _Cells, findings: list[Finding]) -> tuple[Answer, ...]:
        """Return what *row* says in the columns of groups above other columns, where it does."""
        return tuple(
            self._answer(row, *group, findings) for group in self.groups if row.row.look(group[1])
        )

    def _told(self, row: _Cells) -> tuple[list[float | None], list[int], list[int]]:
        """Return numbers, where there is more to tell, and where marks of missing data."""
        cells = row.row
        if cells.columns != self._like:
            self._like = cells.columns
            self._picked = _picking(cells.columns, [column for _, column, _ in self.columns])
        texts, looks = self._picked((*cells.texts, "")), self._picked(cells.looks + b"\0")
        numbers = list(map(getitem, self._readers_of(looks), texts))
        odd, marks = [], []
        if None in numbers:
            for at, number in enumerate(numbers):
                if number is not None:
                    continue
                if looks[at] in _TEXTS and is_missing_mark(texts[at]):
                    marks.append(at)
                elif looks[at] or (cells.number, self.columns[at][1]) in row.anchors:
                    odd.append(at)
        return numbers, odd, marks

    def _readers_of(self, looks: Sequence[int]) -> Sequence[ByText]:
        """Return a reader per cell of a row with these looks; an empty text is not a number."""
        different = {*looks} - {EMPTY} or {EMPTY}
        for look in different - self._readers.keys():
            self._readers[look] = [
                NONE if plain is None else plain.by_text(look) for _, _, plain in self.columns
            ]
        if len(different) == 1:  # nearly all rows
            return self._readers[different.pop()]
        return [NONE if not look else self._readers[look][at] for at, look in enumerate(looks)]

    def _answer(self, row: _Cells, node_id: str, column: int, findings: list[Finding]) -> Answer:
        located = row.located(column)
        if located.cell is not None and is_mark(located.cell):
            self.marks.add(1, located)
        measured = is_measured(self.context.nodes.by_id[node_id.casefold()])
        column_read = Column.MEASURE if measured else Column.ASSESSOR
        read = read_row(
            RowKey(node_id, None, located.source), {column_read: (located,)}, self.context
        )
        findings.extend(read.findings)
        (reading,) = read.readings[column_read]
        if measured:
            return Answer(node_id, located.source, None, (), reading)
        return Answer(node_id, located.source, None, (reading,))


def _picking(columns: Sequence[int], wanted: list[int]) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """Return what takes the items of the *wanted* columns, for any other the last item."""
    places = {column: at for at, column in enumerate(columns)}
    indexes = [places.get(column, -1) for column in wanted]
    if len(indexes) > 1:
        return itemgetter(*indexes)
    return lambda items: [items[at] for at in indexes]


def _attributes(
    cells: _Cells, context: RowContext, findings: list[Finding], marks: MissingMarks
) -> dict[str, Reading]:
    """Return what the columns beside the answers say; faults go to *findings*."""
    found = {}
    for column, name in cells.table.attributes.items():
        located = cells.located(column)
        text = located.cell.value.strip() if located.cell else ""
        found[name] = Reading(None, None if text else Missing.EMPTY, text, located.source)
        if name in context.number_columns:
            if located.cell is not None and is_mark(located.cell):
                marks.add(1, located)
            try:
                found[name], _ = read_number(located, context.expected())
            except CellError as fault:
                findings.append(
                    Finding.at_cell(fault.code, located.source, fault.value, None, **fault.params)
                )
                found[name] = Reading(None, Missing.UNREADABLE, text, located.source)
        elif located.cell is not None and located.cell.kind in WITHOUT_TEXT:
            findings.append(Finding.at_cell("F417", located.source, text, name=name))
            found[name] = Reading(None, Missing.UNREADABLE, "", located.source)
    return found


def _source(table: SheetTable, row: int, column: int) -> Source:
    return table.sheet.place(f"{column_letters(column)}{row}")
