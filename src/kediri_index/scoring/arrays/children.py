"""The children of a group, for many units or draws at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kediri_index.scoring.arrays.values import EPSILON, Array, Mask

NEARLY = 1e-12
"""What a computed score may miss an exact one by: one as near to 0 is 0."""
_SLACK = 16
"""More roundings than any formula has beside its sums."""


class ArrayChildren(NamedTuple):
    """Weights and scores with the children first, then axes that are 1 where all have the same.

    What has no score, or no weight, has the score 0, and is not *there*: None where all are.
    """

    weights: Array
    scores: Array
    there: Mask | None

    def total(self) -> Array:
        """Return the weight of those that count; NaN where none does."""
        if self.there is None:
            total: Array = self.weights.sum(axis=0)
        else:
            total = self._summed(self.there.astype(np.float64))
        return np.where(total > 0, total, np.nan)

    def mean(self, values: Array) -> Array:
        """Return the weighted mean of *values*; those that count are finite."""
        return self.sum(values) / self.total()

    def sum(self, values: Array) -> Array:
        """Return the sum of weight x value."""
        return self._summed(values if self.there is None else np.where(self.there, values, 0.0))

    def _summed(self, values: Array) -> Array:
        found: Array = np.einsum("k...,k...->...", self.weights, values)
        return found  # the same however many draws there are at once

    def where(self, other: float) -> Array:
        """Return the scores, *other* for those that do not count."""
        return self.scores if self.there is None else np.where(self.there, self.scores, other)

    def any(self, mask: Mask) -> Mask:
        """Return where one that counts is in *mask*."""
        counted = mask if self.there is None else mask & self.there
        return np.asarray(counted.any(axis=0))

    def largest(self, values: Array) -> Array:
        """Return the largest of the *values* that count, none of which is below 0."""
        found: Array = (values if self.there is None else np.where(self.there, values, 0.0)).max(
            axis=0
        )
        return found

    def lowest(self) -> Array:
        """Return the lowest score; NaN where none counts."""
        found: Array = self.where(np.inf).min(axis=0)
        return np.where(found < np.inf, found, np.nan)

    def rising(self) -> tuple[Array, Array]:
        """Return the scores in rising order, and by how much the shares up to each pass one half.

        Those that do not count are last, NaN.
        """
        scores = self.where(np.nan)
        order = np.argsort(scores, axis=0, kind="stable")
        shape = np.broadcast_shapes(scores.shape, self.weights.shape)
        weights = self.weights if self.there is None else np.where(self.there, self.weights, 0.0)
        places = np.broadcast_to(order, shape)
        reached = np.cumsum(np.take_along_axis(np.broadcast_to(weights, shape), places, 0), axis=0)
        rising = np.broadcast_to(np.take_along_axis(scores, order, axis=0), shape)
        return rising, reached / self.total() - 0.5

    def moments(self) -> tuple[Array, Array, Array]:
        """Return the mean, the variance, and the mean square from a middle that has no weights."""
        count = len(self.scores) if self.there is None else self.there.sum(axis=0)
        with np.errstate(invalid="ignore"):
            middle = self.scores.sum(axis=0) / count
        apart = self.scores - middle
        mean, square = self.mean(apart), self.mean(apart * apart)
        return middle + mean, np.maximum(square - mean * mean, 0.0), square

    @property
    def rounding(self) -> float:
        """What a mean of terms of one sign loses at most, relative to it."""
        return (3 * len(self.weights) + _SLACK) * EPSILON / 2


def children(weights: Array, scores: Array) -> ArrayChildren:
    """Return the children with these *weights* and *scores*, NaN for none."""
    there = ~np.isnan(scores)
    if not (weights > 0).all():
        there = there & (weights > 0)
    if there.all():
        return ArrayChildren(weights, scores, None)
    return ArrayChildren(weights, np.where(there, scores, 0.0), there)
