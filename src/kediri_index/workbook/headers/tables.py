"""The tables of a workbook: one a sheet at most, with the columns of the data's year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, islice, takewhile
from typing import NamedTuple

from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import Recognised
from kediri_index.model.workbook import Cell, CellKind, Sheet, Workbook
from kediri_index.workbook.files.identity import is_identity
from kediri_index.workbook.headers.column_findings import about_columns, spread_finding
from kediri_index.workbook.headers.further import without_others
from kediri_index.workbook.headers.header import (
    Nodes,
    Sought,
    header_at,
    holds_a_number,
    known_headers,
    of_one_word,
    with_attributes,
)
from kediri_index.workbook.headers.table import Table

HEADER_SEARCH_ROWS = 40


def find_tables(
    workbook: Workbook, sought: Sought
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """Return the tables of *workbook*, one a sheet at most, and what stands in the way."""
    tables: list[Table] = []
    findings: list[Finding] = []
    hidden: list[Finding] = []
    keyed: list[Finding] = []
    unread: list[Finding] = []
    sheets = [sheet for sheet in workbook.sheets if not is_identity(sheet)]
    for sheet in sheets:
        candidates = _candidates(sheet, sought)
        first = next((table for table in candidates if table.values()), None)
        if first is None:
            keyed += map(_no_values, candidates)
            unread += _codes_with_numbers(sheet, sought.nodes)
        elif sheet.hidden:
            hidden.append(Finding.at_cell("F411", sheet.place()))
        else:
            first, others = without_others(first, sought)
            dated = of_the_year(with_attributes(first, sought), sought)
            findings += (*others, *dated.findings)
            if dated.table is not None:
                tables.append(dated.table)
                findings += about_columns(dated.table, sought.nodes)
    if tables or findings:
        findings += (*hidden, *unread)
    elif hidden:
        findings += [one._replace(code="F416") for one in hidden]
    elif workbook.sheets:
        findings += keyed or [_none(workbook)]
    return tuple(tables), tuple(findings)


def _candidates(sheet: Sheet, sought: Sought) -> list[Table]:
    """Return the rows near the top that could be a header, up to the first that has values too."""
    found = []
    last = next(iter(sheet.rows), 0) + HEADER_SEARCH_ROWS
    for row in takewhile(lambda row: row <= last, sheet.rows):
        table = header_at(sheet, row, sought)
        if table is not None:
            found.append(table)
            if table.values():
                break
    return found


def _no_values(table: Table) -> Finding:
    """Return what is wrong with a header that has no column of values."""
    several = of_one_word(table.unknown)
    if several:
        return spread_finding(table, several[0], [cell.column for cell in several])
    first = table.headers[min(table.headers)]
    return Finding.at_cell("F403", table.sheet.place(first.address))


def _codes_with_numbers(sheet: Sheet, nodes: Nodes) -> Iterator[Finding]:
    """Yield F436 where a sheet that is not read has a code and a number behind it in a row."""
    for row in () if sheet.hidden else sheet.rows.values():
        texts = enumerate(row.texts)
        at = next((at for at, text in texts if nodes.get(text.strip())), None)
        code = None if at is None else row.cell_at(at)
        if code is None or code.kind is not CellKind.TEXT:
            continue
        if any(cell.column > code.column and holds_a_number(cell) for cell in row.cells()):
            yield sheet.finding("F436", code)
            return


def _none(workbook: Workbook) -> Finding:
    """Return what is wrong with a workbook in which no row could be a header."""
    rows = chain.from_iterable(sheet.rows.values() for sheet in workbook.sheets)
    if not any(text.strip() for row in rows for text in row.texts):
        return Finding.at_cell("F401", Source(workbook.path))
    filled = [sheet for sheet in workbook.sheets if sheet.rows and not is_identity(sheet)]
    if len(filled) != 1:
        return Finding.at_cell("F402", Source(workbook.path), recognised=Recognised(()))
    recognised = Recognised(_recognised(filled[0]))
    return Finding.at_cell("F402", filled[0].place(), recognised=recognised)


def _recognised(sheet: Sheet) -> tuple[str, ...]:
    """Return the known headers of the row near the top that has the most of them."""
    near = islice(sheet.rows.values(), HEADER_SEARCH_ROWS)
    rows = [known_headers(row.cells(), Sought()).values() for row in near]
    most = max(rows, key=len, default=())
    return tuple(header.column.value for header in most)


class OfTheYear(NamedTuple):
    """A table whose headers no longer differ by year; None where all its values are of another."""

    table: Table | None
    findings: tuple[Finding, ...] = ()


def of_the_year(table: Table, sought: Sought) -> OfTheYear:
    """Return *table* with the columns of the data's year only.

    A column of another year is F453, and F452 where there are no other values. Without one year,
    columns of several years are F451.
    """
    in_headers = {n: one.year for n, one in table.columns.items() if one.year is not None}
    labelled = {**in_headers, **table.years}
    if not labelled:
        return OfTheYear(table)
    sheet, years = table.sheet, sought.years_of(table)
    year = int(next(iter(years))) if len(years) == 1 else None
    unclear: list[Finding] = []
    dropped: set[int] = set()
    for columns in _alike(table):
        found = {labelled.get(column) for column in columns}
        if found == {None}:
            continue
        wanted = _wanted(found, year, several=len(years) > 1)
        if wanted is None:
            first, *others = (table.headers[column] for column in columns)
            unclear.append(sheet.finding("F451", first, columns=_shown(others)))
            dropped.update(columns[1:])
        else:
            dropped.update(column for column in columns if labelled.get(column) not in wanted)
    left = table._replace(
        columns={
            n: one._replace(year=None) for n, one in table.columns.items() if n not in dropped
        },
        nodes={n: node for n, node in table.nodes.items() if n not in dropped},
        years={},
    )
    if unclear:
        return OfTheYear(left, tuple(unclear))
    unread = [table.headers[column] for column in sorted(dropped)]
    if unread and not left.values():
        only = sheet.finding("F452", unread[0], year=year, columns=_shown(unread))
        return OfTheYear(None, (only,))
    findings = (sheet.finding("F453", cell, said=labelled[cell.column]) for cell in unread)
    return OfTheYear(left, tuple(findings))


def _wanted(
    found: AbstractSet[int | None], year: int | None, *, several: bool
) -> AbstractSet[int | None] | None:
    """Return the years to read of those *found* in headers; None where that is not clear."""
    if year is not None:
        return {None, year}
    if len(found) == 1 and not several:
        return found
    return {None} if None in found and not several else None


def _alike(table: Table) -> list[list[int]]:
    """Return the columns that differ by nothing but their years, from left to right."""
    groups: dict[object, list[int]] = {}
    for number, header in sorted(table.columns.items()):
        groups.setdefault(header._replace(year=None), []).append(number)
    for number, node in sorted(table.nodes.items()):
        groups.setdefault(node, []).append(number)
    return list(groups.values())


def _shown(cells: Sequence[Cell]) -> list[str]:
    return [f"{cell.address} {' '.join(cell.value.split())}" for cell in cells]
