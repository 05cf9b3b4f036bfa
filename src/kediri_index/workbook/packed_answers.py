"""The plain numbers of a packed row of a wide table, told all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from operator import getitem, itemgetter
from typing import NamedTuple, TypeVar

from kediri_index.model.missing_words import MISSING_MARKS
from kediri_index.model.workbook import CellFormat, CellKind, PackedRow
from kediri_index.workbook.plain_columns import NONE, ByText, PlainNumbers

T = TypeVar("T")
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

    *like* is one of these rows.
    """

    at: Sequence[int]
    picked: Callable[[Sequence[T]], Sequence[T]]
    readers: Sequence[ByText]
    like: PackedRow

    def fits(self, row: PackedRow) -> bool:
        """Return whether *row* shares all with the row that this was made for."""
        like = self.like
        is_alike = row.kinds is like.kinds and row.formats is like.formats
        return is_alike and row.columns is like.columns


class PackedAnswers:
    """Reads the packed rows of one table; *columns* are their numbers, and what is plain there."""

    def __init__(self, columns: Sequence[tuple[int, PlainNumbers | None]]) -> None:
        self._columns = tuple(column for column, _ in columns)
        self._plain = [plain for _, plain in columns]
        self._readers: dict[tuple[CellKind, CellFormat], list[ByText]] = {}
        self._last: _Plan | None = None

    def of(self, row: PackedRow) -> Told:
        """Return what the cells of *row* hold."""
        plan = self._last
        if plan is None or not plan.fits(row):
            plan = self._last = self._plan(row)
        at, picked, readers, _ = plan
        texts = picked(row.values)
        found = list(map(getitem, readers, texts))
        odd: list[int] = []
        marks: list[int] = []
        if None in found:
            looks = zip(picked(row.kinds), picked(row.formats), strict=True)
            for place, number, text, look in zip(at, found, texts, looks, strict=True):
                if number is None:
                    is_mark = look == _PLAIN_TEXT and text in MISSING_MARKS
                    (marks if is_mark else odd).append(place)
        if len(found) == len(self._columns):
            return Told(found, odd, marks)
        numbers: list[float | None] = [None] * len(self._columns)
        for place, number in zip(at, found, strict=True):
            numbers[place] = number
        return Told(numbers, odd, marks)

    def _plan(self, row: PackedRow) -> _Plan:
        indexes = [*map(dict(zip(row.columns, count())).get, self._columns)]
        at = [place for place, index in enumerate(indexes) if index is not None]
        picked = _picking([index for index in indexes if index is not None])
        kinds, formats = picked(row.kinds), picked(row.formats)
        if len(set(kinds)) == len(set(formats)) == 1:  # nearly all rows
            of_all = self._readers_of(kinds[0], formats[0])
            readers = [of_all[place] for place in at]
        else:
            readers = [
                self._readers_of(kind, form)[place]
                for kind, form, place in zip(kinds, formats, at, strict=True)
            ]
        return _Plan(at, picked, readers, row)

    def _readers_of(self, kind: CellKind, form: CellFormat) -> list[ByText]:
        """Return what reads cells of a *kind* and format, for every column."""
        found = self._readers.get((kind, form))
        if found is None:
            found = self._readers[kind, form] = [
                NONE if plain is None else plain.by_text(kind, form) for plain in self._plain
            ]
        return found


def _picking(indexes: list[int]) -> Callable[[Sequence[T]], Sequence[T]]:
    """Return what takes the items at *indexes*."""
    if len(indexes) > 1:
        return itemgetter(*indexes)
    return lambda values: [values[index] for index in indexes]
