"""The few cells of a long table's row that say all: the value, what it is of, and whose."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kediri_index.model.workbook import Cell, CellKind

Picked = tuple[Cell, str, str | None, str, str]
"""The value's cell, then the id, the name, the unit and the year as they are written.

The name is None where there is none, a unit or a year is empty where it has no column.
"""

_TEXT: Final = CellKind.TEXT
_NUMBER: Final = CellKind.NUMBER


def picker(
    value: int, code: int, name: int | None, unit: int | None, year: int | None
) -> Callable[[Sequence[Cell]], Picked | None]:
    """Return what picks from a row's cells those in these columns.

    It returns None where one of them is empty, but for the name, or says whose in no text.
    """
    needed = {one for one in (value, code, unit, year) if one is not None}
    first, last = min(needed), max(needed)
    if name is not None:
        first, last = min(first, name), max(last, name)

    def pick(cells: Sequence[Cell]) -> Picked | None:
        found: Sequence[Cell] | Mapping[int, Cell] = cells
        start = cells[0][1]
        if start > first or len(cells) <= last - start or cells[last - start][1] != last:
            by_column = {cell[1]: cell for cell in cells}  # there are gaps
            if not by_column.keys() >= needed:
                return None
            found, start = by_column, 0
        named = whose = when = ""
        if name is not None and (start or name in found):
            named = found[name - start][3].strip()
        if unit is not None:
            _, _, kind, whose, _, _ = found[unit - start]
            if kind is not _TEXT and kind is not _NUMBER:
                return None
        if year is not None:
            _, _, kind, when, _, _ = found[year - start]
            if kind is not _TEXT and kind is not _NUMBER:
                return None
        return found[value - start], found[code - start][3], named or None, whose, when

    return pick
