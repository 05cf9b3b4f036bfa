"""Where the rows to read stand: the header row of each sheet, and what its columns are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import chain, islice, takewhile

from kediri_index.model.finding_params import Recognised
from kediri_index.model.findings import Finding, Source
from kediri_index.model.text import YEAR
from kediri_index.model.workbook import Cell, CellKind, Sheet, Workbook
from kediri_index.workbook.files.identity import is_identity
from kediri_index.workbook.headers.column_findings import about_columns, codes_with_numbers, doubled
from kediri_index.workbook.headers.columns import (
    KEY_COLUMNS,
    NAMES_THE_ROW,
    NUMBER_COLUMNS,
    VALUE_COLUMNS,
    Column,
    Header,
    folded,
    header_of,
    is_own_word,
    node_of,
)
from kediri_index.workbook.headers.further import Nodes, Sought
from kediri_index.workbook.headers.qualifiers import spaced
from kediri_index.workbook.headers.second_tables import without_others
from kediri_index.workbook.headers.spread import is_a_word, of_one_word
from kediri_index.workbook.headers.table import Layout, Table, has_values
from kediri_index.workbook.headers.years import of_the_year

HEADER_SEARCH_ROWS = 40

_BESIDE_UNITS = frozenset({Column.NUMBER, Column.CODE, Column.REMARK})
"""What may stand in a wide table beside units and scores, and is not read."""


def find_tables(
    workbook: Workbook,
    nodes: Nodes,
    further: Mapping[str, Header],
    attributes: Iterable[str] = (),
    years_of: Callable[[Table], AbstractSet[str]] = lambda _table: frozenset(),
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """Return the tables of *workbook*, one a sheet at most, and what stands in the way.

    *nodes* are the definition's, *further* a region's own words for columns, *attributes* the
    columns that steps of the definition's ``prepare`` name, *years_of* returns the years of a
    table's data.
    """
    tables: list[Table] = []
    findings: list[Finding] = []
    hidden: list[Finding] = []
    keyed: list[Finding] = []
    unread: list[Finding] = []
    named = {folded(name): name for name in attributes}
    sheets = [sheet for sheet in workbook.sheets if not is_identity(sheet)]
    for sheet in sheets:
        candidates = _candidates(sheet, nodes.by_id, further)
        tables_here = [table for table in candidates if has_values(table)]
        if not tables_here:
            keyed += [_no_values(workbook, table) for table in candidates]
            unread += codes_with_numbers(workbook, sheet, nodes.by_id)
        elif sheet.hidden:
            hidden.append(Finding.at_cell("F411", sheet.place(workbook.path)))
        else:
            at = partial(_header_at, sheet, by_folded=nodes.by_id, further=further)
            sought = Sought(at, nodes, further, years_of)
            first, others = without_others(workbook.path, tables_here[0], sought)
            findings += others
            if named and first.layout is Layout.WIDE:
                first = _with_attributes(first, named)
            dated = of_the_year(workbook, first, years_of)
            findings += dated.findings
            if dated.table is not None:
                tables.append(dated.table)
                findings += doubled(workbook, dated.table)
                findings += about_columns(workbook, dated.table, nodes)
    if tables or findings:
        findings += (*hidden, *unread)
    elif hidden:
        findings += [Finding.at_cell("F416", Source(one.file or "", one.sheet)) for one in hidden]
    elif workbook.sheets:
        findings += _none(workbook, keyed)
    return tuple(tables), tuple(findings)


def _candidates(
    sheet: Sheet, by_folded: Mapping[str, str], further: Mapping[str, Header]
) -> list[Table]:
    """Return the rows near the top that could be a header, up to the first that has values too."""
    found = []
    last = next(iter(sheet.rows), 0) + HEADER_SEARCH_ROWS
    for row in takewhile(lambda row: row <= last, sheet.rows):
        table = _header_at(sheet, row, by_folded, further)
        if table is not None:
            found.append(table)
            if has_values(table):
                break
    return found


def _header_at(
    sheet: Sheet, row: int, by_folded: Mapping[str, str], further: Mapping[str, Header]
) -> Table | None:
    """Return what a header in *row* means, or in it and the row below, where that is more."""
    cells = sheet.cells_in(row)
    columns = _known(cells, further)
    if not columns:
        return None
    table = _table(sheet, row, cells, columns, by_folded, further)

    def is_known(text: str) -> bool:
        return header_of(text, further) is not None or node_of(text, by_folded) is not None

    both = two_rows_as_one(sheet, row, columns, is_known)
    if not both:
        return table
    joined = _table(sheet, row + 1, both, _known(both, further), by_folded, further)
    if joined is not None and (table is None or _is_better(joined, table, further)):
        return joined._replace(top=row)
    below = sheet.cells_in(row + 1)
    if table is None or not _are_words_under_values(below, table):
        return table
    headers = {**{cell.column: cell for cell in below}, **table.headers}
    return table._replace(headers=headers, row=row + 1, top=row)


def _is_better(joined: Table, table: Table, further: Mapping[str, Header]) -> bool:
    """Return whether two rows as one header say more than the upper one alone."""
    if joined.layout is not table.layout and table.layout is Layout.WIDE:
        return False
    if _worth(joined) != _worth(table):
        return _worth(joined) > _worth(table)
    below = joined.sheet.cells_in(joined.row)
    if any(is_own_word(joined.headers[cell.column].value, further) for cell in below):
        return True
    return all(
        cell.column in joined.columns and (is_a_word(cell) or YEAR.fullmatch(cell.value))
        for cell in below
    )


def _are_words_under_values(below: Sequence[Cell], table: Table) -> bool:
    """Return whether the row *below* a header has words only, some of them under its values."""
    values = {*table.of(NUMBER_COLUMNS), *table.nodes}
    return all(is_a_word(cell) for cell in below) and any(cell.column in values for cell in below)


def _known(cells: Sequence[Cell], further: Mapping[str, Header]) -> dict[int, Header]:
    return {
        cell.column: header
        for cell in cells
        if cell.kind is CellKind.TEXT and (header := header_of(cell.value, further)) is not None
    }


def _worth(table: Table) -> int:
    """Return how many columns of values there are."""
    if table.layout is Layout.WIDE:
        return len(table.nodes)
    return len(table.of(VALUE_COLUMNS))


def _table(
    sheet: Sheet,
    row: int,
    cells: Sequence[Cell],
    columns: dict[int, Header],
    by_folded: Mapping[str, str],
    further: Mapping[str, Header],
) -> Table | None:
    texts = [cell for cell in cells if cell.kind is CellKind.TEXT]
    by_column = {cell.column: cell for cell in texts}
    known = {header.column for header in columns.values()}
    if Column.UNIT in known and not known & VALUE_COLUMNS:
        nodes = {
            cell.column: node
            for cell in texts
            if (node := node_of(cell.value, by_folded)) is not None
        }
        if nodes:
            return _wide(sheet, row, by_column, columns, nodes)
    if known & KEY_COLUMNS and (len(known) > 1 or of_one_word(texts)):
        columns = _regions_own_first(by_column, columns, further)
        unknown = tuple(cell for cell in texts if cell.column not in columns)
        return Table(sheet, Layout.LONG, row, by_column, columns, {}, unknown)
    return None


def _wide(
    sheet: Sheet,
    row: int,
    by_column: dict[int, Cell],
    columns: Mapping[int, Header],
    nodes: Mapping[int, tuple[str, int | None]],
) -> Table:
    wide = {n: h for n, h in columns.items() if h.column in {Column.UNIT, Column.YEAR}}
    beside = (
        {n for n, h in columns.items() if h.column in _BESIDE_UNITS} | wide.keys() | nodes.keys()
    )
    unknown = tuple(cell for column, cell in by_column.items() if column not in beside)
    ids = {column: node for column, (node, _) in nodes.items()}
    years = {column: year for column, (_, year) in nodes.items() if year is not None}
    return Table(sheet, Layout.WIDE, row, by_column, wide, ids, unknown, years=years)


def _with_attributes(table: Table, named: Mapping[str, str]) -> Table:
    """Return *table* with the columns that steps of ``prepare`` name as known ones.

    Such a column (``region``) is not that of the units, unless there is no other.
    """
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
    by_column: Mapping[int, Cell], columns: dict[int, Header], further: Mapping[str, Header]
) -> dict[int, Header]:
    """Leave out a known header where the region's own word for the same column stands there too."""
    own = {n: h for n, h in columns.items() if is_own_word(by_column[n].value, further)}
    exact = {n: h for n, h in own.items() if spaced(by_column[n].value) in further}
    by_own = {h._replace(year=None) for h in own.values()}
    by_exact = {h._replace(year=None) for h in exact.values()}
    return {
        n: h
        for n, h in columns.items()
        if n in exact or h._replace(year=None) not in (by_exact if n in own else by_own)
    }


def _no_values(workbook: Workbook, table: Table) -> Finding:
    """Return what is wrong with a header that has no column of values."""
    several = of_one_word(table.unknown)
    if several is not None:
        return several.finding(workbook, table)
    return Finding.at_cell("F403", _place(workbook, table))


def _none(workbook: Workbook, keyed: list[Finding]) -> list[Finding]:
    rows = chain.from_iterable(sheet.rows.values() for sheet in workbook.sheets)
    if not any(text.strip() for row in rows for text in row.texts):
        return [Finding.at_cell("F401", Source(workbook.path))]
    if keyed:
        return keyed
    filled = [sheet for sheet in workbook.sheets if sheet.rows and not is_identity(sheet)]
    place = filled[0].place(workbook.path) if len(filled) == 1 else Source(workbook.path)
    recognised = Recognised(_recognised(filled[0]) if len(filled) == 1 else ())
    return [Finding.at_cell("F402", place, recognised=recognised)]


def _recognised(sheet: Sheet) -> tuple[str, ...]:
    """Return the known headers of the row near the top that has the most of them."""
    near = islice(sheet.rows.values(), HEADER_SEARCH_ROWS)
    rows = [_known(row.cells(), {}).values() for row in near]
    most = max(rows, key=len, default=())
    return tuple(header.column.value for header in most)


def _place(workbook: Workbook, table: Table) -> Source:
    first = table.headers[min(table.headers)]
    return table.sheet.place(workbook.path, first.address)


def two_rows_as_one(
    sheet: Sheet, row: int, known: Mapping[int, Header], is_known: Callable[[str], bool]
) -> tuple[Cell, ...]:
    """Return the cells of *row*, whose *known* headers are given, and the one below as one header.

    *is_known* returns whether a text is a header; it may name a year too: *Realisasi* over *2022*.
    Nothing where the row below is data: something stands there under a column that names the row.
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
            text = _joined(above, lower[column].value, is_known)
            cells[column] = Cell(lower[column].row, column, CellKind.TEXT, text)
    return tuple(cells[column] for column in sorted(cells))


def _joined(above: str, below: str, is_known: Callable[[str], bool]) -> str:
    """Return the two texts as one header; over *Asesor 1*, *Nilai asesor* means *Nilai*."""
    first_word = above.split(maxsplit=1)[0] if above.strip() else ""
    for joined in (f"{above} {below}", f"{first_word} {below}"):
        if is_known(joined):
            return joined
    return below
