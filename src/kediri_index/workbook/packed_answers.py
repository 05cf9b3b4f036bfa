"""The plain numbers of a packed row of a wide table, told all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import getitem, itemgetter
from typing import NamedTuple

from kediri_index.model.missing_words import MISSING_MARKS
from kediri_index.model.workbook import CellFormat, CellKind, PackedRow
from kediri_index.workbook.plain_columns import NONE, ByText, PlainNumbers

_KEPT = 256
_PLAIN_TEXT = (CellKind.TEXT, CellFormat.PLAIN)


class Told(NamedTuple):
    """The plain numbers of a row, and at which columns there is more to tell.

    *marks* are the columns with a mark of missing data: there is no more to tell of them.
    """

    numbers: list[float | None]
    odd: list[int]
    marks: list[int]


class _Plan(NamedTuple):
    """How rows are read whose cells are alike: *at* are the columns that have any, by position.

    *texts* says which of these hold plain text, *like* is one of these rows.
    """

    at: list[int]
    picked: Callable[[Sequence[str]], Sequence[str]]
    readers: list[ByText]
    texts: list[bool]
    like: PackedRow


class PackedAnswers:
    """Reads the packed rows of one table; *columns* are their numbers, and what is plain there."""

    def __init__(self, columns: Sequence[tuple[int, PlainNumbers | None]]) -> None:
        self._columns = tuple(column for column, _ in columns)
        self._plain = [plain for _, plain in columns]
        self._readers: dict[tuple[CellKind, CellFormat], list[ByText]] = {}
        self._plans: dict[tuple[int, int, int], _Plan] = {}

    def of(self, row: PackedRow) -> Told:
        """Return what the cells of *row* hold."""
        at, picked, readers, is_text, _ = self._plan_of(row)
        texts = picked(row.values)
        found = list(map(getitem, readers, texts))
        odd: list[int] = []
        marks: list[int] = []
        if None in found:
            for place, number, text, plain in zip(at, found, texts, is_text, strict=True):
                if number is None:
                    (marks if plain and text in MISSING_MARKS else odd).append(place)
        if len(found) == len(self._columns):
            return Told(found, odd, marks)
        numbers: list[float | None] = [None] * len(self._columns)
        for place, number in zip(at, found, strict=True):
            numbers[place] = number
        return Told(numbers, odd, marks)

    def _plan_of(self, row: PackedRow) -> _Plan:
        key = id(row.columns), id(row.kinds), id(row.formats)
        found = self._plans.get(key)
        if found is None:
            if len(self._plans) == _KEPT:
                self._plans.clear()
            found = self._plans[key] = self._plan(row)
        return found

    def _plan(self, row: PackedRow) -> _Plan:
        places = {column: index for index, column in enumerate(row.columns)}
        at = [place for place, column in enumerate(self._columns) if column in places]
        indexes = [places[self._columns[place]] for place in at]
        looks = [(row.kinds[index], row.formats[index]) for index in indexes]
        if len(set(looks)) == 1:  # nearly all rows
            of_all = self._readers_of(*looks[0])
            readers = [of_all[place] for place in at]
        else:
            readers = [
                self._readers_of(*look)[place] for look, place in zip(looks, at, strict=True)
            ]
        is_text = [look == _PLAIN_TEXT for look in looks]
        return _Plan(at, _picking(indexes), readers, is_text, row)

    def _readers_of(self, kind: CellKind, form: CellFormat) -> list[ByText]:
        """Return what reads cells of a *kind* and format, for every column."""
        found = self._readers.get((kind, form))
        if found is None:
            found = self._readers[kind, form] = [
                NONE if plain is None else plain.by_text(kind, form) for plain in self._plain
            ]
        return found


def _picking(indexes: list[int]) -> Callable[[Sequence[str]], Sequence[str]]:
    """Return what takes the items at *indexes*."""
    if len(indexes) > 1:
        return itemgetter(*indexes)
    return lambda values: [values[index] for index in indexes]
