"""The arithmetic of a fold of draws: doubles without bounds, units x draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import STAGE_OVERALL, Definition, Indicator
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


class Drawn(NamedTuple):
    """The scores of a leaf that is drawn where it is missing: *rest*, 0 in the units at *places*.

    Theirs are the *rows*, places x draws.
    """

    rest: Array
    places: Whole
    rows: Array

    def given(self) -> Array:
        """Return the scores of all units in all draws."""
        found = np.repeat(self.rest, self.rows.shape[1], axis=1)
        found[self.places] = self.rows
        return found


@dataclass(frozen=True, eq=False)
class Weights:
    """A sum of weights by draw, each in the units where it is *there*, over another such sum.

    It is multiplied out, units x draws, when somebody asks: what a child adds need not be.
    """

    own: tuple[Number, ...]
    there: tuple[Truth, ...]
    over: Weights | None = None

    def __add__(self, other: Weights) -> Weights:
        return Weights(self.own + other.own, self.there + other.there)

    def __radd__(self, nothing: int) -> Weights:
        return self

    def __gt__(self, least: int) -> Mask:
        return self.numbers > least

    def __mul__(self, scores: Array) -> Array:
        return self.numbers * scores

    @cached_property
    def numbers(self) -> Array:
        """The sums."""
        found: Array = np.einsum("k...,k...->...", _stacked(self.own), _stacked(self.there))
        return found if self.over is None else np.true_divide(found, self.over.numbers)

    def where(self, mask: Truth) -> Weights:
        """Return the weights where *mask* is true."""
        return Weights(self.own, tuple(there & mask for there in self.there))


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
        if isinstance(then, Weights):
            return then.where(mask)
        if np.all(mask):
            return then
        if not np.any(mask):
            return otherwise
        return np.where(mask, _of_all(then), _of_all(otherwise))

    def nowhere(self, mask: Truth) -> bool:
        """Return whether *mask* is false for all."""
        return not np.any(mask)

    def or_zero(self, value: Array | Drawn) -> Array:
        """Return *value*, 0 where there is none."""
        found: Array = np.nan_to_num(_of_all(value))
        return found

    def ratio(self, over: Number, under: Number) -> Number:
        """Return *over* / *under*, NaN where *under* is 0."""
        return np.true_divide(over, under)

    def share(self, weight: Weights, total: Weights | int) -> Weights:
        """Return *weight* / *total*, not yet multiplied out."""
        return Weights(weight.own, weight.there, total if isinstance(total, Weights) else None)

    def weight(self, inner: Inner, node: Node, answers: Count) -> Weights:
        """Return the weight that was drawn for *node*, or its own; else its *answers*."""
        del inner
        own: Number = 1 if isinstance(node, Indicator) else answers
        if node.weight is not None:
            own = float(node.weight)
        own = self.weights.get(node.id, own)
        return Weights((own * self.factors.get(node.id, 1),), (True,))

    def combined(
        self, inner: Inner, children: Children, ok: Truth, *, published: bool
    ) -> tuple[Number, Count]:
        """Return the combined scores, and where there are none the reason."""
        del published
        aggregate = inner.aggregate
        weights = _stacked([weight.own[0] for weight in children.weights])
        if aggregate.additive:
            numbers = self._added(aggregate, weights, children)
        elif aggregate.over_units:
            scores = np.where(ok, _stacked(children.scores), np.nan)  # too few are not compared
            numbers = aggregate.compare_arrays(
                weights.swapaxes(1, 2), scores.swapaxes(1, 2), self.years
            ).swapaxes(0, 1)
        else:
            numbers = aggregate.combine_arrays(weights, _stacked(children.scores))
        if aggregate.no_score is None:
            return numbers, HAS_SCORE
        return numbers, np.where(np.isnan(numbers), code_of(aggregate.no_score), HAS_SCORE)

    def _added(self, aggregate: Aggregation, weights: Array, children: Children) -> Array:
        """Return the sums of share x score; those of scores that are drawn are added one by one."""
        rest = [one.rest if isinstance(one, Drawn) else one for one in children.scores]
        numbers = aggregate.combine_arrays(weights, _stacked(rest))
        total = children.total.numbers if aggregate.by_shares else np.ones((1, 1))
        for weight, score in zip(weights, children.scores, strict=True):
            if isinstance(score, Drawn):
                if numbers.shape[1] < score.rows.shape[1]:
                    numbers = np.repeat(numbers, score.rows.shape[1], axis=1)
                own, over = (one if len(one) == 1 else one[score.places] for one in (weight, total))
                numbers[score.places] += own / over * score.rows
        return numbers

    def rounded(
        self, node: str, values: Array | Drawn, decimals: int, *, term: bool = False
    ) -> Array | Drawn:
        """Return scores, or parts of the overall, rounded half away from zero."""
        del node, term
        if isinstance(values, Drawn):
            rest, rows = (rounded_draws(one, decimals) for one in (values.rest, values.rows))
            return Drawn(rest, values.places, rows)
        return rounded_draws(values, decimals)


class DrawsShape(Draws):
    """Combines nothing: only what counts is asked for."""

    def combined(
        self, inner: Inner, children: Children, ok: Truth, *, published: bool
    ) -> tuple[Number, Count]:
        """Return a score that stands for any."""
        del inner, children, ok, published
        return self.zero, HAS_SCORE


class Overall(NamedTuple):
    """The overall scores, units x draws, NaN where there is none.

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
        published = rounded_draws(published, definition.publish.decimals)
    undefined: Truth = False
    for branch in folded.branches.values():
        if not branch.inner.aggregate.over_units:
            undefined = undefined | (folded.reasons[branch.inner.id] >= UNDEFINED)
    return Overall(folded.exact[OVERALL], published, undefined)


def rounded_draws(values: Array, decimals: int) -> Array:
    """Return *values* at *decimals* decimals, half away from zero; a near tie counts as one."""
    factor = 10.0**decimals
    size = np.abs(values) * factor
    size *= 1 + 4e-15
    size += 0.5 + 1e-9
    return np.copysign(np.floor(size) / factor, values) + 0.0


def _of_all(scores: Any) -> Any:  # noqa: ANN401 - scores, counts, masks
    """Return the scores of all units, those that are drawn too."""
    return scores.given() if isinstance(scores, Drawn) else scores


def _stacked(arrays: Sequence[Number]) -> Array:
    """Return *arrays*, one of each child, with an axis of children before those of units, draws."""
    arrays = list(map(_of_all, arrays))
    shape = np.broadcast_shapes((1, 1), *map(np.shape, arrays))
    found = np.empty((len(arrays), *shape))
    for place, one in enumerate(arrays):
        found[place] = one
    return found
