"""How wide the columns of a table are, in points: the same in every program that opens it."""

from __future__ import annotations

from kediri_index.report.charts.drawing import text_width
from kediri_index.report.yearly.blocks import Column, ColumnKind, Table

SIZE = 8.5
"""The height of the letters in tables."""
PADDING = 9.0
"""What a cell keeps free left and right of its text, together."""
_LONGEST_WORD = 85.0
"""Longer words are broken."""
_LONGEST_TEXT = 250.0
_WIDE_LETTERS = 1.15
"""Codes are set in letters of one width."""


def widths(table: Table, room: float) -> tuple[float, ...]:
    """Return the widths of the columns, *room* together at most.

    Each is as wide as its longest word, and they share what is left as their texts want it. A
    table that wants less than *room* is no wider than that.
    """
    least, wanted = _least(table), _wanted(table)
    if sum(wanted) <= room:
        return wanted
    if sum(least) >= room:
        return tuple(width * room / sum(least) for width in least)
    left = (room - sum(least)) / (sum(wanted) - sum(least))
    return tuple(low + (high - low) * left for low, high in zip(least, wanted, strict=True))


def is_wide(table: Table, room: float) -> bool:
    """Return whether words would have to be broken within *room*."""
    return sum(_least(table)) > room


def _least(table: Table) -> tuple[float, ...]:
    return tuple(
        min(max(_width(word, column) for text in texts for word in text.split() or [""]), longest)
        + PADDING
        for column, texts in _texts(table)
        for longest in (_LONGEST_WORD,)
    )


def _wanted(table: Table) -> tuple[float, ...]:
    return tuple(
        max(min(max(_width(text, column) for text in texts), _LONGEST_TEXT) + PADDING, low)
        for (column, texts), low in zip(_texts(table), _least(table), strict=True)
    )


def _texts(table: Table) -> list[tuple[Column, list[str]]]:
    return [
        (column, [column.title, *(row[position].text for row in table.rows)])
        for position, column in enumerate(table.columns)
    ]


def _width(text: str, column: Column) -> float:
    wider = _WIDE_LETTERS if column.kind is ColumnKind.CODE else 1
    bold = text == column.title
    return text_width(text, SIZE, bold=bold) * wider
