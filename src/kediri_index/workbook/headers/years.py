"""Years in headers: of columns alike but for their year, the one of the data's year is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.workbook import Cell, Workbook
from kediri_index.workbook.headers.table import Table, has_values


class OfTheYear(NamedTuple):
    """A table whose headers no longer differ by year; None where all its values are of another."""

    table: Table | None
    findings: tuple[Finding, ...] = ()


def of_the_year(
    workbook: Workbook, table: Table, years_of: Callable[[Table], AbstractSet[str]]
) -> OfTheYear:
    """Return *table* with the columns of the data's year only; *years_of* returns its years.

    A column of another year is F453, and F452 where there are no other values. Without one year,
    columns of several years are F451.
    """
    labelled = _years_in_headers(table)
    if not labelled:
        return OfTheYear(table)
    years = years_of(table)
    year = int(next(iter(years))) if len(years) == 1 else None
    findings: list[Finding] = []
    dropped: set[int] = set()
    for columns in _alike(table):
        found = {labelled.get(column) for column in columns}
        if found == {None}:
            continue
        wanted = _wanted(found, year, several=len(years) > 1)
        if wanted is None:
            first, *others = (table.headers[column] for column in columns)
            place = table.sheet.place(workbook.path, first.address)
            shown = [_shown(cell) for cell in others]
            findings.append(Finding.at_cell("F451", place, first.value, columns=shown))
            dropped.update(columns[1:])
        else:
            dropped.update(column for column in columns if labelled.get(column) not in wanted)
    left = _without(table, dropped)
    if findings:
        return OfTheYear(left, tuple(findings))
    unread = [table.headers[column] for column in sorted(dropped)]
    if unread and not has_values(left):
        place = table.sheet.place(workbook.path, unread[0].address)
        shown = [_shown(cell) for cell in unread]
        only = Finding.at_cell("F452", place, unread[0].value, year=year, columns=shown)
        return OfTheYear(None, (only,))
    return OfTheYear(
        left,
        tuple(
            Finding.at_cell(
                "F453",
                table.sheet.place(workbook.path, cell.address),
                cell.value,
                said=labelled[cell.column],
            )
            for cell in unread
        ),
    )


def _wanted(
    found: AbstractSet[int | None], year: int | None, *, several: bool
) -> AbstractSet[int | None] | None:
    """Return the years to read of those *found* in headers; None where that is not clear."""
    if year is not None:
        return {None, year}
    if len(found) == 1 and not several:
        return found
    return {None} if None in found and not several else None


def _years_in_headers(table: Table) -> Mapping[int, int]:
    columns = {n: one.year for n, one in table.columns.items() if one.year is not None}
    return {**columns, **table.years}


def _alike(table: Table) -> list[list[int]]:
    """Return the columns that differ by nothing but their years, from left to right."""
    groups: dict[object, list[int]] = {}
    for number, header in sorted(table.columns.items()):
        groups.setdefault(header._replace(year=None), []).append(number)
    for number, node in sorted(table.nodes.items()):
        groups.setdefault(node, []).append(number)
    return list(groups.values())


def _without(table: Table, dropped: AbstractSet[int]) -> Table:
    return table._replace(
        columns={
            n: one._replace(year=None) for n, one in table.columns.items() if n not in dropped
        },
        nodes={n: node for n, node in table.nodes.items() if n not in dropped},
        years={},
    )


def _shown(cell: Cell) -> str:
    return f"{cell.address} {' '.join(cell.value.split())}"
