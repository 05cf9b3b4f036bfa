"""Packed rows put together, and their cells by column; what reads no wide table does without."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from kediri_index.model.workbook import Cell, CellFormat, CellKind, CellsByRow, PackedRow

_BETWEEN = 8
"""Up to so many cells beside them packed ones are put together with them."""


class ByColumn(Mapping[int, Cell]):
    """The cells of a packed row by their columns."""

    __slots__ = ("packed",)

    def __init__(self, packed: PackedRow) -> None:
        self.packed = packed

    def __getitem__(self, column: int) -> Cell:
        columns = self.packed.columns
        index = bisect_left(columns, column)
        if index == len(columns) or columns[index] != column:
            raise KeyError(column)
        return self.packed.at(index)

    def __contains__(self, column: object) -> bool:
        return column in self.packed.columns

    def __iter__(self) -> Iterator[int]:
        return iter(self.packed.columns)

    def __len__(self) -> int:
        return len(self.packed)


def by_row(cells: Sequence[Cell], packed: Sequence[PackedRow]) -> CellsByRow:
    """Return both together, which are of one sheet and in order, a row of few parts as one."""
    parts: dict[int, list[Sequence[Cell]]] = {}
    for row, own in groupby(cells, key=attrgetter("row")):
        parts.setdefault(row, []).append(tuple(own))
    for one in packed:
        parts.setdefault(one.row, []).append(one)
    joining = _Joining()
    return CellsByRow({row: joining.of(parts[row]) for row in sorted(parts)})


class _Alike(NamedTuple):
    """What the cells of several rows are; *parts* are those that it was joined from."""

    kinds: tuple[CellKind, ...]
    formats: tuple[CellFormat, ...]
    parts: tuple[PackedRow, ...]


class _Joining:
    """Joins packed parts of rows and the few cells between them."""

    def __init__(self) -> None:
        self._alike: dict[tuple[int, ...], _Alike] = {}
        self._columns: dict[tuple[int, ...], tuple[int, ...]] = {}

    def of(self, parts: Sequence[Sequence[Cell]]) -> Sequence[Cell]:
        """Return the cells of a row in order, packed where they are packed for the most part."""
        if len(parts) == 1:
            return parts[0]
        cells = [cell for part in parts if not isinstance(part, PackedRow) for cell in part]
        if len(cells) > _BETWEEN or any(cell.formula for cell in cells):
            return tuple(sorted(chain.from_iterable(parts)))
        found = [part for part in parts if isinstance(part, PackedRow)]
        found += (PackedRow(c.row, (c.column,), (c.kind,), (c.format,), (c.value,)) for c in cells)
        found.sort(key=attrgetter("columns"))
        alike = self._of_alike(tuple(found))
        columns = tuple(chain.from_iterable(part.columns for part in found))
        columns = self._columns.setdefault(columns, columns)
        values = [*chain.from_iterable(part.values for part in found)]
        return PackedRow(found[0].row, columns, alike.kinds, alike.formats, values)

    def _of_alike(self, parts: tuple[PackedRow, ...]) -> _Alike:
        key = tuple(
            id(of_one)
            for part in parts
            for of_one in (
                (part.kinds, part.formats) if len(part) > 1 else (part.kinds[0], part.formats[0])
            )
        )
        found = self._alike.get(key)
        if found is None:
            found = self._alike[key] = _Alike(
                tuple(chain.from_iterable(part.kinds for part in parts)),
                tuple(chain.from_iterable(part.formats for part in parts)),
                parts,
            )
        return found
