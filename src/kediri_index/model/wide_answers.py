"""The answers of one row of a wide table, held as the columns' numbers and made when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.dataset import Answer, Missing, Reading, UnitData
from kediri_index.model.digits import Digits, stored_digits
from kediri_index.model.places import Source
from kediri_index.model.scoring import Range
from kediri_index.model.workbook import Cell, CellKind


class AnswerColumn(NamedTuple):
    """A column of a wide table: whose answers it holds, and where.

    Its plain numbers lie *within* each of these ranges.
    """

    id: str
    letters: str
    measured: bool
    within: tuple[Range, ...] = ()


class WideTable(NamedTuple):
    """What all rows of a wide table have in common; *places* are positions among *columns*."""

    file: str
    sheet: str | None
    columns: tuple[AnswerColumn, ...]
    places: Mapping[str, int]


class WideAnswers(Mapping[str, Answer]):
    """The answers of row number *row*, in the order of the columns.

    A plain number has at most 15 digits, of which at most 14 are decimals.

    A cell holds a plain number, of which nothing more is to be said, or a mark of missing data, or
    is empty; then there is none. The answers of all other cells are *others*. So a million cells
    need no objects of their own: whatever is asked of one is made from its cell, with its place.
    """

    __slots__ = ("cells", "numbers", "others", "row", "table")

    def __init__(
        self,
        table: WideTable,
        row: int,
        cells: Sequence[Cell | None],
        numbers: Sequence[Fraction | None],
        others: Mapping[str, Answer],
    ) -> None:
        self.table = table
        self.row = row
        self.cells = cells
        self.numbers = numbers
        self.others = others

    def __getitem__(self, answer_id: str) -> Answer:
        """Return the answer as a long sheet would have it."""
        other = self.others.get(answer_id)
        if other is not None:
            return other
        at = self.table.places[answer_id]
        text, source = self.seen(answer_id)
        number = self.numbers[at]
        missing = None
        if number is None:
            missing = Missing.EMPTY if self.cells[at] is None else Missing.NOT_COLLECTED
        reading = Reading(number, missing, text, source)
        if self.table.columns[at].measured:
            return Answer(answer_id, source, None, (), reading)
        return Answer(answer_id, source, None, (reading,))

    def seen(self, answer_id: str) -> tuple[str, Source]:
        """Return the text of a plain number's cell, a mark's, or an empty one's, and its place."""
        at = self.table.places[answer_id]
        cell = self.cells[at]
        place = f"{self.table.columns[at].letters}{self.row}"
        source = Source(self.table.file, self.table.sheet, place)
        if cell is None:
            return "", source
        number = self.numbers[at] if cell.kind is CellKind.NUMBER else None
        text = cell.value if number is None else Digits(stored_digits(cell.value, number))
        return text, source

    def __contains__(self, answer_id: object) -> bool:
        return answer_id in self.table.places

    def __iter__(self) -> Iterator[str]:
        return iter(self.table.places)

    def __len__(self) -> int:
        return len(self.table.places)

    def plain(self) -> Iterator[tuple[AnswerColumn, Fraction]]:
        """Yield the columns of plain numbers with their numbers."""
        for column, number in zip(self.table.columns, self.numbers, strict=True):
            if number is not None:
                yield column, number


def full_answers(data: UnitData) -> Iterator[Answer]:
    """Yield the answers of which there may be more than one plain number, or none.

    What only a self-assessment, several assessors, a target or a stated achievement could be the
    matter of is in these.
    """
    answers = data.answers
    yield from (answers.others if isinstance(answers, WideAnswers) else answers).values()
