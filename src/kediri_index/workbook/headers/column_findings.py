"""What is to be said of a table's columns: doubled, misspelt, unknown, fuller than the header."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from itertools import product
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.nearest import Names
from kediri_index.model.workbook import (
    Cell,
    CellKind,
    Records,
    Row,
    Sheet,
    Workbook,
    column_letters,
)
from kediri_index.workbook.headers.columns import (
    KEY_COLUMNS,
    NAMES_THE_ROW,
    NUMBER_COLUMNS,
    VALUE_COLUMNS,
    Column,
    Header,
)
from kediri_index.workbook.headers.further import Nodes
from kediri_index.workbook.headers.spread import holds_a_number, spread_headers
from kediri_index.workbook.headers.table import Layout, Table, assessor_columns
from kediri_index.workbook.numbers import Number, TwoReadings, parse_number, stored_number

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


_WORTH_READING = tuple(column.value for column in (*VALUE_COLUMNS, *KEY_COLUMNS, Column.TARGET))
_NEVER_SCORED = frozenset(
    {Column.NUMBER, Column.PILLAR, Column.SUB_PILLAR, Column.EVIDENCE, Column.REMARK}
    | {Column.LAST_YEAR, Column.CHECK, Column.OPD, Column.MEASURE_UNIT}
)
_MISSPELT = 0.85
_ROUNDED: Final = Fraction(5, 1000)
"""How far a mean of two decimals may be off."""
_ROUNDED_TO_TENTHS: Final = Fraction(5, 100)


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


def beside_numbered(workbook: Workbook, table: Table, plain: int, nodes: Nodes) -> Finding:
    """Return what is to be said of the column *plain*: F419, or C159 where it is not the mean."""
    header = table.headers[plain]
    others = list(_others(table, plain, nodes))
    if not others:
        place = table.sheet.place(workbook.path, header.address)
        return Finding.at_cell("F419", place, header.value)
    first = others[0]
    place = table.sheet.place(workbook.path, first.address)
    letters = [column_letters(number) for number in assessor_columns(table)]
    return Finding.at_cell(
        "C159", place, first.value, header=header.value, columns=letters, count=len(others)
    )


def _others(table: Table, plain: int, nodes: Nodes) -> Iterator[Cell]:
    """Yield the cells of *plain* in rows of indicators that are not the mean of their row."""
    numbered = assessor_columns(table)
    for row in table.rows():
        cell = row.cell(plain)
        figures = _figures(cell)
        scores = [found for n in numbered if (found := _figures(row.cell(n)))]
        if cell is None or not figures or not scores:
            continue
        if not nodes.named(row.texts) - nodes.below.keys():
            continue
        means = {sum(one, Fraction(0)) / len(one) for one in product(*scores)}
        if not any(_is_rounded(figure, mean) for figure in figures for mean in means):
            yield cell


def _is_rounded(figure: Fraction, mean: Fraction) -> bool:
    """Return whether *figure* is *mean*, perhaps at two decimals, or at the one that it has."""
    has_one_decimal = figure.denominator != 1 and (figure * 10).denominator == 1
    return abs(figure - mean) <= (_ROUNDED_TO_TENTHS if has_one_decimal else _ROUNDED)


def _figures(cell: Cell | None) -> Sequence[Fraction]:
    """Return the numbers that *cell* may hold: none, one, or both of its readings."""
    if cell is None:
        return ()
    if cell.kind is CellKind.NUMBER:
        number = stored_number(cell.value)
        return () if number is None else (number,)
    if cell.kind is not CellKind.TEXT:
        return ()
    match parse_number(cell.value, exponent_allowed=False):
        case Number(value, percent=False):
            return (value,)
        case TwoReadings(first, second, percent=False):
            return first, second
    return ()
