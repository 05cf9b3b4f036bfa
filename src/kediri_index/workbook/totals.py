"""Rows that sum up others: no indicators, but their figures can be checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from kediri_index.model.dataset import Reading, Total
from kediri_index.model.definition import Group
from kediri_index.model.names import exact
from kediri_index.model.workbook import Cell, column_letters
from kediri_index.workbook.cell_values import CellError, Expected, Located, read_number
from kediri_index.workbook.columns import folded
from kediri_index.workbook.row_fields import RowContext
from kediri_index.workbook.table import Table

MEANS = frozenset({"rata-rata", "rerata", "average", "mean"})
SUMS = frozenset({"jumlah", "total", "sum"})
_GENERAL = """
    nilai skor score scores indeks index capaian bobot weighted tertimbang akhir final
    pilar subpilar sub-pilar sub dimensi aspek domain indikator kelompok
    pillar pillars dimension dimensions indicators group
    opd kabupaten kota provinsi wilayah nasional mandiri asesor
    keseluruhan seluruh semua umum overall all grand per dan atau and or of the
"""
_TWICE = re.compile(r"\brata\s*(?:[-\N{EN DASH}\N{NON-BREAKING HYPHEN}]\s*)?rata(?:nya)?\b")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def total_word(text: str, context: RowContext) -> str | None:
    """Return *text* as a label is compared, if it says that its row sums up others.

    Beside the word for that it holds general words or those of one group's name: *Jumlah
    puskesmas* may be an indicator without its code.
    """
    label = folded(text)
    rest = [word for word in _words(label) if not word.isdigit()]
    if not (MEANS | SUMS).intersection(rest) or exact(text) in context.by_name:
        return None
    further = set(rest) - MEANS - SUMS - set(_GENERAL.split())
    if not further or any(further <= set(_words(name)) for name in _groups(context)):
        return label
    return None


def is_sum(label: str) -> bool:
    """Return whether *label* names a sum."""
    return not SUMS.isdisjoint(_words(folded(label)))


def is_mean(label: str) -> bool:
    """Return whether *label* names a mean."""
    return not MEANS.isdisjoint(_words(folded(label)))


def _words(label: str) -> list[str]:
    return _WORDS.findall(_TWICE.sub("rata-rata", label))


def _groups(context: RowContext) -> Iterator[str]:
    groups = (node.label for node in context.nodes.values() if isinstance(node, Group))
    for label in groups:
        yield from (
            name.casefold() for name in (label.main, label.indonesian, label.english) if name
        )


def totals_of(
    path: str, table: Table, rows: Mapping[int, str], columns: Iterable[int], expected: Expected
) -> list[Total]:
    """Return the readable figures of the rows that sum up: *rows* by number, each with its label.

    *columns* are the numbers of those that hold values.
    """
    found = []
    for column in columns:
        above: list[Fraction] = []
        since_last: list[Fraction] = []
        before: list[Fraction] = []
        for row, cells in table.sheet.rows.items():
            if row <= table.row:
                continue
            cell = next((cell for cell in cells if cell.column == column), None)
            reading = _reading(path, table, row, column, cell, expected)
            if reading is None or reading.number is None:
                continue
            if row in rows:
                figures = tuple(above), tuple(since_last), tuple(before)
                sums = is_sum(rows[row])
                found.append(Total(reading, sums, *figures, or_mean=sums and is_mean(rows[row])))
                before.append(reading.number)
                since_last = []
            else:
                above.append(reading.number)
                since_last.append(reading.number)
    return found


def _reading(
    path: str, table: Table, row: int, column: int, cell: Cell | None, expected: Expected
) -> Reading | None:
    if cell is None:
        return None
    source = table.sheet.place(path, f"{column_letters(column)}{row}")
    try:
        return read_number(Located(cell, source), expected)[0]
    except CellError:
        return None  # a fault of that row, named there
