"""Cells as a file holds them, before anyone says what they mean."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple, overload

from kediri_index.model.findings import Finding
from kediri_index.model.places import Source

FEWEST = 16
"""A row of fewer cells is not worth packing."""
_new = tuple.__new__  # a named tuple's own costs three times as much


class CellKind(StrEnum):
    """What kind of thing a cell holds."""

    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    ERROR = "error"
    DATE = "date"
    NO_VALUE = "no_value"  # a formula whose result was never saved


class CellFormat(StrEnum):
    """What a cell's format says beyond its digits or letters.

    *thousands* to *trillions*: the number is shown divided by that. *marked*: part of the text is
    superscript, subscript or struck out, or the whole cell is struck out.
    """

    PLAIN = "plain"
    PERCENT = "percent"
    THOUSANDS = "thousands"
    MILLIONS = "millions"
    BILLIONS = "billions"
    TRILLIONS = "trillions"
    MARKED = "marked"


class Cell(NamedTuple):
    """One filled cell; *row* and *column* count from 1.

    *value* is text in every case: a number's digits as stored, a text, ``TRUE`` or ``FALSE``, an
    error such as ``#DIV/0!``, a date in ISO form, or for ``NO_VALUE`` the formula's text.
    """

    row: int
    column: int
    kind: CellKind
    value: str
    format: CellFormat = CellFormat.PLAIN
    formula: bool = False

    @property
    def address(self) -> str:
        """The cell's address, such as ``H14``."""
        return f"{column_letters(self.column)}{self.row}"


def column_letters(column: int) -> str:
    """Return the letters of a column that counts from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Span(NamedTuple):
    """A merged range, all four bounds inclusive, counted from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class PackedRow(Sequence[Cell]):
    """The filled cells of one row, in order and without formulas; equal to any sequence of them.

    Each is made when it is asked for. A million cells that are kept take three times the memory of
    their texts; most of those of a large table hold nothing but a text or a number, and one row's
    are in the columns of another's: so a row keeps its texts, and shares the rest.
    """

    __slots__ = ("columns", "formats", "kinds", "row", "values")

    def __init__(
        self,
        row: int,
        columns: tuple[int, ...],
        kinds: tuple[CellKind, ...],
        formats: tuple[CellFormat, ...],
        values: Sequence[str],
    ) -> None:
        self.row = row
        self.columns = columns
        self.kinds = kinds
        self.formats = formats
        self.values = values

    def at(self, index: int) -> Cell:
        """Return the cell at *index*."""
        return Cell(
            self.row,
            self.columns[index],
            self.kinds[index],
            self.values[index],
            self.formats[index],
        )

    @overload
    def __getitem__(self, index: int) -> Cell: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Cell, ...]: ...

    def __getitem__(self, index: int | slice) -> Cell | tuple[Cell, ...]:
        return tuple(self)[index] if isinstance(index, slice) else self.at(index)

    def __iter__(self) -> Iterator[Cell]:
        row = self.row
        for column, kind, value, form in zip(
            self.columns, self.kinds, self.values, self.formats, strict=True
        ):
            yield _new(Cell, (row, column, kind, value, form, False))

    def __len__(self) -> int:
        return len(self.values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class CellsByRow(Sequence[Cell]):
    """All cells of a sheet, in order, from its *rows*; equal to any sequence of them."""

    __slots__ = ("rows",)

    def __init__(self, rows: Mapping[int, Sequence[Cell]]) -> None:
        self.rows = rows

    @overload
    def __getitem__(self, index: int) -> Cell: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Cell, ...]: ...

    def __getitem__(self, index: int | slice) -> Cell | tuple[Cell, ...]:
        return tuple(self)[index]

    def __iter__(self) -> Iterator[Cell]:
        return chain.from_iterable(self.rows.values())

    def __len__(self) -> int:
        return sum(map(len, self.rows.values()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Records(NamedTuple):
    """How many fields the records of a text table have, empty ones counted.

    *widths* has each row from which on the number differs, with that number; *has_commas* says
    whether commas separate the fields.
    """

    widths: tuple[tuple[int, int], ...]
    has_commas: bool

    def width(self, row: int) -> int:
        """Return the number of fields in *row*."""
        at = bisect_right(self.widths, row, key=itemgetter(0)) - 1
        return self.widths[at][1] if at >= 0 else 0


@dataclass(frozen=True)
class Sheet:
    """One sheet: its filled cells in order of row and column; *records* is for text tables."""

    name: str
    cells: Sequence[Cell]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Span, ...] = ()
    records: Records | None = None

    def place(self, file: str, cell: str | None = None) -> Source:
        """Return a cell of this sheet as a place; a text file has no sheets to name."""
        return Source(file, self.name or None, cell)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell at a place, None where it is empty."""
        cells = self.rows.get(row, ())
        if isinstance(cells, PackedRow):
            at = bisect_left(cells.columns, column)
            return cells.at(at) if cells.columns[at : at + 1] == (column,) else None
        return next((cell for cell in cells if cell.column == column), None)

    @cached_property
    def rows(self) -> Mapping[int, Sequence[Cell]]:
        """The filled cells by row."""
        if isinstance(self.cells, CellsByRow):
            return self.cells.rows
        found: dict[int, tuple[Cell, ...]] = {}
        for row, cells in groupby(self.cells, key=attrgetter("row")):
            found[row] = (*found.get(row, ()), *cells)
        return found


class Workbook(NamedTuple):
    """One file as read; *sheets* is empty where *findings* say why it could not be.

    *own* is the sheet of findings that a marked copy brings back; it is not among *sheets*.
    """

    path: str
    sha256: str
    sheets: tuple[Sheet, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_csv: bool = False
    own: Sheet | None = None
