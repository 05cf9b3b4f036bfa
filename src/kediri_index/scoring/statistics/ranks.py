"""Ranks within a column, and what becomes of them as rows leave."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import add, sub
from typing import NamedTuple


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
