"""How columns go together: Pearson, Spearman, and how far they measure one thing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, combinations
from math import fsum, isfinite, sqrt
from operator import add, mul, sub
from typing import NamedTuple

from kediri_index.model.statistics import Alpha, Correlation, Values

_LEFT = 1e-6
"""Below this share of a column's spread what is left of it in a pair may be rounding alone."""


class CentredColumn(NamedTuple):
    """A column made ready for pairs; *distances* are from its mean, and 0 where it is missing."""

    missing: frozenset[int]
    distances: list[float]
    squares: float

    @classmethod
    def of(cls, values: Values) -> CentredColumn:
        """Return *values* made ready."""
        there = [value for value in values if value is not None]
        missing = frozenset(row for row, value in enumerate(values) if value is None)
        if not there or min(there) == max(there):  # its mean may miss it by the last bit
            return cls(missing, [0.0] * len(values), 0.0)
        mean = fsum(there) / len(there)
        distances = [0.0 if value is None else value - mean for value in values]
        return cls(missing, distances, fsum(map(mul, distances, distances)))


class Shared(NamedTuple):
    """Squares and products of distances from the means, over the *n* rows that both have."""

    n: int
    xx: float
    yy: float
    xy: float


def shared(one: CentredColumn, other: CentredColumn) -> Shared:
    """Return what the two columns have in common."""
    rows = len(one.distances)
    if one.missing == other.missing:
        n = rows - len(one.missing)
        return Shared(n, one.squares, other.squares, sum(map(mul, one.distances, other.distances)))
    n = rows - len(one.missing | other.missing)
    if not n:
        return Shared(0, 0.0, 0.0, 0.0)
    x, xx = _left(one, other.missing - one.missing)
    y, yy = _left(other, one.missing - other.missing)
    found = Shared(
        n,
        xx - x * x / n,
        yy - y * y / n,
        sum(map(mul, one.distances, other.distances)) - x * y / n,
    )
    if found.xx > _LEFT * one.squares and found.yy > _LEFT * other.squares:
        return found
    gone = one.missing | other.missing
    return shared(_without(one, gone), _without(other, gone))


def _left(column: CentredColumn, removed: Iterable[int]) -> tuple[float, float]:
    """Return sum and squares of the distances of *column* without the *removed* rows."""
    gone = [column.distances[row] for row in removed]
    return -fsum(gone), column.squares - fsum(map(mul, gone, gone))


def _without(column: CentredColumn, rows: frozenset[int]) -> CentredColumn:
    """Return *column* about the mean of what is left without *rows*."""
    values = enumerate(column.distances)
    return CentredColumn.of(tuple(None if row in rows else value for row, value in values))


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


def correlations(columns: Sequence[Values]) -> Iterator[Correlation]:
    """Yield the correlation of every two *columns*: first with second, third …, then second …."""
    for one, other in combinations([_Prepared.of(column) for column in columns], 2):
        yield _correlation(one, other)


def cross_correlations(
    columns: Sequence[Values], others: Sequence[Values]
) -> Iterator[Correlation]:
    """Yield the correlation of each of *columns* with each of the *others*."""
    with_these = [_Prepared.of(other) for other in others]
    for one in map(_Prepared.of, columns):
        yield from (_correlation(one, other) for other in with_these)


def pearson(one: Values, other: Values) -> float | None:
    """Return the correlation of two columns, None where one has no spread in the rows of both."""
    both = shared(CentredColumn.of(_scaled(one)), CentredColumn.of(_scaled(other)))
    return _quotient(both.xx, both.yy, both.xy)


class _Prepared(NamedTuple):
    column: CentredColumn
    ranked: Ranked
    by_rank: CentredColumn

    @classmethod
    def of(cls, values: Values) -> _Prepared:
        ranked = Ranked.of(values)
        by_rank = CentredColumn.of(tuple(rank or None for rank in ranked.doubled))
        return cls(CentredColumn.of(_scaled(values)), ranked, by_rank)


def _correlation(one: _Prepared, other: _Prepared) -> Correlation:
    both = shared(one.column, other.column)
    return Correlation(both.n, _quotient(both.xx, both.yy, both.xy), _spearman(one, other))


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


_SPREAD = 2
"""Rows that it takes for a variance, and items that it takes for an alpha."""


def alpha(columns: Sequence[Values]) -> Alpha:
    """Return alpha of the *columns* that vary: what is the same everywhere measures nothing.

    By pairs each covariance is over the rows that have both columns; complete is over the rows that
    have all. None where fewer than two columns vary, or their covariances add up to nothing.
    """
    items = [column for column in columns if _varies(column)]
    rows = [row for row in zip(*items, strict=True) if None not in row]
    complete: list[Values] = [*zip(*rows, strict=True)]
    by_rows = _of_rows(complete, rows)
    there_is_all = all(len(rows) == len(item) for item in items)
    pairwise = by_rows if there_is_all else _by_pairs([CentredColumn.of(item) for item in items])
    return Alpha(len(items), pairwise, by_rows, len(rows))


def _varies(column: Values) -> bool:
    return len({value for value in column if value is not None}) > 1


def _of_rows(items: Sequence[Values], rows: Sequence[Values]) -> float | None:
    """Return alpha where no row lacks an item: all covariances are the variance of the sums."""
    if len(rows) < _SPREAD:
        return None
    sums = tuple(fsum(value for value in row if value is not None) for row in rows)
    own = fsum(CentredColumn.of(item).squares for item in items)
    return _alpha(len(items), own, CentredColumn.of(sums).squares)


def _by_pairs(items: Sequence[CentredColumn]) -> float | None:
    own = []
    for item in items:
        n = len(item.distances) - len(item.missing)
        own.append(item.squares / (n - 1))  # it varies, so there are two
    between = []
    for one, other in combinations(items, 2):
        both = shared(one, other)
        if both.n < _SPREAD:
            return None
        between.append(both.xy / (both.n - 1))
    return _alpha(len(items), fsum(own), fsum(own) + 2 * fsum(between))


def _alpha(k: int, own: float, total: float) -> float | None:
    if k < _SPREAD or not total:
        return None
    found = k / (k - 1) * (1 - own / total)
    return found if isfinite(found) else None
