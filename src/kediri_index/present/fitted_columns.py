"""Columns of a table that keep their words whole, as many as a screen has room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

if TYPE_CHECKING:
    from rich.console import JustifyMethod

_GAP = 2
_NAME = 18


@dataclass(frozen=True)
class Column:
    """A column of texts, perhaps with a *short* title; one that *may_go* is left out at need."""

    title: str
    justify: JustifyMethod
    cells: tuple[str, ...]
    may_go: bool = False
    short: str | None = None

    @cached_property
    def natural(self) -> int:
        """The width at which no line is broken."""
        return max(map(cell_len, {self.title, *self.cells}), default=0)

    @cached_property
    def least(self) -> int:
        """The width at which lines are broken between words alone; figures are never broken."""
        names = self.justify == "left"
        words = (word for cell in set(self.cells) for word in (cell.split() if names else [cell]))
        return max(map(cell_len, (*self.title.split(), *words)), default=0)


class Fitted(NamedTuple):
    """The columns that there is room for, with their widths, and how many there is none for."""

    columns: tuple[tuple[Column, int], ...]
    left_out: int


def fitted(columns: Sequence[Column], width: int) -> Fitted:
    """Return the columns that fit into *width*.

    Titles become short where they must, then those columns go that may, from the right. What room
    there is left is for names first.
    """
    kept = list(columns)
    if _needed(kept) > width:
        kept = [replace(one, title=one.short or one.title) for one in kept]
    room = width if _needed(kept) <= width else width - sum(map(_more_for_names, kept))
    while _needed(kept) > room and any(one.may_go for one in kept):
        del kept[max(position for position, one in enumerate(kept) if one.may_go)]
    widths = [one.least for one in kept]
    spare = width - _needed(kept)
    for position in sorted(range(len(kept)), key=lambda position: kept[position].justify != "left"):
        more = max(0, min(spare, kept[position].natural - widths[position]))
        widths[position] += more
        spare -= more
    return Fitted(tuple(zip(kept, widths, strict=True)), len(columns) - len(kept))


def _more_for_names(column: Column) -> int:
    """Return how much wider than its words a column of names is, once others must go for it."""
    if column.justify != "left":
        return 0
    return max(0, min(column.natural, _NAME) - column.least)


def _needed(columns: Sequence[Column]) -> int:
    return sum(one.least for one in columns) + _GAP * (len(columns) - 1)
