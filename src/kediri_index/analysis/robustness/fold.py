"""The tree folded over many draws and units at once, as the engine folds it for one unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.arrays import Array, Mask, Whole, broadcast, rounded
from kediri_index.analysis.robustness.combine import combined
from kediri_index.analysis.robustness.copeland import copeland
from kediri_index.model.aggregation import Aggregation, Sum
from kediri_index.model.definition import (
    STAGE_INDICATORS,
    STAGE_OVERALL,
    STAGE_TERMS,
    Definition,
    Group,
    Indicator,
)
from kediri_index.scoring.aggregations.copeland import Copeland
from kediri_index.scoring.fold import OVERALL

_NOTHING: Mapping[str, Array] = MappingProxyType({})


class Drawn(NamedTuple):
    """So many *draws* of so many *units*.

    *values* are those of leaves by id, draws (or one row for all) x units, NaN for none. By draw:
    *weights* that stand in for those of the definition, *factors* that weights are multiplied by,
    and which of the alternative aggregations is the *way* to combine.
    """

    draws: int
    units: int
    values: Mapping[str, Array]
    weights: Mapping[str, Array] = _NOTHING
    factors: Mapping[str, Array] = _NOTHING
    ways: Whole | None = None


class Folded(NamedTuple):
    """The overall by draw and unit, NaN where there is none.

    *undefined* is where the scores of some group's children had no combined one.
    """

    exact: Array
    published: Array
    undefined: Mask


class _Part(NamedTuple):
    """A node's two scores, NaN where it has none, and how many answers count in it."""

    exact: Array
    published: Array
    answers: Array


class _Children(NamedTuple):
    """Children first, then draws, then units; what does not count has the score and weight 0."""

    weights: Array
    there: Mask


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
        is_given = leaf.answers > 0
        exact = published = np.where(is_given, leaf.exact, inner.exact)
        if leaf.published is not leaf.exact or inner.published is not inner.exact:
            published = np.where(is_given, leaf.published, inner.published)
        return _Part(exact, published, np.where(is_given, 1.0, inner.answers))

    def _leaf(self, node: Group | Indicator, values: Array) -> _Part:
        stage = STAGE_INDICATORS if isinstance(node, Indicator) else node.kind
        published = rounded(values, self.tree.decimals) if stage in self.tree.stages else values
        return _Part(values, published, np.where(np.isnan(values), 0.0, 1.0))

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
        """Return the scores of an inner node from those of *nodes*, its children."""
        parts = [self.node(one) for one in nodes]
        adds = isinstance(aggregate, Sum)
        counts = [np.minimum(one.answers, 1.0) if adds else one.answers for one in parts]
        weights = [self._weight(one, count) for one, count in zip(nodes, counts, strict=True)]
        shape = broadcast(*(part.exact for part in parts), *weights)
        exact = _stacked([part.exact for part in parts], shape)
        there = ~np.isnan(exact)
        weight = np.where(there, _stacked(weights, shape), 0.0)
        total = weight.sum(axis=0)
        ok = total > 0
        if name in self.tree.needed:
            ok &= there.sum(axis=0) >= self.tree.needed[name]
        children = _Children(weight, there)
        shares = weight if adds and self.drawn.ways is None else weight / np.where(ok, total, 1.0)
        score = self._combined(aggregate, children, shares, exact, ok)
        if all(part.published is part.exact for part in parts):
            shown, published = exact, score
        else:
            shown = _stacked([part.published for part in parts], shape)
            published = self._combined(aggregate, children, shares, shown, ok)
        published = self._staged(name, kind, aggregate, shares, shown, published)
        defined = ok & ~np.isnan(score) & ~np.isnan(published)
        if not isinstance(aggregate, Copeland):
            self.undefined = self.undefined | (ok & ~defined)
        same = published is score
        score = np.where(defined, score, np.nan)
        published = score if same else np.where(defined, published, np.nan)
        answers = _stacked([part.answers for part in parts], shape).sum(axis=0)
        return _Part(score, published, np.where(defined, answers, 0.0))

    def _weight(self, node: Group | Indicator, answers: Array) -> Array:
        own = self.drawn.weights.get(node.id)
        if own is not None:
            weight = own[:, None]
        elif node.weight is not None:
            weight = np.full((1, 1), float(node.weight))
        else:
            weight = np.maximum(answers, 1.0)
        factor = self.drawn.factors.get(node.id)
        return weight if factor is None else weight * factor[:, None]

    def _combined(
        self, aggregate: Aggregation, children: _Children, shares: Array, scores: Array, ok: Mask
    ) -> Array:
        """Return the combined scores; NaN where there is none, and anything where not *ok*."""
        known = np.where(children.there, scores, 0.0)
        ways = self.drawn.ways
        if ways is None:
            return self._by(aggregate, children, shares, known, ok)
        shape = (len(shares), len(ways), shares.shape[2])
        found = np.empty(shape[1:])
        shares, known = np.broadcast_to(shares, shape), np.broadcast_to(known, shape)
        for number, way in enumerate(self.tree.alternatives):
            rows = ways == number
            found[rows] = combined(way, shares[:, rows], known[:, rows])
        return found

    def _by(
        self, aggregate: Aggregation, children: _Children, shares: Array, known: Array, ok: Mask
    ) -> Array:
        if isinstance(aggregate, Copeland):
            there = children.there & (known == known)  # noqa: PLR0124 - NaN is not itself
            return copeland(children.weights, known, there, ok, self.tree.years)
        return combined(aggregate, shares, known)

    def _staged(
        self,
        name: str,
        kind: str | None,
        aggregate: Aggregation,
        shares: Array,
        shown: Array,
        published: Array,
    ) -> Array:
        """Return *published* with the stages of this node: its kind's, or those of the overall."""
        stages, decimals = self.tree.stages, self.tree.decimals
        if name != OVERALL:
            return rounded(published, decimals) if kind in stages else published
        if STAGE_TERMS in stages:
            terms = rounded(shares * np.where(np.isnan(shown), 0.0, shown), decimals).sum(axis=0)
            published = np.where(self._is_sum(aggregate), terms, published)
        return rounded(published, decimals) if STAGE_OVERALL in stages else published

    def _is_sum(self, aggregate: Aggregation) -> Mask:
        """Return, by draw, whether the overall is a sum of terms."""
        if self.drawn.ways is None:
            return np.full((1, 1), aggregate.additive)
        additive = np.array([one.additive for one in self.tree.alternatives])
        by_draw: Mask = additive[self.drawn.ways][:, None]
        return by_draw


def _stacked(arrays: Sequence[Array], shape: tuple[int, ...]) -> Array:
    found = np.empty((len(arrays), *shape))
    for place, one in enumerate(arrays):
        found[place] = one
    return found
