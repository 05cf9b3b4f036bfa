"""The values of one indicator over many units, in doubles; each exactly when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache, partial
from math import fsum, isnan, lcm

import numpy as np

from kediri_index.model.numbers import decimal_of
from kediri_index.model.preparing import Exact, Rows, Shown
from kediri_index.scoring.arrays.values import (
    EPSILON,
    UNKNOWN,
    Values,
    of_exact,
    of_plain,
)
from kediri_index.scoring.prepare.exact import (
    EDGE,
    box_cox_of,
    ends_of,
    known,
    logarithm_of,
    middle_of,
    quotient,
    whole_of,
)
from kediri_index.scoring.prepare.outliers import (
    FEWEST,
    excess_kurtosis,
    squared_skewness,
    tail_of,
)

_EXACT = 2.0**50
"""Products up to this are the right whole number once rounded."""

_DIGITS = 13
"""So many digits of a double are shown: what is left of its error is beyond them."""

Instead = Mapping[int, Callable[[], Fraction | None]]
"""The exact values of rows in which something was put."""


class ArraySeries:
    """A series of *values*, in one dimension; *origin* gives exact ones where *instead* has none.

    What hangs on a number that lies within its error of another is decided by exact ones.
    """

    __slots__ = ("instead", "origin", "values")

    def __init__(self, values: Values, origin: Exact, instead: Instead | None = None) -> None:
        self.values = values
        self.origin = origin
        self.instead = instead or {}

    def exact(self, row: int) -> Fraction | None:
        """Return the exact value of *row*."""
        put = self.instead.get(row)
        return self.origin(row) if put is None else put()

    def shown(self, rows: Rows) -> Sequence[Shown]:
        """Return the values of *rows* in as many digits as are sure."""
        values = self.values.at(rows)
        size, error = np.abs(values.numbers), np.asarray(values.error)
        found: list[Shown] = []
        for row, number, exact, sure in zip(
            rows,
            values.numbers.tolist(),
            (error <= size * EPSILON).tolist(),
            (error <= size * 10.0**-_DIGITS).tolist(),
            strict=True,
        ):
            if exact:
                found.append(number)
            elif sure:
                found.append(float(f"{number:.{_DIGITS}g}"))
            else:
                found.append(self.exact(row))
        return found

    def there(self, rows: Rows) -> list[int]:
        """Return those of *rows* that have a value."""
        found = np.asarray(rows, dtype=np.intp)
        there: list[int] = found[~np.isnan(self.values.numbers[found])].tolist()
        return there

    def changed(self, before: ArraySeries, rows: Rows) -> list[int]:
        """Return those of *rows* whose value is another one than *before*."""
        put, known_before = self.instead, before.instead
        if self.origin is before.origin:
            rows = [row for row in rows if put.get(row) is not known_before.get(row)]
        now, then = self.values.at(rows), before.values.at(rows)
        apart = (np.abs(now.numbers - then.numbers) > now.error + then.error).tolist()
        return [
            row
            for row, differs in zip(rows, apart, strict=True)
            if differs or self.exact(row) != before.exact(row)
        ]

    def put(self, values: Mapping[int, Fraction | None]) -> ArraySeries:
        """Return the series with other *values* in some rows."""
        exact = {row: partial(_itself, value) for row, value in values.items()}
        return self._with(list(values), of_exact(list(values.values())), exact)

    def over(self, divisors: ArraySeries) -> ArraySeries:
        """Return the quotients."""

        def exact(row: int) -> Fraction | None:
            return quotient(self.exact(row), divisors.exact(row))

        found = ArraySeries(self.values / divisors.values, exact)
        error = divisors.values.error
        near = np.flatnonzero((np.abs(divisors.values.numbers) <= error) & (error > 0)).tolist()
        return found.put({row: exact(row) for row in near}) if near else found

    def filled(self, groups: Iterable[tuple[Rows, Rows]], *, by_median: bool) -> ArraySeries:
        """Return the series with the middle of some rows put into others."""
        numbers = self.values.numbers.tolist()
        errors = np.broadcast_to(self.values.error, len(numbers)).tolist()
        found: dict[int, tuple[float, float]] = {}
        exact: dict[int, Callable[[], Fraction | None]] = {}
        unit = 1
        for gaps, others in groups:
            unit = lcm(unit, self.values.unit * (2 if by_median else len(others)))
            middle = _median if by_median else _mean
            there = middle([numbers[row] for row in others], [errors[row] for row in others])
            value = cache(partial(middle_of, self.exact, others, by_median=by_median))
            found.update(dict.fromkeys(gaps, there))
            exact.update(dict.fromkeys(gaps, value))
        put = np.array(list(found.values())).reshape(-1, 2)
        return self._with(list(found), Values(put[:, 0], put[:, 1], unit), exact)

    def moved(self, rows: Rows, to: int) -> ArraySeries:
        """Return the series with the value of the row *to* in all of *rows*."""
        return self._with(
            rows, self.values.at([to] * len(rows)), dict.fromkeys(rows, partial(self.exact, to))
        )

    def ends(self, rows: Rows, side: int) -> list[int]:
        """Return those of *rows* with the value that lies farthest to *side*."""
        values = self.values.at(rows)
        numbers, error = values.numbers * side, values.error
        least = (numbers - error).max()
        near: list[int] = np.asarray(rows)[numbers + error >= least].tolist()
        if len(near) == 1 or values.are_apart:
            return near
        return ends_of(self.exact, near, side)

    def nth(self, rows: Rows) -> Callable[[int], Fraction]:
        """Return what gives the value at a place among *rows*, from the lowest.

        Those that doubles do not tell apart are ordered when one of them is asked for.
        """
        order = np.argsort(self.values.at(rows).numbers)
        ordered = np.asarray(rows)[order].tolist()
        values = self.values.at(ordered)
        numbers, error = values.numbers, np.asarray(values.error)
        if values.are_apart:
            starts = np.arange(len(ordered) + 1)
        else:
            up_to = np.maximum.accumulate(numbers + error)
            apart = np.flatnonzero(numbers[1:] - error[1:] > up_to[:-1]) + 1
            starts = np.array([0, *apart, len(ordered)])

        @cache
        def run(number: int) -> list[Fraction]:
            rows = ordered[starts[number] : starts[number + 1]]
            return sorted(known(self.exact, rows))

        def value(place: int) -> Fraction:
            number = int(np.searchsorted(starts, place, side="right")) - 1
            return run(number)[place - int(starts[number])]

        return value

    def whole(self, rows: Rows) -> tuple[list[int], int]:
        """Return the values of *rows*, from the lowest, as whole numbers, and their unit."""
        values = self.values.at(rows)
        if not values.is_exact().all() or np.abs(values.numbers).max() * values.unit > _EXACT:
            return whole_of(self.exact, rows)
        whole: list[int] = np.sort(np.rint(values.numbers * values.unit)).astype(np.int64).tolist()
        return whole, values.unit

    def perhaps_without(self, rows: Rows, scores: Callable[[Values], Values]) -> list[int]:
        """Return those of *rows* that have a value which may have no score by *scores*."""
        rows = self.there(rows)
        found = scores(self.values.at(rows))
        return [rows[at] for at in np.flatnonzero(np.isnan(found.numbers) | found.unknown)]

    def tail(self, rows: Rows, skew: Fraction, kurtosis: Fraction) -> int:
        """Return the side to which *rows* have outliers, 0 for neither."""
        n = len(rows)
        if n < FEWEST:
            return 0
        values = self.values.at(rows)
        with np.errstate(all="ignore"):  # what cannot be told is computed exactly
            apart = values - values.summed() * Fraction(1, n)
            squares = apart * apart
            second, third = squares.summed(), (squares * apart).summed()
            low = third.side(Fraction(0))
            sides = (
                squared_skewness(n, second, third).side(skew * skew),
                excess_kurtosis(n, second, (squares * squares).summed()).side(kurtosis),
            )
        if -1 in sides:
            return 0
        if sides == (1, 1) and low:
            return low
        return tail_of(known(self.exact, rows), skew, kurtosis)

    def logarithms(self, rows: Rows, *, mirrored: bool) -> ArraySeries:
        """Return the series with the values of *rows* as logarithms."""
        low, high = (known(self.exact, self.ends(rows, side)[:1])[0] for side in (-1, 1))
        exact = logarithm_of(self.exact, low, high, mirrored=mirrored)
        values, edge = self.values.at(rows), EDGE * (high - low)
        above = high + edge - values if mirrored else values - low + edge
        found = -above.logarithm() if mirrored else above.logarithm()
        return self._transformed(rows, found, exact)

    def box_cox(self, rows: Rows, power: Fraction) -> ArraySeries:
        """Return the series with the values of *rows* transformed."""
        (low,) = known(self.exact, self.ends(rows, -1)[:1])
        found = (self.values.at(rows) - low + 1).box_cox(power)
        return self._transformed(rows, found, box_cox_of(self.exact, low, power))

    def _transformed(self, rows: Rows, found: Values, exact: Exact) -> ArraySeries:
        """Return the series with *found* in *rows*, *exact* ones where a double says nothing."""
        if np.isnan(found.numbers).any() or found.unknown.any():
            return self.put({row: exact(row) for row in rows})
        among = frozenset(rows)

        def origin(row: int) -> Fraction | None:
            return exact(row) if row in among else self.exact(row)

        return ArraySeries(self.values.with_(rows, found), origin)

    def _with(self, rows: Rows, values: Values, exact: Instead) -> ArraySeries:
        """Return the series with *values* in *rows*, which are *exact*."""
        if not rows:
            return self
        return ArraySeries(self.values.with_(rows, values), self.origin, {**self.instead, **exact})


def of_decimals(numbers: Sequence[float]) -> ArraySeries:
    """Return doubles that stand for decimals of 15 digits as a series; NaN where there is none."""
    values = of_plain(np.array(numbers, dtype=np.float64))
    unit = values.unit
    largest = np.abs(np.nan_to_num(values.numbers)).max(initial=0)
    quick = unit != UNKNOWN and bool(largest * unit <= _EXACT)

    def exact(row: int) -> Fraction | None:
        number = numbers[row]
        if isnan(number):
            return None
        return Fraction(round(number * unit), unit) if quick else decimal_of(number)

    return ArraySeries(values, exact)


def _itself(value: Fraction | None) -> Fraction | None:
    return value


def _mean(numbers: Sequence[float], errors: Sequence[float]) -> tuple[float, float]:
    """Return the mean of *numbers*, and how far off it may be."""
    mean = fsum(numbers) / len(numbers)
    return mean, fsum(errors) / len(numbers) + abs(mean) * EPSILON


def _median(numbers: Sequence[float], errors: Sequence[float]) -> tuple[float, float]:
    """Return the median likewise."""
    ordered, half = sorted(numbers), len(numbers) // 2
    middle = (ordered[half] + ordered[-1 - half]) / 2
    return middle, max(errors) + abs(middle) * EPSILON
