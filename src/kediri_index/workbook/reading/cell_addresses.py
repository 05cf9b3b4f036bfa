"""Addresses of cells and ranges as sheets write them: A1, A1:C3."""

from __future__ import annotations

import re
from typing import Final

from kediri_index.model.workbook import Span

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def column_number(letters: str) -> int:
    """Return the number of a column of capital letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def position_of(address: str) -> tuple[int, int] | None:
    """Return the row and column of *address*, or None where no sheet has such a cell."""
    match = _ADDRESS.fullmatch(address.strip())
    if match is None:
        return None
    row, column = int(match[2]), column_number(match[1].upper())
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        return None
    return row, column


def span_of(reference: str) -> Span | None:
    """Return the range that *reference* names, its corners in order, or None."""
    first, colon, last = reference.partition(":")
    start = position_of(first)
    end = position_of(last) if colon else start
    if start is None or end is None:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Span(rows[0], columns[0], rows[1], columns[1])
