"""Headers of values over several columns, and headers of two rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.workbook import Cell, CellKind, Sheet, Workbook, column_letters
from kediri_index.workbook.headers.columns import NUMBER_COLUMNS, VALUE_COLUMNS, Column, header_of
from kediri_index.workbook.headers.table import Table
from kediri_index.workbook.numbers import Number, TwoReadings, parse_number


class SpreadHeader(NamedTuple):
    """A header of values, and the other columns of numbers that it covers."""

    header: Cell
    columns: tuple[int, ...]

    def finding(self, workbook: Workbook, table: Table) -> Finding:
        """Return F450, which names all columns."""
        place = table.sheet.place(workbook.path, self.header.address)
        shown = [_shown(table, column) for column in (self.header.column, *self.columns)]
        return Finding.at_cell("F450", place, self.header.value, columns=shown)


def spread_headers(table: Table, numeric: Collection[int]) -> list[SpreadHeader]:
    """Return the headers of *table* that cover several columns of numbers.

    *numeric* are the columns with numbers that are not read. A header covers what it is merged
    over, and the columns at its right that have no header of their own.
    """
    found = []
    counts: Mapping[int, int] | None = None
    for header in _headers_of_values(table):
        covered = [column for column in _covered(table, header) if column in numeric]
        if not covered:
            continue
        counts = _counts(table) if counts is None else counts
        merged = _last_merged(table.sheet, header)
        own = counts[header.column]
        many = tuple(
            column
            for column in covered
            if column <= merged or column in table.headers or _is_full(counts[column], own, table)
        )
        if many:
            found.append(SpreadHeader(header, many))
    return found


def of_one_word(headers: Iterable[Cell]) -> SpreadHeader | None:
    """Return the *headers* that begin with one word for values, where there are several."""
    by_word: dict[Column, list[Cell]] = {}
    for cell in headers:
        first, _, rest = cell.value.strip().partition(" ")
        meant = header_of(first, {}) if rest else None
        if meant is not None and meant.column in VALUE_COLUMNS:
            by_word.setdefault(meant.column, []).append(cell)
    several = [cells for cells in by_word.values() if len(cells) > 1]
    if not several:
        return None
    first_cell, *others = several[0]
    return SpreadHeader(first_cell, tuple(cell.column for cell in others))


def _is_full(count: int, own: int, table: Table) -> bool:
    """Return whether a column without any header has numbers in more than half as many rows."""
    return 2 * count > own and (count > 1 or not table.nodes)


def _headers_of_values(table: Table) -> Iterator[Cell]:
    """Yield the upper cells over values whose columns the row below does not tell apart."""
    top = table.row if table.top is None else table.top
    for cell in table.sheet.cells_in(top):
        own = table.headers.get(cell.column)
        known = table.columns.get(cell.column)
        if own is None:
            continue
        if own.row != top:
            meant = header_of(cell.value, {}) if known is None else None
            told_apart = _has_known(table, cell)
        else:
            meant, told_apart = known, False
        is_of_values = meant is not None and meant.column in NUMBER_COLUMNS
        if (is_of_values or cell.column in table.nodes) and not told_apart:
            yield cell


def _has_known(table: Table, header: Cell) -> bool:
    """Return whether the row below gives a column under *header* a meaning of its own."""
    under = _beside(table, header, max(table.headers))
    return any(column in table.columns or column in table.nodes for column in under)


def _beside(table: Table, header: Cell, last: int) -> Iterator[int]:
    """Yield the columns at the right of *header*, to the *last*, that its row leaves empty."""
    taken = {cell.column for cell in table.sheet.cells_in(header.row) if cell.value.strip()}
    return takewhile(lambda column: column not in taken, range(header.column + 1, last + 1))


def _covered(table: Table, header: Cell) -> Sequence[int]:
    """Return the columns at the right of *header* that the upper row gives no other header."""
    last = max((*table.headers, _last_merged(table.sheet, header), header.column + _BESIDE))
    free = _beside(table, header, last)
    return [column for column in free if column not in table.columns and column not in table.nodes]


_BESIDE = 12
"""So many columns without any header are looked at beside a header of values."""


def _last_merged(sheet: Sheet, header: Cell) -> int:
    spans = (
        span.last_column
        for span in sheet.merged
        if (span.first_row, span.first_column) == (header.row, header.column)
    )
    return max(spans, default=header.column)


def _counts(table: Table) -> Mapping[int, int]:
    """Return how many rows have a number in each column."""
    counts: Counter[int] = Counter()
    for row in table.rows():
        counts.update(cell.column for cell in row.cells() if holds_a_number(cell))
    return counts


def holds_a_number(cell: Cell) -> bool:
    """Return whether *cell* holds a number, as text or not, or a formula without a result."""
    if cell.kind is CellKind.TEXT:
        parsed = parse_number(cell.value, exponent_allowed=False)
        return isinstance(parsed, Number | TwoReadings)
    return cell.kind in {CellKind.NUMBER, CellKind.NO_VALUE}


def is_a_word(cell: Cell) -> bool:
    """Return whether *cell* holds a text that is not a number."""
    return cell.kind is CellKind.TEXT and bool(cell.value.strip()) and not holds_a_number(cell)


def _shown(table: Table, column: int) -> str:
    """Return a column as its letters and the header below the one that covers it."""
    own = table.headers.get(column)
    below = None if table.top is None else table.sheet.cell(table.row, column)
    below = below or own
    text = "" if below is None else f" {' '.join(below.value.split())}"
    return f"{column_letters(column)}{text}"
