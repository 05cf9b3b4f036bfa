"""Copeland: a unit's score is how many others it beats, less how many beat it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from kediri_index.model.aggregation import (
    Aggregation,
    Explained,
    NoScore,
    Ranges,
    Undefined,
    Weighted,
)
from kediri_index.model.language import Wording
from kediri_index.scoring.rounding import TIE

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array, Mask, Whole
    from kediri_index.model.traced import Term

Row = Mapping[str, tuple[Fraction, Fraction]]
"""One unit's children that are there: the weight and the score of each, by id."""

_STEPS = 10**30
"""Scores are compared as whole numbers of this fineness, far below that of a tie."""
_TIE_IN_STEPS = int(TIE * _STEPS)
_NEARLY = 1 / 10**12
"""Weights that are as near to one another, of all, are equal, in doubles."""
_PAIRS = 2**18
"""So many numbers are compared at once."""


@dataclass(frozen=True, slots=True)
class Copeland(Aggregation):
    """A panel aggregation: what it comes to hangs on the other units (:func:`duels`).

    Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), non-compensatory
    multi-criteria approach; the score is that of COINr's function of the same name.
    """

    name: ClassVar[str] = "copeland"
    title: ClassVar[Wording] = Wording("Copeland antarwilayah", "Copeland among the units")
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
        import numpy as np  # noqa: PLC0415 - for many units

        found = self.combine_arrays(weights, scores)
        weights = np.broadcast_to(weights, (*weights.shape[:-1], found.shape[-1]))
        present: Mask = np.logical_or.reduce(~np.isnan(scores))
        for places in years:
            several = present[..., places].sum(axis=-1, keepdims=True) > 1
            for some in _several(scores, places):
                balance, even = _balance(weights, scores, some, places)
                won = np.where(even, 0.0, np.sign(balance)).sum(axis=-1)
                found[..., some] = np.where(present[..., some] & several, won, np.nan)
        return found

    def compare_error(
        self, weights: Array, scores: Array, errors: Array, years: Sequence[Whole], whole: int = 0
    ) -> Array:
        """Return 0 where every duel of a unit is sure, infinity elsewhere."""
        import numpy as np  # noqa: PLC0415 - for many units

        found = self.error(weights, scores, errors)
        weights = np.broadcast_to(weights, (*weights.shape[:-1], found.shape[-1]))
        unclear = [pair for pair in zip(scores, errors, strict=True) if not _are_clear(*pair)]
        by_weights = not 0 < 2 * whole * _NEARLY < 1
        for places in years:
            for some in _several(scores, places):
                doubt: Mask = np.zeros(1, dtype=np.bool_)
                for score, error in unclear:
                    doubt = doubt | _close(score, error, some, places)
                if by_weights:
                    _, even = _balance(weights, scores, some, places)
                    own, theirs = _pairs(scores, some, places)
                    differing: Mask = np.logical_or.reduce(np.abs(own - theirs) > float(TIE))
                    doubt = doubt | (even & differing).any(axis=-1)
                found[..., some] = np.where(doubt, np.inf, 0.0)
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


def _several(scores: Array, places: Whole) -> Iterator[Whole]:
    """Yield *places* in parts so small that what compares one with all units fits in memory."""
    size = max(1, _PAIRS // max(1, scores[0].size))
    for start in range(0, len(places), size):
        yield places[start : start + size]


def _pairs(values: Array, some: Whole, places: Whole) -> tuple[Array, Array]:
    """Return the values of *some* units, and those of all at *places*, as of pairs."""
    return values[..., some, None], values[..., None, places]


def _balance(weights: Array, scores: Array, some: Whole, places: Whole) -> tuple[Array, Mask]:
    """Return by how much weight each of *some* units beats each at *places*; and where by none.

    None is what comes of no more than the errors of doubles.
    """
    import numpy as np  # noqa: PLC0415 - for many units

    balance: Array = np.zeros(1)
    of_both: Array = np.zeros(1)
    for weight, score in zip(weights, scores, strict=True):
        own, theirs = _pairs(score, some, places)
        first, second = _pairs(weight, some, places)
        apart, pair = own - theirs, first + second  # NaN is neither above nor below
        balance = balance + pair * (apart > float(TIE)) - pair * (apart < -float(TIE))
        of_both = of_both + pair * ~np.isnan(apart)
    return balance, np.abs(balance) <= _NEARLY * of_both


def _close(score: Array, error: Array, some: Whole, places: Whole) -> Mask:
    """Return which of *some* units may be a tie with another or not."""
    import numpy as np  # noqa: PLC0415 - for many units

    own, theirs = _pairs(score, some, places)
    apart = np.abs(own - theirs)
    margin = sum(_pairs(error, some, places)) + 4e-16 * (1 + apart)
    found: Mask = ((np.abs(apart - float(TIE)) <= margin) & (some[:, None] != places)).any(axis=-1)
    return found


def _are_clear(score: Array, error: Array) -> bool:
    """Return whether no two scores are about as near as those of a tie, without comparing all."""
    import numpy as np  # noqa: PLC0415 - for many units

    margin = 2 * float(np.nanmax(error, initial=0)) + 1e-15  # more than rounding adds
    steps = np.diff(np.sort(score))
    return margin < float(TIE) and not ((steps > 0) & (steps <= float(TIE) + margin)).any()
