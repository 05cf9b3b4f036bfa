"""The columns of a table that a screen has room for, and how wide each is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from kediri_index.present.document import BARS, FIGURES, Column, ColumnKind, Table

GAP = 2
_NAME = 18
"""Once columns have to go, so many do that a column of names is as wide."""
_LONGEST_WORD = 30
_BAR = {ColumnKind.BAR: (10, 24), ColumnKind.BOTH_WAYS: (19, 29)}
"""The least and the usual width of a bar; those of several tables are compared."""
_WIDE = 94


class Fitted(NamedTuple):
    """A column with its place in the table, its title and its width as they are shown."""

    at: int
    column: Column
    title: str
    width: int


class _Sized(NamedTuple):
    at: int
    column: Column
    title: str
    least: int
    natural: int

    @property
    def missing(self) -> int:
        """How much a column of names lacks at least."""
        if self.column.kind is not ColumnKind.TEXT:
            return 0
        return max(0, min(self.natural, _NAME) - self.least)


def fitted(table: Table, room: int) -> list[Fitted]:
    """Return the columns of *table* that fit into *room*, in their order.

    Titles become short where they must, then those columns go that may, from the right. What room
    there is left is for names first; bars get what no text needs.
    """
    kept = list(_sized(table, room, short=False))
    if _needed(kept) + _missing(kept) > room:
        kept = list(_sized(table, room, short=True))
    for_names = _missing(kept) if _needed(kept) > room else 0
    while any(one.column.may_go for one in kept) and _needed(kept) + for_names > room:
        del kept[max(at for at, one in enumerate(kept) if one.column.may_go)]
    widths = [one.least for one in kept]
    spare = room - _needed(kept)
    for at in sorted(range(len(kept)), key=lambda at: _turn(kept[at].column)):
        more = max(0, min(spare, kept[at].natural - widths[at]))
        widths[at] += more
        spare -= more
    while spare < 0 and max(widths) > 1:  # words have to be broken, the longest first
        widest = widths.index(max(widths))
        widths[widest] -= 1
        spare += 1
    return [
        Fitted(one.at, one.column, one.title, width)
        for one, width in zip(kept, widths, strict=True)
    ]


def _turn(column: Column) -> int:
    return 2 if column.kind in BARS else 1 if column.kind in FIGURES else 0


def _sized(table: Table, room: int, *, short: bool) -> Iterator[_Sized]:
    for at, column in enumerate(table.columns):
        title = (column.short if short else "") or column.title
        cells = {row[at].text for row in table.rows}
        longest = max(map(cell_len, cells), default=0)
        words = max(map(cell_len, title.split()), default=0)
        if column.kind in BARS:
            least, usual = _BAR[column.kind]
            if column.kind is ColumnKind.BOTH_WAYS and room < _WIDE:
                usual = least
            yield _Sized(at, column, title, max(least, cell_len(title)), max(usual, words))
            continue
        least = longest
        if column.kind is ColumnKind.TEXT:
            least = max((cell_len(word) for cell in cells for word in cell.split()), default=0)
            least = min(least, _LONGEST_WORD)
        yield _Sized(at, column, title, max(least, words), max(longest, cell_len(title)))


def _missing(columns: Sequence[_Sized]) -> int:
    return sum(one.missing for one in columns)


def _needed(columns: Sequence[_Sized]) -> int:
    return sum(one.least for one in columns) + GAP * (len(columns) - 1)
