"""Findings on a table's columns: doubled, misspelt, unknown, spread over several."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.text import Names
from kediri_index.model.workbook import Cell, CellKind, Records, Row, Sheet, column_letters
from kediri_index.sheets.numbers import Number, TwoReadings, parse_number, stored_number
from kediri_index.sheets.tables.columns import (
    KEY_COLUMNS,
    NAMES_THE_ROW,
    NUMBER_COLUMNS,
    VALUE_COLUMNS,
    Column,
    Header,
    header_of,
)
from kediri_index.sheets.tables.header import Nodes, holds_a_number
from kediri_index.sheets.tables.table import FOOTNOTE, Layout, SheetTable, assessor_columns

_WORTH_READING = tuple(column.value for column in (*VALUE_COLUMNS, *KEY_COLUMNS, Column.TARGET))
_NEVER_SCORED = frozenset(
    {Column.NUMBER, Column.PILLAR, Column.SUB_PILLAR, Column.EVIDENCE, Column.REMARK}
    | {Column.LAST_YEAR, Column.CHECK, Column.OPD, Column.MEASURE_UNIT}
)
_MISSPELT = 0.85


def about_columns(table: SheetTable, nodes: Nodes) -> list[Finding]:
    """Return the findings on a table's columns: doubled ones, and those not read."""
    is_wide = table.layout is Layout.WIDE
    surplus, last = _surplus_fields(table)
    findings = [*_doubled(table), *surplus]
    filled = _columns_of(table, _anything if is_wide else holds_a_number)
    if surplus:
        filled = {n: cell for n, cell in filled.items() if n <= last}
    numeric = _columns_of(table, holds_a_number) if is_wide and filled else filled
    spread = list(_spread_headers(table, numeric)) if numeric else []
    findings += (spread_finding(table, *one) for one in spread)
    covered = {column for _, columns in spread for column in columns}
    if not is_wide:
        assessors = assessor_columns(table)
        findings += (
            _beside_numbered(table, number, nodes)
            for number in table.of({Column.ASSESSOR})
            if number not in assessors
        )
        unknown = [cell for cell in table.unknown if cell.column not in covered]
        findings += _unknown(table.sheet, unknown, numeric)
    without_header = filled.keys() - covered - table.headers.keys()
    sheet = table.sheet
    return findings + [sheet.finding("F420", filled[n]) for n in filled if n in without_header]


def _doubled(table: SheetTable) -> Iterator[Finding]:
    """Yield a finding for each column that means the same as one before it.

    Columns that are never scored may stand there twice: *Keterangan* and *Catatan*.
    """
    seen: dict[Header | str, str] = {}
    read = {n: one for n, one in table.columns.items() if one.column not in _NEVER_SCORED}
    meanings: dict[int, Header | str] = {**read, **table.nodes}
    for number, meaning in sorted(meanings.items()):
        cell = table.headers[number]
        first = seen.setdefault(meaning, cell.address)
        if first != cell.address:
            assessors = isinstance(meaning, Header) and meaning.column is Column.ASSESSOR
            yield table.sheet.finding("F441" if assessors else "F412", cell, other=first)


def _unknown(sheet: Sheet, headers: Sequence[Cell], numeric: Collection[int]) -> Iterator[Finding]:
    """Yield F418 for *headers* near to a known one, F433 for those of *numeric* columns."""
    known = Names(_WORTH_READING)
    for cell in headers:
        nearest = known.suggest(cell.value, cutoff=_MISSPELT)
        if nearest.name is not None and nearest.name.casefold() not in cell.value.casefold():
            yield sheet.finding("F418", cell, nearest=nearest)
        elif cell.column in numeric:
            yield sheet.finding("F433", cell)


def _columns_of(table: SheetTable, wanted: Callable[[Cell], bool]) -> dict[int, Cell]:
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


def _anything(cell: Cell) -> bool:
    return bool(cell.value.strip())


# Numbers in fields beyond the header's, in a text table.

_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
_DIGITS = re.compile(r"[0-9]{1,12}%?")
_OF_WORDS = frozenset({Column.REMARK, Column.EVIDENCE, Column.OPD, Column.MEASURE_UNIT})


class _Record(NamedTuple):
    row: int
    cell: Cell
    split: str | None


def _surplus_fields(table: SheetTable) -> tuple[list[Finding], int]:
    """Return F454 where decimal commas split a table's records, F455 where another cause did.

    Each names the first record and counts all; with them comes the last column of the header's
    fields. Empty fields at the end of a record are no fault; empty ones at the end of the header
    count as fields, unless a number is split into them.
    """
    records = table.sheet.records
    if records is None:
        return [], 0
    width = max(records.width(table.row), records.width(table.top or table.row))
    named = max(table.headers)
    if named == width or not records.has_commas:
        named = width
        if all(fields <= width for row, fields in records.widths if row > table.row):
            return [], named
    found: dict[str, list[_Record]] = {"F454": [], "F455": []}
    for one in _longer(table, records, width, named):
        found["F455" if one.split is None else "F454"].append(one)
    findings = []
    for code, (first, *others) in ((code, longer) for code, longer in found.items() if longer):
        seen = first.cell._replace(value=first.split or first.cell.value)
        said = {"row": first.row, "rows": 1 + len(others), "expected": named}
        findings.append(table.sheet.finding(code, seen, **said))
    return findings, named


def _longer(table: SheetTable, records: Records, width: int, named: int) -> Iterator[_Record]:
    """Yield the records of data with more fields than the header's *width*.

    And those with a number that is split into fields beyond the last *named* one.
    """
    keys = table.of(NAMES_THE_ROW)
    for row in table.rows():
        if records.width(row.number) <= named or re.match(FOOTNOTE, row.texts[0].strip()):
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


def _split_number(table: SheetTable, row: Row, *, sure: bool) -> str | None:
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


# Headers of values over several columns.

_BESIDE = 12
"""So many columns without any header are looked at beside a header of values."""


def spread_finding(table: SheetTable, header: Cell, columns: Sequence[int]) -> Finding:
    """Return F450 about the *header* of all these *columns*, with what stands below it."""
    shown = []
    for column in columns:
        below = None if table.top is None else table.sheet.cell(table.row, column)
        below = below or table.headers.get(column)
        text = "" if below is None else f" {' '.join(below.value.split())}"
        shown.append(f"{column_letters(column)}{text}")
    return table.sheet.finding("F450", header, columns=shown)


def _spread_headers(
    table: SheetTable, numeric: Collection[int]
) -> Iterator[tuple[Cell, list[int]]]:
    """Yield the headers of *table* that cover several columns of numbers, with these.

    *numeric* are the columns with numbers that are not read. A header covers what it is merged
    over, and the columns at its right that have no header of their own.
    """
    counts: Mapping[int, int] | None = None
    for header in _headers_of_values(table):
        merged = _last_merged(table.sheet, header)
        last = max((*table.headers, merged, header.column + _BESIDE))
        covered = [
            n
            for n in _beside(table, header, last)
            if n in numeric and n not in table.columns and n not in table.nodes
        ]
        if not covered:
            continue
        counts = counts or _counts(table)
        own = counts[header.column]
        many = [
            n
            for n in covered
            if n <= merged or n in table.headers or _is_full(counts[n], own, table)
        ]
        if many:
            yield header, [header.column, *many]


def _is_full(count: int, own: int, table: SheetTable) -> bool:
    """Return whether a column without any header has numbers in more than half as many rows."""
    return 2 * count > own and (count > 1 or not table.nodes)


def _headers_of_values(table: SheetTable) -> Iterator[Cell]:
    """Yield the upper cells over values whose columns the row below does not tell apart."""
    top = table.row if table.top is None else table.top
    read = table.columns.keys() | table.nodes.keys()
    for cell in table.sheet.cells_in(top):
        own = table.headers.get(cell.column)
        meant = table.columns.get(cell.column)
        if own is None:
            continue
        if own.row != top:
            if not read.isdisjoint(_beside(table, cell, max(table.headers))):
                continue
            meant = header_of(cell.value, {}) if meant is None else None
        if (meant is not None and meant.column in NUMBER_COLUMNS) or cell.column in table.nodes:
            yield cell


def _beside(table: SheetTable, header: Cell, last: int) -> Iterator[int]:
    """Yield the columns at the right of *header*, to the *last*, that its row leaves empty."""
    taken = {cell.column for cell in table.sheet.cells_in(header.row) if cell.value.strip()}
    return takewhile(lambda column: column not in taken, range(header.column + 1, last + 1))


def _last_merged(sheet: Sheet, header: Cell) -> int:
    spans = (
        span.last_column
        for span in sheet.merged
        if (span.first_row, span.first_column) == (header.row, header.column)
    )
    return max(spans, default=header.column)


def _counts(table: SheetTable) -> Mapping[int, int]:
    """Return how many rows have a number in each column."""
    counts: Counter[int] = Counter()
    for row in table.rows():
        counts.update(cell.column for cell in row.cells() if holds_a_number(cell))
    return counts


# A column of assessors without a number, beside numbered ones.

_ROUNDED: Final = Fraction(5, 1000)
"""How far a mean of two decimals may be off."""
_ROUNDED_TO_TENTHS: Final = Fraction(5, 100)


def _beside_numbered(table: SheetTable, plain: int, nodes: Nodes) -> Finding:
    """Return the finding on the column *plain*: F419, or C159 where it is not the mean."""
    header = table.headers[plain]
    others = list(_others(table, plain, nodes))
    if not others:
        return table.sheet.finding("F419", header)
    letters = [column_letters(number) for number in assessor_columns(table)]
    said = {"header": header.value, "columns": letters, "count": len(others)}
    return table.sheet.finding("C159", others[0], **said)


def _others(table: SheetTable, plain: int, nodes: Nodes) -> Iterator[Cell]:
    """Yield the cells of *plain* in rows of indicators that are not the mean of their row.

    Either decimal mark may be the row's, but all its numbers have the same one.
    """
    numbered = assessor_columns(table)
    for row in table.rows():
        cell = row.cell(plain)
        if cell is None or not nodes.named(row.texts) - nodes.below.keys():
            continue
        beside = [one for n in numbered if (one := row.cell(n)) is not None]
        if not any(_may_be_mean(cell, beside, mark) for mark in ".,"):
            yield cell


def _may_be_mean(cell: Cell, beside: Sequence[Cell], mark: str) -> bool:
    """Return whether *cell* can be the mean of those *beside* it; yes without numbers."""
    figure = _figure(cell, mark)
    scores = [score for one in beside if (score := _figure(one, mark)) is not None]
    if figure is None or not scores:
        return True
    return _is_rounded(figure, sum(scores, Fraction(0)) / len(scores))


def _is_rounded(figure: Fraction, mean: Fraction) -> bool:
    """Return whether *figure* is *mean*, perhaps at two decimals, or at the one that it has."""
    has_one_decimal = figure.denominator != 1 and (figure * 10).denominator == 1
    return abs(figure - mean) <= (_ROUNDED_TO_TENTHS if has_one_decimal else _ROUNDED)


def _figure(cell: Cell, mark: str) -> Fraction | None:
    """Return the number in *cell*, read with the decimal *mark* where it has two readings."""
    if cell.kind is CellKind.NUMBER:
        return stored_number(cell.value)
    if cell.kind is not CellKind.TEXT:
        return None
    match parse_number(cell.value, exponent_allowed=False):
        case Number(value, percent=False):
            return value
        case TwoReadings(first, second, percent=False):
            return first if mark in cell.value else second
    return None
