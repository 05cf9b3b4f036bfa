"""What uniform numbers stand for: the factors of the draws, and the columns of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.arrays import Array, Whole
from kediri_index.analysis.robustness.fold import Drawn, Filled
from kediri_index.analysis.robustness.panel import Gap, Panel
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import Definition
from kediri_index.model.robustness import Drawing, Factor, FactorKind, WeightSet
from kediri_index.scoring.fold import OVERALL

_SEVERAL = 2


class Columns(NamedTuple):
    """A factor, and the columns of uniform numbers that it takes: from *start* to before *stop*."""

    factor: Factor
    start: int
    stop: int


class Plan:
    """The factors of a drawing of the units of a panel, with as many uniform numbers a draw."""

    def __init__(self, panel: Panel, drawing: Drawing) -> None:
        self.panel = panel
        self.drawing = drawing
        self.siblings = dict(_siblings(panel)) if drawing.weights is not None else {}
        self.gaps = _gaps(panel.gaps)
        self.parts: list[Columns] = []
        start = 0
        for factor in self._factors():
            self.parts.append(Columns(factor, start, start + factor.size))
            start += factor.size
        self.columns = start

    @property
    def factors(self) -> tuple[Factor, ...]:
        """All factors, in the order of their columns."""
        return tuple(part.factor for part in self.parts)

    @property
    def only_sets(self) -> bool:
        """Whether nothing but sets of weights is drawn: then each counts once."""
        return [factor.kind for factor in self.factors] == [FactorKind.WEIGHT_SETS]

    @staticmethod
    def factors_of(factor: Factor, uniform: Array) -> Array:
        """Return what a weight is multiplied by, from uniform numbers."""
        factors: Array = 1 + float(factor.change or 0) * (2 * uniform - 1)
        return factors

    def _factors(self) -> Iterator[Factor]:
        """Yield the factors; what matters most comes first, where low-discrepancy serves best."""
        drawing, panel = self.drawing, self.panel
        if drawing.weight_sets:
            names = tuple(one.name for one in drawing.weight_sets)
            yield Factor(FactorKind.WEIGHT_SETS, options=names)
        if drawing.methods:
            yield Factor(FactorKind.METHODS, options=drawing.methods)
        if drawing.aggregations:
            names = tuple(map(name_of, drawing.aggregations))
            yield Factor(FactorKind.AGGREGATIONS, options=names)
        for node, children in self.siblings.items():
            yield Factor(FactorKind.WEIGHTS, node, drawing.weights, size=len(children))
        if panel.gaps:
            yield Factor(FactorKind.MISSING, size=len(panel.gaps))

    def drawn(self, uniform: Array) -> Drawn:
        """Return what the rows of *uniform*, draws x columns, stand for."""
        values = {leaf: scores[:1] for leaf, scores in self.panel.values.items()}
        found = Drawn(len(uniform), self.panel.units, values)
        for factor, start, stop in self.parts:
            columns = uniform[:, start:stop]
            match factor.kind:
                case FactorKind.WEIGHT_SETS:
                    at = picked(columns[:, 0], len(factor.options))
                    found = found._replace(weights=self._weights(at))
                case FactorKind.METHODS:
                    at = picked(columns[:, 0], len(factor.options))
                    values |= self._by_method(at)
                case FactorKind.AGGREGATIONS:
                    ways = picked(columns[:, 0], len(factor.options))
                    found = found._replace(ways=ways)
                case FactorKind.WEIGHTS:
                    children = self.siblings[factor.node or OVERALL]
                    factors = {
                        child: self.factors_of(factor, columns[:, at])
                        for at, child in enumerate(children)
                    }
                    found = found._replace(factors={**found.factors, **factors})
                case FactorKind.MISSING:
                    found = found._replace(
                        filled={leaf: gaps.filled(columns) for leaf, gaps in self.gaps.items()}
                    )
        return found

    def each_set(self, size: int) -> Iterator[Drawn]:
        """Yield one draw for each set of weights, at most *size* at once."""
        values = {leaf: scores[:1] for leaf, scores in self.panel.values.items()}
        sets = np.arange(len(self.drawing.weight_sets))
        for start in range(0, len(sets), size):
            at = sets[start : start + size]
            yield Drawn(len(at), self.panel.units, values, self._weights(at))

    def _weights(self, at: Whole) -> dict[str, Array]:
        sets = self.drawing.weight_sets
        return {node: _column(sets, node)[at] for node in sets[0].weights}

    def _by_method(self, at: Whole) -> dict[str, Array]:
        return {
            leaf: scores[at]
            for leaf, scores in self.panel.values.items()
            if len(scores) > 1 and _differ(scores)
        }


class _Gaps:
    """All gaps of one leaf, by the columns of uniform numbers that they take."""

    def __init__(self, gaps: Sequence[tuple[int, Gap]]) -> None:
        self.columns = [number for number, _ in gaps]
        self.places = np.array([gap.place for _, gap in gaps])
        self.low = np.array([gap.low for _, gap in gaps])
        self.high = np.array([gap.high for _, gap in gaps])
        self.listed = [(at, gap) for at, (_, gap) in enumerate(gaps) if gap.values is not None]

    def filled(self, uniform: Array) -> Filled:
        """Return the scores that *uniform* numbers stand for."""
        own = uniform[:, self.columns]
        found = self.low + (self.high - self.low) * own
        for at, gap in self.listed:
            found[:, at] = gap.drawn(own[:, at])
        return Filled(self.places, found)


def _gaps(gaps: Sequence[Gap]) -> dict[str, _Gaps]:
    by_leaf: dict[str, list[tuple[int, Gap]]] = {}
    for number, gap in enumerate(gaps):
        by_leaf.setdefault(gap.leaf, []).append((number, gap))
    return {leaf: _Gaps(sorted(own, key=lambda one: one[1].place)) for leaf, own in by_leaf.items()}


def picked(uniform: Array, count: int) -> Whole:
    """Return which of *count* equally likely options each uniform number stands for."""
    found: Whole = np.minimum((uniform * count).astype(np.int64), count - 1)
    return found


def name_of(aggregation: Aggregation) -> str:
    """Return the aggregation as the command line writes it, such as ``power:2``."""
    parameter = aggregation.parameter
    return aggregation.name if parameter is None else f"{aggregation.name}:{float(parameter):g}"


def _column(sets: Sequence[WeightSet], node: str) -> Array:
    return np.array([float(one.weights[node]) for one in sets])


def _differ(scores: Array) -> bool:
    return not bool(
        np.array_equal(scores, np.broadcast_to(scores[:1], scores.shape), equal_nan=True)
    )


def _siblings(panel: Panel) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the groups with several children that count in some unit; those above others first."""
    for node in _nodes(panel.definition):
        children = panel.siblings.get(node, ())
        if len(children) >= _SEVERAL:
            yield node, children


def _nodes(definition: Definition) -> Iterator[str]:
    yield OVERALL
    level = list(definition.groups)
    while level:
        yield from (group.id for group in level)
        level = [inner for group in level for inner in group.groups]
