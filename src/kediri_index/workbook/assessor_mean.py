"""A plain column of assessors beside numbered ones: their mean, or the scores of one more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Final

from kediri_index.model.findings import Finding
from kediri_index.model.workbook import Cell, CellKind, Workbook, column_letters
from kediri_index.workbook.further_headers import Nodes
from kediri_index.workbook.numbers import Number, TwoReadings, parse_number, stored_number
from kediri_index.workbook.table import Table, assessor_columns

_ROUNDED: Final = Fraction(5, 1000)
"""How far a mean of two decimals may be off."""
_ROUNDED_TO_TENTHS: Final = Fraction(5, 100)


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
