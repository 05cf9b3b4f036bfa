"""Rows that sum up others: no indicators, but their figures can be checked."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kediri_index.model.dataset import Block, Reading, Total
from kediri_index.model.definition import Group
from kediri_index.model.text import exact
from kediri_index.model.workbook import Cell, column_letters
from kediri_index.workbook.cell_values import CellError, Expected, Located, read_number
from kediri_index.workbook.headers.columns import folded
from kediri_index.workbook.headers.table import Table
from kediri_index.workbook.rows.row import RowContext

MEANS = frozenset({"rata-rata", "rerata", "rataan", "average", "mean"})
SUMS = frozenset({"jumlah", "total", "sum"})
_WORDS_OF_ALL = """
    nilai skor score scores indeks index capaian bobot weighted tertimbang akhir final
    pilar subpilar sub-pilar sub dimensi aspek domain indikator kelompok
    pillar pillars dimension dimensions indicators group
    opd kabupaten kota provinsi wilayah nasional mandiri asesor
    keseluruhan seluruh semua umum overall all grand per dan atau and or of the
"""
_GENERAL = frozenset(_WORDS_OF_ALL.split())
_OF_THE_WHOLE = frozenset({"indeks", "index", "nilai", "skor", "score"})
_TWICE = re.compile(
    r"\brata\s*(?:[-\N{EN DASH}\N{NON-BREAKING HYPHEN}]\s*)?rata(?:nya)?\b|\brata\s?2\b"
)
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def total_word(text: str, context: RowContext) -> str | None:
    """Return *text* as a label is compared, if it says that its row sums up others.

    Beside the word for that it holds general words or those of one group's name: *Jumlah
    puskesmas* may be an indicator without its code.
    """
    label = folded(text)
    rest = [word for word in _words(label) if not word.isdigit()]
    if not (MEANS | SUMS).intersection(rest) or exact(text) in context.nodes.by_name:
        return None
    further = set(rest) - MEANS - SUMS - _GENERAL
    if not further or any(further <= set(_words(name)) for name in _groups(context)):
        return label
    return None


def says_the_whole(text: str, context: RowContext) -> bool:
    """Return whether *text* is the label of the index itself: *Nilai akhir*, *Indeks SPBE*."""
    words = set(_words(folded(text)))
    known = {*_GENERAL, *_words(context.definition_id.casefold().replace("-", " "))}
    is_named = exact(text) in context.nodes.by_name
    return not words.isdisjoint(_OF_THE_WHOLE) and words <= known and not is_named


def is_sum(label: str) -> bool:
    """Return whether *label* names a sum."""
    return not SUMS.isdisjoint(_words(folded(label)))


def is_mean(label: str) -> bool:
    """Return whether *label* names a mean."""
    return not MEANS.isdisjoint(_words(folded(label)))


def _words(label: str) -> list[str]:
    return _WORDS.findall(_TWICE.sub("rata-rata", label))


def _groups(context: RowContext) -> Iterator[str]:
    groups = (node.label for node in context.nodes.by_id.values() if isinstance(node, Group))
    for label in groups:
        yield from (
            name.casefold() for name in (label.main, label.indonesian, label.english) if name
        )


_NO_FIGURES = Block()


@dataclass(slots=True)
class _Running:
    """The figures so far, those of given groups apart: they may sum up the others themselves."""

    groups: Block = _NO_FIGURES
    others: Block = _NO_FIGURES

    def add(self, number: Fraction, *, of_group: bool) -> None:
        one = Block(1, number)
        if of_group:
            self.groups = self.groups.with_(one)
        else:
            self.others = self.others.with_(one)

    def blocks(self) -> tuple[Block, ...]:
        return self.groups.with_(self.others), self.groups, self.others


def totals_of(
    table: Table,
    rows: Mapping[int, str],
    columns: Iterable[int],
    context: RowContext,
    groups: Container[int] = (),
) -> list[Total]:
    """Return the figures of the rows that sum up: *rows* by number, each with its label.

    *columns* are the numbers of those that hold values, *groups* the rows of given groups. From
    the first cell on whose number is not certain, a column has no totals that could be checked.
    """
    found = []
    expected = context.expected(percent=True)
    for column in columns:
        above, since_last, totals = _Running(), _Running(), Block()
        for one in table.rows():
            row, cell = one.number, one.cell(column)
            if cell is None:
                continue
            context.in_time(1)
            reading = _reading(table, row, column, cell, expected)
            if reading is None:
                break
            if reading.number is None:
                continue
            if row not in rows:
                above.add(reading.number, of_group=row in groups)
                since_last.add(reading.number, of_group=row in groups)
                continue
            blocks = dict.fromkeys((*since_last.blocks(), *above.blocks(), totals))
            counted = tuple(block for block in blocks if block.size)
            sums = is_sum(rows[row])
            found.append(Total(reading, sums, counted, or_mean=sums and is_mean(rows[row])))
            totals = totals.with_(Block(1, reading.number))
            since_last = _Running()
    return found


def _reading(table: Table, row: int, column: int, cell: Cell, expected: Expected) -> Reading | None:
    source = table.sheet.place(f"{column_letters(column)}{row}")
    try:
        return read_number(Located(cell, source), expected)[0]
    except CellError:
        return None  # a fault of that row, named there
