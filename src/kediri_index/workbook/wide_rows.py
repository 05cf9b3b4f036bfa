"""The rows of a wide table: one a unit, a column an indicator or a given group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.dataset import Missing, Reading, Said, Total
from kediri_index.model.definition import Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.places import Source
from kediri_index.model.scoring import Reads
from kediri_index.model.workbook import Cell, column_letters
from kediri_index.workbook.cell_values import CellError, Located, read_number
from kediri_index.workbook.columns import Column
from kediri_index.workbook.identity import WITHOUT_TEXT
from kediri_index.workbook.merged_cells import anchors_below
from kediri_index.workbook.row import SubmittedRow, validate_row
from kediri_index.workbook.row_fields import Key, RowContext
from kediri_index.workbook.table import Table
from kediri_index.workbook.totals import is_mean, is_sum, totals_of

_FOOTNOTE = re.compile(r"\*|(?:sumber|catatan|keterangan|source|note)\b", re.IGNORECASE)


class WideRow(NamedTuple):
    """One unit's row: its name, its year as written, and one validated row a column.

    *columns* are those beside the answers that the definition's ``prepare`` reads, by name.
    """

    number: int
    unit: str
    year: Said | None
    rows: tuple[tuple[Source, SubmittedRow], ...]
    columns: Mapping[str, Reading] = MappingProxyType({})


def wide_rows(
    path: str,
    table: Table,
    context: RowContext,
    findings: list[Finding],
    totals: list[Total],
) -> Iterator[WideRow]:
    """Yield each row below the header; faults go to *findings*, rows that sum up to *totals*.

    A column of scores is the assessor's: what stands in such a table has been decided.
    """
    by_column = {header.column: number for number, header in table.columns.items()}
    unit_column = by_column[Column.UNIT]
    year_column = by_column.get(Column.YEAR)
    total_rows: dict[int, str] = {}
    whose = [column for column in (unit_column, year_column) if column is not None]
    whose += [n for n, name in table.attributes.items() if name not in context.number_columns]
    anchors = anchors_below(table, (*table.nodes, *table.attributes))
    for row, cells in _with_merged(table, whose):
        unit = cells.get(unit_column)
        if unit is None or not unit.value.strip():
            if any(column in cells for column in table.nodes):
                findings.append(Finding.at_cell("F414", _source(path, table, row, unit_column)))
            continue
        if is_mean(unit.value) or is_sum(unit.value):
            total_rows[row] = unit.value
            continue
        if not cells.keys() & table.nodes.keys() and _FOOTNOTE.match(unit.value.strip()):
            continue
        if unit.kind in WITHOUT_TEXT:
            place = _source(path, table, row, unit_column)
            findings.append(Finding.at_cell("F417", place, unit.value, name=Column.UNIT.value))
            continue
        year = cells.get(year_column) if year_column is not None else None
        if year_column is not None and (year is None or not year.value.strip()):
            findings.append(Finding.at_cell("F439", _source(path, table, row, year_column)))
        located = _Cells(path, table, row, cells, anchors)
        yield WideRow(
            number=row,
            unit=unit.value.strip(),
            year=_said(path, table, row, year),
            rows=tuple(_row(located, context, findings)),
            columns=_attributes(located, context, findings) if table.attributes else {},
        )
    if total_rows:
        totals += totals_of(path, table, total_rows, table.nodes, context)


def _with_merged(table: Table, whose: list[int]) -> Iterator[tuple[int, dict[int, Cell]]]:
    """Yield each row's cells by column; a merged unit, year or group is that of all its rows."""
    merged = anchors_below(table, whose)
    for row, found in table.rows():
        cells = {cell.column: cell for cell in found}
        for column in whose:
            if column not in cells and (row, column) in merged:
                cells[column] = merged[row, column]
        yield row, cells


def _said(path: str, table: Table, row: int, year: Cell | None) -> Said | None:
    text = year.value.strip() if year is not None else ""
    return Said(text, _source(path, table, row, year.column)) if year and text else None


class _Cells(NamedTuple):
    path: str
    table: Table
    row: int
    cells: dict[int, Cell]
    anchors: Mapping[tuple[int, int], Cell]

    def located(self, column: int) -> Located:
        cell = self.cells.get(column)
        source = _source(self.path, self.table, self.row, column)
        return Located(cell, source, None if cell else self.anchors.get((self.row, column)))


def _row(
    cells: _Cells, context: RowContext, findings: list[Finding]
) -> Iterator[tuple[Source, SubmittedRow]]:
    for column, node_id in cells.table.nodes.items():
        located = cells.located(column)
        fields: dict[str, object] = {"node": Key(node_id, None, located)}
        node = context.nodes[node_id.casefold()]
        if isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE:
            fields |= {"target": None, "measure": located}
        else:
            fields["assessor"] = (located,)
        validated, faults = validate_row(fields, context)
        findings.extend(faults)
        if validated is not None:
            yield located.source, validated


def _attributes(cells: _Cells, context: RowContext, findings: list[Finding]) -> dict[str, Reading]:
    """Return what the columns beside the answers say; faults go to *findings*."""
    found = {}
    for column, name in cells.table.attributes.items():
        located = cells.located(column)
        text = located.cell.value.strip() if located.cell else ""
        found[name] = Reading(None, None if text else Missing.EMPTY, text, located.source)
        if name in context.number_columns:
            try:
                found[name], _ = read_number(located, context.expected())
            except CellError as fault:
                findings.append(
                    Finding.at_cell(fault.code, located.source, fault.value, None, **fault.params)
                )
                found[name] = Reading(None, Missing.UNREADABLE, text, located.source)
        elif located.cell is not None and located.cell.kind in WITHOUT_TEXT:
            findings.append(Finding.at_cell("F417", located.source, text, name=name))
            found[name] = Reading(None, Missing.UNREADABLE, "", located.source)
    return found


def _source(path: str, table: Table, row: int, column: int) -> Source:
    return table.sheet.place(path, f"{column_letters(column)}{row}")
