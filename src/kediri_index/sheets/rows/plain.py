"""Plain numbers of known indicators and units, without any finding: nearly all."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.answers import AnswerColumn, Answers, UnitAnswers
from kediri_index.model.definition import Indicator, ScoreRule
from kediri_index.model.numbers import SIGNIFICANT_DIGITS, decimal_of
from kediri_index.model.scoring import (
    Accepted,
    Direction,
    Outside,
    Range,
    Reads,
    YesOrNo,
    is_panel,
)
from kediri_index.model.text import exact
from kediri_index.model.workbook import FORMULA, LOOKS, NUMBER, TEXT, CellKind, Row
from kediri_index.scoring.score_rule import between, given_rule, within
from kediri_index.sheets.cell_values import levels_by_name, score_of_word
from kediri_index.sheets.numbers import DecimalMarks, stored_number
from kediri_index.sheets.rows.context import RowContext
from kediri_index.sheets.rows.unit import UnitBuilder
from kediri_index.sheets.tables.columns import VALUE_COLUMNS, Column
from kediri_index.sheets.tables.header import Node
from kediri_index.sheets.tables.table import SheetTable

_PLAIN: Final = re.compile(r"(-?(?:0|[1-9][0-9]{0,8}))(?:([.,])([0-9]{1,14}))?")
_MAY_BE_THOUSANDS: Final = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""What the decimal mark of the table settles."""
_MOST: Final = 100_000
_LEAST: Final = 2000
_LARGEST: Final = 10**9
_FINEST: Final = 10**14


class Plain(NamedTuple):
    """Which numbers of a column have no faults, and the words that stand for some of them.

    These are *ya* and *tidak*, or the names of levels.
    """

    accepted: Accepted
    yes_or_no: YesOrNo | None = None
    names: frozenset[tuple[str, Fraction]] = frozenset()


class PlainNumbers:
    """The numbers of columns in which the same are *plain*, by their texts: figures repeat.

    *marks* are those of the table; *tables* is how many of these there are beside each other.
    """

    def __init__(self, plain: Plain, marks: DecimalMarks, tables: int = 1) -> None:
        most = max(_MOST // tables, _LEAST)
        lies_within = [
            one.__contains__ if isinstance(one, frozenset) else within(one)
            for one in plain.accepted
        ]

        levels = dict(plain.names)

        def written(text: str) -> float | None:
            word = levels.get(exact(text))
            if plain.yes_or_no is not None:
                word = score_of_word(text, plain.yes_or_no)
            if word is not None:
                return inside(word)
            if _MAY_BE_THOUSANDS.fullmatch(text) is None:
                return inside(_written(text))
            number = None if marks.decimal is None else inside(_by_mark(text, marks.decimal))
            marks.used |= number is not None
            return number

        def inside(number: Fraction | None) -> float | None:
            if number is None or not all(lies(number) for lies in lies_within):
                return None
            return number.numerator / number.denominator  # the nearest double there is

        of_numbers = ByText(lambda text: inside(_stored(text)), most)
        of_texts = ByText(written, most)
        self._by_look = {
            **dict.fromkeys((NUMBER, NUMBER + FORMULA), of_numbers),
            **dict.fromkeys((TEXT, TEXT + FORMULA), of_texts),
        }

    def of(self, look: int, text: str) -> float | None:
        """Return the number that a cell holds, None where it takes more to tell."""
        return self.by_text(look)[text]

    def by_text(self, look: int) -> "ByText":
        """Return the numbers that cells of one *look* hold, by their texts."""
        return self._by_look.get(look, NONE)


class ByText(dict[str, float | None]):
    """Numbers by the texts that they were *read* from, None for what takes more to tell.

    At most so many are kept.
    """

    def __init__(self, read: Callable[[str], float | None], most: int) -> None:
        super().__init__()
        self._read = read
        self._most = most

    def __missing__(self, text: str) -> float | None:
        number = self._read(text)
        if len(self) == self._most:
            self.clear()
        self[text] = number
        return number


def _nothing(text: str) -> None:
    del text


NONE: Final = ByText(_nothing, 1)
"""Of cells that take more to tell in any case."""


def _written(text: str) -> Fraction | None:
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    whole, _, part = match.groups(default="")
    if len(whole) + len(part) > SIGNIFICANT_DIGITS:
        return None
    return Fraction(int(whole + part), 10 ** len(part))


def _by_mark(text: str, decimal: str) -> Fraction:
    """Return a number with three digits behind its one mark, which may not be the *decimal* one."""
    whole, part = text[:-4], text[-3:]
    return Fraction(int(whole + part), 1000 if text[-4] == decimal else 1)


def _stored(text: str) -> Fraction | None:
    number = stored_number(text)
    if number is None or abs(number) >= _LARGEST or _FINEST % number.denominator:
        return None
    return number


def plain_of(node: Node, scale: Range | None) -> Plain | None:
    """Return what is plain in a column of *node*; None where more decides that.

    Such a number is read as :mod:`~kediri_index.sheets.rows.row` reads it.
    """
    rule = node.rule if isinstance(node, Indicator) else given_rule(scale)
    direction = node.direction if isinstance(node, Indicator) else Direction.HIGHER
    accepted = _without_faults(rule, direction)
    if accepted is None:
        return None
    if isinstance(node, Indicator) and node.valid is not None:
        accepted = (*accepted, node.valid)
    scores, names = rule.method.yes_or_no, levels_by_name(rule.method.names)
    if any(decimal_of(float(one)) != one for one in (*(scores or ()), *names.values())):
        return Plain(accepted)
    return Plain(accepted, scores, frozenset(names.items()))


def _without_faults(rule: ScoreRule, direction: Direction) -> Accepted | None:
    method, to = rule.method, rule.to
    accepted = method.accepted(direction)
    if accepted is None or to is None or rule.outside is not Outside.ERROR or is_panel(method):
        return accepted  # faults of a panel are those of the units together
    if method.choices:
        return accepted if all(between(to, score) for score in method.choices) else None
    return None if method.reads is Reads.MEASURE else (*accepted, to)


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

_SAY_WHOSE: Final = frozenset(
    code for code, look in LOOKS.items() if look.kind in {CellKind.TEXT, CellKind.NUMBER}
)
"""What a cell is that names a unit or a year."""


class _Plain(NamedTuple):
    """An indicator, how its plain numbers are read, and where they are kept with their rows."""

    id: str
    name: str
    number: Callable[[int, str], float | None]
    numbers: "array[float]"
    rows: "array[int]"


class _Waiting(NamedTuple):
    """A row that is plain, of a unit that no row was about before."""

    whose: tuple[str, str]
    plain: _Plain
    row: int
    number: float


def plain_rows(table: SheetTable, context: RowContext) -> "PlainRows | None":
    """Return what takes the plain rows of *table*; None where its rows may say more."""
    known = [header.column for header in table.columns.values()]
    values = table.of(VALUE_COLUMNS)
    if table.sheet.merged or len(values) != 1:
        return None
    if Column.CODE not in known or not _SAY_MORE.isdisjoint(known):
        return None
    return PlainRows(table, context, values[0])


class PlainRows:
    """Takes the plain rows of one table, whose values stand in the column *value*.

    *taken* is how many it has taken so far.
    """

    def __init__(self, table: SheetTable, context: RowContext, value: int) -> None:
        numbers = table.firsts()
        self.taken = 0
        self._context = context
        self._code = numbers[Column.CODE]
        self._name = numbers.get(Column.INDICATOR)
        self._unit, self._year = numbers.get(Column.UNIT), numbers.get(Column.YEAR)
        self._value = value
        self._units: dict[tuple[str, str], UnitAnswers] = {}
        self._waiting: _Waiting | None = None
        self._places_left = _MOST_PLACES * len(table.sheet.rows)
        measured = table.columns[value].column is Column.MEASURE
        found = _with_plain_numbers(context, measured=measured)
        columns = [AnswerColumn(node.id, value, measured) for node, _ in found]
        self._table = Answers(table.sheet, columns, self._code)
        self._plain = _by_id(found, self._table, context)
        self._spelt: dict[str, _Plain] = {}

    def others(self, rows: Iterable[Row], read: list[int]) -> Iterator[Row]:
        """Yield those of *rows* that are not plain; the numbers of the plain ones go to *read*."""
        spelt, wanted = self._spelt, (self._value, self._code, self._name, self._unit, self._year)
        last_unit = last_year = ""
        unit: UnitAnswers | None = None
        taken = 0
        columns: Sequence[int] = ()
        at: list[int | None] = []
        for row in rows:
            if row.columns != columns:
                columns = row.columns
                at = [columns.index(one) if one in columns else None for one in wanted]
            at_value, at_code, at_name, at_unit, at_year = at
            looks, texts = row.looks, row.texts
            if (
                at_value is not None
                and at_code is not None
                and self._says(looks, self._unit, at_unit)
                and self._says(looks, self._year, at_year)
            ):
                written = texts[at_code]
                name = "" if at_name is None else texts[at_name].strip()
                whose = "" if at_unit is None else texts[at_unit]
                year = "" if at_year is None else texts[at_year]
                if whose != last_unit or year != last_year or unit is None:
                    unit = self._units.get((whose, year))
                    last_unit, last_year = whose, year
                plain = spelt.get(written) or self._known(written)
                number = None if plain is None else plain.number(looks[at_value], texts[at_value])
                if plain is not None and number is not None and name in {"", plain.name}:
                    if unit is None:
                        self._waiting = _Waiting((whose, year), plain, row.number, number)
                    elif not plain.rows[unit.at] and plain.id not in unit.others:
                        plain.numbers[unit.at], plain.rows[unit.at] = number, row.number
                        read.append(row.number)
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

    def begin(self, unit: UnitBuilder) -> bool:
        """Return whether the row just yielded is taken all the same, as the first about *unit*."""
        waiting = self._waiting
        if waiting is None or unit.is_one_row:
            return False
        columns = zip((self._unit, self._year), waiting.whose, strict=True)
        if any(column is not None and not text.strip() for column, text in columns):
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

    @staticmethod
    def _says(looks: bytes, column: int | None, at: int | None) -> bool:
        """Return whether a row says whose it is in a *column*, if there is one."""
        return column is None or (at is not None and looks[at] in _SAY_WHOSE)

    def _known(self, written: str) -> _Plain | None:
        """Return the indicator whose id is *written*, where its numbers may be plain."""
        found = self._plain.get(written.strip().casefold())
        if found is not None and len(self._spelt) < _SPELLINGS * len(self._plain):
            self._spelt[written] = found
        return found


def _with_plain_numbers(context: RowContext, *, measured: bool) -> list[tuple[Indicator, Plain]]:
    """Return the indicators that may have plain numbers in the column, and which these are."""
    return [
        (node, ranges)
        for node in context.nodes.by_id.values()
        if isinstance(node, Indicator)
        and (node.rule.method.reads is Reads.MEASURE) is measured
        and (ranges := plain_of(node, context.scale)) is not None
    ]


def _by_id(
    found: Sequence[tuple[Indicator, Plain]], table: Answers, context: RowContext
) -> dict[str, _Plain]:
    """Return the indicators by folded id; their numbers go to *table*, in its order."""
    different = {ranges for _, ranges in found}
    numbers = {one: PlainNumbers(one, context.marks, len(different)) for one in different}
    places = zip(table.numbers, table.rows, strict=True)
    return {
        node.id.casefold(): _Plain(node.id, node.label.main, numbers[ranges].of, *kept)
        for (node, ranges), kept in zip(found, places, strict=True)
    }
