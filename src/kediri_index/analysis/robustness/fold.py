"""The tree folded over many draws and units at once, as the engine folds it for one unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.arrays import Array, Mask, Whole, broadcast, rounded
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import (
    STAGE_INDICATORS,
    STAGE_OVERALL,
    STAGE_TERMS,
    Definition,
    Group,
    Indicator,
)
from kediri_index.scoring.fold import OVERALL

_NOTHING: Mapping[str, Array] = MappingProxyType({})


class Filled(NamedTuple):
    """What was drawn for missing answers of one leaf: draws x the units at *places*."""

    places: Whole
    values: Array


_NO_GAPS: Mapping[str, Filled] = MappingProxyType({})


class Drawn(NamedTuple):
    """So many *draws* of so many *units*.

    *values* are those of leaves by id, draws (or one row for all) x units, NaN for none; *filled*
    stand in for some of them. By draw: *weights* that stand in for those of the definition,
    *factors* that weights are multiplied by, and which of the alternative aggregations is the *way*
    to combine.
    """

    draws: int
    units: int
    values: Mapping[str, Array]
    weights: Mapping[str, Array] = _NOTHING
    factors: Mapping[str, Array] = _NOTHING
    ways: Whole | None = None
    filled: Mapping[str, Filled] = _NO_GAPS


class Folded(NamedTuple):
    """The overall by draw and unit, NaN where there is none.

    *undefined* is where the scores of some group's children had no combined one.
    """

    exact: Array
    published: Array
    undefined: Mask


class _Part(NamedTuple):
    """A node's two scores, NaN where it has none, and how many answers count in it.

    *undefined* is where its children's scores had no combined one.
    """

    exact: Array
    published: Array
    answers: Array
    undefined: Mask | None = None


class _Inner(NamedTuple):
    """An inner node: its id, its kind, how it is combined, and its children."""

    name: str
    kind: str | None
    aggregate: Aggregation
    nodes: Sequence[Group | Indicator]


class TreeFold:
    """The tree of a definition.

    *needed* has, for each node with a least share of present children, how many each unit needs;
    *years* are the places of the units that are compared with each other. *alternatives* are
    aggregations of which each draw takes one for all groups.
    """

    def __init__(
        self,
        definition: Definition,
        needed: Mapping[str, Array],
        years: Sequence[Whole],
        alternatives: Sequence[Aggregation] = (),
    ) -> None:
        self.definition = definition
        self.needed = needed
        self.years = years
        self.alternatives = tuple(alternatives)
        self.stages = definition.publish.stages
        self.decimals = definition.publish.decimals

    def fold(self, drawn: Drawn) -> Folded:
        """Return the overall scores of *drawn*."""
        run = _Fold(self, drawn)
        definition = self.definition
        overall = run.branch(OVERALL, None, definition.aggregate_top, definition.groups)
        published = rounded(overall.published, self.decimals)
        shape = (drawn.draws, drawn.units)
        return Folded(
            np.broadcast_to(overall.exact, shape),
            np.broadcast_to(published, shape),
            np.broadcast_to(run.undefined, shape),
        )


class _Fold:
    def __init__(self, tree: TreeFold, drawn: Drawn) -> None:
        self.tree = tree
        self.drawn = drawn
        self.undefined: Mask = np.zeros((1, 1), dtype=np.bool_)

    def node(self, node: Group | Indicator) -> _Part:
        given = self.drawn.values.get(node.id)
        leaf = None if given is None else self._leaf(node, given)
        if isinstance(node, Indicator) or not node.children:
            return leaf or self._nothing()
        inner = self.branch(node.id, node.kind, node.aggregate, node.children)
        if leaf is None:
            return inner
        if node.id in self.drawn.filled:
            leaf = self._with(leaf, node, np.arange(self.drawn.units))
        is_given = leaf.answers > 0
        exact = published = np.where(is_given, leaf.exact, inner.exact)
        if leaf.published is not leaf.exact or inner.published is not inner.exact:
            published = np.where(is_given, leaf.published, inner.published)
        return _Part(exact, published, np.where(is_given, 1.0, inner.answers))

    def _leaf(self, node: Group | Indicator, values: Array, answers: Array | None = None) -> _Part:
        stage = STAGE_INDICATORS if isinstance(node, Indicator) else node.kind
        published = rounded(values, self.tree.decimals) if stage in self.tree.stages else values
        if answers is None:
            answers = np.where(np.isnan(values), 0.0, 1.0)
        return _Part(values, published, answers)

    def _nothing(self) -> _Part:
        nothing = np.full((1, 1), np.nan)
        return _Part(nothing, nothing, np.zeros((1, 1)))

    def branch(
        self,
        name: str,
        kind: str | None,
        aggregate: Aggregation,
        nodes: Sequence[Group | Indicator],
    ) -> _Part:
        """Return the scores of an inner node from those of *nodes*, its children.

        Units with drawn answers are combined draw by draw; of the others, leaves have one row.
        """
        inner = _Inner(name, kind, aggregate, nodes)
        parts = [self.node(one) for one in nodes]
        gaps = [self.drawn.filled[one.id].places for one in nodes if one.id in self.drawn.filled]
        found = self._branch(inner, parts, slice(None))
        if gaps:
            places = np.arange(self.drawn.units) if aggregate.over_units else _union(gaps)
            some = [self._with(*one, places) for one in zip(parts, nodes, strict=True)]
            found = self._replaced(found, self._branch(inner, some, places), places)
        if found.undefined is not None:
            self.undefined = self.undefined | found.undefined
        return found

    def _replaced(self, whole: _Part, some: _Part, places: Whole) -> _Part:
        """Return *whole* with *some* at its places."""
        shape = (self.drawn.draws, self.drawn.units)
        found = []
        for one, other in zip(whole, some, strict=True):
            found.append(np.broadcast_to(np.asarray(one), shape).copy())
            found[-1][:, places] = other
        return _Part(*found)

    def _with(self, part: _Part, node: Group | Indicator, places: Whole) -> _Part:
        """Return *part* at some *places*, with what was drawn for missing answers of *node*."""
        exact, published, answers = (
            one if one.shape[1] == 1 else one[:, places] for one in part[:3]
        )
        filled = self.drawn.filled.get(node.id)
        if filled is None:
            return _Part(exact, published, answers)
        at = np.searchsorted(places, filled.places)
        values = np.broadcast_to(exact, (self.drawn.draws, len(places))).copy()
        values[:, at] = filled.values
        there = np.broadcast_to(answers, (len(answers), len(places))).copy()
        there[:, at] = 1.0
        return self._leaf(node, values, there)

    def _branch(self, inner: _Inner, parts: Sequence[_Part], places: Whole | slice) -> _Part:
        """Return the scores from those of the children, at some *places* of units."""
        name, kind, aggregate, nodes = inner
        counts = [one.answers for one in parts]
        if not aggregate.by_shares:
            counts = [np.minimum(one, 1.0) for one in counts]
        weights = _stacked([self._weight(*one) for one in zip(nodes, counts, strict=True)])
        exact = _stacked([part.exact for part in parts])
        there = ~np.isnan(exact)
        if there.all():
            total = weights.sum(axis=0)
        else:
            total = np.einsum("k...,k...->...", weights, there.astype(np.float64))
        ok = total > 0
        if name in self.tree.needed:
            ok = ok & (there.sum(axis=0) >= self.tree.needed[name][places])
        score = self._combined(aggregate, weights, exact, ok)
        if all(part.published is part.exact for part in parts):
            shown, published = exact, score
        else:
            shown = _stacked([part.published for part in parts])
            published = self._combined(aggregate, weights, shown, ok)
        if name == OVERALL and STAGE_TERMS in self.tree.stages:
            shares = weights if not aggregate.by_shares else weights / np.where(ok, total, 1.0)
            terms = rounded(shares * np.where(there, shown, 0.0), self.tree.decimals).sum(axis=0)
            published = np.where(self._is_sum(aggregate), terms, published)
        stage = STAGE_OVERALL if name == OVERALL else kind
        if stage in self.tree.stages:
            published = rounded(published, self.tree.decimals)
        defined = ok & ~np.isnan(score) & ~np.isnan(published)
        answers = _stacked([part.answers for part in parts]).sum(axis=0)
        if defined.all():
            return _Part(score, published, answers, np.zeros((1, 1), np.bool_))
        undefined = np.zeros((1, 1), np.bool_) if aggregate.over_units else ok & ~defined
        same = published is score
        score = np.where(defined, score, np.nan)
        published = score if same else np.where(defined, published, np.nan)
        return _Part(score, published, np.where(defined, answers, 0.0), undefined)

    def _weight(self, node: Group | Indicator, answers: Array) -> Array:
        own = self.drawn.weights.get(node.id)
        if own is not None:
            weight = own[:, None]
        elif node.weight is not None:
            weight = np.full((1, 1), float(node.weight))
        elif isinstance(node, Indicator):
            weight = np.ones((1, 1))
        else:
            weight = np.maximum(answers, 1.0)
        factor = self.drawn.factors.get(node.id)
        return weight if factor is None else weight * factor[:, None]

    def _combined(self, aggregate: Aggregation, weights: Array, scores: Array, ok: Mask) -> Array:
        """Return the combined scores; NaN where there is none, and anything where not *ok*."""
        ways = self.drawn.ways
        if ways is None:
            if aggregate.over_units:
                compared = np.where(ok, scores, np.nan)
                return aggregate.compare_arrays(weights, compared, self.tree.years)
            return aggregate.combine_arrays(weights, scores)
        shape = (len(scores), len(ways), scores.shape[2])
        found = np.empty(shape[1:])
        weights, scores = np.broadcast_to(weights, shape), np.broadcast_to(scores, shape)
        for number, way in enumerate(self.tree.alternatives):
            rows = ways == number
            found[rows] = way.combine_arrays(weights[:, rows], scores[:, rows])
        return found

    def _is_sum(self, aggregate: Aggregation) -> Mask:
        """Return, by draw, whether the overall is a sum of terms."""
        if self.drawn.ways is None:
            return np.full((1, 1), aggregate.additive)
        additive = np.array([one.additive for one in self.tree.alternatives])
        by_draw: Mask = additive[self.drawn.ways][:, None]
        return by_draw


def _stacked(arrays: Sequence[Array]) -> Array:
    shape = broadcast(*arrays)
    found = np.empty((len(arrays), *shape))
    for place, one in enumerate(arrays):
        found[place] = one
    return found


def _union(places: Sequence[Whole]) -> Whole:
    found: Whole = np.unique(np.concatenate(places))
    return found
