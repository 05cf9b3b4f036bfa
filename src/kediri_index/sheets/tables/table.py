"""A table: its header row, what its columns mean, its rows and what covers or hides them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.workbook import Cell, CellKind, Row, Sheet, column_letters
from kediri_index.sheets.tables.columns import KEY_COLUMNS, VALUE_COLUMNS, Column, Header

FOOTNOTE: Final = r"(?i)\*|(?:sumber|catatan|keterangan|ket|source|notes?|remarks?)\b\s*[:.]?"
NOTE_MARK: Final = (
    r"(?i)(?:\(?[0-9]{1,2}\)|[\u00b9\u00b2\u00b3\u2070-\u2079]+\)?)\s*(?!kota|kab)[^\W\d]"
    r"|[a-z]{1,3}\s*=\s"
)
"""What a note below a table begins with: 1) or \u00b9, or a sign that it explains."""
SIGNATURE: Final = (
    r"(?i)\b(?:mengetahui|nip|signed)\b|^(?:ttd|head of|acknowledged)\b"
    r"|^(?:plt\.?\s+)?(?:kepala|sekretaris|direktur|walikota|wali kota|bupati)\b"
    r"|^[\w .]+,\s*(?:tanggal\s+)?[0-9]{1,2}\s+[a-z]+\s+(?:19|20)[0-9]{2}$"
)
"""What the lines of a signature below a table begin with, or contain."""
LONG_NUMBER: Final = re.compile(r"[0-9][0-9 ]{14,}")
"""The number of a civil servant (NIP), not a value."""
MARK: Final = re.compile(r"(?:[A-Za-z]|[IVXLCivxlc]+|[0-9]{1,2})[.)]?")
"""What headings are marked with: A, B, I, II, 1, 2."""

_FEWEST_NUMBERED: Final = 2
_ROMAN: Final = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
_COUNTED: Final = {
    "1": [str(number) for number in range(1, 1000)],
    "a": [chr(ord("a") + at) for at in range(26)],
    "i": _ROMAN.split(" "),
}


def numbers_the_columns(row: Row) -> bool:
    """Return whether a row says 1, 2, 3, (1), (2), (3), a, b, c or I, II, III: forms do so.

    A formula may add 1 to the cell before, or say after its number what it is made of (5 = 4/3).
    """
    counted = _COUNTED.get(_numeral(row.texts[0]))
    if counted is None or row.filled < _FEWEST_NUMBERED:
        return False
    cells = row.cells()
    return len(cells) <= len(counted) and all(
        _numeral(cell.value) == number or (cell.kind is CellKind.NO_VALUE and at > 0)
        for at, (number, cell) in enumerate(zip(counted, cells, strict=False))
    )


def _numeral(text: str) -> str:
    return text.partition("=")[0].strip(" ()[].").casefold()


_SHOWN = 10
READ_COLUMNS = VALUE_COLUMNS | KEY_COLUMNS | {Column.TARGET, Column.UNIT, Column.YEAR}


class Layout(StrEnum):
    """Long: one row an indicator; wide: one row a unit; survey: one row per respondent."""

    LONG = "long"
    WIDE = "wide"
    SURVEY = "survey"


class SheetTable(NamedTuple):
    """A header and what its columns mean; the data begin below *row*.

    *headers* are the header's cells by column; *columns* maps a column's number to a known
    header; *nodes* maps it to the id of the definition that stands there (wide tables only);
    *unknown* are the header cells of neither. *others* are the rows of other tables on the sheet,
    in their order. *attributes* maps a column's number to the name by which a step of the
    definition's ``prepare`` reads it. *top* is the upper row of a header of two rows, and *years*
    maps a column of *nodes* to the year in its header.
    """

    sheet: Sheet
    layout: Layout
    row: int
    headers: Mapping[int, Cell]
    columns: Mapping[int, Header]
    nodes: Mapping[int, str]
    unknown: tuple[Cell, ...]
    others: tuple[range, ...] = ()
    attributes: Mapping[int, str] = MappingProxyType({})
    top: int | None = None
    years: Mapping[int, int] = MappingProxyType({})

    def rows(self) -> Iterator[Row]:
        """Yield the rows of data; a line that numbers the columns is none."""
        others = iter(self.others)
        other = next(others, None)
        first = self.row + 1
        for number, row in self.sheet.rows.items():
            if number < first or (number == first and numbers_the_columns(row)):
                continue
            while other is not None and number >= other.stop:
                other = next(others, None)
            if other is None or number not in other:
                yield row

    def of(self, wanted: Collection[Column]) -> list[int]:
        """Return the columns whose headers mean one of those *wanted*."""
        return [n for n, header in self.columns.items() if header.column in wanted]

    def firsts(self) -> dict[Column, int]:
        """Return the column of each meaning, the first of several with the same one."""
        by_number = sorted(self.columns.items(), reverse=True)
        return {header.column: number for number, header in by_number}

    def values(self) -> list[int]:
        """Return the columns of values; a table without any cannot be read."""
        return [*self.nodes, *self.of(VALUE_COLUMNS)]

    def is_plain(self) -> bool:
        """Return whether each filled column is read, and means what no other does."""
        meanings = [*(header.column for header in self.columns.values()), *self.nodes.values()]
        if self.unknown or self.sheet.records or len(set(meanings)) < len(meanings):
            return False
        read = {*self.columns, *self.nodes}
        last: Sequence[int] = ()
        for row in self.rows():
            if row.columns != last and not read.issuperset(row.columns):
                return False
            last = row.columns
        return True

    def texts(self, column: int) -> Iterator[str]:
        """Yield the texts of the data in a column, nothing where it is empty."""
        columns: Sequence[int] = ()
        at: int | None = None
        for row in self.rows():
            if row.columns != columns:
                columns = row.columns
                at = columns.index(column) if column in columns else None
            yield "" if at is None else row.texts[at]


def assessor_columns(table: SheetTable) -> tuple[int, ...]:
    """Return the columns of assessors: the numbered ones, else the plain one.

    A plain one beside numbers that begin at 2 is the first.
    """
    found = {n: h for n, h in sorted(table.columns.items()) if h.column is Column.ASSESSOR}
    numbered = {n: header.number for n, header in found.items() if header.number is not None}
    if len(found) == len(numbered) + 1 and 1 not in numbered.values():
        return tuple(found)
    return tuple(numbered) or tuple(found)


def hidden_but_read(table: SheetTable, read: Collection[int]) -> list[Finding]:
    """Return F430 and F431, each once: the hidden ones of the rows *read*, and of the columns."""
    sheet = table.sheet
    found = []
    rows = sorted(sheet.hidden_rows.intersection((table.row, *read))) if sheet.hidden_rows else []
    if rows:
        place = sheet.place(f"{column_letters(min(table.headers))}{rows[0]}")
        more = ("…",) if len(rows) > _SHOWN else ()
        shown = (*map(str, rows[:_SHOWN]), *more)
        found.append(Finding.at_cell("F430", place, count=len(rows), rows=shown))
    for number in filter(sheet.hidden_columns.__contains__, _columns_read(table)):
        below = (row for row in sheet.rows.values() if row.number > table.row)
        if any(row.look(number) for row in below):
            found.append(sheet.finding("F431", table.headers[number]))
    return found


def _columns_read(table: SheetTable) -> list[int]:
    if table.layout is Layout.WIDE:
        return list({**table.columns, **table.nodes, **table.attributes})
    found = {header.column for header in table.columns.values()}
    read = READ_COLUMNS - {Column.INDICATOR} if Column.CODE in found else READ_COLUMNS
    return table.of(read)


_MOST = 1_000_000
"""Cells that are looked up in all: ranges that lie upon each other have no end."""


def anchors_below(table: SheetTable, columns: Collection[int]) -> Mapping[tuple[int, int], Cell]:
    """Return the filled first cell of each merged range that begins in one of these *columns*.

    By row and column of the cells that it covers there, below the header.
    """
    found: dict[tuple[int, int], Cell] = {}
    rows = list(table.sheet.rows) if table.sheet.merged else []
    left = _MOST
    for span in table.sheet.merged:
        if span.first_column not in columns or span.first_row <= table.row:
            continue
        anchor = table.sheet.cell(span.first_row, span.first_column)
        if anchor is None or not anchor.value.strip():
            continue
        covered = [n for n in columns if span.first_column <= n <= span.last_column]
        inside = rows[bisect_left(rows, span.first_row) : bisect_right(rows, span.last_row)]
        left -= len(inside) * len(covered)
        if left < 0:
            break
        found.update({(row, n): anchor for row in inside for n in covered})
    return found


def with_anchors(
    row: Row, columns: Collection[int], anchors: Mapping[tuple[int, int], Cell]
) -> Row:
    """Return *row* with the first cells of the ranges that cover it in these *columns*."""
    found = {n: anchors[row.number, n] for n in columns if anchors and (row.number, n) in anchors}
    missing = [cell._replace(column=n) for n, cell in found.items() if not row.look(n)]
    return row.with_cells(missing) if missing else row
