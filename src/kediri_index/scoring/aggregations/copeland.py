"""Copeland: a unit's score is how many others it beats, less how many beat it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import ClassVar, NamedTuple

from kediri_index.model.aggregation import Undefined, Weighted
from kediri_index.model.no_score import NoScore
from kediri_index.scoring.classes import TIE

Row = Mapping[str, tuple[Fraction, Fraction]]
"""One unit's children that are there: the weight and the score of each, by id."""

_STEPS = 10**30
"""Scores are compared as whole numbers of this fineness, far below that of a tie."""
_TIE_IN_STEPS = int(TIE * _STEPS)


@dataclass(frozen=True, slots=True)
class Copeland:
    """A panel aggregation: what it comes to hangs on the other units (:func:`copeland`).

    Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), non-compensatory
    multi-criteria approach; the score is that of COINr's function of the same name.
    """

    name: ClassVar[str] = "copeland"
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = False

    def combine(self, children: Weighted) -> Undefined:
        """Return that one unit alone has no such score."""
        del children
        return Undefined(NoScore.ONE_UNIT)


class Duels(NamedTuple):
    """How many others a unit beats, and how many beat it, among *units* with itself."""

    won: int
    lost: int
    units: int

    @property
    def score(self) -> Fraction:
        """What the unit's score is."""
        return Fraction(self.won - self.lost)


def copeland(rows: Sequence[Row]) -> list[Fraction] | None:
    """Return each unit's score, from 1 - n to n - 1; None where there is no other to compare with.

    It is that of its :func:`duels`.
    """
    found = duels(rows)
    return None if found is None else [one.score for one in found]


def duels(rows: Sequence[Row]) -> list[Duels] | None:
    """Return how each unit does against the others; None where there is none.

    Of two units, the one that is higher on children with more than half of the weight gets 1 and
    the other -1; a child on which they are equal counts half for each. Only children that both
    have are compared, and two units without any come to 0. A weight that differs between the two
    units counts as the mean of both.
    """
    if len(rows) < 2:  # noqa: PLR2004 - two are a pair
        return None
    whole = lcm(*(weight.denominator for row in rows for weight, _ in row.values()))
    return _counted(
        tuple(
            tuple(
                (child, int(weight * whole), score.numerator * _STEPS // score.denominator)
                for child, (weight, score) in row.items()
            )
            for row in rows
        )
    )


@lru_cache(maxsize=16)  # exact and published scores, and those of each basis, are often the same
def _counted(rows: tuple[tuple[tuple[str, int, int], ...], ...]) -> list[Duels]:
    """Return how each of *rows* does, whose children are id, weight and score."""
    scaled = [{child: (weight, score) for child, weight, score in row} for row in rows]
    won, lost = [0] * len(rows), [0] * len(rows)
    for one, row in enumerate(scaled):
        for other in range(one):
            outcome = _outcome(row, scaled[other])
            if outcome:
                better, worse = (one, other) if outcome > 0 else (other, one)
                won[better] += 1
                lost[worse] += 1
    return [Duels(*counts, len(rows)) for counts in zip(won, lost, strict=True)]


def _outcome(row: Mapping[str, tuple[int, int]], other: Mapping[str, tuple[int, int]]) -> int:
    """Return 1 where *row* beats *other*, -1 where it is beaten, 0 where neither does."""
    balance = 0
    for child, (weight, score) in row.items():
        theirs = other.get(child)
        if theirs is None:
            continue
        difference = score - theirs[1]
        if difference > _TIE_IN_STEPS:
            balance += weight + theirs[0]
        elif difference < -_TIE_IN_STEPS:
            balance -= weight + theirs[0]
    return (balance > 0) - (balance < 0)
