"""Rows of a long table that say one plain number of a known indicator and unit: nearly all.

Such a row is kept as its number; its answer is made for whoever asks for it. Any other row goes the
ordinary way, and so do all rows of a table that has columns for more.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kediri_index.model.answers import AnswerColumn, Answers, UnitAnswers
from kediri_index.model.definition import Indicator
from kediri_index.model.scoring import Range, Reads
from kediri_index.model.workbook import Cell
from kediri_index.workbook.columns import VALUE_COLUMNS, Column
from kediri_index.workbook.picked_cells import picker
from kediri_index.workbook.plain_columns import PlainNumbers, plain_ranges
from kediri_index.workbook.row import RowContext
from kediri_index.workbook.table import Table
from kediri_index.workbook.unit_so_far import UnitSoFar

_MOST_PLACES: Final = 8
"""So many places are held for each row: units may have few rows of many indicators."""
_ROWS_A_LOOK: Final = 256
_SPELLINGS: Final = 4
"""So many are remembered for each id: capitals and blanks make others."""
_SAY_MORE = frozenset(
    {
        *(Column.SELF, Column.TARGET, Column.ACHIEVEMENT, Column.EVIDENCE),
        *(Column.OPD, Column.MEASURE_UNIT),
    }
)

Row = tuple[int, Sequence[Cell]]


class _Plain(NamedTuple):
    """An indicator, how its plain numbers are read, and where they are kept with their rows."""

    id: str
    name: str
    number: Callable[[Cell], float | None]
    numbers: array[float]
    rows: array[int]


class _Waiting(NamedTuple):
    """A row that is plain, of a unit that no row was about before."""

    whose: tuple[str, str]
    plain: _Plain
    row: int
    number: float


def plain_rows(path: str, table: Table, context: RowContext) -> PlainRows | None:
    """Return what takes the plain rows of *table*; None where its rows may say more."""
    known = [header.column for header in table.columns.values()]
    values = [n for n, header in table.columns.items() if header.column in VALUE_COLUMNS]
    if table.sheet.merged or len(values) != 1:
        return None
    if Column.CODE not in known or not _SAY_MORE.isdisjoint(known):
        return None
    return PlainRows(path, table, context, values[0])


class PlainRows:
    """Takes the plain rows of one table, whose values stand in the column *value*.

    *taken* is how many it has taken so far.
    """

    def __init__(self, path: str, table: Table, context: RowContext, value: int) -> None:
        by_number = sorted(table.columns.items(), reverse=True)  # of two columns the first counts
        numbers = {header.column: number for number, header in by_number}
        self.taken = 0
        self._context = context
        self._code = numbers[Column.CODE]
        self._whose = tuple(one in numbers for one in (Column.UNIT, Column.YEAR))
        further = (Column.INDICATOR, Column.UNIT, Column.YEAR)
        self._pick = picker(value, self._code, *(numbers.get(one) for one in further))
        self._units: dict[tuple[str, str], UnitAnswers] = {}
        self._waiting: _Waiting | None = None
        self._places_left = _MOST_PLACES * len(table.sheet.rows)
        measured = table.columns[value].column is Column.MEASURE
        found = _with_plain_numbers(context, measured=measured)
        columns = [AnswerColumn(node.id, value, measured, within) for node, within in found]
        self._table = Answers(path, table.sheet, columns, self._code)
        self._plain = _by_id(found, self._table, context)
        self._spelt: dict[str, _Plain] = {}

    def others(self, rows: Iterable[Row], read: list[int]) -> Iterator[Row]:
        """Yield those of *rows* that are not plain; the numbers of the plain ones go to *read*."""
        pick, spelt = self._pick, self._spelt
        last_unit = last_year = ""
        unit: UnitAnswers | None = None
        taken = 0
        for row in rows:
            picked = pick(row[1])
            if picked is not None:
                value, written, name, whose, year = picked
                if whose != last_unit or year != last_year or unit is None:
                    unit = self._units.get((whose, year))
                    last_unit, last_year = whose, year
                plain = spelt.get(written) or self._known(written)
                number = None if plain is None else plain.number(value)
                if (
                    plain is not None
                    and number is not None
                    and (name is None or name == plain.name)
                ):
                    if unit is None:
                        self._waiting = _Waiting((whose, year), plain, row[0], number)
                    elif not plain.rows[unit.at] and plain.id not in unit.others:
                        plain.numbers[unit.at], plain.rows[unit.at] = number, row[0]
                        read.append(row[0])
                        taken += 1
                        if not taken % _ROWS_A_LOOK:
                            self.taken = taken
                            self._context.in_time(_ROWS_A_LOOK)
                        continue
            self.taken = taken
            yield row
            taken = self.taken
            self._waiting = None
        self.taken = taken

    def begin(self, unit: UnitSoFar) -> bool:
        """Return whether the row just yielded is taken all the same, as the first about *unit*."""
        waiting = self._waiting
        if waiting is None or unit.is_one_row:
            return False
        if any(
            there and not text.strip()
            for there, text in zip(self._whose, waiting.whose, strict=True)
        ):
            return False
        if unit.plain is None:
            self._places_left -= len(self._plain)
            if self._places_left < 0:
                return False
            unit.plain = UnitAnswers(self._table, self._table.add_unit(), unit.answers)
        answers = unit.plain
        if answers.table is not self._table:
            return False
        self._units[waiting.whose] = answers
        _, plain, row, number = waiting
        if plain.id in answers:
            return False
        plain.numbers[answers.at], plain.rows[answers.at] = number, row
        self.taken += 1
        return True

    def _known(self, written: str) -> _Plain | None:
        """Return the indicator whose id is *written*, where its numbers may be plain."""
        found = self._plain.get(written.strip().casefold())
        if found is not None and len(self._spelt) < _SPELLINGS * len(self._plain):
            self._spelt[written] = found
        return found


def _with_plain_numbers(
    context: RowContext, *, measured: bool
) -> list[tuple[Indicator, tuple[Range, ...]]]:
    """Return the indicators that may have plain numbers in the column, and within which ranges."""
    return [
        (node, ranges)
        for node in context.nodes.values()
        if isinstance(node, Indicator)
        and (node.rule.method.reads is Reads.MEASURE) is measured
        and (ranges := plain_ranges(node, context.scale)) is not None
    ]


def _by_id(
    found: Sequence[tuple[Indicator, tuple[Range, ...]]], table: Answers, context: RowContext
) -> dict[str, _Plain]:
    """Return the indicators by folded id; their numbers go to *table*, in its order."""
    different = {ranges for _, ranges in found}
    numbers = {one: PlainNumbers(one, context.marks, len(different)) for one in different}
    places = zip(table.numbers, table.rows, strict=True)
    return {
        node.id.casefold(): _Plain(node.id, node.label.main, numbers[ranges].of, *kept)
        for (node, ranges), kept in zip(found, places, strict=True)
    }
