"""Workbooks computed anew by LibreOffice: nothing of what they had as results is left to it."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import openpyxl
from openpyxl.worksheet.formula import ArrayFormula

from tests.workbook.template.libreoffice import recomputed

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

COMPUTING = ("Scores", "Answers")
SHEETS = (*COMPUTING, "Definition")
"""Those that a score is computed on, and what they refer to."""
_REFERENCE = re.compile(rf"\b({'|'.join(SHEETS)})!")

Values = dict[str, object]
"""The results of all formulas, by sheet and cell: ``Scores!H6``."""


class Changed(NamedTuple):
    """A workbook with other contents of some cells of its answers."""

    book: bytes
    cells: Mapping[str, float | str | None]


@cache
def opened(data: bytes) -> Workbook:
    """The workbook with its formulas; nobody may change it."""
    return openpyxl.load_workbook(io.BytesIO(data))


@cache
def formulas_of(data: bytes) -> tuple[tuple[str, str], ...]:
    """The sheet and the cell of every formula."""
    return tuple(
        (sheet.title, cell.coordinate)
        for sheet in opened(data)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    )


def results_in(data: bytes) -> Values:
    """What the file itself says that its formulas come to."""
    return _values(data, openpyxl.load_workbook(io.BytesIO(data), data_only=True), "")


def without_results(data: bytes) -> bytes:
    """The file as another program saves it: with its formulas, without their results."""
    saved = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(data)).save(saved)
    return saved.getvalue()


def gathered(books: Mapping[str, Changed]) -> bytes:
    """One workbook with what computes in all *books*, so that LibreOffice opens a single one.

    The formulas of each refer to its own sheets.
    """
    together = openpyxl.Workbook()
    together.remove(together.worksheets[0])
    for name, (data, cells) in books.items():
        for title in SHEETS:
            copy = together.create_sheet(f"{name}.{title}")
            _copy(opened(data)[title], copy, name)
            if title == "Answers":
                for cell, value in cells.items():
                    copy[cell].value = value
    saved = io.BytesIO()
    together.save(saved)
    return saved.getvalue()


def _copy(sheet: Worksheet, copy: Worksheet, name: str) -> None:
    def renamed(formula: str) -> str:
        return _REFERENCE.sub(rf"'{name}.\1'!", formula)

    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if value is None:
                continue
            if isinstance(value, ArrayFormula):
                value = ArrayFormula(cell.coordinate, renamed(str(value.text)))
            elif cell.data_type == "f":
                value = renamed(str(value))
            copy[cell.coordinate].value = value


def results(
    whole: Mapping[str, bytes], books: Mapping[str, Changed], folder: Path
) -> dict[str, Values]:
    """What LibreOffice comes to: for *whole* files, and for what computes in *books*."""
    names = {str(at): name for at, name in enumerate(books)}
    short = gathered({at: books[name] for at, name in names.items()})
    bare = {name: without_results(data) for name, data in whole.items()}
    found = recomputed({**bare, "gathered": short}, folder)
    return {name: _values(whole[name], found[name], "") for name in whole} | {
        name: computing(_values(books[name].book, found["gathered"], f"{at}."))
        for at, name in names.items()
    }


def computing(values: Values) -> Values:
    """Those of the sheets that a score is computed on."""
    return {name: value for name, value in values.items() if name.startswith(COMPUTING)}


def _values(data: bytes, book: Workbook, prefix: str) -> Values:
    return {
        f"{title}!{cell}": book[f"{prefix}{title}"][cell].value
        for title, cell in formulas_of(data)
        if not prefix or title in SHEETS
    }


def differing(one: Values, other: Values) -> dict[str, tuple[object, object]]:
    """The cells in which two sets of results are not the same."""
    assert one.keys() == other.keys()
    return {
        name: (value, other[name]) for name, value in one.items() if not _same(value, other[name])
    }


def _same(one: object, other: object) -> bool:
    one, other = (None if value == "" else value for value in (one, other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 1e-9 * max(1, abs(one))
    return one == other
