"""The values of one indicator as fractions: of few units, and of a cell that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from kediri_index.model.preparing import Exact, Rows, Shown
from kediri_index.model.scoring import Values
from kediri_index.scoring.numbers import mean, median, natural_logarithm, whole_values
from kediri_index.scoring.prepare.box_cox import box_cox
from kediri_index.scoring.prepare.outliers import tail_of

EDGE = Fraction(1, 100)
"""How far a column is moved above 0 before its logarithms are taken, as a share of its range."""


class ExactSeries:
    """A series of fractions, None where there is no value."""

    __slots__ = ("exact", "values")

    def __init__(self, values: Sequence[Fraction | None]) -> None:
        self.values = values
        self.exact: Exact = values.__getitem__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ExactSeries) and [*self.values] == [*other.values]

    __hash__ = None  # type: ignore[assignment]  # as of any sequence that is compared by its items

    def shown(self, rows: Rows) -> Sequence[Shown]:
        """Return the values of *rows*."""
        return [self.values[row] for row in rows]

    def there(self, rows: Rows) -> list[int]:
        """Return those of *rows* that have a value."""
        return [row for row in rows if self.values[row] is not None]

    def changed(self, before: ExactSeries, rows: Rows) -> list[int]:
        """Return those of *rows* whose value is another one than *before*."""
        return [row for row in rows if self.values[row] != before.values[row]]

    def put(self, values: Mapping[int, Fraction | None]) -> ExactSeries:
        """Return the series with other *values* in some rows."""
        return ExactSeries([values.get(row, value) for row, value in enumerate(self.values)])

    def over(self, divisors: ExactSeries) -> ExactSeries:
        """Return the quotients."""
        return ExactSeries(list(map(quotient, self.values, divisors.values)))

    def filled(self, groups: Iterable[tuple[Rows, Rows]], *, by_median: bool) -> ExactSeries:
        """Return the series with the middle of some rows put into others."""
        values = list(self.values)
        for gaps, known in groups:
            value = middle_of(self.exact, known, by_median=by_median)
            for row in gaps:
                values[row] = value
        return ExactSeries(values)

    def moved(self, rows: Rows, to: int) -> ExactSeries:
        """Return the series with the value of the row *to* in all of *rows*."""
        return self.put(dict.fromkeys(rows, self.values[to]))

    def ends(self, rows: Rows, side: int) -> list[int]:
        """Return those of *rows* with the value that lies farthest to *side*."""
        return ends_of(self.exact, rows, side)

    def nth(self, rows: Rows) -> Callable[[int], Fraction]:
        """Return what gives the value at a place among *rows*, from the lowest."""
        return sorted(known(self.exact, rows)).__getitem__

    def whole(self, rows: Rows) -> tuple[list[int], int]:
        """Return the values of *rows*, from the lowest, as whole numbers, and their unit."""
        return whole_of(self.exact, rows)

    def perhaps_without(self, rows: Rows, scores: Callable[[Values], Values]) -> list[int]:
        """Return those of *rows* that have a value: each has to be tried."""
        del scores
        return self.there(rows)

    def tail(self, rows: Rows, skew: Fraction, kurtosis: Fraction) -> int:
        """Return the side to which *rows* have outliers, 0 for neither."""
        return tail_of(known(self.exact, rows), skew, kurtosis)

    def logarithms(self, rows: Rows, *, mirrored: bool) -> ExactSeries:
        """Return the series with the values of *rows* as logarithms."""
        low, high = (known(self.exact, self.ends(rows, side)[:1])[0] for side in (-1, 1))
        logarithm = logarithm_of(self.exact, low, high, mirrored=mirrored)
        return self.put({row: logarithm(row) for row in rows})

    def box_cox(self, rows: Rows, power: Fraction) -> ExactSeries:
        """Return the series with the values of *rows* transformed."""
        (low,) = known(self.exact, self.ends(rows, -1)[:1])
        transformed = box_cox_of(self.exact, low, power)
        return self.put({row: transformed(row) for row in rows})


def known(exact: Exact, rows: Rows) -> list[Fraction]:
    """Return the values of *rows* that have one."""
    return [value for row in rows if (value := exact(row)) is not None]


def quotient(value: Fraction | None, divisor: Fraction | None) -> Fraction | None:
    """Return *value* by *divisor*, None where one is missing or the divisor is 0."""
    return value / divisor if divisor and value is not None else None


def middle_of(exact: Exact, rows: Rows, *, by_median: bool) -> Fraction:
    """Return the mean or the median of *rows*."""
    return (median if by_median else mean)(known(exact, rows))


def ends_of(exact: Exact, rows: Rows, side: int) -> list[int]:
    """Return those of *rows* with the highest value, or with *side* below 0 the lowest."""
    values = known(exact, rows)
    end = max(values) if side > 0 else min(values)
    return [row for row, value in zip(rows, values, strict=True) if value == end]


def whole_of(exact: Exact, rows: Rows) -> tuple[list[int], int]:
    """Return the values of *rows*, from the lowest, as whole numbers, and their unit."""
    whole, unit = whole_values(known(exact, rows))
    return sorted(whole), unit


def logarithm_of(exact: Exact, low: Fraction, high: Fraction, *, mirrored: bool) -> Exact:
    """Return what gives the logarithm of a row, among values from *low* to *high*."""
    edge = EDGE * (high - low)

    def logarithm(row: int) -> Fraction:
        (value,) = known(exact, (row,))
        if mirrored:
            return -natural_logarithm(high + edge - value)
        return natural_logarithm(value - low + edge)

    return logarithm


def box_cox_of(exact: Exact, low: Fraction, power: Fraction) -> Exact:
    """Return what gives the Box-Cox transform of a row, among values from *low* up."""

    def transformed(row: int) -> Fraction:
        (value,) = known(exact, (row,))
        return box_cox(value - low + 1, power)

    return transformed
