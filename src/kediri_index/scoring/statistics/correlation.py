"""How two columns go together, over the rows that have both: Pearson, and Spearman by ranks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, combinations
from math import sqrt
from operator import add, mul, sub
from typing import NamedTuple

from kediri_index.model.statistics import Values
from kediri_index.scoring.statistics.paired import Column, shared


class Ranked(NamedTuple):
    """Twice the rank of each value, 1 being the lowest: ties have the mean of their ranks.

    A missing one has 0. *places* say which of the *distinct* values, in order, each one is; that of
    a missing one is beyond the last.
    """

    doubled: list[int]
    places: list[int]
    distinct: int

    @classmethod
    def of(cls, values: Sequence[float | None]) -> Ranked:
        """Return the ranks of *values*."""
        ordered = sorted(value for value in values if value is not None)
        known = {
            value: bisect_left(ordered, value) + bisect_right(ordered, value) + 1
            for value in set(ordered)
        }
        places = {value: place for place, value in enumerate(sorted(known))}
        return cls(
            [0 if value is None else known[value] for value in values],
            [len(places) if value is None else places[value] for value in values],
            len(places),
        )

    def without(self, rows: Iterable[int]) -> list[int]:
        """Return the doubled ranks among what is left without *rows*, which have 0."""
        gone = [0] * (self.distinct + 1)
        for row in rows:
            gone[self.places[row]] += 1
        up_to = [0, *accumulate(gone)]
        fallen = list(map(add, up_to, up_to[1:]))  # twice those below, and once those beside
        fallen[self.distinct] = 0
        found = list(map(sub, self.doubled, map(fallen.__getitem__, self.places)))
        for row in rows:
            found[row] = 0
        return found


class Correlation(NamedTuple):
    """Both coefficients over *n* rows; None where a column has no spread there."""

    n: int
    pearson: float | None
    spearman: float | None


def correlations(columns: Sequence[Values]) -> Iterator[Correlation]:
    """Yield the correlation of every two *columns*: first with second, third …, then second …."""
    for one, other in combinations([_Prepared.of(column) for column in columns], 2):
        both = shared(one.column, other.column)
        yield Correlation(both.n, _quotient(both.xx, both.yy, both.xy), _spearman(one, other))


def pearson(one: Values, other: Values) -> float | None:
    """Return the correlation of two columns, None where one has no spread in the rows of both."""
    both = shared(Column.of(_scaled(one)), Column.of(_scaled(other)))
    return _quotient(both.xx, both.yy, both.xy)


class _Prepared(NamedTuple):
    column: Column
    ranked: Ranked
    by_rank: Column

    @classmethod
    def of(cls, values: Values) -> _Prepared:
        ranked = Ranked.of(values)
        by_rank = Column.of(tuple(rank or None for rank in ranked.doubled))
        return cls(Column.of(_scaled(values)), ranked, by_rank)


def _scaled(values: Values) -> Values:
    """Return *values* at a size whose squares neither overflow nor vanish."""
    largest = max((abs(value) for value in values if value is not None), default=0)
    if not largest:
        return values
    return tuple(None if value is None else value / largest for value in values)


def _spearman(one: _Prepared, other: _Prepared) -> float | None:
    missing, others = one.column.missing, other.column.missing
    if missing == others:
        both = shared(one.by_rank, other.by_rank)
        return _quotient(both.xx, both.yy, both.xy)
    x, y = one.ranked.without(others), other.ranked.without(missing)
    n = len(x) - len(missing | others)
    middle = n * (n + 1) ** 2  # n times the square of the mean of doubled ranks
    return _quotient(
        sum(map(mul, x, x)) - middle, sum(map(mul, y, y)) - middle, sum(map(mul, x, y)) - middle
    )


def _quotient(xx: float, yy: float, xy: float) -> float | None:
    if xx <= 0 or yy <= 0:
        return None
    return max(-1.0, min(1.0, xy / (sqrt(xx) * sqrt(yy))))
