"""The cells of an indicator in a list: how it is scored, its target, which way is better."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from kediri_index.model.definition import Evidence, Indicator, NotApplicable, ScoreRule
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label
from kediri_index.model.scoring import Direction, Range
from kediri_index.model.text import exact
from kediri_index.model.workbook import Cell, CellFormat, CellKind
from kediri_index.sheets.lists.about import AboutIndex, range_in
from kediri_index.sheets.lists.directions import (
    Target,
    TwoTargets,
    direction_in,
    direction_of,
    target_in,
)
from kediri_index.sheets.lists.headings import ListColumn
from kediri_index.sheets.lists.methods import (
    DIRECTED,
    MEASURED,
    SaidMethod,
    Way,
    method_of,
    said_of,
)
from kediri_index.sheets.lists.rows import NONE, IndicatorRow
from kediri_index.sheets.lists.tables import ListTable, filled
from kediri_index.sheets.numbers import decimal_mark_of, stored_number

_SEVERAL: Final = 2
_SCALE: Final = (Fraction(0), Fraction(100))
_TELLS_HIGHER: Final = frozenset(
    {"indeks", "index", "poin", "point", "points", "skor", "score", "nilai", "level", "tingkat"}
)
"""Units of measure of which more is better."""
_LAID_DOWN: Final = frozenset({"wajib", "harus", "required", "ya"})
_REFUSED: Final = frozenset({"tidak boleh", "refused", "tidak"})


class IndicatorCells:
    """Reads the rows of a list for the *year*; what is unclear or taken goes to *findings*."""

    def __init__(
        self, table: ListTable, about: AboutIndex, year: int | None, findings: list[Finding]
    ) -> None:
        self._table = table
        self._about = about
        self._findings = findings
        self._decimal = _decimal_of(table)
        self._targets = self._columns_of_targets(year)

    def _columns_of_targets(self, year: int | None) -> list[int]:
        """Return the column of targets: of several that of the *year*; else they are F503."""
        numbers = self._table.of(ListColumn.TARGET)
        of_year = [n for n in numbers if self._table.headings[n].year == year]
        if len(numbers) < _SEVERAL or len(of_year) == 1:
            return of_year or numbers
        cells = self._table.heading_cells
        for number in numbers[1:]:
            first = cells[numbers[0]].address
            self._findings.append(self._table.sheet.finding("F503", cells[number], first=first))
        return numbers[:1]

    def said(self, row: IndicatorRow) -> SaidMethod | None:
        """Return how an indicator is scored; what is unclear is a finding."""
        table = self._table
        cell = table.cell(row.row, ListColumn.METHOD)
        if cell is not None and cell.value.strip() not in NONE:
            said = said_of(cell.value)
            if said is None:
                self._findings.append(table.sheet.finding("F516", cell))
            return said
        if self._target_cell(row) is not None:
            place = table.place(row.row.number, ListColumn.METHOD, ListColumn.TARGET)
            self._findings.append(Finding.at_cell("F533", place))
            return SaidMethod(Way.ACHIEVEMENT)
        place = table.place(row.row.number, ListColumn.METHOD, ListColumn.INDICATOR)
        self._findings.append(Finding.at_cell("F515", place))
        return None

    def scale(self, said: Iterable[SaidMethod | None]) -> Range:
        """Return the scale of the index: as the list says, else its own, else 0 to 100."""
        if self._about.scale is not None:
            return self._about.scale
        methods = [one for one in said if one is not None]
        spans = {one.span for one in methods}
        table = self._table
        place = table.heading_cells[table.of(ListColumn.INDICATOR)[0]]
        explicit = any(one.names_scores for one in methods)
        if methods and len(spans) == 1 and all(one.reads_scale for one in methods):
            scale = methods[0].span or _SCALE
        elif any(one.code == "F521" for one in self._findings):
            return _SCALE
        elif explicit:
            self._findings.append(table.sheet.finding("F523", place)._replace(value=None))
            return _SCALE
        else:
            scale = _SCALE
        taken = table.sheet.finding("F539", place, low=scale[0], high=scale[1])
        self._findings.append(taken._replace(value=None))
        return scale

    def _target_cell(self, row: IndicatorRow) -> Cell | None:
        cells = (filled(row.row.cell(n)) for n in self._targets)
        found = next((one for one in cells if one is not None), None)
        return None if found is None or found.value.strip() in NONE else found

    def _target(self, cell: Cell) -> Target | None:
        sheet = self._table.sheet
        if cell.kind is CellKind.NUMBER:
            value = stored_number(cell.value)
            if value is None:
                self._findings.append(sheet.finding("F517", cell))
                return None
            percent = cell.format is CellFormat.PERCENT
            return Target(value * 100 if percent else value, percent)
        found = target_in(cell.value, self._decimal)
        if isinstance(found, TwoTargets):
            params = {"first": found.first, "second": found.second}
            self._findings.append(sheet.finding("F518", cell, **params))
            return None
        if found is None:
            self._findings.append(sheet.finding("F517", cell))
        return found

    def _direction(self, row: IndicatorRow, sign: Direction | None, *, needed: bool) -> Direction:
        """Return which way is better: as the list says anywhere in the row, else a finding."""
        table = self._table
        cell = table.cell(row.row, ListColumn.DIRECTION)
        if cell is not None and cell.value.strip() not in NONE:
            found = direction_of(cell.value)
            if found is None:
                self._findings.append(table.sheet.finding("F514", cell))
            return found or Direction.HIGHER
        place = table.place(row.row.number, ListColumn.DIRECTION, ListColumn.INDICATOR)
        checks = table.of(ListColumn.CHECK)
        words = (cell.value for cell in row.row.cells() if cell.column not in checks)
        phrases = {direction_in(one) for one in words} - {None}
        unit = table.cell(row.row, ListColumn.MEASURE_UNIT)
        told = next(iter(phrases)) if len(phrases) == 1 else sign
        if told is None and unit is not None and exact(unit.value) in _TELLS_HIGHER:
            told = Direction.HIGHER
            if needed:
                self._findings.append(Finding.at_cell("F534", place, unit=unit.value.strip()))
        if told is None and needed:
            self._findings.append(Finding.at_cell("F513", place))
        return told or Direction.HIGHER

    def made(
        self,
        row: IndicatorRow,
        code: str,
        said: SaidMethod | None,
        scale: Range,
        opd: tuple[str, ...],
        *,
        doubled: bool,
    ) -> Indicator:
        """Return the indicator of *row*; *doubled*: its code is another's, which is told."""
        table = self._table
        target_cell = self._target_cell(row)
        target = None if target_cell is None else self._target(target_cell)
        unit = table.cell(row.row, ListColumn.MEASURE_UNIT)
        measure = None if unit is None else " ".join(unit.value.split())
        measured = said is not None and said.way in MEASURED
        if measure is None and target is not None and target.percent and measured:
            measure = "%"
        achieved = said is not None and said.way is Way.ACHIEVEMENT
        ranged = target is not None and isinstance(target.value, tuple)
        needed = said is not None and said.way in DIRECTED and not ranged
        direction = self._direction(row, target and target.direction, needed=needed)
        if achieved and target_cell is None:
            place = table.place(row.row.number, ListColumn.TARGET, ListColumn.INDICATOR)
            self._findings.append(Finding.at_cell("F535", place))
        elif achieved and target_cell is not None and target is not None and target.value == 0:
            self._findings.append(table.sheet.finding("F519", target_cell))
        method = method_of(
            said or SaidMethod(Way.GIVEN), scale, target.value if target and achieved else None
        )
        written = table.cell(row.row, ListColumn.CODE)
        number = table.cell(row.row, ListColumn.PRINTED)
        printed = number.value.strip() if number else None
        if printed is None and written is not None and written.value.strip() != code:
            printed = written.value.strip()
            if table.cell(row.row, ListColumn.ID) is None and not doubled:
                place = table.sheet.place(written.address)
                self._findings.append(Finding.at_cell("F536", place, printed, code))
        named = {
            column: " ".join(cell.value.split()) if (cell := table.cell(row.row, column)) else None
            for column in (ListColumn.NAME_ID, ListColumn.NAME_EN)
        }
        evidence = table.cell(row.row, ListColumn.EVIDENCE)
        applies = table.cell(row.row, ListColumn.NOT_APPLICABLE)
        refuses = applies is not None and exact(applies.value) in _REFUSED
        policy = NotApplicable.REFUSE if refuses else self._about.not_applicable
        return Indicator(
            code,
            row.node.id,
            Label(row.name, named[ListColumn.NAME_ID], named[ListColumn.NAME_EN]),
            ScoreRule(method, scale, method.default_outside),
            row.leaf.weight,
            printed,
            measure,
            self._valid(row),
            direction,
            self._tags(row),
            opd,
            evidence=Evidence.REQUIRED
            if evidence is not None and exact(evidence.value) in _LAID_DOWN
            else Evidence.OPTIONAL,
            not_applicable=policy,
        )

    def _tags(self, row: IndicatorRow) -> dict[str, str]:
        found: dict[str, str] = {}
        for number in self._table.of(ListColumn.TAG):
            tag, cell = self._table.headings[number].level, filled(row.row.cell(number))
            if tag is not None and cell is not None and cell.value.strip() not in NONE:
                found[tag] = " ".join(cell.value.split())
        return found

    def _valid(self, row: IndicatorRow) -> Range | None:
        cell = self._table.cell(row.row, ListColumn.VALID)
        if cell is None or cell.value.strip() in NONE:
            return None
        found = range_in(cell.value.replace("%", ""))
        if found is None:
            self._findings.append(self._table.sheet.finding("F525", cell))
        return found


def _decimal_of(table: ListTable) -> str | None:
    """Return the decimal mark that the texts of weights and targets prove, None where none is."""
    numbers = [*table.of(ListColumn.TARGET), *table.of(ListColumn.WEIGHT)]
    texts = (row.text(n).strip(" %") for row in table.rows for n in numbers)
    marks = {decimal_mark_of(text, exponent_allowed=False) for text in texts} & {",", "."}
    return marks.pop() if len(marks) == 1 else None
