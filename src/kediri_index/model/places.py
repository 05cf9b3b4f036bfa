"""Where things stand: a cell of a file, or a line of a definition."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """The cell that a value was read from; *cell* is an address such as ``H14``."""

    file: str
    sheet: str | None = None
    cell: str | None = None


class Mark(NamedTuple):
    """A position in a YAML file; *line* and *column* count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}"
