"""Records of a text table with more fields than its header: their values stand too far right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.workbook import Cell, Records, Row, Workbook
from kediri_index.workbook.columns import NAMES_THE_ROW, NUMBER_COLUMNS, Column
from kediri_index.workbook.table import Table

_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
_DIGITS = re.compile(r"[0-9]{1,12}%?")
_FOOTNOTE = re.compile(r"\*|(?:sumber|catatan|keterangan|ket|source|notes?)\b", re.IGNORECASE)
_OF_WORDS = frozenset({Column.REMARK, Column.EVIDENCE, Column.OPD, Column.MEASURE_UNIT})


class SurplusFields(NamedTuple):
    """The *findings*, and where there are any the last column of the header's fields."""

    findings: tuple[Finding, ...] = ()
    last: int | None = None


class _Record(NamedTuple):
    row: int
    cell: Cell
    split: str | None


def surplus_fields(workbook: Workbook, table: Table) -> SurplusFields:
    """Return F454 where decimal commas split a table's records, F455 where another cause did.

    Each names the first record and counts all. Empty fields at the end of a record are no fault;
    empty ones at the end of the header count as fields, unless a number is split into them.
    """
    records = table.sheet.records
    if records is None:
        return SurplusFields()
    width = max(records.width(table.row), records.width(table.top or table.row))
    named = max(table.headers)
    if named == width or not records.has_commas:
        named = width
        if all(fields <= width for row, fields in records.widths if row > table.row):
            return SurplusFields()
    found: dict[str, list[_Record]] = {"F454": [], "F455": []}
    for one in _longer(table, records, width, named):
        found["F455" if one.split is None else "F454"].append(one)
    findings = tuple(
        _finding(workbook, table, code, longer, named) for code, longer in found.items() if longer
    )
    return SurplusFields(findings, named if findings else None)


def _finding(
    workbook: Workbook, table: Table, code: str, longer: Sequence[_Record], width: int
) -> Finding:
    first = longer[0]
    place = table.sheet.place(workbook.path, first.cell.address)
    value = first.split or first.cell.value
    return Finding.at_cell(code, place, value, row=first.row, rows=len(longer), expected=width)


def _longer(table: Table, records: Records, width: int, named: int) -> Iterator[_Record]:
    """Yield the records of data with more fields than the header's *width*.

    And those with a number that is split into fields beyond the last *named* one.
    """
    keys = table.of(NAMES_THE_ROW)
    for row in table.rows():
        if records.width(row.number) <= named or _FOOTNOTE.match(row.texts[0].strip()):
            continue
        if not any(map(row.look, keys)):
            continue
        cells = row.cells()
        beyond = [cell for cell in cells if cell.column > width]
        split = _split_number(table, row, sure=not beyond) if records.has_commas else None
        if not beyond and named < width and cells[-1].column <= named:
            continue
        if beyond:
            yield _Record(row.number, beyond[0], split)
        elif split is not None:
            yield _Record(row.number, cells[-1], split)


def _split_number(table: Table, row: Row, *, sure: bool) -> str | None:
    """Return a number with a decimal comma that two fields of a record may be the parts of.

    *sure* asks for a second part in a column of words, or in one without a header.
    """
    for number in sorted((*table.columns, *table.nodes)):
        header = table.columns.get(number)
        if header is not None and header.column not in NUMBER_COLUMNS:
            continue
        first, second = row.text(number), row.text(number + 1)
        if not first or not second:
            continue
        beside = table.columns.get(number + 1)
        has_words = beside is not None and beside.column in _OF_WORDS
        if sure and not has_words and number + 1 in table.headers:
            continue
        if _WHOLE.fullmatch(first) and _DIGITS.fullmatch(second):
            return f"{first},{second}"
    return None
