"""What is to be said of a table's columns: doubled, misspelt, unknown and yet full of numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kediri_index.model.findings import Finding
from kediri_index.model.nearest import Names
from kediri_index.model.workbook import Cell, CellKind, Sheet, Workbook
from kediri_index.workbook.assessor_mean import beside_numbered
from kediri_index.workbook.columns import KEY_COLUMNS, VALUE_COLUMNS, Column, Header
from kediri_index.workbook.further_headers import Nodes
from kediri_index.workbook.spread_headers import holds_a_number, spread_headers
from kediri_index.workbook.surplus_fields import surplus_fields
from kediri_index.workbook.table import Layout, Table, assessor_columns

_WORTH_READING = tuple(column.value for column in (*VALUE_COLUMNS, *KEY_COLUMNS, Column.TARGET))
_NEVER_SCORED = frozenset(
    {Column.NUMBER, Column.PILLAR, Column.SUB_PILLAR, Column.EVIDENCE, Column.REMARK}
    | {Column.LAST_YEAR, Column.CHECK, Column.OPD, Column.MEASURE_UNIT}
)
_MISSPELT = 0.85


def about_columns(workbook: Workbook, table: Table, nodes: Nodes) -> list[Finding]:
    """Return what is to be said of a table's columns that are not read."""
    is_wide = table.layout is Layout.WIDE
    surplus = surplus_fields(workbook, table)
    filled = _columns_of(table, _anything if is_wide else holds_a_number)
    if surplus.last is not None:
        filled = {n: cell for n, cell in filled.items() if n <= surplus.last}
    numeric = _columns_of(table, holds_a_number) if is_wide and filled else filled
    spread = spread_headers(table, numeric) if numeric else []
    covered = {column for one in spread for column in (one.header.column, *one.columns)}
    findings = [*surplus.findings, *(one.finding(workbook, table) for one in spread)]
    if is_wide:
        return findings + _without_header(workbook, table, filled.keys() - covered, filled)
    assessors = assessor_columns(table)
    for number, header in table.columns.items():
        if header.column is Column.ASSESSOR and number not in assessors:
            findings.append(beside_numbered(workbook, table, number, nodes))
    known = Names(_WORTH_READING)
    for cell in table.unknown:
        if cell.column in covered:
            continue
        nearest = known.suggest(cell.value, cutoff=_MISSPELT)
        if nearest.name is not None and nearest.name.casefold() not in cell.value.casefold():
            place = table.sheet.place(workbook.path, cell.address)
            findings.append(Finding.at_cell("F418", place, cell.value, nearest=nearest))
        elif cell.column in numeric:
            place = table.sheet.place(workbook.path, cell.address)
            findings.append(Finding.at_cell("F433", place, cell.value))
    return findings + _without_header(workbook, table, numeric.keys() - covered, numeric)


def doubled(workbook: Workbook, table: Table) -> list[Finding]:
    """Return a finding for each column that means the same as one before it.

    Columns that are never scored may stand there twice: *Keterangan* and *Catatan*.
    """
    findings = []
    seen: dict[Header | str, str] = {}
    read = {n: one for n, one in table.columns.items() if one.column not in _NEVER_SCORED}
    meanings: dict[int, Header | str] = {**read, **table.nodes}
    for number, meaning in sorted(meanings.items()):
        cell = table.headers[number]
        first = seen.setdefault(meaning, cell.address)
        if first != cell.address:
            place = table.sheet.place(workbook.path, cell.address)
            assessors = isinstance(meaning, Header) and meaning.column is Column.ASSESSOR
            code = "F441" if assessors else "F412"
            findings.append(Finding.at_cell(code, place, cell.value, other=first))
    return findings


def _without_header(
    workbook: Workbook, table: Table, columns: AbstractSet[int], filled: Mapping[int, Cell]
) -> list[Finding]:
    return [
        Finding.at_cell("F420", table.sheet.place(workbook.path, cell.address), cell.value)
        for column, cell in filled.items()
        if column in columns and column not in table.headers
    ]


def _columns_of(table: Table, wanted: Callable[[Cell], bool]) -> dict[int, Cell]:
    """Return the columns that are not read, each with the first cell that is *wanted*."""
    found: dict[int, Cell] = {}
    read = {*table.columns, *table.nodes}
    all_read: Sequence[int] = ()
    for row in table.rows():
        if row.columns == all_read or read.issuperset(row.columns):
            all_read = row.columns  # of most rows
            continue
        for column in row.columns:
            if column not in read and column not in found:
                cell = row.cell(column)
                if cell is not None and wanted(cell):
                    found[column] = cell
    return found


def codes_with_numbers(
    workbook: Workbook, sheet: Sheet, by_folded: Mapping[str, str]
) -> list[Finding]:
    """Return F436 where a sheet that is not read has a code and a number behind it in a row."""
    if sheet.hidden:
        return []
    for row in sheet.rows.values():
        texts = enumerate(row.texts)
        at = next((at for at, text in texts if text.strip().casefold() in by_folded), None)
        code = None if at is None else row.cell_at(at)
        if code is None or code.kind is not CellKind.TEXT:
            continue
        if any(cell.column > code.column and holds_a_number(cell) for cell in row.cells()):
            place = sheet.place(workbook.path, code.address)
            return [Finding.at_cell("F436", place, code.value)]
    return []


def _anything(cell: Cell) -> bool:
    return bool(cell.value.strip())
