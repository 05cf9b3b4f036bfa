"""Cells as a file holds them, before anyone says what they mean."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, compress, groupby, product
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding, Source


class CellKind(StrEnum):
    """What kind of thing a cell holds."""

    TEXT = "text"
    NUMBER = "number"
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


class Look(NamedTuple):
    """What a cell is beside its text."""

    kind: CellKind
    format: CellFormat = CellFormat.PLAIN
    formula: bool = False


EMPTY: Final = 0
FORMULA: Final = 64
"""What a formula adds to the code of what it results in."""
CODES: Final[Mapping[tuple[CellKind, CellFormat, bool], int]] = {
    (kind, form, formula): code + formula * FORMULA
    for formula in (False, True)
    for code, (form, kind) in enumerate(product(CellFormat, CellKind), 1)
}
"""The byte by which a row keeps what a cell is, never :data:`EMPTY`."""
LOOKS: Final = {code: Look(*look) for look, code in CODES.items()}
TEXT: Final = CODES[Look(CellKind.TEXT)]
NUMBER: Final = CODES[Look(CellKind.NUMBER)]

_NARROW: Final = 64
_SPARSE: Final = 4
"""A row of more columns than both allow, these for each filled cell, has the filled ones alone."""


class Row(NamedTuple):
    """One row of a sheet; row and columns count from 1.

    *looks* has a byte for each of the *columns*, :data:`EMPTY` or one of :data:`LOOKS`; *texts* the
    value of the cell, nothing where it is empty. The columns are a range from the first filled one
    to the last; only where few of very many are filled, those alone.
    """

    number: int
    columns: Sequence[int]
    looks: bytes
    texts: Sequence[str]

    @property
    def filled(self) -> int:
        """How many cells are filled."""
        return len(self.looks) - self.looks.count(EMPTY)

    def text(self, column: int) -> str:
        """Return the text in a column, nothing where it is empty."""
        columns = self.columns
        return self.texts[columns.index(column)] if column in columns else ""

    def kind(self, column: int) -> CellKind | None:
        """Return the kind of the cell in a column, None where it is empty."""
        look = self.look(column)
        return LOOKS[look].kind if look else None

    def look(self, column: int) -> int:
        """Return what the cell in a column is, as its code."""
        columns = self.columns
        return self.looks[columns.index(column)] if column in columns else EMPTY

    def cell(self, column: int) -> Cell | None:
        """Return the cell in a column, None where it is empty."""
        columns = self.columns
        return self.cell_at(columns.index(column)) if column in columns else None

    def cell_at(self, index: int) -> Cell | None:
        """Return the cell in the column at *index*, None where it is empty."""
        code = self.looks[index]
        if code == EMPTY:
            return None
        kind, form, formula = LOOKS[code]
        return Cell(self.number, self.columns[index], kind, self.texts[index], form, formula)

    def cells(self) -> list[Cell]:
        """Return the filled cells in order."""
        cells = map(self.cell_at, range(len(self.looks)))
        return [cell for cell in cells if cell is not None]

    def with_cells(self, cells: Iterable[Cell]) -> "Row":
        """Return the row with these *cells* in their columns."""
        placed = {cell.column: cell for cell in (*self.cells(), *cells)}
        return rows_of(placed[column]._replace(row=self.number) for column in sorted(placed))[
            self.number
        ]


def row_of(number: int, columns: Sequence[int], looks: bytes, texts: Sequence[str]) -> Row | None:
    """Return a row whose *columns* rise, None where no cell of it is filled."""
    if looks and looks[0] and looks[-1] and columns[-1] - columns[0] + 1 == len(looks):
        empty = looks.count(EMPTY)  # without a gap between columns, as nearly all rows are
        if not empty or not _is_sparse(len(looks), len(looks) - empty):
            return Row(number, range(columns[0], columns[-1] + 1), looks, tuple(texts))
    if EMPTY in looks:
        columns, texts = [*compress(columns, looks)], [*compress(texts, looks)]
        looks = looks.translate(None, bytes([EMPTY]))
    if not looks:
        return None
    every = range(columns[0], columns[-1] + 1)
    if _is_sparse(len(every), len(looks)):
        return Row(number, tuple(columns), looks, tuple(texts))
    padded_looks, padded_texts = bytearray(), list[str]()
    start = 0
    for gaps, column in enumerate(sorted({*every}.difference(columns))):
        end = column - every.start - gaps
        padded_looks += looks[start:end]
        padded_looks.append(EMPTY)
        padded_texts += texts[start:end]
        padded_texts.append("")
        start = end
    return Row(number, every, bytes(padded_looks + looks[start:]), (*padded_texts, *texts[start:]))


def _is_sparse(columns: int, filled: int) -> bool:
    return columns > max(_NARROW, _SPARSE * filled)


def rows_of(cells: Iterable[Cell]) -> dict[int, Row]:
    """Return filled *cells*, which come in order, by row."""
    found = {}
    for number, each in groupby(cells, key=attrgetter("row")):
        own = [*each]
        looks = bytes(CODES[one.kind, one.format, one.formula] for one in own)
        row = row_of(number, [one.column for one in own], looks, [one.value for one in own])
        found[number] = row
    return {number: row for number, row in found.items() if row is not None}


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows by number, in order, those with a filled cell.

    *records* is for text tables; *file* is the name of the file that it is in.
    """

    name: str
    rows: Mapping[int, Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Span, ...] = ()
    records: Records | None = None
    file: str = field(default="", compare=False)

    def place(self, cell: str | None = None) -> Source:
        """Return a cell of this sheet as a place; a text file has no sheets to name."""
        return Source(self.file, self.name or None, cell)

    def finding(self, code: str, cell: Cell, **params: object) -> Finding:
        """Return a finding about *cell*, with its text as seen."""
        return Finding.at_cell(code, self.place(cell.address), cell.value, None, **params)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell at a place, None where it is empty."""
        found = self.rows.get(row)
        return None if found is None else found.cell(column)

    def cells_in(self, row: int) -> list[Cell]:
        """Return the filled cells of a row in order."""
        found = self.rows.get(row)
        return [] if found is None else found.cells()

    @property
    def filled(self) -> int:
        """How many cells are filled."""
        return sum(row.filled for row in self.rows.values())

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All filled cells, in order of row and column."""
        return tuple(chain.from_iterable(row.cells() for row in self.rows.values()))


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
