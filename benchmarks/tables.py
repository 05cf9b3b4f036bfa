"""Writing a table of cells as a workbook or as text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed


def write_table(path: Path, rows: Iterable[Sequence[str | float | None]]) -> Path:
    """Write *rows* as *path* says, by its ending; return the path."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    return path
