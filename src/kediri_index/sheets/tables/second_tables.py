"""Further tables on a sheet: parts of the first one, or others that are not read as its rows."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, takewhile
from math import inf
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.workbook import Cell, CellKind, Row, Sheet
from kediri_index.sheets.tables.columns import (
    KEY_COLUMNS,
    NAMES_THE_ROW,
    VALUE_COLUMNS,
    Column,
    Header,
    header_of,
    years_in,
)
from kediri_index.sheets.tables.header import Sought, header_at
from kediri_index.sheets.tables.table import READ_COLUMNS, Layout, SheetTable

_REMEMBERED: Final = 20_000
"""Texts that are no headers: the same units and ids stand in row after row."""
_FIRST_WORD: Final = re.compile(r"(?:\s|[:=]).*", re.DOTALL)
"""What follows the first word."""
_TITLE_ROWS: Final = 4
_NO: Final = Header(Column.NUMBER)
_MOST_TOLD: Final = 20
"""After so many other tables on a sheet nothing below is read."""
_OTHER_MEANING: Final = (
    r"(?i)(?:(?:tabel|table|lampiran|[a-z0-9]+[.)])\s*)*(?:daftar\s+|data\s+|nilai\s+|list of\s+)?"
    r"(?:bobot|weights?|weighting|target|tahun\s+(?:lalu|sebelum)|last\s+year|previous\s+year"
    r"|maksimum|maximum|minimum|catatan|notes?|keterangan|contoh|example)\b"
)


def without_others(first: SheetTable, sought: Sought) -> tuple[SheetTable, list[Finding]]:
    """Return *first* without the rows of other tables below it, and the findings on those.

    A table with the same columns is a part of it, unless its title names another year or meaning.
    F446 where what is left out is another table for certain, or repeats what the first one has;
    F404 where its columns are others, F447 where only its title is.
    """
    others: list[range] = []
    told: list[Finding] = []
    began: int | None = None
    rows = list(first.sheet.rows)
    for header in _headers_below(first, sought):
        title = _title(first, rows, header.row, sought)
        top = min((cell.row for cell in title), default=header.row)
        if began is not None:
            others.append(range(began, top))
        finding = _said_of(first, header, title, sought)
        began = None if finding is None else top
        if finding is not None:
            told.append(finding)
            if finding.code == "F404" or len(told) == _MOST_TOLD:
                break
        elif first.layout is Layout.WIDE:
            last = header.row if header.table is None else header.table.row
            others.append(range(top, last + 1))
        else:
            alone = (cell.row for cell in reversed(title) if first.sheet.rows[cell.row].filled == 1)
            others += (range(row, row + 1) for row in alone)
    if began is not None:
        others.append(range(began, max(first.sheet.rows) + 1))
    return first._replace(others=tuple(others)), told


def _said_of(
    first: SheetTable, header: "HeaderBelow", title: Sequence[Cell], sought: Sought
) -> Finding | None:
    """Return the finding on another table; None where it is a part of the first one."""
    cells = first.sheet.cells_in(header.row)
    here = [cell for cell in cells if cell.kind is CellKind.TEXT]
    strange = [cell for cell in here if sought.header(cell.value) is None]
    other = next(
        (one for one in (*title, *strange) if re.match(_OTHER_MEANING, one.value.strip())), None
    )
    same = header.table is not None and _read(first) == _read(header.table)
    if other is not None:
        return _finding(first, header, "F446", other)
    dated = next(
        (cell for cell in (title if same else (*title, *strange)) if years_in(cell.value)), None
    )
    known = _years_above(first) or sought.years_of(first)
    of_another = dated is not None and not years_in(dated.value) & known
    if same and not of_another:
        return None
    more = _has_more(first, header.row, sought)
    if dated is not None and of_another:
        if not more and _is_not_read(first, dated, sought):
            return _finding(first, header, "F446", dated)
        if same:
            return _finding(first, header, "F447", dated)
    if more or of_another or _has_answers(header.table, sought):
        return _finding(first, header, "F404", header.cell)
    named = (cell for cell in (*title, *here) if sought.header(cell.value) != _NO)
    return _finding(first, header, "F446", next(named, header.cell))


def _is_not_read(first: SheetTable, title: Cell, sought: Sought) -> bool:
    """Return whether the years in *title* are others than the data's for certain.

    Without the data's year, the first table counts where the other is older.
    """
    known = sought.years_of(first)
    if known:
        return known.isdisjoint(years_in(title.value))
    above = _years_above(first)
    return bool(above) and max(years_in(title.value)) < min(above)


def _finding(first: SheetTable, header: "HeaderBelow", code: str, cell: Cell) -> Finding:
    place = first.sheet.place(header.cell.address)
    other = first.headers[min(first.headers)].address
    value = None if code == "F404" else cell.value.strip()
    return Finding.at_cell(code, place, value, other=other)


def _has_more(first: SheetTable, row: int, sought: Sought) -> bool:
    """Return whether the rows from *row* on name what no row of *first* above them does.

    A group is no more than its indicators.
    """
    top = first.row if first.top is None else first.top
    above = _named(first, range(top, row), sought)
    here = _named(first, range(row + 1, max(first.sheet.rows) + 1), sought)
    return any(above.isdisjoint(sought.nodes.below.get(node, ())) for node in here - above)


def _has_answers(table: SheetTable | None, sought: Sought) -> bool:
    """Return whether *table* has values, but for those of groups alone."""
    if table is None or not table.values():
        return False
    below = range(table.row + 1, max(table.sheet.rows) + 1)
    named = _named(table, below, sought)
    return not named or not named <= sought.nodes.below.keys()


def _named(first: SheetTable, rows: range, sought: Sought) -> set[str]:
    """Return the ids that these *rows* of the sheet may mean."""
    texts = (row.texts for at, row in first.sheet.rows.items() if at in rows)
    return sought.nodes.named(chain.from_iterable(texts))


def _title(first: SheetTable, rows: Sequence[int], row: int, sought: Sought) -> list[Cell]:
    """Return the texts directly above *row* that belong to no row of data.

    Where rows have no codes, an empty row must stand above them: else they may be such rows.
    """
    values = first.values()
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


def _years_above(first: SheetTable) -> set[str]:
    """Return the years in the rows up to the first header."""
    rows = takewhile(lambda row: row.number <= first.row, first.sheet.rows.values())
    return {year for row in rows for text in row.texts for year in years_in(text)}


def _read(table: SheetTable) -> tuple[Mapping[int, str], Mapping[int, Header]]:
    """Return the columns of *table* that are read, by what they mean."""
    return table.nodes, {n: h for n, h in table.columns.items() if h.column in READ_COLUMNS}


class HeaderBelow(NamedTuple):
    """A header below the first one: its row, its first cell, and the table it makes, if any."""

    row: int
    cell: Cell
    table: SheetTable | None


def _headers_below(first: SheetTable, sought: Sought) -> Iterator[HeaderBelow]:
    """Yield each header below: a row that has a header's word where rows are named."""
    names = range(1, min(first.nodes)) if first.layout is Layout.WIDE else range(0)
    keys = {*first.of(NAMES_THE_ROW), *names}
    listed: dict[str, bool] = {}
    texts: set[str] = set()
    made: dict[tuple[object, ...], tuple[SheetTable | None, int]] = {}
    joined = 0
    foot = _last_named(first, sought)
    for found in first.rows():
        row = found.number
        if row <= joined:
            continue
        named = _has_a_word(found, keys, texts, sought)
        alone = row > foot and _says_headers(found.cells(), sought)
        if names and not named and _lists_ids(first, row, names, listed, sought):
            yield _header_of_list(first, row)
            continue
        alone = alone or (named and bool(names) and _is_of_a_list(found.cells(), sought))
        if not named and not alone:
            continue
        cells = found.cells()
        shape = _shape(first.sheet, row)
        if shape not in made:
            made[shape] = header_at(first.sheet, row, sought), row
        table, at = made[shape]
        if table is not None and at != row:
            table = table._replace(row=table.row - at + row)
        if table is not None or alone or _renames_values(first, cells, sought):
            joined = row if table is None else table.row
            yield HeaderBelow(row, cells[0], table)


def _has_a_word(row: Row, keys: AbstractSet[int], texts: set[str], sought: Sought) -> bool:
    """Return whether a cell in the columns *keys* is a header's word.

    *texts* are known not to be one.
    """
    for column in keys:
        text = row.text(column)
        if not text or text in texts:
            continue
        is_text = row.kind(column) is CellKind.TEXT
        if is_text and header_of(text, sought.own_words) is not None:
            return True
        if len(texts) < _REMEMBERED:
            texts.add(text)
    return False


def _is_of_a_list(cells: Sequence[Cell], sought: Sought) -> bool:
    """Return whether a row below units is a header of indicators: words alone, *Kode* of them."""
    headers = [sought.header(cell.value) for cell in cells]
    return (
        len(cells) > 1
        and all(cell.kind is CellKind.TEXT for cell in cells)
        and any(header is not None and header.column in KEY_COLUMNS for header in headers)
    )


def _lists_ids(
    first: SheetTable, row: int, names: Sequence[int], listed: dict[str, bool], sought: Sought
) -> bool:
    """Return whether *row* begins a list of indicators below units, with or without a header.

    A unit may be called as an indicator is: it is one where a row of units stands directly above
    it, or where all its columns are filled.
    """

    def names_an_id(at: int) -> bool:
        row = first.sheet.rows.get(at)
        for column, text in () if row is None else zip(row.columns, row.texts, strict=True):
            if column not in names:
                return False
            if text not in listed:
                if len(listed) >= _REMEMBERED:
                    listed.clear()
                listed[text] = sought.nodes.get(_FIRST_WORD.sub("", text.strip())) is not None
            if listed[text]:
                return True
        return False

    if not names_an_id(row) or names_an_id(row - 1):
        return False
    is_full = all(map(first.sheet.rows[row].look, first.nodes))
    return not is_full and (
        row - 1 not in first.sheet.rows or _header_of_list(first, row).row < row
    )


def _header_of_list(first: SheetTable, row: int) -> HeaderBelow:
    """Return the words directly above the first *row* of a list as its header, else that row."""
    rows = first.sheet.rows
    above = first.sheet.cells_in(row - 1) if row - 1 > first.row else []
    alone = len(above) == 1 or row - 2 not in rows or rows[row - 2].filled == 1
    if above and alone and all(cell.kind is CellKind.TEXT for cell in above):
        return HeaderBelow(row - 1, above[0], None)
    return HeaderBelow(row, first.sheet.cells_in(row)[0], None)


def _last_named(first: SheetTable, sought: Sought) -> float:
    """Return the last row of a long table that names an indicator, else a group.

    Below it no header is overlooked.
    """
    groups = inf
    if first.layout is Layout.LONG:
        for row in reversed(list(first.sheet.rows)):
            named = sought.nodes.named(first.sheet.rows[row].texts)
            if named - sought.nodes.below.keys():
                return row
            groups = row if named and groups == inf else groups
    return groups


def _says_headers(cells: Sequence[Cell], sought: Sought) -> bool:
    """Return whether a row is words alone, of which several are headers."""
    words = [cell.value for cell in cells if cell.kind is CellKind.TEXT]
    known = [word for word in words if sought.header(word) is not None]
    return len(words) == len(cells) and len(known) > 1


def _shape(sheet: Sheet, row: int) -> tuple[object, ...]:
    """Return what *row* and the one below hold, wherever they stand."""
    return tuple(
        (found.columns, found.looks, found.texts)
        for found in (sheet.rows.get(row), sheet.rows.get(row + 1))
        if found is not None
    )


def _renames_values(first: SheetTable, cells: Sequence[Cell], sought: Sought) -> bool:
    """Return whether a row has words of another meaning in the columns of names and values."""
    says_so = any(
        (header := sought.header(cell.value)) and header.column in KEY_COLUMNS for cell in cells
    )
    known = VALUE_COLUMNS | ({Column.INDICATOR} if says_so else set())
    read = {*first.nodes, *first.of(known)}
    named = [cell for cell in cells if cell.column in read]
    return bool(named) and all(
        cell.kind is CellKind.TEXT
        and any(map(str.isalpha, cell.value))
        and sought.header(cell.value) is None
        for cell in named
    )
