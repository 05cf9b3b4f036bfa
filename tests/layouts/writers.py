"""The writers: the same layout as openpyxl, XlsxWriter or a text table has it."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from random import Random
from typing import Any

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]

from tests.layouts.grids import Formula, Grid, Layout, Percent, Value
from tests.layouts.long import decimal

WRITERS = ("openpyxl", "xlsxwriter", "comma", "semicolon", "points")


def written(layout: Layout, random: Random) -> tuple[str, bytes, str]:
    """Return the name of a file, its bytes, and the writer that was drawn."""
    writer = random.choice(WRITERS)
    if writer == "openpyxl":
        return "isian.xlsx", _openpyxl(layout), writer
    if writer == "xlsxwriter":
        return "isian.xlsx", _xlsxwriter(layout), writer
    first = max(layout.grids, key=lambda grid: len(grid.rows) * 100 + len(grid.rows[-1:]))
    return "isian.csv", _csv(first, writer), writer


def _number(value: Value) -> Any:  # noqa: ANN401 - what a writer takes
    if isinstance(value, Percent):
        value = value.value
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value


def _openpyxl(layout: Layout) -> bytes:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for grid in layout.grids:
        sheet = book.create_sheet(grid.name)
        for row, values in enumerate(grid.rows, 1):
            for column, value in enumerate(values, 1):
                if value is None:
                    continue
                cell = sheet.cell(row, column)
                # openpyxl stores no results, so a figure that was computed stands as a number
                cell.value = value.result if isinstance(value, Formula) else _number(value)
                if isinstance(value, Percent):
                    cell.number_format = "0.0%"
        for merge in grid.merges:
            sheet.merge_cells(None, *merge)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _xlsxwriter(layout: Layout) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    percent = book.add_format({"num_format": "0.0%"})
    for grid in layout.grids:
        sheet = book.add_worksheet(grid.name)
        merged = {(row, column): (a, b) for row, column, a, b in grid.merges}
        for row, values in enumerate(grid.rows, 1):
            for column, value in enumerate(values, 1):
                if (row, column) in merged:
                    end = merged[row, column]
                    sheet.merge_range(row - 1, column - 1, end[0] - 1, end[1] - 1, _number(value))
                elif isinstance(value, Formula):
                    sheet.write_formula(row - 1, column - 1, value.text, None, value.result)
                elif isinstance(value, Percent):
                    sheet.write_number(row - 1, column - 1, _number(value), percent)
                elif isinstance(value, str):
                    sheet.write_string(row - 1, column - 1, value)
                elif value is not None:
                    sheet.write_number(row - 1, column - 1, _number(value))
    book.close()
    return data.getvalue()


def _csv(grid: Grid, writer: str) -> bytes:
    mark = "." if writer == "points" else ","
    file = io.StringIO()
    table = csv.writer(file, delimiter="," if writer != "semicolon" else ";")
    width = max((len(row) for row in grid.rows), default=1)
    for row in grid.rows:
        texts = [_text(value, mark) for value in row]
        table.writerow(texts + [""] * (width - len(texts)))
    return file.getvalue().encode()


def _text(value: Value, mark: str) -> str:
    match value:
        case None:
            return ""
        case Formula():
            return decimal(Fraction(str(value.result))).replace(".", mark)
        case Percent():
            return decimal(100 * value.value).replace(".", mark) + "%"
        case Fraction():
            return decimal(value).replace(".", mark)
    return str(value)
