"""The arithmetic of a fold of many units: doubles, each with a bound of its error."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import lcm
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kediri_index.scoring.arrays.values import (
    EPSILON,
    LONGEST_UNIT,
    UNKNOWN,
    Array,
    Values,
    of_whole,
)
from kediri_index.scoring.fold import HAS_SCORE, Children, Count, Inner, Node, Truth, code_of

if TYPE_CHECKING:
    from kediri_index.scoring.tree import TreeScores

Whole = NDArray[np.int64]

_MOST = 1e-12
"""A score near 1 that may be off by more is computed exactly."""

_MOST_TOTALS = 64
"""Of more different totals of weights no common denominator is looked for."""


class Arrays:
    """Folds so many *units*; NaN where there is no score.

    *unit* gives the scores of the unit at a place in fractions, for a figure that a bound leaves
    in doubt; *years* are the places of the units of each year, which are compared with each other.
    """

    def __init__(
        self, units: int, unit: Callable[[int], TreeScores], years: Sequence[Whole]
    ) -> None:
        self.unit = unit
        self.years = years
        self.nothing = Values(np.full(units, np.nan), 0.0, 1)
        self.zero = Values(np.zeros(units), 0.0, 1)

    def where(self, mask: Truth, then: Any, otherwise: Any) -> Any:  # noqa: ANN401 - values, counts, masks
        """Return *then* where *mask* is true, else *otherwise*."""
        if isinstance(mask, bool | np.bool_):
            return then if mask else otherwise
        if isinstance(then, Values) and isinstance(otherwise, Values):
            return then.where(mask, otherwise)
        if isinstance(otherwise, Values):  # of a plain number, such as a share of weight
            otherwise = otherwise.numbers
        return np.where(mask, then, otherwise)

    def nowhere(self, mask: Truth) -> bool:
        """Return whether *mask* is false for all units."""
        return not np.any(mask)

    def or_zero(self, value: Values | Array) -> Values | Array:
        """Return *value*, 0 where there is none."""
        if isinstance(value, Values):
            return value.where(~np.isnan(value.numbers), self.zero)
        return np.nan_to_num(value)

    def ratio(self, over: Array, under: Array) -> Array:
        """Return *over* / *under*, NaN where *under* is 0."""
        under = np.asarray(under, dtype=np.float64)
        found: Array = np.full(np.broadcast_shapes(np.shape(over), under.shape), np.nan)
        np.divide(over, under, out=found, where=under != 0)
        return found

    def share(self, weight: Array, total: Array) -> Values:
        """Return the share of a weight, with the denominator of all there are."""
        found = np.broadcast_to(self.ratio(weight, total), self.nothing.numbers.shape)
        whole = np.array_equal(weight, np.rint(weight))
        return Values(found, np.abs(found) * 4 * EPSILON, _unit_of(total) if whole else UNKNOWN)

    def weight(self, inner: Inner, node: Node, answers: Count) -> float | Count:
        """Return the weight of *node*, in whole numbers where all its siblings have a weight."""
        if node.weight is None:
            return answers
        return float(node.weight * _scale(inner))

    def combined(
        self, inner: Inner, children: Children, ok: Truth, *, published: bool
    ) -> tuple[Values, Count]:
        """Return the combined scores, and where there are none the reason."""
        units = len(self.nothing.numbers)
        scores = np.stack([np.broadcast_to(one.numbers, units) for one in children.scores])
        errors = np.stack([np.broadcast_to(one.error, units) for one in children.scores])
        weights = np.stack([np.broadcast_to(one, units) for one in children.weights])
        weights = np.where(ok, weights.astype(np.float64), 0.0)
        scores = np.where(ok, scores, np.nan)  # with too few there is nothing to compare
        aggregate, whole = inner.aggregate, _unit_of(children.total)
        if aggregate.over_units:
            numbers = aggregate.compare_arrays(weights, scores, self.years)
            error = aggregate.compare_error(weights, scores, errors, self.years, whole)
        else:
            numbers = aggregate.combine_arrays(weights, scores)
            error = aggregate.error(weights, scores, errors, whole)
        undefined = ok & np.isnan(numbers)
        why = HAS_SCORE if aggregate.no_score is None else code_of(aggregate.no_score)
        reasons = np.where(undefined, why, HAS_SCORE)
        unsure = ok & ~(error <= _MOST * np.maximum(1.0, np.abs(np.nan_to_num(numbers))))
        for at in np.flatnonzero(unsure).tolist():
            folded = self.unit(at).folded
            found = (folded.published if published else folded.exact).get(inner.id)
            numbers[at] = np.nan if found is None else float(found)
            error[at] = 0.0 if found is None else abs(float(found)) * EPSILON
            reasons[at] = folded.reasons.get(inner.id, HAS_SCORE)
        unit = _unit_of_scores(inner, children, whole)
        return Values(numbers, error, unit, _units_of_scores(inner, children)), reasons

    def rounded(self, node: str, values: Values, decimals: int, *, term: bool = False) -> Values:
        """Return the scores of *node* rounded half up, or with *term* its part of the overall."""
        found = values.rounded(decimals)
        for at in np.flatnonzero(found.doubtful).tolist():
            unit = self.unit(at)
            exact = unit.folded.published.get(node)
            if term:
                (exact,) = unit.figures(node).published_contributions
            found.whole[at] = np.nan if exact is None else float(exact * 10**decimals)
        return of_whole(found.whole, decimals)


class ArrayShape(Arrays):
    """Combines nothing: only what counts is asked for."""

    def combined(
        self, inner: Inner, children: Children, ok: Truth, *, published: bool
    ) -> tuple[Values, Count]:
        """Return scores that stand for any."""
        del inner, children, ok, published
        return self.zero, HAS_SCORE


def _scale(inner: Inner) -> int:
    """Return what makes whole numbers of the weights of all children; 1 where that is not known."""
    weights = [child.weight for child in inner.children]
    if not inner.aggregate.by_shares or None in weights:
        return 1
    scale = lcm(*(weight.denominator for weight in weights if weight is not None))
    return scale if scale <= LONGEST_UNIT else 1


def _unit_of(total: Array | int) -> int:
    """Return what makes whole numbers of shares of *total*; UNKNOWN where it is of no use."""
    totals = np.array(sorted(set(np.ravel(total).tolist())), dtype=np.float64)
    if len(totals) > _MOST_TOTALS or not np.array_equal(totals, np.rint(totals)):
        return UNKNOWN
    unit = lcm(*(int(one) for one in totals.tolist() if one))
    return unit if unit <= LONGEST_UNIT else UNKNOWN


def _unit_of_scores(inner: Inner, children: Children, whole: int) -> int:
    """Return what makes whole numbers of the combined scores, where they have such a unit."""
    if not inner.aggregate.additive:
        return UNKNOWN
    each = lcm(*(one.unit for one in children.scores))
    if inner.aggregate.by_shares:
        return each * whole
    return each * lcm(*(child.weight.denominator for child in inner.children if child.weight))


def _units_of_scores(inner: Inner, children: Children) -> Array | None:
    """Return what makes a whole number of each combined score, where each has one of its own."""
    each = lcm(*(one.unit for one in children.scores))
    total = np.asarray(children.total, dtype=np.float64)
    if not (inner.aggregate.additive and inner.aggregate.by_shares and each):
        return None
    if not all(np.array_equal(one, np.rint(one)) for one in children.weights):
        return None
    units: Array = np.where(total < LONGEST_UNIT / each, each * total, UNKNOWN)
    return units
