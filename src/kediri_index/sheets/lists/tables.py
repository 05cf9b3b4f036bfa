"""The tables of a workbook that holds a list: of indicators, of weights of groups, of agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import Final, NamedTuple

from kediri_index.model.findings import Source
from kediri_index.model.text import YEAR, whole
from kediri_index.model.workbook import Cell, CellKind, Row, Sheet, Workbook, column_letters
from kediri_index.sheets.lists.headings import ListColumn, ListHeading, heading_of
from kediri_index.sheets.tables.columns import spaced
from kediri_index.sheets.tables.table import (
    FOOTNOTE,
    SIGNATURE,
    Layout,
    SheetTable,
    anchors_below,
    numbers_the_columns,
    with_anchors,
)

GUIDE_SHEET: Final = "Petunjuk"
"""The sheet that tells people how to fill in a list; nothing of it is read."""
_SEARCHED: Final = 40
"""Rows above a heading row: titles, the names of offices."""
_TOTAL: Final = re.compile(r"(?i)(?:jumlah|total|sub ?total|rata-rata|grand total|sum)\b")
_NAMING: Final = frozenset({"nama", "uraian", "name"})
"""What stands under a heading for the name of what it says."""
_FEW: Final = 2
"""A footnote or a signature fills so many cells of its row at most."""
_LABEL: Final = re.compile(r"\s*([^:=]{2,40}?)\s*[:=]\s*(.*)", re.DOTALL)


class TableKind(StrEnum):
    """What a table of a list is about."""

    INDICATORS = "indicators"
    GROUPS = "groups"
    AGENCIES = "agencies"


class ListTable(NamedTuple):
    """A table: its headings by column, the cells that hold them, and its rows with merged cells.

    *anchored* has the first cell of a merged range for each place that the range covers.
    """

    kind: TableKind
    sheet: Sheet
    row: int
    headings: Mapping[int, ListHeading]
    heading_cells: Mapping[int, Cell]
    unknown: tuple[Cell, ...]
    rows: tuple[Row, ...]
    anchored: Mapping[tuple[int, int], Cell]

    def of(self, column: ListColumn) -> list[int]:
        """Return the numbers of the columns that mean *column*."""
        return [number for number, heading in self.headings.items() if heading.column is column]

    def cell(self, row: Row, column: ListColumn) -> Cell | None:
        """Return the cell of *row* in the first column that means *column*, None where empty."""
        cells = (filled(row.cell(number)) for number in self.of(column))
        return next((cell for cell in cells if cell is not None), None)

    def place(self, row: int, *columns: ListColumn) -> Source:
        """Return the place in *row* of the first of *columns* that the table has."""
        numbers = [number for column in columns for number in self.of(column)]
        number = numbers[0] if numbers else min(self.headings)
        return self.sheet.place(f"{column_letters(number)}{row}")


class ListTables(NamedTuple):
    """The tables of a workbook, and the label–value pairs and titles beside them."""

    indicators: tuple[ListTable, ...]
    groups: tuple[ListTable, ...]
    agencies: tuple[ListTable, ...]
    labels: Mapping[str, Cell]
    titles: tuple[Cell, ...]
    label_sheets: Mapping[str, Sheet]


def filled(cell: Cell | None) -> Cell | None:
    """Return *cell*, None where it is empty or holds spaces only."""
    return cell if cell is not None and cell.value.strip() else None


def tables_of(workbook: Workbook) -> ListTables:
    """Return what a workbook holds; sheets that are hidden are not read."""
    found: dict[TableKind, list[ListTable]] = {kind: [] for kind in TableKind}
    labels: dict[str, Cell] = {}
    sheets: dict[str, Sheet] = {}
    titles: list[Cell] = []
    for sheet in workbook.sheets:
        if sheet.hidden or sheet.name == GUIDE_SHEET:
            continue
        tables = list(_tables(sheet))
        for table in tables:
            found[table.kind].append(table)
        first = tables[0].row if tables else None
        for word, cell in _labels(sheet, first):
            labels.setdefault(word, cell)
            sheets.setdefault(word, sheet)
        if tables and tables[0].kind is TableKind.INDICATORS:
            titles += _titles(sheet, tables[0].row)
    return ListTables(
        tuple(found[TableKind.INDICATORS]),
        tuple(found[TableKind.GROUPS]),
        tuple(found[TableKind.AGENCIES]),
        labels,
        tuple(titles),
        sheets,
    )


def recognised(workbook: Workbook) -> tuple[str, ...]:
    """Return the known headings of the row that has the most of them."""
    best: tuple[str, ...] = ()
    for sheet in workbook.sheets:
        for row in list(sheet.rows.values())[:_SEARCHED]:
            texts = (cell.value for cell in row.cells() if cell.kind is CellKind.TEXT)
            known = tuple(text.strip() for text in texts if heading_of(text))
            best = max(best, known, key=len)
    return best


class _Head(NamedTuple):
    kind: TableKind
    row: int
    cells: Mapping[int, Cell]


def _tables(sheet: Sheet) -> Iterator[ListTable]:
    heads = list(_heads(sheet))
    for at, head in enumerate(heads):
        stop = heads[at + 1].row if at + 1 < len(heads) else None
        yield _table(sheet, head, stop)


def _heads(sheet: Sheet) -> Iterator[_Head]:
    """Yield the heading rows of a sheet, one of two rows by its lower one."""
    rows = list(sheet.rows)
    last = rows[0] + _SEARCHED if rows else 0
    found = False
    below: int | None = None
    for number in rows:
        if number > last and not found:
            return
        if number == below:
            continue
        head = _head(sheet, number)
        if head is not None:
            found = True
            below = head.row
            yield head


def _head(sheet: Sheet, row: int) -> _Head | None:
    own = {cell.column: cell for cell in sheet.cells_in(row) if cell.kind is CellKind.TEXT}
    kind = _kind(own)
    if kind is None:
        return None
    lower = {cell.column: cell for cell in sheet.cells_in(row + 1)}
    over = {column: _over(own, lower, column) for column in lower}
    high = any(
        one.first_row == row < one.last_row and one.first_column <= column <= one.last_column
        for one in sheet.merged
        for column in lower
    )
    second = all(cell.kind is CellKind.TEXT or _is_year(cell) for cell in lower.values())
    if not lower or high or not second or None in over.values():
        return _Head(kind, row, own)
    joined = {n: _joined(above, lower[n]) for n, above in over.items() if above is not None}
    cells = own | joined
    return _Head(_kind(cells) or kind, row + 1, cells)


def _is_year(cell: Cell) -> bool:
    return cell.kind is CellKind.NUMBER and bool(YEAR.fullmatch(whole(cell.value)))


def _over(upper: Mapping[int, Cell], lower: Mapping[int, Cell], column: int) -> Cell | None:
    """Return the heading that spreads over *column* in the row above; None where none does."""
    left = max((n for n in upper if n <= column), default=None)
    if left is None or any(n not in lower for n in range(left, column + 1)):
        return None
    spreads = left + 1 not in upper and left + 1 in lower
    return upper[left] if spreads else None


def _joined(above: Cell, below: Cell) -> Cell:
    """Return the heading of two rows: both words where they mean something together."""
    words = [whole(below.value) if below.kind is CellKind.NUMBER else below.value.strip()]
    texts = (f"{above.value} {words[0]}", f"{words[0]} {above.value}", words[0])
    known = next((one for one in texts if heading_of(one) is not None), None)
    if known is None and words[0].casefold() in _NAMING:
        known = above.value
    return below._replace(value=known or texts[0], kind=CellKind.TEXT)


def _kind(cells: Mapping[int, Cell]) -> TableKind | None:
    headings = [one for cell in cells.values() if (one := heading_of(cell.value)) is not None]
    columns = {one.column for one in headings}
    if ListColumn.INDICATOR in columns and len(columns) > 1:
        return TableKind.INDICATORS
    if ListColumn.AGENCY_NAME in columns or {ListColumn.AGENCY_CODE, ListColumn.OPD} <= columns:
        return TableKind.AGENCIES
    if ListColumn.GROUP in columns and ListColumn.WEIGHT in columns:
        return TableKind.GROUPS
    return None


def _table(sheet: Sheet, head: _Head, stop: int | None) -> ListTable:
    headings = {n: one for n, cell in head.cells.items() if (one := heading_of(cell.value))}
    unknown = tuple(cell for n, cell in head.cells.items() if n not in headings)
    plain = SheetTable(sheet, Layout.LONG, head.row, head.cells, {}, {}, unknown)
    anchored = anchors_below(plain, list(headings))
    numbers = {row.number: row for row in plain.rows()}
    checks = {n for n, one in headings.items() if one.column is ListColumn.CHECK}
    rows = (with_anchors(row, list(headings), anchored) for row in numbers.values())
    read = tuple(
        row for row in rows if (stop is None or row.number < stop) and _holds_data(row, checks)
    )
    return ListTable(head.kind, sheet, head.row, headings, head.cells, unknown, read, anchored)


def _holds_data(row: Row, checks: AbstractSet[int]) -> bool:
    """Return whether *row* is not a sum of others, a footnote, a signature or a line of numbers."""
    cells = [cell for cell in row.cells() if cell.value.strip() and cell.column not in checks]
    if not cells or numbers_the_columns(row):
        return False
    words = [cell.value.strip() for cell in cells if cell.kind is CellKind.TEXT]
    if words and _TOTAL.match(words[0]):
        return False
    few = len(cells) <= _FEW
    return not (few and words and (re.match(FOOTNOTE, words[0]) or re.search(SIGNATURE, words[0])))


def _labels(sheet: Sheet, head: int | None) -> Iterator[tuple[str, Cell]]:
    """Yield the words of labels, folded, with the cells of their values.

    Above the first table, on a sheet without one anywhere; below a table, where a colon is.
    """
    for number, row in sheet.rows.items():
        above = head is None or number < head
        cells = [cell for cell in row.cells() if cell.value.strip()]
        if not cells or len(cells) > _FEW + 1 or cells[0].kind is not CellKind.TEXT:
            continue
        match = _LABEL.fullmatch(cells[0].value)
        if match is not None and match[2].strip():
            yield spaced(match[1]), cells[0]._replace(value=match[2].strip())
        elif above and len(cells) > 1:
            values = [cell for cell in cells[1:] if cell.value.strip(" :")]
            if len(values) == 1:
                yield spaced(cells[0].value), values[0]


def _titles(sheet: Sheet, head: int) -> Iterator[Cell]:
    """Yield the texts above a table that stand alone in their rows and are not labels."""
    for row in (row for number, row in sheet.rows.items() if number < head):
        cells = [cell for cell in row.cells() if cell.value.strip()]
        if len(cells) == 1 and cells[0].kind is CellKind.TEXT and ":" not in cells[0].value:
            yield cells[0]
