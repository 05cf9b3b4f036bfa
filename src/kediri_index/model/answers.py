"""Answers of units by indicator: plain numbers in dense columns, all others by exception.

A table of an agency and one of a ministry are the same: most of their cells hold a plain number
without any finding. Its text and its place are made when they are asked for.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import isnan, nan
from typing import NamedTuple

from kediri_index.model.dataset import Answer, Missing, Reading, UnitData
from kediri_index.model.findings import SheetRow, Source, row_number
from kediri_index.model.numbers import Digits, decimal_of, stored_digits
from kediri_index.model.workbook import CellKind, Sheet, column_letters


class AnswerColumn(NamedTuple):
    """The answers of one indicator or group: in which column of the sheet they stand."""

    id: str
    number: int
    measured: bool

    @property
    def letters(self) -> str:
        """The letters of the column."""
        return column_letters(self.number)


class Answers:
    """The plain numbers of one table, by column and unit; NaN where there is none.

    A plain number has at most 15 digits, of which at most 14 are decimals, so that the decimal can
    be told from the double. *rows* has by column and unit the row of the sheet in which the answer
    stands, 0 where there is none. A table with a row a unit has the same rows for all columns, and
    an answer for each cell; one with a row an indicator has the column of its codes as *key*.
    """

    __slots__ = ("columns", "key", "numbers", "places", "rows", "sheet")

    def __init__(
        self, sheet: Sheet, columns: Sequence[AnswerColumn], key: int | None = None
    ) -> None:
        self.sheet = sheet
        self.columns = tuple(columns)
        self.key = key
        self.places = {column.id: at for at, column in enumerate(self.columns)}
        self.numbers = tuple(array("d") for _ in self.columns)
        shared = array("L")
        self.rows = tuple(shared if key is None else array("L") for _ in self.columns)

    def add_row(self, row: int, numbers: Sequence[float | None]) -> int:
        """Add a unit whose *numbers* stand in one row; return its place."""
        at = len(self.numbers[0]) if self.numbers else 0
        if None in numbers:
            numbers = [nan if number is None else number for number in numbers]
        for column, number in zip(self.numbers, numbers, strict=True):
            column.append(number)  # type: ignore[arg-type] # none is None
        if self.rows:
            self.rows[0].append(row)
        return at

    def add_unit(self) -> int:
        """Add a unit of which no number is known yet; return its place."""
        at = len(self.numbers[0])
        for numbers, rows in zip(self.numbers, self.rows, strict=True):
            numbers.append(nan)
            rows.append(0)
        return at

    def sheet_column(self, column: int) -> tuple[str, str | None, str]:
        """Return where the answers of a column stand: file, sheet, letters."""
        return self.sheet.file, self.sheet.name or None, self.columns[column].letters

    def number(self, column: int, unit: int) -> Fraction | None:
        """Return the plain number at a place, None where there is none."""
        number = self.numbers[column][unit]
        return None if isnan(number) else decimal_of(number)

    def seen(self, column: int, unit: int) -> tuple[str, Source]:
        """Return the text of a plain number's cell, a mark's, or an empty one's, and its place."""
        row, at = self.rows[column][unit], self.columns[column]
        source = self.sheet.place(f"{at.letters}{row}")
        cell = self.sheet.cell(row, at.number)
        if cell is None:
            return "", source
        number = self.number(column, unit) if cell.kind is CellKind.NUMBER else None
        text = cell.value if number is None else Digits(stored_digits(cell.value, number))
        return text, source

    def reading(self, column: int, unit: int) -> Reading:
        """Return what the cell says, as if it had been read by itself."""
        text, source = self.seen(column, unit)
        number = self.number(column, unit)
        missing = None
        if number is None:
            missing = Missing.NOT_COLLECTED if text else Missing.EMPTY
        return Reading(number, missing, text, source)

    def answer(self, column: int, unit: int) -> Answer:
        """Return the answer, as if its row had been read by itself."""
        reading, at = self.reading(column, unit), self.columns[column]
        row = reading.source
        if self.key is not None:
            letters = column_letters(self.key)
            row = self.sheet.place(f"{letters}{self.rows[column][unit]}")
        if at.measured:
            return Answer(at.id, row, None, (), reading)
        return Answer(at.id, row, None, (reading,))

    def take_out(self, answer_id: str, unit: int) -> Answer | None:
        """Return the answer of an indicator's own row and hold it no longer, if there is one."""
        column = self.places.get(answer_id)
        if column is None or not self.rows[column][unit]:
            return None
        answer = self.answer(column, unit)
        self.numbers[column][unit], self.rows[column][unit] = nan, 0
        return answer


class UnitAnswers(Mapping[str, Answer]):
    """The answers of the unit at place *at* of *table*, and *others* in the place of its numbers.

    They stand in the order of the columns, and what no column holds after them.
    """

    __slots__ = ("at", "others", "table")

    def __init__(self, table: Answers, at: int, others: Mapping[str, Answer]) -> None:
        self.table = table
        self.at = at
        self.others = others

    def __getitem__(self, answer_id: str) -> Answer:
        other = self.others.get(answer_id)
        if other is not None:
            return other
        column = self.table.places[answer_id]
        if not self.table.rows[column][self.at]:
            raise KeyError(answer_id)
        return self.table.answer(column, self.at)

    def __contains__(self, answer_id: object) -> bool:
        return answer_id in self.others or self._is_in_table(answer_id)

    def __iter__(self) -> Iterator[str]:
        for column, rows in zip(self.table.columns, self.table.rows, strict=True):
            if rows[self.at]:
                yield column.id
        yield from (one for one in self.others if not self._is_in_table(one))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def is_plain(self, answer_id: str) -> bool:
        """Return whether the table has the answer, and no other stands in its place."""
        return answer_id not in self.others and self._is_in_table(answer_id)

    def _is_in_table(self, answer_id: object) -> bool:
        column = self.table.places.get(answer_id) if isinstance(answer_id, str) else None
        return column is not None and bool(self.table.rows[column][self.at])

    @property
    def doubles(self) -> list[float]:
        """The plain numbers in the order of the columns, NaN where there is none."""
        at = self.at
        return [column[at] for column in self.table.numbers]

    @property
    def numbers(self) -> list[Fraction | None]:
        """The plain numbers as the decimals that they are, None where there is none."""
        return [None if isnan(one) else decimal_of(one) for one in self.doubles]

    def plain(self) -> Iterator[tuple[AnswerColumn, Fraction]]:
        """Yield the columns of plain numbers with their numbers."""
        for column, number in zip(self.table.columns, self.numbers, strict=True):
            if number is not None:
                yield column, number

    def seen(self, answer_id: str) -> tuple[str, Source]:
        """Return the text of the cell that holds a plain number or none, and its place."""
        return self.table.seen(self.table.places[answer_id], self.at)

    def sheet_rows(self) -> set[int]:
        """Return the rows of the sheet in which the table has answers of the unit."""
        return {rows[self.at] for rows in self.table.rows} - {0}


def sheet_rows_of(data: UnitData) -> Iterator[SheetRow]:
    """Yield the rows of sheets in which a unit has answers."""
    answers = data.answers
    others: Iterable[str] = answers
    if isinstance(answers, UnitAnswers):
        file, sheet, _ = answers.table.sheet.place()
        yield from ((file, sheet, row) for row in answers.sheet_rows())
        others = answers.others
    for answer_id in others:
        for answer in data.rows_of(answer_id):
            yield answer.row.file, answer.row.sheet, row_number(answer.row.cell)


def full_answers(data: UnitData) -> Iterator[Answer]:
    """Yield the answers of which there may be more than one plain number, or none.

    What only a self-assessment, several assessors, a target or a stated achievement could be the
    matter of is in these.
    """
    answers = data.answers
    yield from (answers.others if isinstance(answers, UnitAnswers) else answers).values()


def plain_numbers(data: UnitData) -> Iterator[tuple[AnswerColumn, Fraction]]:
    """Yield the plain numbers of a unit, of which there is nothing more to say."""
    if isinstance(data.answers, UnitAnswers):
        yield from data.answers.plain()
