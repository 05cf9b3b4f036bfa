"""A panel of units as columns, and the steps that change it before scoring."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import ClassVar, NamedTuple, Protocol, Self

from kediri_index.model.dataset import Reading
from kediri_index.model.findings import Finding
from kediri_index.model.language import Sentence
from kediri_index.model.scoring import Ends, Values, Years

Rows = Sequence[int]
"""Positions of units among those of a panel, ascending."""
Shown = Fraction | float | None
"""A value in as many digits as are sure."""
UnitYear = tuple[str | None, int | None]
Exact = Callable[[int], Fraction | None]
"""The exact value of a row, None where there is none."""


class Series(Protocol):
    """The values of one indicator in all rows of a panel, some of them perhaps missing.

    Of few units they are fractions; of many, doubles with a bound of their error, of which each is
    computed exactly when asked for, and where a decision hangs on it.
    """

    @property
    def exact(self) -> Exact:
        """What gives the exact value of a row."""

    def shown(self, rows: Rows) -> Sequence[Shown]:
        """Return the values of *rows* in as many digits as are sure."""

    def there(self, rows: Rows) -> list[int]:
        """Return those of *rows* that have a value."""

    def changed(self, before: Self, rows: Rows) -> list[int]:
        """Return those of *rows* whose value is another one than *before*; all have one."""

    def put(self, values: Mapping[int, Fraction | None]) -> Self:
        """Return the series with other *values* in some rows."""

    def over(self, divisors: Self) -> Self:
        """Return the quotients; none where there is no divisor, or it is 0."""

    def filled(self, groups: Iterable[tuple[Rows, Rows]], *, by_median: bool) -> Self:
        """Return the series with the mean or median of some rows put into others.

        Of each of *groups* the first rows are filled, from the second.
        """

    def moved(self, rows: Rows, to: int) -> Self:
        """Return the series with the value of the row *to* in all of *rows*."""

    def ends(self, rows: Rows, side: int) -> list[int]:
        """Return those of *rows* with the highest value, or with *side* below 0 the lowest."""

    def nth(self, rows: Rows) -> Callable[[int], Fraction]:
        """Return what gives the value at a place among *rows*, from the lowest."""

    def whole(self, rows: Rows) -> tuple[list[int], int]:
        """Return the values of *rows*, from the lowest, as whole numbers, and their unit.

        Where many quotients have no common one they are rounded to a hundred digits.
        """

    def perhaps_without(self, rows: Rows, scores: Callable[[Values], Values]) -> list[int]:
        """Return those of *rows* that have a value which may have no score by *scores*."""

    def tail(self, rows: Rows, skew: Fraction, kurtosis: Fraction) -> int:
        """Return 0 where the values of *rows* pass, else -1 or 1: the side they are skewed to.

        They pass with an absolute skewness below *skew* or an excess kurtosis below *kurtosis*.
        """

    def logarithms(self, rows: Rows, *, mirrored: bool) -> Self:
        """Return the series with the values of *rows* as logarithms.

        They are ln(x - min + 0.01 (max - min)), or mirrored -ln(max + 0.01 (max - min) - x).
        """

    def box_cox(self, rows: Rows, power: Fraction) -> Self:
        """Return the series with the values of *rows* transformed.

        With y = x - min + 1 they are (y^power - 1)/power, or ln(y) where *power* is 0.
        """


class Panel(NamedTuple):
    """All units of all years, a row each, by name and year: *values* are columns, by indicator.

    *gaps* are the rows without a value that might have one: neither does the value not apply, nor
    is there an unreadable one. *beside* has what the further columns of each unit say. Rows that
    are *left_out* count no more.
    """

    units: tuple[UnitYear, ...]
    values: Mapping[str, Series]
    gaps: Mapping[str, frozenset[int]]
    beside: Sequence[Mapping[str, Reading]]
    left_out: frozenset[int] = frozenset()

    def rows(self) -> list[int]:
        """Return the rows that count."""
        return [row for row in range(len(self.units)) if row not in self.left_out]

    def pools(self, years: Years) -> list[list[int]]:
        """Return the rows that are looked at together: all, or those of each year."""
        if years is Years.POOLED:
            return [self.rows()]
        return list(self.by_year().values())

    def by_year(self) -> dict[int | None, list[int]]:
        """Return the rows that count, by their year."""
        found: dict[int | None, list[int]] = {}
        for row in self.rows():
            found.setdefault(self.units[row][1], []).append(row)
        return found

    def said(self, column: str) -> dict[int, Reading]:
        """Return what the rows that have it say in a further *column*."""
        return {row: beside[column] for row, beside in enumerate(self.beside) if column in beside}


class Effect(NamedTuple):
    """One change: which step, *how*, to which value of which unit, from what to what.

    Without *indicator* the step left out the whole unit, whose share of present values was
    *before*. *divisor* is the column, or the indicator, that the value was divided by, *power*
    that of the Box-Cox transform.
    """

    step: str
    how: str
    unit: str | None
    year: int | None
    indicator: str | None
    before: Fraction | None
    after: Fraction | None
    divisor: str | None = None
    power: Fraction | None = None


GONE = "gone"
"""What a change counts as that took a value away, instead of its step."""


class IndicatorChange(NamedTuple):
    """The same of all *rows* in which a step changed the values of one indicator.

    In those that are *gone* it took them away.
    """

    step: str
    how: str
    indicator: str | None
    rows: Collection[int]
    before: Series | None
    after: Series | None
    divisor: str | None = None
    gone: AbstractSet[int] = frozenset()
    power: Fraction | None = None

    def of(self, row: int, unit: UnitYear) -> Effect:
        """Return the change in one of the rows, that of *unit*."""
        before, after = _exact(self.before, row), _exact(self.after, row)
        found = Effect(self.step, self.how, *unit, self.indicator, before, after, self.divisor)
        return found._replace(power=self.power)

    def shown(self) -> Iterable[tuple[int, Shown, Shown]]:
        """Return each row with the values before and after, in as many digits as are sure."""
        rows = sorted(self.rows)
        nothing: list[Shown] = [None] * len(rows)
        before, after = (
            nothing if one is None else one.shown(rows) for one in (self.before, self.after)
        )
        return zip(rows, before, after, strict=True)


def _exact(series: Series | None, row: int) -> Fraction | None:
    return None if series is None else series.exact(row)


class Effects(NamedTuple):
    """What the steps did, one after the other, to *units* by name and year."""

    units: tuple[UnitYear, ...] = ()
    steps: tuple[tuple[IndicatorChange, ...], ...] = ()

    def changes(self) -> Iterator[IndicatorChange]:
        """Yield what was done, by step and indicator."""
        return (change for step in self.steps for change in step)

    def of_row(self, row: int) -> "Effects":
        """Return what was done to one unit."""
        steps = (
            tuple(
                change._replace(rows=(row,), gone=change.gone & {row})
                for change in step
                if row in change.rows
            )
            for step in self.steps
        )
        return Effects(self.units, tuple(steps))

    def values(self, row: int, indicator: str | None = None) -> dict[str, Ends]:
        """Return the values of one unit that steps changed, each as it was and as it is now.

        They are those of all indicators, or of one.
        """
        found: dict[str, list[IndicatorChange]] = {}
        for change in self.changes():
            name = change.indicator
            if name is not None and indicator in {None, name} and row in change.rows:
                found.setdefault(name, []).append(change)
        return {
            name: (_exact(changes[0].before, row), _exact(changes[-1].after, row))
            for name, changes in found.items()
        }

    def by_step(self, row: int, steps: "Iterable[Step]") -> "tuple[tuple[Step, Effect], ...]":
        """Return what was done to one unit, each change with the one of *steps* that made it."""
        return tuple(
            (step, change.of(row, self.units[row]))
            for step, changes in zip(steps, self.steps, strict=True)
            for change in changes
            if row in change.rows
        )

    def of_unit(self, unit: str | None, year: int | None) -> "Effects":
        """Return what was done to the unit of that name in *year*."""
        return self.of_row(self.units.index((unit, year)))

    def all(self) -> tuple[Effect, ...]:
        """Return what was done to all, by step and within it by unit."""
        return tuple(
            change.of(row, unit)
            for step in self.steps
            for row, unit in enumerate(self.units)
            for change in step
            if row in change.rows
        )

    def shown(self) -> Iterator[tuple[IndicatorChange, UnitYear, Shown, Shown]]:
        """Yield the same with the values before and after, in as many digits as are sure."""
        for step in self.steps:
            by_row: list[list[tuple[IndicatorChange, Shown, Shown]]] = [[] for _ in self.units]
            for change in step:
                for row, before, after in change.shown():
                    by_row[row].append((change, before, after))
            for unit, changes in zip(self.units, by_row, strict=True):
                yield from ((change, unit, before, after) for change, before, after in changes)

    def counts(self) -> dict[str, int]:
        """Return how many values each step changed; those it took away are counted as GONE."""
        found = {GONE: 0}
        for change in self.changes():
            stayed = len(change.rows) - len(change.gone)
            found[change.step] = found.get(change.step, 0) + stayed
            found[GONE] += len(change.gone)
        return found


class Applied(NamedTuple):
    """What a step makes of a panel, every change it made, and what stood in its way."""

    panel: Panel
    changes: tuple[IndicatorChange, ...] = ()
    findings: tuple[Finding, ...] = ()


class Step(Protocol):
    """One step of ``prepare`` with its parameters: one frozen dataclass a step."""

    name: ClassVar[str]

    def number_columns(self) -> frozenset[str]:
        """Return the columns beside the answers that the step reads numbers from."""
        return frozenset()

    def text_columns(self) -> frozenset[str]:
        """Return the columns beside the answers that the step reads names from."""
        return frozenset()

    def apply(self, panel: Panel) -> Applied:
        """Return *panel* with the step done."""

    def explain(self, effect: Effect) -> Sentence:
        """Return what the step made of one value, or of a whole unit."""

    def explain_all(self, count: int) -> Sentence:
        """Return how many values, or units, the step changed."""
