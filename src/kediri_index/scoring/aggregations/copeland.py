"""Copeland: a unit's score is how many others it beats, less how many beat it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from kediri_index.model.aggregation import Aggregation, Explained, Undefined, Weighted
from kediri_index.model.formulas import Ranges
from kediri_index.model.no_score import NoScore
from kediri_index.scoring.classes import TIE

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array, Whole
    from kediri_index.model.traced import Term

Row = Mapping[str, tuple[Fraction, Fraction]]
"""One unit's children that are there: the weight and the score of each, by id."""

_STEPS = 10**30
"""Scores are compared as whole numbers of this fineness, far below that of a tie."""
_TIE_IN_STEPS = int(TIE * _STEPS)
_NEARLY = 1 / 10**12
"""Weights that are as near to one another, of all, are equal, in doubles."""


@dataclass(frozen=True, slots=True)
class Copeland(Aggregation):
    """A panel aggregation: what it comes to hangs on the other units (:func:`copeland`).

    Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), non-compensatory
    multi-criteria approach; the score is that of COINr's function of the same name.
    """

    name: ClassVar[str] = "copeland"
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = False
    no_score: ClassVar[NoScore] = NoScore.ONE_UNIT
    falls_below: ClassVar[bool] = True
    over_units: ClassVar[bool] = True

    def combine(self, children: Weighted) -> Undefined:
        """Return that one unit alone has no such score."""
        del children
        return Undefined(self.no_score)

    def combine_arrays(self, weights: Array, scores: Array) -> Array:
        """Return that units by themselves have no such score."""
        import numpy as np  # noqa: PLC0415 - for many units

        return np.full(np.broadcast_shapes(weights.shape, scores.shape)[1:], np.nan)

    def error(self, weights: Array, scores: Array, errors: Array, whole: int = 0) -> Array:
        """Return that there is nothing to be off."""
        import numpy as np  # noqa: PLC0415 - for many units

        del errors, whole
        return np.zeros(np.broadcast_shapes(weights.shape, scores.shape)[1:])

    def compare_arrays(self, weights: Array, scores: Array, years: Sequence[Whole]) -> Array:
        """Return the scores of units, the last axis, of which those of a year are compared."""
        found = self.combine_arrays(weights, scores)
        for places, year in _by_year(weights, scores, scores * 0, years):
            found[..., places] = year.scores()
        return found

    def compare_error(
        self, weights: Array, scores: Array, errors: Array, years: Sequence[Whole], whole: int = 0
    ) -> Array:
        """Return 0 where every duel of a unit is sure, infinity elsewhere."""
        found = self.error(weights, scores, errors)
        for places, year in _by_year(weights, scores, errors, years):
            found[..., places] = year.unsure(whole)
        return found

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return the comparison; how many are beaten is in a sentence of its own."""
        del terms
        return Explained("trace.copeland")

    def formula(self, children: Ranges) -> None:
        """Return none: the other units are not in the workbook."""
        del children


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


class _Year:
    """The duels of the units of one year, which are the last axis; not of those without a score."""

    def __init__(self, weights: Array, scores: Array, errors: Array) -> None:
        import numpy as np  # noqa: PLC0415 - for many units

        there = ~np.isnan(scores)
        self.present = there.any(axis=0)
        others = ~np.eye(scores.shape[-1], dtype=np.bool_)
        self.balance: Array = np.zeros(1)
        self.weight: Array = np.zeros(1)
        self.close = self.differing = np.zeros(1, dtype=np.bool_)
        for weight, score, error in zip(weights, scores, errors, strict=True):
            apart = np.nan_to_num(score[..., :, None] - score[..., None, :])
            both = ~np.isnan(score[..., :, None] + score[..., None, :]) & others
            sign = np.where(np.abs(apart) <= float(TIE), 0.0, np.sign(apart))
            pair = (weight[..., :, None] + weight[..., None, :]) * both
            margin = np.nan_to_num(error[..., :, None] + error[..., None, :])
            margin = margin + 4e-16 * (1 + np.abs(apart))
            self.balance = self.balance + pair * sign
            self.weight = self.weight + pair
            self.close = self.close | (both & (np.abs(np.abs(apart) - float(TIE)) <= margin))
            self.differing = self.differing | (sign != 0) & both
        self.even = np.abs(self.balance) <= _NEARLY * self.weight

    def scores(self) -> Array:
        """Return how many others each unit beats less how many beat it; NaN where it is alone."""
        import numpy as np  # noqa: PLC0415 - for many units

        wins = np.where(self.even, 0.0, np.sign(self.balance)).sum(axis=-1)
        several = self.present.sum(axis=-1, keepdims=True) > 1
        return np.where(self.present & several, wins, np.nan)

    def unsure(self, whole: int) -> Array:
        """Return infinity for the units of which a duel is too close to be sure of, else 0."""
        import numpy as np  # noqa: PLC0415 - for many units

        doubt = self.close
        if not 0 < 2 * whole * _NEARLY < 1:
            doubt = doubt | (self.even & self.differing)
        return np.where(doubt.any(axis=-1), np.inf, 0.0)


def _by_year(
    weights: Array, scores: Array, errors: Array, years: Sequence[Whole]
) -> Iterator[tuple[Whole, _Year]]:
    import numpy as np  # noqa: PLC0415 - for many units

    shape = np.broadcast_shapes(weights.shape, scores.shape)
    for places in years:
        yield (
            places,
            _Year(
                *(
                    np.broadcast_to(one, (*one.shape[:-1], shape[-1]))[..., places]
                    for one in (weights, scores, errors)
                )
            ),
        )
