"""A CSV file that belongs to a call: its rows, and where each cell stands, for findings."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from kediri_index.definition.library import exists, read_file
from kediri_index.errors import DefinitionError, NotFoundError, UsageError
from kediri_index.model.limits import Limits
from kediri_index.sheets.reading.delimited import DELIMITERS, field_size_limit, unreadable


class DelimitedText:
    """The rows of the CSV *text* at *path*; an *error* of the file's kind says what is wrong."""

    def __init__(self, path: str, text: str, limits: Limits, error: type[DefinitionError]) -> None:
        self.path = path
        self.text = text
        self.limits = limits
        self.error = error
        self.head = io.StringIO(text, newline=None).readline()
        self.delimiter = max(DELIMITERS, key=self.head.count)
        self.lines = text.splitlines()

    @classmethod
    def read(
        cls, path: Path, limits: Limits, error: type[DefinitionError], *, gone: str, encoding: str
    ) -> DelimitedText:
        """Return the file at *path*; *gone* and *encoding* are messages where it is no text.

        Raises :class:`NotFoundError`, :class:`UsageError`, or *error*.
        """
        if not exists(path):
            raise NotFoundError(gone, path=str(path))
        as_long = limits._replace(definition_bytes=limits.file_bytes)
        try:
            text = read_file(path, as_long, error).data.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            raise UsageError(encoding, path=str(path)) from fault
        return cls(str(path), text, limits, error)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row that is not empty, with its line."""
        reader = csv.reader(self.lines, delimiter=self.delimiter)
        with field_size_limit(self.limits.text_length):
            try:
                for cells in reader:
                    if any(cell.strip() for cell in cells):
                        yield reader.line_num, cells
            except csv.Error as error:
                fault = unreadable(self.path, reader.line_num, error, self.limits)
                raise self.error((fault,)) from None

    def column(self, line: int, cells: Sequence[str], at: int) -> int:
        """Return the column of the cell number *at* of a line; 1 where quotes hide it."""
        before = self.delimiter.join(cells[:at])
        plain = line <= len(self.lines) and self.lines[line - 1].startswith(before)
        return len(before) + bool(at) + 1 if plain else 1
