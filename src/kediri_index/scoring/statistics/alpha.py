"""Cronbach's alpha: how far the children of a group measure one thing.

k/(k - 1) x (1 - sum of variances / sum of all covariances), Cronbach (1951).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import fsum, isfinite

from kediri_index.model.statistics import Alpha, Values
from kediri_index.scoring.statistics.paired import Column, shared

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
    pairwise = by_rows if there_is_all else _by_pairs([Column.of(item) for item in items])
    return Alpha(len(items), pairwise, by_rows, len(rows))


def _varies(column: Values) -> bool:
    return len({value for value in column if value is not None}) > 1


def _of_rows(items: Sequence[Values], rows: Sequence[Values]) -> float | None:
    """Return alpha where no row lacks an item: all covariances are the variance of the sums."""
    if len(rows) < _SPREAD:
        return None
    sums = tuple(fsum(value for value in row if value is not None) for row in rows)
    own = fsum(Column.of(item).squares for item in items)
    return _alpha(len(items), own, Column.of(sums).squares)


def _by_pairs(items: Sequence[Column]) -> float | None:
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
