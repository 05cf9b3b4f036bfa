"""Figures that a rule on magnitudes looks at, each with its column, and the doubts about them."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple

from kediri_index.model.answers import Answers, full_answers
from kediri_index.model.dataset import Reading, UnitData
from kediri_index.model.definition import Indicator
from kediri_index.model.findings import Finding, SheetRow, Source, row_number
from kediri_index.model.numbers import decimal_of
from kediri_index.model.scoring import Range, Reads

ONE: Final = 10**9
"""Sizes are whole billionths: comparing fractions would cost ten times as much."""
_SURE: Final = 1e14
"""Below it sizes are told by doubles."""
APART: Final = 10
WIDE: Final = 20
"""Where the range of scores ends so high, a slip by ten is still a possible score."""

SheetColumn = tuple[str, str | None, str]
"""A column of a sheet: its file, its sheet, its letters."""


AskedRows = Callable[[], Container[SheetRow]]
"""Gives the rows of the units that are asked for, where not all are: hardly anything needs them."""


class SheetFigure(NamedTuple):
    """A number with its *size*; *read* gives its reading, which hardly any of them needs."""

    size: int
    number: Fraction
    read: Callable[[], Reading]
    indicator: Indicator
    column: SheetColumn
    near_target: bool = False


class PlainColumn(NamedTuple):
    """The plain numbers of *indicator* in column *at* of a table, of some *units*.

    *sizes* are those of its numbers that are not zero.
    """

    indicator: Indicator
    place: SheetColumn
    table: Answers
    at: int
    units: Sequence[int]
    sizes: list[int]

    def figure(self, unit: int) -> SheetFigure:
        """Return the figure of the number of one unit, whose reading is made when asked for."""
        number = decimal_of(self.table.numbers[self.at][unit])
        read = partial(self.table.reading, self.at, unit)
        return SheetFigure(size_of(number), number, read, self.indicator, self.place)

    def figures(self) -> Iterator[SheetFigure]:
        """Yield the figure of each number that is not zero."""
        numbers = self.table.numbers[self.at]
        there = (unit for unit in self.units if numbers[unit] == numbers[unit])  # NaN is not
        return (figure for unit in there if (figure := self.figure(unit)).size)


class Figures(NamedTuple):
    """The figures of one indicator, none of them zero.

    Those of *plain* columns are made when one of them may have slipped: mostly none.
    """

    indicator: Indicator
    made: list[SheetFigure]
    plain: list[PlainColumn]

    def sizes(self) -> list[int]:
        """Return the size of each."""
        sizes = [figure.size for figure in self.made]
        for column in self.plain:
            sizes += column.sizes
        return sizes

    def each(self) -> Iterator[SheetFigure]:
        """Yield each figure."""
        yield from self.made
        for column in self.plain:
            yield from column.figures()


@dataclass(frozen=True)
class AtHand:
    """A reading that is at hand, for figures that leave their data behind."""

    reading: Reading

    def __call__(self) -> Reading:
        """Return it."""
        return self.reading


class SlipDoubt(NamedTuple):
    """A figure that is perhaps meant otherwise: *factor* times as large, None where none fits.

    *by_others* marks one that shows only beside the figures of others.
    """

    code: str
    figure: SheetFigure
    factor: Fraction | None
    params: Mapping[str, object]
    by_others: bool = False

    @property
    def maybe(self) -> Fraction | None:
        """The number that was perhaps meant."""
        return None if self.factor is None else self.figure.number * self.factor

    @property
    def is_valid(self) -> bool:
        """Whether that number is possible."""
        indicator, maybe = self.figure.indicator, self.maybe
        valid = indicator.rule.to if is_wide_score(indicator) else indicator.valid
        return valid is None or maybe is None or valid[0] <= maybe <= valid[1]

    def finding(self) -> Finding:
        """Return the finding at the figure's cell."""
        reading, indicator = self.figure.read(), self.figure.indicator.id
        return Finding.at_cell(self.code, reading.source, reading.text, indicator, **self.params)


class Measured(NamedTuple):
    """A figure with the goals that it is held against: the sheet's target, then any other.

    *assessed* marks a result in whose place an assessor's score counts.
    """

    figure: SheetFigure
    target: SheetFigure | None = None
    goal: Fraction | Range | None = None
    assessed: bool = False


def measured_figures(unit: UnitData, measured: Mapping[str, Indicator]) -> Iterator[Measured]:
    """Yield the figure of each result of *unit* that is more than a plain number of a table."""
    for answer in full_answers(unit):
        indicator = measured.get(answer.id)
        if indicator is None or (figure := figure_of(answer.measure, indicator)) is None:
            continue
        target = figure_of(answer.target, indicator)
        if target is not None and not target.size:
            target = None
        near = target is not None and _near(figure, target)
        yield Measured(
            figure._replace(near_target=near),
            target,
            _goal(indicator, target),
            any(one.number is not None for one in answer.assessor),
        )


def given_figures(unit: UnitData, given: Mapping[str, Indicator]) -> Iterator[SheetFigure]:
    """Yield the figure of each score of *unit* that is more than a plain number likewise."""
    for answer in full_answers(unit):
        indicator = given.get(answer.id)
        for reading in (answer.self_score, *answer.assessor) if indicator is not None else ():
            if indicator is not None and (figure := figure_of(reading, indicator)) is not None:
                yield figure


def is_wide_score(indicator: Indicator) -> bool:
    """Return whether the cell holds the score, on a range that ends at :data:`WIDE` or above."""
    rule = indicator.rule
    free = rule.method.reads is Reads.SCORE and not rule.method.choices
    return free and rule.to is not None and rule.to[1] >= WIDE


def _goal(indicator: Indicator, target: SheetFigure | None) -> Fraction | Range | None:
    """Return what the result is to reach: the definition's target before the sheet's."""
    own = indicator.rule.method.own_target
    if own is not None or target is None:
        return own
    return target.number


def figure_of(reading: Reading | None, indicator: Indicator) -> SheetFigure | None:
    """Return the figure of *reading*, None where it has no number."""
    if reading is None or (number := reading.number) is None:
        return None
    return SheetFigure(
        size_of(number), number, AtHand(reading), indicator, sheet_column_of(reading.source)
    )


def down_the_sheet(figure: SheetFigure, asked: AskedRows) -> tuple[bool, int, str]:
    """Return the order of figures in one column; those of *asked* rows go before others."""
    file, sheet, cell = figure.read().source
    return (file, sheet, row_number(cell)) not in asked(), len(cell or ""), cell or ""


def sheet_column_of(source: Source) -> SheetColumn:
    """Return the column in which *source* lies."""
    return source.file, source.sheet, (source.cell or "").rstrip("0123456789")


def size_of(number: Fraction) -> int:
    """Return how far *number* is from zero, in billionths."""
    over, under = number.as_integer_ratio()
    return abs(over) * ONE // under


def signed_sizes(numbers: Iterable[float]) -> list[int | None]:
    """Return the sizes of plain *numbers*, with their signs; None for NaN, where there is none.

    They are as :func:`signed_size` has them: a double is off by less than what is added here, and
    numbers of 15 digits and 14 decimals lie farther below a whole billionth, if not on it.
    """
    return [
        None
        if number != number  # noqa: PLR0124 - NaN alone is not
        else int(size + (size * 2.5e-16 + (2e-6 if size > 0 else -2e-6)))
        if -_SURE < (size := number * 1e9) < _SURE
        else signed_size(decimal_of(number))
        for number in numbers
    ]


def signed_size(number: Fraction) -> int:
    """Return the size of *number* with its sign."""
    over, under = number.as_integer_ratio()
    return over * ONE // under if over >= 0 else -(-over * ONE // under)


def _near(figure: SheetFigure, target: SheetFigure) -> bool:
    small, large = sorted((figure.size, target.size))
    return large <= APART * small
