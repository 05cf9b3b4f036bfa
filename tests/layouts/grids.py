"""A sheet before it is written: cells by row, merges, and what a writer needs to know of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple


class Formula(NamedTuple):
    """A formula and the result that is stored beside it."""

    text: str
    result: float


class Percent(NamedTuple):
    """A number that a sheet shows in percent."""

    value: Fraction


Value = str | int | Fraction | Formula | Percent | None


@dataclass
class Grid:
    """The rows of one sheet, the first at 1; *merges* are (row, column, row, column)."""

    name: str
    rows: list[list[Value]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    def add(self, *values: Value) -> int:
        """Add a row, and return its number."""
        self.rows.append(list(values))
        return len(self.rows)


class Layout(NamedTuple):
    """A workbook to be written, and what is due.

    *due* has the overall of each unit, None where it has a blank; *blanks* are the cells (sheet,
    row, column) that are empty, or places of rows that are not there. *traps* name what may be
    refused, *features* all that was drawn.
    """

    grids: tuple[Grid, ...]
    measured: bool
    due: dict[str, Fraction | None]
    blanks: tuple[str, ...]
    traps: tuple[str, ...]
    features: tuple[str, ...]
    csv: str = ""
