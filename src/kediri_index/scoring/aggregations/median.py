"""The weighted median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from kediri_index.model.aggregation import (
    LAST,
    Aggregation,
    Combined,
    Explained,
    Ranges,
    Weighted,
    WrittenOut,
    are_equal,
)
from kediri_index.model.language import Wording

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array
    from kediri_index.model.traced import Term

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Median(Aggregation):
    """The score at which the shares, from the lowest score up, pass one half.

    Where they come to exactly one half, it is the mean of that score and the next: with equal
    weights the ordinary median.
    """

    name: ClassVar[str] = "median"
    title: ClassVar[Wording] = Wording("nilai tengah (median)", "median")
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = True
    quantile: ClassVar[Fraction] = _HALF

    def combine(self, children: Weighted) -> Fraction:
        """Return the median; zero and negative scores count like any other."""
        rising = sorted((score, share) for share, score in children if share)
        reached, at = rising[0][1], 0
        while reached < _HALF:
            at += 1
            reached += rising[at][1]
        score = rising[at][0]
        return (score + rising[at + 1][0]) / 2 if reached == _HALF else score

    def combine_arrays(self, weights: Array, scores: Array) -> Array:
        """Return the medians; a sum of shares is one half where it is so but for rounding."""
        import numpy as np  # noqa: PLC0415 - for many units

        from kediri_index.scoring.arrays.children import NEARLY, children  # noqa: PLC0415 - likewise

        rising, beyond = children(weights, scores).rising()
        at = np.argmax(beyond >= -NEARLY, axis=0)[None]
        following = np.minimum(at + 1, len(rising) - 1)
        here, after = (np.take_along_axis(rising, one, axis=0)[0] for one in (at, following))
        exactly = np.abs(np.take_along_axis(beyond, at, axis=0)[0]) <= NEARLY
        found: Array = np.where(exactly, (here + after) / 2, here)
        return found

    def error(self, weights: Array, scores: Array, errors: Array, whole: int = 0) -> Array:
        """Return the largest of the *errors*: no order of the scores makes it more.

        Of weights in few enough steps, none come to nearly one half; of others, where some do, it
        is unsure.
        """
        import numpy as np  # noqa: PLC0415 - for many units

        from kediri_index.scoring.arrays.children import NEARLY, children  # noqa: PLC0415 - likewise

        counted = children(weights, scores)
        found = counted.largest(errors) + counted.rounding * np.abs(
            self.combine_arrays(weights, scores)
        )
        margin = NEARLY + counted.rounding
        if whole > 0 and 2 * whole * margin < 1:
            return found
        near = (np.abs(counted.rising()[1]) <= margin).any(axis=0)
        return np.where(near, np.inf, found)

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return the scores in their order."""
        key = "trace.median" if are_equal(terms) else "trace.weighted-median"
        return Explained(key, formula=WrittenOut("{value}", " ≤ ", rising=True))

    def formula(self, children: Ranges) -> Combined:
        """Return the mean of the lowest score that reaches one half and the lowest beyond it."""

        def lowest(beyond: str) -> str:
            reaches = f"{children.reached}>0.5{beyond}{LAST}"
            return f"MIN(IF({children.weights}>0,IF({reaches},{children.scores})))"

        return Combined(f"({lowest('-')}+{lowest('+')})/2")
