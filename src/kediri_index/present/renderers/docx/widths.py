"""How wide the columns of a table are, in points: the same in every program that opens it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kediri_index.present.charts.drawing import text_width
from kediri_index.present.document import Column, ColumnKind, Table

SIZE = 8.5
"""The height of the letters in tables."""
PADDING = 9.0
"""What a cell keeps free left and right of its text, together."""
_LONGEST_WORD = 85.0
"""Longer words are broken."""
_MOST_LINES = 10
_WIDE_LETTERS = 1.15
"""Codes are set in letters of one width."""
_WORD = re.compile(r"(?:\S )?\S+")
"""A sign alone stays with the word that it is said of."""


def widths(table: Table, room: float) -> tuple[float, ...]:
    """Return the widths of the columns, *room* together at most.

    Each is at least as wide as its longest word; what is left is shared so that columns with much
    text get more of it. A table that wants less than *room* is no wider than that.
    """
    sizes = _sizes(table)
    wanted = tuple(one.longest for one in sizes)
    if sum(wanted) <= room:
        return wanted
    least = sum(one.word for one in sizes)
    if least >= room:
        return tuple(one.word * room / least for one in sizes)
    left, pull = room - least, sum(one.pull for one in sizes)
    return tuple(one.word + left * one.pull / pull for one in sizes)


def is_wide(table: Table, room: float) -> bool:
    """Return whether words would have to be broken within *room*, or a text take many lines."""
    sizes = _sizes(table)
    if sum(one.word for one in sizes) > room:
        return True
    lines = (one.longest / width for one, width in zip(sizes, widths(table, room), strict=True))
    return max(lines, default=0) > _MOST_LINES


class _Size(NamedTuple):
    """The widths of a column's longest word and longest text; how strongly it pulls for more."""

    word: float
    longest: float
    pull: float


def _sizes(table: Table) -> list[_Size]:
    return [
        _size(column, [row[position].text for row in table.rows])
        for position, column in enumerate(table.columns)
    ]


def _size(column: Column, texts: list[str]) -> _Size:
    wider = _WIDE_LETTERS if column.kind is ColumnKind.CODE else 1
    title = text_width(column.title, SIZE, bold=True)
    each = [text_width(text, SIZE) * wider for text in texts] or [0.0]
    words = [
        *(text_width(word, SIZE, bold=True) for word in column.title.split()),
        *(text_width(word, SIZE) * wider for text in set(texts) for word in _WORD.findall(text)),
    ]
    word = min(max(words, default=0), _LONGEST_WORD)
    longest = max(title, *each)
    usual = (longest + sum(each) / len(each)) / 2
    return _Size(word + PADDING, longest + PADDING, max(usual - word, 0))
