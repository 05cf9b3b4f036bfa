"""Further tables on a sheet: parts of the first one, or others that are not read as its rows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Final

from kediri_index.model.findings import Finding
from kediri_index.model.workbook import Cell, CellKind, Sheet
from kediri_index.workbook.headers.columns import (
    KEY_COLUMNS,
    VALUE_COLUMNS,
    Column,
    Header,
    header_of,
)
from kediri_index.workbook.headers.further import FurtherHeader, Sought, further_headers
from kediri_index.workbook.headers.table import Layout, Table, has_values

_TITLE_ROWS: Final = 4
_NO: Final = Header(Column.NUMBER)
_MOST_TOLD: Final = 20
"""After so many other tables on a sheet nothing below is read."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REGULATION: Final = re.compile(
    r"\b(?:perwali|perbup|perda|perpres|permen\w*|peraturan|keputusan|undang-undang|uu|pp|nomor"
    r"|no\.|regulation|decree|law)\b.*",
    re.IGNORECASE,
)
_OTHER_MEANING: Final = re.compile(
    r"(?:(?:tabel|table|lampiran|[a-z0-9]+[.)])\s*)*(?:daftar\s+|data\s+|nilai\s+|list of\s+)?"
    r"(?:bobot|weights?|weighting|target|tahun\s+(?:lalu|sebelum)|last\s+year|previous\s+year"
    r"|maksimum|maximum|minimum|catatan|notes?|keterangan|contoh|example)\b",
    re.IGNORECASE,
)


def without_others(path: str, first: Table, sought: Sought) -> tuple[Table, list[Finding]]:
    """Return *first* without the rows of other tables below it, and what is to be said of those.

    A table with the same columns is a part of it, unless its title names another year or meaning.
    F446 where what is left out is another table for certain, or repeats what the first one has;
    F404 where its columns are others, F447 where only its title is.
    """
    others: list[range] = []
    told: list[Finding] = []
    began: int | None = None
    rows = list(first.sheet.rows)
    for header in further_headers(first, sought):
        title = _title(first, rows, header.row, sought)
        top = min((cell.row for cell in title), default=header.row)
        if began is not None:
            others.append(range(began, top))
        finding = _said_of(path, first, header, title, sought)
        began = None if finding is None else top
        if finding is not None:
            told.append(finding)
            if finding.code == "F404" or len(told) == _MOST_TOLD:
                break
        elif first.layout is Layout.WIDE:
            others.append(range(top, header.last + 1))
        else:
            others += (range(cell.row, cell.row + 1) for cell in _alone(first, title))
    if began is not None:
        others.append(range(began, max(first.sheet.rows) + 1))
    return first._replace(others=tuple(others)), told


def _said_of(
    path: str, first: Table, header: FurtherHeader, title: Sequence[Cell], sought: Sought
) -> Finding | None:
    """Return the finding on another table; None where it is a part of the first one."""
    cells = first.sheet.cells_in(header.row)
    here = [cell for cell in cells if cell.kind is CellKind.TEXT]
    strange = [cell for cell in here if header_of(cell.value, sought.further) is None]
    other = next(
        (one for one in (*title, *strange) if _OTHER_MEANING.match(one.value.strip())), None
    )
    same = header.table is not None and _same_columns(first, header.table)
    if other is not None:
        return _finding(path, first, header, "F446", other)
    dated = next(
        (cell for cell in (title if same else (*title, *strange)) if years_in(cell.value)), None
    )
    of_another = dated is not None and not years_in(dated.value) & _years_of(first, sought)
    if same and not of_another:
        return None
    more = _has_more(first, header.row, sought)
    if dated is not None and of_another:
        if not more and _is_not_read(first, dated, sought):
            return _finding(path, first, header, "F446", dated)
        if same:
            return _finding(path, first, header, "F447", dated)
    if more or of_another or _has_answers(header.table, sought):
        return _finding(path, first, header, "F404", header.cell)
    named = (cell for cell in (*title, *here) if header_of(cell.value, sought.further) != _NO)
    return _finding(path, first, header, "F446", next(named, header.cell))


def _is_not_read(first: Table, title: Cell, sought: Sought) -> bool:
    """Return whether the years in *title* are others than the data's for certain.

    Without the data's year, the first table counts where the other is older.
    """
    known = sought.years_of(first)
    if known:
        return known.isdisjoint(years_in(title.value))
    above = _years_above(first.sheet, first.row)
    return bool(above) and max(years_in(title.value)) < min(above)


def _finding(path: str, first: Table, header: FurtherHeader, code: str, cell: Cell) -> Finding:
    place = first.sheet.place(path, header.cell.address)
    other = first.headers[min(first.headers)].address
    value = None if code == "F404" else cell.value.strip()
    return Finding.at_cell(code, place, value, other=other)


def _has_more(first: Table, row: int, sought: Sought) -> bool:
    """Return whether the rows from *row* on name what no row of *first* above them does.

    A group is no more than its indicators.
    """
    top = first.row if first.top is None else first.top
    above = _named(first, range(top, row), sought)
    here = _named(first, range(row + 1, max(first.sheet.rows) + 1), sought)
    return any(above.isdisjoint(sought.nodes.below.get(node, ())) for node in here - above)


def _has_answers(table: Table | None, sought: Sought) -> bool:
    """Return whether *table* has values, but for those of groups alone."""
    if table is None or not has_values(table):
        return False
    below = range(table.row + 1, max(table.sheet.rows) + 1)
    named = _named(table, below, sought)
    return not named or not named <= sought.nodes.below.keys()


def _named(first: Table, rows: range, sought: Sought) -> set[str]:
    """Return the ids that these *rows* of the sheet may mean."""
    texts = (row.texts for at, row in first.sheet.rows.items() if at in rows)
    return sought.nodes.named(chain.from_iterable(texts))


def _title(first: Table, rows: Sequence[int], row: int, sought: Sought) -> list[Cell]:
    """Return the texts directly above *row* that belong to no row of data.

    Where rows have no codes, an empty row must stand above them: else they may be such rows.
    """
    values = first.nodes if first.layout is Layout.WIDE else first.of(VALUE_COLUMNS)
    end = bisect_left(rows, row)
    above = [at for at in rows[max(end - _TITLE_ROWS - 1, 0) : end] if at >= first.row]
    found: list[Cell] = []
    last = row
    for at in reversed(above):
        cells = first.sheet.cells_in(at)
        is_data = len(cells) > 1 and any(cell.column in values for cell in cells)
        named = sought.nodes.named(cell.value for cell in cells)
        if (
            at == first.row
            or is_data
            or (named if len(cells) > 1 else named - sought.nodes.below.keys())
        ):
            has_codes = any(one.column is Column.CODE for one in first.columns.values())
            return found if has_codes or last - at > 1 else []
        found += [cell for cell in cells if cell.kind is CellKind.TEXT]
        last = at
    return []


def _alone(first: Table, title: Sequence[Cell]) -> list[Cell]:
    """Return the texts of a *title* that stand alone in their rows, from the top."""
    return [cell for cell in reversed(title) if first.sheet.rows[cell.row].filled == 1]


def years_in(text: str) -> set[str]:
    """Return the years that *text* names, but for those of a regulation that it cites."""
    return set(_YEAR.findall(_REGULATION.sub("", text)))


def _years_of(first: Table, sought: Sought) -> AbstractSet[str]:
    """Return the years in the rows above the first header, else those that are taken."""
    above = _years_above(first.sheet, first.row)
    return above or sought.years_of(first)


def _years_above(sheet: Sheet, row: int) -> set[str]:
    return {
        year
        for at, found in sheet.rows.items()
        if at <= row
        for text in found.texts
        for year in years_in(text)
    }


def _same_columns(table: Table, other: Table) -> bool:
    read = (*VALUE_COLUMNS, *KEY_COLUMNS, Column.TARGET, Column.UNIT, Column.YEAR)
    return table.nodes == other.nodes and all(
        table.columns.get(number) == other.columns.get(number)
        for number in table.columns.keys() | other.columns.keys()
        if any(
            number in one.columns and one.columns[number].column in read for one in (table, other)
        )
    )
