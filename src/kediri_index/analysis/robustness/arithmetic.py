"""The arithmetic of a fold of draws: doubles without bounds, draws x units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from kediri_index.model.definition import STAGE_OVERALL, Definition
from kediri_index.scoring.arrays.arithmetic import Whole
from kediri_index.scoring.arrays.values import Array, Mask
from kediri_index.scoring.fold import (
    HAS_SCORE,
    OVERALL,
    UNDEFINED,
    Children,
    Count,
    Inner,
    Leaves,
    Node,
    Number,
    Truth,
    code_of,
    fold,
)

_NOTHING: Mapping[str, Array] = MappingProxyType({})


class Draws:
    """Folds draws of units, each array with an axis of 1, or none, where all have the same.

    *weights* by draw stand in for those of the definition, *factors* multiply them, by id; *years*
    are the places of the units of each year, which are compared with each other. What counts in no
    unit or in all is a plain truth, so that weights stay as small as they were drawn.
    """

    nothing = np.nan
    zero = 0.0

    def __init__(
        self,
        years: Sequence[Whole] = (),
        weights: Mapping[str, Array] = _NOTHING,
        factors: Mapping[str, Array] = _NOTHING,
    ) -> None:
        self.years = years
        self.weights = weights
        self.factors = factors

    def where(self, mask: Truth, then: Any, otherwise: Any) -> Any:  # noqa: ANN401 - scores, counts, masks
        """Return *then* where *mask* is true, else *otherwise*."""
        if np.all(mask):
            return then
        return np.where(mask, then, otherwise) if np.any(mask) else otherwise

    def nowhere(self, mask: Truth) -> bool:
        """Return whether *mask* is false for all."""
        return not np.any(mask)

    def or_zero(self, value: Array) -> Array:
        """Return *value*, 0 where there is none."""
        return np.where(np.isnan(value), self.zero, value)

    def ratio(self, over: Number, under: Number) -> Number:
        """Return *over* / *under*, NaN where *under* is 0."""
        return np.true_divide(over, under)

    share = ratio

    def weight(self, inner: Inner, node: Node, answers: Count) -> Number:
        """Return the weight that was drawn for *node*, or its own; else its *answers*."""
        del inner
        own: Number = answers if node.weight is None else float(node.weight)
        own = self.weights.get(node.id, own)
        factor = self.factors.get(node.id)
        return own if factor is None else own * factor

    def combined(
        self, inner: Inner, children: Children, ok: Truth, *, published: bool
    ) -> tuple[Number, Count]:
        """Return the combined scores, and where there are none the reason."""
        del published
        aggregate = inner.aggregate
        weights, scores = _stacked(children.weights), _stacked(children.scores)
        if aggregate.over_units:
            scores = np.where(ok, scores, np.nan)  # with too few there is nothing to compare
            numbers = aggregate.compare_arrays(weights, scores, self.years)
        else:
            numbers = aggregate.combine_arrays(weights, scores)
        if aggregate.no_score is None:
            return numbers, HAS_SCORE
        return numbers, np.where(np.isnan(numbers), code_of(aggregate.no_score), HAS_SCORE)

    def rounded(self, node: str, values: Array, decimals: int, *, term: bool = False) -> Array:
        """Return scores, or parts of the overall, rounded half away from zero."""
        del node, term
        return rounded(values, decimals)


class Shape(Draws):
    """Combines nothing: only what counts is asked for."""

    def combined(
        self, inner: Inner, children: Children, ok: Truth, *, published: bool
    ) -> tuple[Number, Count]:
        """Return a score that stands for any."""
        del inner, children, ok, published
        return self.zero, HAS_SCORE


class Overall(NamedTuple):
    """The overall scores, draws x units, NaN where there is none.

    *undefined* is where the scores of some group's children had no combined one.
    """

    exact: Array
    published: Array
    undefined: Mask


def overall(definition: Definition, leaves: Leaves, draws: Draws) -> Overall:
    """Return the overall scores of *leaves*; axes are 1, or none, where all have the same."""
    with np.errstate(invalid="ignore"):  # 0 / 0: where nothing counts there is no share
        folded = fold(definition, leaves, draws)
    published = folded.published[OVERALL]
    if STAGE_OVERALL not in definition.publish.stages:
        published = rounded(published, definition.publish.decimals)
    undefined: Truth = False
    for branch in folded.branches.values():
        if not branch.inner.aggregate.over_units:
            undefined = undefined | (folded.reasons[branch.inner.id] >= UNDEFINED)
    return Overall(folded.exact[OVERALL], published, undefined)


def rounded(values: Array, decimals: int) -> Array:
    """Return *values* at *decimals* decimals, half away from zero; a near tie counts as one."""
    factor = 10.0**decimals
    size = np.abs(values) * factor
    whole: Array = np.floor(size * (1 + 4e-15) + (0.5 + 1e-9))
    return np.copysign(whole / factor, values) + 0.0


def _stacked(arrays: Sequence[Number]) -> Array:
    """Return *arrays*, one of each child, with an axis of children before those of draws, units."""
    shape = np.broadcast_shapes((1, 1), *map(np.shape, arrays))
    found = np.empty((len(arrays), *shape))
    for place, one in enumerate(arrays):
        found[place] = one
    return found
