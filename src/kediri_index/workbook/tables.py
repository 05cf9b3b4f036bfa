"""Where the rows to read stand: the header row of each sheet, and what its columns are."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.nearest import suggest
from kediri_index.model.places import Source
from kediri_index.model.workbook import Cell, CellKind, Sheet, Workbook
from kediri_index.workbook.columns import (
    KEY_COLUMNS,
    VALUE_COLUMNS,
    Column,
    Header,
    folded,
    header_of,
)
from kediri_index.workbook.identity import is_identity

HEADER_SEARCH_ROWS = 40

_WORTH_READING = tuple(column.value for column in (*VALUE_COLUMNS, *KEY_COLUMNS, Column.TARGET))
_MISSPELT = 0.85


class Layout(StrEnum):
    """Long: one row an indicator; wide: one row a unit."""

    LONG = "long"
    WIDE = "wide"


class Table(NamedTuple):
    """A header and what its columns mean; the data begin below *row*.

    *headers* are the header's cells by column; *columns* maps a column's number to a known
    header; *nodes* maps it to the id of the definition that stands there (wide tables only);
    *unknown* are the header cells of neither.
    """

    sheet: Sheet
    layout: Layout
    row: int
    headers: Mapping[int, Cell]
    columns: Mapping[int, Header]
    nodes: Mapping[int, str]
    unknown: tuple[Cell, ...]


def find_tables(
    workbook: Workbook, ids: AbstractSet[str], further: Mapping[str, Column]
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """Return the tables of *workbook*, one a sheet at most, and what stands in the way.

    *ids* are the definition's, *further* a region's own words for columns.
    """
    tables: list[Table] = []
    findings: list[Finding] = []
    hidden: list[Finding] = []
    keyed: list[Source] = []
    sheets = [sheet for sheet in workbook.sheets if not is_identity(sheet)]
    for sheet in sheets:
        candidates = _candidates(sheet, ids, further)
        tables_here = [table for table in candidates if _is_table(table)]
        if not tables_here:
            keyed += [_place(workbook, table) for table in candidates]
        elif sheet.hidden:
            hidden.append(Finding.at_cell("F411", sheet.place(workbook.path)))
        else:
            first, *others = tables_here
            tables.append(first)
            findings += [
                Finding.at_cell("F404", _place(workbook, other), other=_place(workbook, first).cell)
                for other in others
                if not _is_data_of(first, other)
            ]
            findings += _doubled(workbook, first)
            findings += _about_columns(workbook, first)
    if tables:
        findings += hidden
    elif hidden:
        findings += [Finding.at_cell("F416", Source(one.file or "", one.sheet)) for one in hidden]
    elif workbook.sheets:
        findings += _none(workbook, keyed)
    return tuple(tables), tuple(findings)


def _candidates(sheet: Sheet, ids: AbstractSet[str], further: Mapping[str, Column]) -> list[Table]:
    """Return the rows near the top that could be a header: a key column or ids stand there."""
    by_folded = {node.casefold(): node for node in ids}
    found = []
    last = next(iter(sheet.rows), 0) + HEADER_SEARCH_ROWS
    for row in takewhile(lambda row: row <= last, sheet.rows):
        table = _table(sheet, row, sheet.rows[row], by_folded, further)
        if table is not None and not _is_table(table):
            both = _joined(table, further)
            table = (both and _table(sheet, row + 1, both, by_folded, further)) or table
        if table is not None:
            found.append(table)
    return found


def _joined(table: Table, further: Mapping[str, Column]) -> tuple[Cell, ...]:
    """Return the cells of a header of two rows: *Nilai* over *Mandiri* is *Nilai Mandiri*.

    Nothing where the row below is data: something stands there under a key column.
    """
    below = {cell.column: cell for cell in table.sheet.rows.get(table.row + 1, ())}
    keys = {number for number, header in table.columns.items() if header.column in KEY_COLUMNS}
    if not below or keys & below.keys():
        return ()
    cells = dict(table.headers)
    above = ""
    for column in range(1, max(below) + 1):
        above = table.headers[column].value if column in table.headers else above
        lower = below.get(column)
        if lower is not None:
            joined = f"{above} {lower.value}"
            text = joined if header_of(joined, further) else lower.value
            cells[column] = Cell(lower.row, column, CellKind.TEXT, text)
    return tuple(cells[column] for column in sorted(cells))


def _is_data_of(table: Table, other: Table) -> bool:
    """Return whether *other* is only a row of *table* whose unit of measure is «unit»."""
    if table.layout is Layout.WIDE or not other.nodes:
        return False
    return all(
        number in table.columns and table.columns[number].column in KEY_COLUMNS
        for number in other.nodes
    )


def _table(
    sheet: Sheet,
    row: int,
    cells: tuple[Cell, ...],
    by_folded: Mapping[str, str],
    further: Mapping[str, Column],
) -> Table | None:
    texts = [cell for cell in cells if cell.kind is CellKind.TEXT]
    columns = {
        cell.column: header
        for cell in texts
        if (header := header_of(cell.value, further)) is not None
    }
    if not columns:
        return None
    by_column = {cell.column: cell for cell in texts}
    known = {header.column for header in columns.values()}
    if known & KEY_COLUMNS and len(known) > 1:
        unknown = tuple(cell for cell in texts if cell.column not in columns)
        return Table(sheet, Layout.LONG, row, by_column, columns, {}, unknown)
    nodes = {
        cell.column: by_folded[folded(cell.value)]
        for cell in texts
        if folded(cell.value) in by_folded
    }
    if Column.UNIT in known and nodes:
        wide = {n: h for n, h in columns.items() if h.column in {Column.UNIT, Column.YEAR}}
        unknown = tuple(c for c in texts if c.column not in wide and c.column not in nodes)
        return Table(sheet, Layout.WIDE, row, by_column, wide, nodes, unknown)
    return None


def _is_table(table: Table) -> bool:
    known = {header.column for header in table.columns.values()}
    return table.layout is Layout.WIDE or bool(known & VALUE_COLUMNS)


def assessor_columns(table: Table) -> tuple[int, ...]:
    """Return the columns of assessors: the numbered ones, else the plain one."""
    found = {n: h for n, h in sorted(table.columns.items()) if h.column is Column.ASSESSOR}
    numbered = tuple(n for n, header in found.items() if header.number is not None)
    return numbered or tuple(found)


def _about_columns(workbook: Workbook, table: Table) -> list[Finding]:
    """Return what is to be said of a long table's columns that are not read."""
    if table.layout is Layout.WIDE:
        return []
    findings = []
    assessors = assessor_columns(table)
    numeric = _columns_of_numbers(table)
    for number, header in table.columns.items():
        if header.column is Column.ASSESSOR and number not in assessors:
            cell = table.headers[number]
            place = table.sheet.place(workbook.path, cell.address)
            findings.append(Finding.at_cell("F419", place, cell.value))
    for cell in table.unknown:
        nearest = suggest(cell.value, _WORTH_READING, cutoff=_MISSPELT)
        if nearest.name is not None:
            place = table.sheet.place(workbook.path, cell.address)
            findings.append(Finding.at_cell("F418", place, cell.value, nearest=nearest))
        elif cell.column in numeric:
            place = table.sheet.place(workbook.path, cell.address)
            findings.append(Finding.at_cell("F433", place, cell.value))
    for column, cell in numeric.items():
        if column not in table.headers:
            place = table.sheet.place(workbook.path, cell.address)
            findings.append(Finding.at_cell("F420", place, cell.value))
    return findings


def _columns_of_numbers(table: Table) -> dict[int, Cell]:
    """Return the columns that are not read, each with the first number in it."""
    found: dict[int, Cell] = {}
    for cell in table.sheet.cells:
        below = cell.row > table.row
        if below and cell.column not in table.columns and cell.kind is CellKind.NUMBER:
            found.setdefault(cell.column, cell)
    return found


def _doubled(workbook: Workbook, table: Table) -> list[Finding]:
    """Return a finding for each column that means the same as one before it."""
    findings = []
    seen: dict[Header | str, str] = {}
    meanings: dict[int, Header | str] = {**table.columns, **table.nodes}
    for number, meaning in sorted(meanings.items()):
        cell = table.headers[number]
        first = seen.setdefault(meaning, cell.address)
        if first != cell.address:
            place = table.sheet.place(workbook.path, cell.address)
            findings.append(Finding.at_cell("F412", place, cell.value, other=first))
    return findings


def _none(workbook: Workbook, keyed: list[Source]) -> list[Finding]:
    if not any(sheet.cells for sheet in workbook.sheets):
        return [Finding.at_cell("F401", Source(workbook.path))]
    if keyed:
        return [Finding.at_cell("F403", source) for source in keyed]
    filled = [sheet for sheet in workbook.sheets if sheet.cells and not is_identity(sheet)]
    place = filled[0].place(workbook.path) if len(filled) == 1 else Source(workbook.path)
    return [Finding.at_cell("F402", place)]


def _place(workbook: Workbook, table: Table) -> Source:
    first = table.headers[min(table.headers)]
    return table.sheet.place(workbook.path, first.address)
