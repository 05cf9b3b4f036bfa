"""Runs of plain cells of an .xlsx sheet as packed rows, where they are many and of few kinds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import lt
from typing import Final, NamedTuple

from kediri_index.model.workbook import FEWEST, CellFormat, CellKind, PackedRow
from kediri_index.workbook.reading.cell_addresses import LAST_COLUMN, column_number
from kediri_index.workbook.reading.cell_decoder import Surroundings
from kediri_index.workbook.reading.kept_texts import KeptTexts
from kediri_index.workbook.reading.plain_cells import PlainRun

_KEPT: Final = 256
_INLINE: Final = "inlineStr"
_TEXTS: Final = frozenset({"s", _INLINE})
_NUMBERS: Final = frozenset({None, "n"})
"""The types of numbers: none is one."""


class Packed(NamedTuple):
    """The filled cells of a run, and its last column, filled or not."""

    cells: PackedRow
    last_column: int


class _Looks(NamedTuple):
    """What cells with certain types and styles are, and which are numbers of shared strings."""

    kinds: tuple[CellKind, ...]
    formats: tuple[CellFormat, ...]
    shared: tuple[int, ...]


class Packing:
    """Packs the runs of one sheet; what most rows have in common is kept once."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._around = surroundings
        self._texts = KeptTexts()
        self._numbers: dict[str, int] = {}
        self._columns: dict[tuple[str, ...], tuple[int, ...] | None] = {}
        self._filled: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._looks: dict[tuple[tuple[str | None, ...], ...], _Looks | None] = {}

    def of(self, run: PlainRun, row: int, column: int) -> Packed | None:
        """Return *run*, which follows *column* of the open *row*; None where it takes more to tell.

        So it does where any cell is no stored number and no text as it stands, or there are few.
        """
        count = len(run.letters)
        if (
            count < FEWEST
            or run.digits.count(str(row)) != count
            or run.formulas.count(None) != count
            or run.texts.count(None) != count
        ):
            return None
        columns = self._columns_of(tuple(run.letters))
        if columns is None or columns[0] <= column:
            return None
        packed = self._packed(run, row, columns)
        return None if packed is None else Packed(packed, columns[-1])

    def _packed(self, run: PlainRun, row: int, columns: tuple[int, ...]) -> PackedRow | None:
        types, styles = run.types, run.styles
        filled_with = self._with_texts(run)
        if filled_with is None:
            return None
        values = [one for one in filled_with if one]
        if len(values) < FEWEST:
            return None
        if len(values) < len(columns):
            there = [one is not None for one in filled_with]
            filled = tuple(compress(columns, there))
            if len(self._filled) == _KEPT:
                self._filled.clear()
            columns = self._filled.setdefault(filled, filled)
            types, styles = list(compress(types, there)), list(compress(styles, there))
        looks = self._looks_of(types, styles)
        if looks is None:
            return None
        for at in looks.shared:
            text = self._around.strings.get(values[at])
            if not text:
                return None
            values[at] = text
        return PackedRow(row, columns, looks.kinds, looks.formats, values)

    def _with_texts(self, run: PlainRun) -> list[str | None] | None:
        """Return the numbers of a run and its texts in place; None where one is to be decoded."""
        if run.inlines.count(None) == len(run.inlines):
            return run.numbers
        found = [*run.numbers]
        places = [at for at, text in enumerate(run.inlines) if text]
        longest = self._around.limits.text_length
        for at in places:
            text = run.inlines[at] or ""
            if run.types[at] != _INLINE or len(text) > longest or "_x" in text:
                return None
            found[at] = self._texts[text]
        return found if run.types.count(_INLINE) == len(places) else None

    def _columns_of(self, letters: tuple[str, ...]) -> tuple[int, ...] | None:
        if letters not in self._columns:
            if len(self._columns) == _KEPT:
                self._columns.clear()
            numbers = self._numbers
            for one in letters:
                if one not in numbers:
                    numbers[one] = column_number(one)
            columns = tuple(map(numbers.__getitem__, letters))
            rising = all(map(lt, columns, columns[1:]))
            is_fine = rising and columns[-1] <= min(LAST_COLUMN, self._around.limits.columns)
            self._columns[letters] = columns if is_fine else None
        return self._columns[letters]

    def _looks_of(self, types: Sequence[str | None], styles: Sequence[str | None]) -> _Looks | None:
        key = tuple(types), tuple(styles)
        if key not in self._looks:
            if len(self._looks) == _KEPT:
                self._looks.clear()
            self._looks[key] = self._told(*key)
        return self._looks[key]

    def _told(self, types: tuple[str | None, ...], styles: tuple[str | None, ...]) -> _Looks | None:
        kinds, formats = [], []
        for type_, style in zip(types, styles, strict=True):
            if type_ in _TEXTS:
                if style in self._around.struck:
                    return None
                kinds.append(CellKind.TEXT)
                formats.append(CellFormat.PLAIN)
                continue
            shown = self._around.number_formats.get(style or "0")
            if shown is None or type_ not in _NUMBERS:
                return None
            kinds.append(CellKind.NUMBER)
            formats.append(shown)
        shared = tuple(at for at, type_ in enumerate(types) if type_ == "s")
        return _Looks(tuple(kinds), tuple(formats), shared)
