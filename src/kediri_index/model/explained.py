"""What is known of a finding's code beyond its texts: an example of it, seen from near."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.findings import Finding


class Example(NamedTuple):
    """The files that give a code's finding: the command to type in their folder, and the place.

    *line* and *column* count from 1.
    """

    code: str
    command: str
    arguments: str
    file: str
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    column: int | None = None
    value: str | None = None


class GridRow(NamedTuple):
    """One row of a sheet: its number from 1, and its cells as texts."""

    number: int
    cells: tuple[str, ...]


class Grid(NamedTuple):
    """A few rows of a sheet under the letters of its columns; *row* and *column* mark one cell."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    row: int
    column: str


class Lines(NamedTuple):
    """A few lines of a text from number *first* on; *line* is marked, and *column* in it."""

    first: int
    lines: tuple[str, ...]
    line: int
    column: int | None


class Explained(NamedTuple):
    """A code with its example, if a file can give it.

    *finding* is what the example gives, *folder* where its files lie.
    """

    code: str
    example: Example | None = None
    finding: Finding | None = None
    folder: str = ""
    files: tuple[str, ...] = ()
    excerpt: Grid | Lines | None = None
