"""A header: what a row of a sheet, or two rows as one, say of the columns below."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.text import YEAR, exact
from kediri_index.model.workbook import Cell, CellKind, Sheet
from kediri_index.sheets.numbers import Number, TwoReadings, parse_number
from kediri_index.sheets.tables.columns import (
    KEY_COLUMNS,
    NAMES_THE_ROW,
    NUMBER_COLUMNS,
    VALUE_COLUMNS,
    Column,
    Header,
    folded,
    header_of,
    is_own_word,
    named_in,
    spaced,
)
from kediri_index.sheets.tables.table import Layout, SheetTable

_BESIDE_UNITS = frozenset({Column.NUMBER, Column.CODE, Column.REMARK})
"""What may stand in a wide table beside units and scores, and is not read."""
_HYPHENS = dict.fromkeys([*range(0x2010, 0x2015), 0x2212], "-")


Node = Group | Indicator
"""The subject of a row or column: an indicator, or a group with a given score."""


class Nodes(NamedTuple):
    """The indicators and groups of a definition, by what names them.

    *by_id* has them by id in small letters, *by_name* by each of their names, *below* the ids below
    each group that has any.
    """

    by_id: Mapping[str, Node] = MappingProxyType({})
    by_name: Mapping[str, tuple[Node, ...]] = MappingProxyType({})
    below: Mapping[str, AbstractSet[str]] = MappingProxyType({})

    @classmethod
    def of(cls, definition: Definition) -> "Nodes":
        """Return those of *definition*."""
        nodes = definition.nodes().values()
        by_name: dict[str, tuple[Node, ...]] = {}
        for node in nodes:
            for name in {exact(name) for name in node.label if name}:
                by_name[name] = (*by_name.get(name, ()), node)
        below = {
            node.id: frozenset(one.id for one in node.at_or_below()) - {node.id}
            for node in nodes
            if isinstance(node, Group)
        }
        by_id = {node.id.casefold(): node for node in nodes}
        return cls(by_id, by_name, {group: ids for group, ids in below.items() if ids})

    def get(self, code: str) -> Node | None:
        """Return what *code* is the id of; programs for texts put other dashes for its hyphen."""
        return self._of_id(exact(code))

    def _of_id(self, text: str) -> Node | None:
        """Return what *text*, as names are compared, is the id of."""
        found = self.by_id.get(text)
        if found is not None or text.isascii():
            return found
        return self.by_id.get(text.translate(_HYPHENS))

    def named(self, cells: Iterable[str]) -> set[str]:
        """Return the ids that the texts of *cells* may mean."""
        texts = {exact(text) for text in cells if text}
        ids = {node.id for text in texts if (node := self._of_id(text)) is not None}
        names = texts & self.by_name.keys()
        return ids.union(node.id for name in names for node in self.by_name[name])


class Sought(NamedTuple):
    """What tables are looked for with.

    *nodes* are the definition's, *own_words* a region's own words for columns, *attributes* the
    columns that steps of the definition's ``prepare`` name, *years_of* returns the years of a
    table's data. *beside* is the column that groups the units; long tables may have it too.
    """

    nodes: Nodes = Nodes()
    own_words: Mapping[str, Header] = MappingProxyType({})
    attributes: AbstractSet[str] = frozenset()
    years_of: Callable[[SheetTable], AbstractSet[str]] = lambda _table: frozenset()
    beside: str | None = None

    def header(self, text: str) -> Header | None:
        """Return what the header *text* means."""
        return header_of(text, self.own_words)

    def node(self, text: str) -> tuple[str, int | None] | None:
        """Return the id that a header of a wide table names, and the year beside it.

        None where it names none, or another value of one: *A-1 (maksimum)*.
        """
        for qualified in named_in(text):
            node = self.nodes.get(qualified.name)
            if node is not None:
                other = qualified.is_last_years or qualified.is_another_value()
                return None if other or len(qualified.years) > 1 else (node.id, qualified.year)
        return None


def header_at(sheet: Sheet, row: int, sought: Sought) -> SheetTable | None:
    """Return what a header in *row* means, or in it and the row below, where that is more."""
    cells = sheet.cells_in(row)
    columns = known_headers(cells, sought)
    if not columns:
        return None
    table = _table(sheet, row, cells, columns, sought)
    both = _two_rows_as_one(sheet, row, columns, sought)
    if not both:
        return table
    joined = _table(sheet, row + 1, both, known_headers(both, sought), sought)
    if joined is not None and (table is None or _is_better(joined, table, sought)):
        return joined._replace(top=row)
    below = sheet.cells_in(row + 1)
    if table is None or not _are_words_under_values(below, table):
        return table
    headers = {**{cell.column: cell for cell in below}, **table.headers}
    return table._replace(headers=headers, row=row + 1, top=row)


def known_headers(cells: Iterable[Cell], sought: Sought) -> dict[int, Header]:
    """Return the columns of *cells* that are known headers."""
    return {
        cell.column: header
        for cell in cells
        if cell.kind is CellKind.TEXT and (header := sought.header(cell.value)) is not None
    }


def _is_better(joined: SheetTable, table: SheetTable, sought: Sought) -> bool:
    """Return whether two rows as one header say more than the upper one alone."""
    if joined.layout is not table.layout and table.layout is Layout.WIDE:
        return False
    more = len(joined.values()) - len(table.values())
    if more:
        return more > 0
    below = joined.sheet.cells_in(joined.row)
    if any(is_own_word(joined.headers[cell.column].value, sought.own_words) for cell in below):
        return True
    return all(
        cell.column in joined.columns and (is_a_word(cell) or YEAR.fullmatch(cell.value))
        for cell in below
    )


def _are_words_under_values(below: Sequence[Cell], table: SheetTable) -> bool:
    """Return whether the row *below* a header has words only, some of them under its values."""
    values = {*table.of(NUMBER_COLUMNS), *table.nodes}
    return all(is_a_word(cell) for cell in below) and any(cell.column in values for cell in below)


def _table(
    sheet: Sheet, row: int, cells: Sequence[Cell], columns: dict[int, Header], sought: Sought
) -> SheetTable | None:
    texts = {cell.column: cell for cell in cells if cell.kind is CellKind.TEXT}
    known = {header.column for header in columns.values()}
    if Column.UNIT in known and not known & VALUE_COLUMNS:
        found = {n: sought.node(cell.value) for n, cell in texts.items()}
        nodes = {n: node for n, node in found.items() if node is not None}
        if nodes:
            return _wide(sheet, row, texts, columns, nodes)
    if known & KEY_COLUMNS and (len(known) > 1 or of_one_word(texts.values())):
        columns = _regions_own_first(texts, columns, sought)
        unknown = tuple(cell for n, cell in texts.items() if n not in columns)
        return SheetTable(sheet, Layout.LONG, row, texts, columns, {}, unknown)
    return None


def _wide(
    sheet: Sheet,
    row: int,
    texts: Mapping[int, Cell],
    columns: Mapping[int, Header],
    nodes: Mapping[int, tuple[str, int | None]],
) -> SheetTable:
    wide = {n: h for n, h in columns.items() if h.column in {Column.UNIT, Column.YEAR}}
    beside = {n for n, h in columns.items() if h.column in _BESIDE_UNITS}
    unknown = tuple(
        cell for n, cell in texts.items() if n not in beside and n not in wide and n not in nodes
    )
    ids = {n: node for n, (node, _) in nodes.items()}
    years = {n: year for n, (_, year) in nodes.items() if year is not None}
    return SheetTable(sheet, Layout.WIDE, row, texts, wide, ids, unknown, years=years)


def with_attributes(table: SheetTable, sought: Sought) -> SheetTable:
    """Return *table* with the columns that steps of ``prepare`` name as known ones.

    Such a column (``region``) is not that of the units, unless there is no other.
    """
    if not sought.attributes:
        return table
    if table.layout is Layout.LONG:
        own = None if sought.beside is None else folded(sought.beside)
        unknown = tuple(cell for cell in table.unknown if folded(cell.value) != own)
        return table._replace(unknown=unknown)
    named = {folded(name): name for name in sought.attributes}
    attributes = {
        column: named[folded(cell.value)]
        for column, cell in table.headers.items()
        if folded(cell.value) in named and column not in table.nodes
    }
    unknown = tuple(cell for cell in table.unknown if cell.column not in attributes)
    others = {
        n: header
        for n, header in table.columns.items()
        if n not in attributes or header.column is not Column.UNIT
    }
    columns = others if Column.UNIT in {one.column for one in others.values()} else table.columns
    return table._replace(columns=columns, attributes=attributes, unknown=unknown)


def _regions_own_first(
    texts: Mapping[int, Cell], columns: dict[int, Header], sought: Sought
) -> dict[int, Header]:
    """Leave out a known header where the region's own word for the same column stands there too."""
    own_words = sought.own_words
    own = {n: h for n, h in columns.items() if is_own_word(texts[n].value, own_words)}
    exact = {n: h for n, h in own.items() if spaced(texts[n].value) in own_words}
    by_own = {h._replace(year=None) for h in own.values()}
    by_exact = {h._replace(year=None) for h in exact.values()}
    return {
        n: h
        for n, h in columns.items()
        if n in exact or h._replace(year=None) not in (by_exact if n in own else by_own)
    }


def _two_rows_as_one(
    sheet: Sheet, row: int, known: Mapping[int, Header], sought: Sought
) -> tuple[Cell, ...]:
    """Return the cells of *row*, whose *known* headers are given, and the one below as one header.

    A text below may name a year too: *Realisasi* over *2022*. Nothing where the row below is data:
    something stands there under a column that names the row.
    """
    upper = {
        cell.column: cell
        for cell in sheet.cells_in(row)
        if cell.kind is CellKind.TEXT or YEAR.fullmatch(cell.value)
    }
    names = {column for column, header in known.items() if header.column in NAMES_THE_ROW}
    lower = {cell.column: cell for cell in sheet.cells_in(row + 1)}
    if not names or not lower or names & lower.keys():
        return ()
    cells = dict(upper)
    above = ""
    for column in range(min(upper), max(lower) + 1):
        above = upper[column].value if column in upper else above
        if column in lower:
            text = _joined(above, lower[column].value, sought)
            cells[column] = Cell(lower[column].row, column, CellKind.TEXT, text)
    return tuple(cells[column] for column in sorted(cells))


def _joined(above: str, below: str, sought: Sought) -> str:
    """Return the two texts as one header; over *Asesor 1*, *Nilai asesor* means *Nilai*."""
    first_word = above.split(maxsplit=1)[0] if above.strip() else ""
    for joined in (f"{above} {below}", f"{first_word} {below}"):
        if sought.header(joined) or sought.node(joined):
            return joined
    return below


def of_one_word(headers: Iterable[Cell]) -> Sequence[Cell]:
    """Return the *headers* that begin with one word for values, where there are several."""
    by_word: dict[Column, list[Cell]] = {}
    for cell in headers:
        first, _, rest = cell.value.strip().partition(" ")
        meant = header_of(first, {}) if rest else None
        if meant is not None and meant.column in VALUE_COLUMNS:
            by_word.setdefault(meant.column, []).append(cell)
    return next((cells for cells in by_word.values() if len(cells) > 1), ())


def holds_a_number(cell: Cell) -> bool:
    """Return whether *cell* holds a number, as text or not, or a formula without a result."""
    if cell.kind is CellKind.TEXT:
        parsed = parse_number(cell.value, exponent_allowed=False)
        return isinstance(parsed, Number | TwoReadings)
    return cell.kind in {CellKind.NUMBER, CellKind.NO_VALUE}


def is_a_word(cell: Cell) -> bool:
    """Return whether *cell* holds a text that is not a number."""
    return cell.kind is CellKind.TEXT and bool(cell.value.strip()) and not holds_a_number(cell)
