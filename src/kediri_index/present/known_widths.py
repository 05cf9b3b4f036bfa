"""The widths of a table's columns, said where all of it has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table


def say_widths(table: Table, room: int) -> None:
    """Say how wide each column of *table* is, where all fit into *room* with no line broken.

    Rich comes to the same by itself, but takes a quarter of a table's time for it.
    """
    widths = [
        max(column.min_width or 0, *map(_longest_line, (column.header, *column.cells)))
        for column in table.columns
    ]
    _, right, _, left = table.padding
    if sum(widths) + (left + right) * len(widths) <= room:
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width


def _longest_line(cell: RenderableType) -> int:
    plain = cell.plain if isinstance(cell, Text) else str(cell)
    return max(map(cell_len, plain.splitlines()), default=0)
