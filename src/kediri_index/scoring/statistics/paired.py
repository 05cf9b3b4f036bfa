"""Two columns over the rows that have both, without going through the rows anew for each pair."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from operator import mul
from typing import NamedTuple

from kediri_index.model.statistics import Values

_LEFT = 1e-6
"""Below this share of a column's spread what is left of it in a pair may be rounding alone."""


class Column(NamedTuple):
    """A column made ready for pairs; *distances* are from its mean, and 0 where it is missing."""

    missing: frozenset[int]
    distances: list[float]
    squares: float

    @classmethod
    def of(cls, values: Values) -> Column:
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


def shared(one: Column, other: Column) -> Shared:
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


def _left(column: Column, removed: Iterable[int]) -> tuple[float, float]:
    """Return sum and squares of the distances of *column* without the *removed* rows."""
    gone = [column.distances[row] for row in removed]
    return -fsum(gone), column.squares - fsum(map(mul, gone, gone))


def _without(column: Column, rows: frozenset[int]) -> Column:
    """Return *column* about the mean of what is left without *rows*."""
    values = enumerate(column.distances)
    return Column.of(tuple(None if row in rows else value for row, value in values))
