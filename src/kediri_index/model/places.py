"""Where things stand: a cell of a file, or a line of a definition."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """The cell that a value was read from; *cell* is an address such as ``H14``."""

    file: str
    sheet: str | None = None
    cell: str | None = None

    def seen_from(self, file: str) -> str:
        """Return where this is for a reader of *file*: without the file where it is the same."""
        cell = f"{self.sheet}!{self.cell}" if self.sheet and self.cell else self.cell or self.sheet
        parts = (self.file if self.file != file else None, cell)
        return " · ".join(part for part in parts if part)


class Mark(NamedTuple):
    """A position in a YAML file; *line* and *column* count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}"
