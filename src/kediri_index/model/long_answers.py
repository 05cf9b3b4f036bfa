"""The answers of one unit in a long table, held as numbers and cells and made when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kediri_index.model.dataset import Answer, Reading
from kediri_index.model.digits import Digits, stored_digits
from kediri_index.model.places import Source
from kediri_index.model.wide_answers import AnswerColumn, WideAnswers, WideTable
from kediri_index.model.workbook import Cell, CellKind


class LongAnswers(WideAnswers):
    """The answers of rows that hold a plain number each; *others* are those of all other rows.

    *table* is the long table seen as a wide one, with a column for each indicator that may have a
    plain number; all letters are those of the column of values, *key* those of the codes. Where no
    row is about an indicator there is no answer, while a wide table has an empty one.
    """

    __slots__ = ("kept", "key", "read")

    def __init__(self, table: WideTable, key: str, others: Mapping[str, Answer]) -> None:
        self.kept: list[Cell | None] = [None] * len(table.columns)
        self.read: list[Fraction | None] = [None] * len(table.columns)
        super().__init__(table, 0, self.kept, self.read, others)
        self.key = key

    def __getitem__(self, answer_id: str) -> Answer:
        """Return the answer as its row would make it."""
        other = self.others.get(answer_id)
        if other is not None:
            return other
        at = self.table.places[answer_id]
        cell, number = self.kept[at], self.read[at]
        if cell is None or number is None:
            raise KeyError(answer_id)
        text, source = self.seen(answer_id)
        row = Source(self.table.file, self.table.sheet, f"{self.key}{cell.row}")
        reading = Reading(number, None, text, source)
        if self.table.columns[at].measured:
            return Answer(answer_id, row, None, (), reading)
        return Answer(answer_id, row, None, (reading,))

    def seen(self, answer_id: str) -> tuple[str, Source]:
        """Return the text of a plain number's cell, and its place."""
        at = self.table.places[answer_id]
        cell = self.kept[at]
        if cell is None:
            raise KeyError(answer_id)
        place = f"{self.table.columns[at].letters}{cell.row}"
        source = Source(self.table.file, self.table.sheet, place)
        number = self.read[at] if cell.kind is CellKind.NUMBER else None
        text = cell.value if number is None else Digits(stored_digits(cell.value, number))
        return text, source

    def take_out(self, answer_id: str) -> Answer | None:
        """Return the answer of a plain number and hold it no longer; None where there is none."""
        at = self.table.places.get(answer_id)
        if at is None or self.kept[at] is None:
            return None
        answer = self[answer_id]
        self.kept[at] = self.read[at] = None
        return answer

    def __contains__(self, answer_id: object) -> bool:
        if answer_id in self.others:
            return True
        at = self.table.places.get(answer_id) if isinstance(answer_id, str) else None
        return at is not None and self.kept[at] is not None

    def __iter__(self) -> Iterator[str]:
        yield from (column.id for column, _ in self.plain())
        yield from self.others

    def __len__(self) -> int:
        return sum(cell is not None for cell in self.kept) + len(self.others)

    def plain(self) -> Iterator[tuple[AnswerColumn, Fraction]]:
        """Yield the columns of plain numbers with their numbers."""
        for column, number in zip(self.table.columns, self.read, strict=True):
            if number is not None:
                yield column, number
