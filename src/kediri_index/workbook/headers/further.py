"""Further headers below the first one of a sheet, each of which may begin another table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import inf
from types import MappingProxyType
from typing import Final, NamedTuple

from kediri_index.model.text import exact
from kediri_index.model.workbook import LOOKS, Cell, CellKind, Row, Sheet
from kediri_index.workbook.headers.columns import (
    KEY_COLUMNS,
    NAMES_THE_ROW,
    VALUE_COLUMNS,
    Column,
    Header,
    header_of,
)
from kediri_index.workbook.headers.table import Layout, Table

_REMEMBERED: Final = 20_000
"""Texts that are no headers: the same units and ids stand in row after row."""
_FIRST_WORD: Final = re.compile(r"(?:\s|[:=]).*", re.DOTALL)
"""What follows the first word."""


class Nodes(NamedTuple):
    """The indicators and groups of a definition.

    *by_id* has their ids in small letters, *by_name* the ids of each name, *below* those below each
    group.
    """

    by_id: Mapping[str, str]
    by_name: Mapping[str, AbstractSet[str]] = MappingProxyType({})
    below: Mapping[str, AbstractSet[str]] = MappingProxyType({})

    def named(self, cells: Iterable[str]) -> set[str]:
        """Return the ids that the texts of *cells* may mean."""
        texts = {exact(text) for text in cells if text}
        ids = {self.by_id[text] for text in texts & self.by_id.keys()}
        return ids.union(*(self.by_name[text] for text in texts & self.by_name.keys()))


class Sought(NamedTuple):
    """What a header is looked for with.

    *header_at* returns what a header in a row means, *years_of* the years of a table's data.
    """

    header_at: Callable[[int], Table | None]
    nodes: Nodes
    further: Mapping[str, Header]
    years_of: Callable[[Table], AbstractSet[str]]


class FurtherHeader(NamedTuple):
    """A further header: its row, its first cell, and the table it makes, if any."""

    row: int
    cell: Cell
    table: Table | None

    @property
    def last(self) -> int:
        """The lower of its rows."""
        return self.row if self.table is None else self.table.row


def further_headers(first: Table, sought: Sought) -> Iterator[FurtherHeader]:
    """Yield each further header below: a row that has a header's word where rows are named."""
    names = _columns_of_names(first)
    keys = {*first.of(NAMES_THE_ROW), *names}
    listed: dict[str, bool] = {}
    texts: set[str] = set()
    made: dict[tuple[object, ...], tuple[Table | None, int]] = {}
    joined = 0
    foot = _last_named(first, sought)
    last = max(keys, default=0)
    for found in first.rows():
        row = found.number
        if row <= joined:
            continue
        named = _has_a_word(found, keys, last, texts, sought)
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
            made[shape] = sought.header_at(row), row
        table, at = made[shape]
        if table is not None and at != row:
            table = table._replace(row=table.row - at + row)
        if table is not None or alone or _renames_values(first, cells, sought):
            joined = row if table is None else table.row
            yield FurtherHeader(row, cells[0], table)


def _has_a_word(
    row: Row, keys: AbstractSet[int], last: int, texts: set[str], sought: Sought
) -> bool:
    """Return whether a cell in the columns *keys*, up to the *last*, is a header's word.

    *texts* are known not to be one.
    """
    for column, look, text in zip(row.columns, row.looks, row.texts, strict=True):
        if column > last:
            return False
        if column not in keys or text in texts or not look:
            continue
        is_text = LOOKS[look].kind is CellKind.TEXT
        if is_text and header_of(text, sought.further) is not None:
            return True
        if len(texts) < _REMEMBERED:
            texts.add(text)
    return False


def _columns_of_names(first: Table) -> Sequence[int]:
    """Return the columns of a wide table that stand before its values, none of a long one."""
    return range(1, min(first.nodes)) if first.layout is Layout.WIDE else ()


def _is_of_a_list(cells: Sequence[Cell], sought: Sought) -> bool:
    """Return whether a row below units is a header of indicators: words alone, *Kode* of them."""
    headers = [header_of(cell.value, sought.further) for cell in cells]
    return (
        len(cells) > 1
        and all(cell.kind is CellKind.TEXT for cell in cells)
        and any(header is not None and header.column in KEY_COLUMNS for header in headers)
    )


def _lists_ids(
    first: Table, row: int, names: Sequence[int], listed: dict[str, bool], sought: Sought
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
                listed[text] = _FIRST_WORD.sub("", text.strip()).casefold() in sought.nodes.by_id
            if listed[text]:
                return True
        return False

    if not names_an_id(row) or names_an_id(row - 1):
        return False
    is_full = all(map(first.sheet.rows[row].look, first.nodes))
    return not is_full and (
        row - 1 not in first.sheet.rows or _header_of_list(first, row).row < row
    )


def _header_of_list(first: Table, row: int) -> FurtherHeader:
    """Return the words directly above the first *row* of a list as its header, else that row."""
    rows = first.sheet.rows
    above = first.sheet.cells_in(row - 1) if row - 1 > first.row else []
    alone = len(above) == 1 or row - 2 not in rows or rows[row - 2].filled == 1
    if above and alone and all(cell.kind is CellKind.TEXT for cell in above):
        return FurtherHeader(row - 1, above[0], None)
    return FurtherHeader(row, first.sheet.cells_in(row)[0], None)


def _last_named(first: Table, sought: Sought) -> float:
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
    known = [word for word in words if header_of(word, sought.further) is not None]
    return len(words) == len(cells) and len(known) > 1


def _shape(sheet: Sheet, row: int) -> tuple[object, ...]:
    """Return what *row* and the one below hold, wherever they stand."""
    return tuple(
        (found.columns, found.looks, found.texts)
        for found in (sheet.rows.get(row), sheet.rows.get(row + 1))
        if found is not None
    )


def _renames_values(first: Table, cells: Sequence[Cell], sought: Sought) -> bool:
    """Return whether a row has words of another meaning in the columns of names and values."""
    says_so = any(
        (header := header_of(cell.value, sought.further)) and header.column in KEY_COLUMNS
        for cell in cells
    )
    known = VALUE_COLUMNS | ({Column.INDICATOR} if says_so else set())
    read = {*first.nodes, *first.of(known)}
    named = [cell for cell in cells if cell.column in read]
    return bool(named) and all(
        cell.kind is CellKind.TEXT
        and any(map(str.isalpha, cell.value))
        and header_of(cell.value, sought.further) is None
        for cell in named
    )
