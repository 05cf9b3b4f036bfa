"""The factors of the draws: the columns of uniform numbers that each takes, and what these mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.draws import Drawn, Draws, Overall, overall
from kediri_index.analysis.robustness.panel import DrawnPanel, gaps_by_leaf, picked
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import Definition, Group
from kediri_index.model.robustness import Drawing, Factor, FactorKind
from kediri_index.scoring.arrays.arithmetic import Whole
from kediri_index.scoring.arrays.values import Array
from kediri_index.scoring.fold import OVERALL, Leaves

_CHOICES = {
    FactorKind.WEIGHT_SETS: "set",
    FactorKind.IMPUTATIONS: "imputation",
    FactorKind.TREATMENTS: "treatment",
    FactorKind.METHODS: "method",
    FactorKind.AGGREGATIONS: "aggregation",
}


class FactorRows(NamedTuple):
    """A factor, and the columns of uniform numbers that it takes: from *start* to before *stop*."""

    factor: Factor
    start: int
    stop: int


class DrawnColumn(NamedTuple):
    """What was drawn in every draw: a choice, a multiplier of a weight, a score, a value."""

    name: str
    cells: Sequence[object]


class Factors:
    """The factors of a drawing of the units of a panel, with as many uniform numbers a draw.

    *scenarios* is how many combinations of an alternative, a method and an aggregation there are.
    """

    def __init__(self, panel: DrawnPanel, drawing: Drawing) -> None:
        self.panel = panel
        self.drawing = drawing
        self.parts: list[FactorRows] = []
        start = 0
        for factor in self._factors():
            self.parts.append(FactorRows(factor, start, start + factor.size))
            start += factor.size
        self.columns = start
        ways = drawing.aggregations
        self.definitions = [_by(way, panel.definition) for way in ways] or [panel.definition]
        self.scenarios = len(panel.leaves) * len(self.definitions)
        self.gaps = gaps_by_leaf(panel)

    @property
    def all(self) -> tuple[Factor, ...]:
        """All factors, in the order of their columns."""
        return tuple(part.factor for part in self.parts)

    def each_set(self) -> Array | None:
        """Return the numbers that stand for each set of weights once, if nothing else is drawn."""
        if [factor.kind for factor in self.all] != [FactorKind.WEIGHT_SETS]:
            return None
        count = len(self.drawing.weight_sets)
        return ((np.arange(count) + 0.5) / count)[None]

    def _factors(self) -> Iterator[Factor]:
        """Yield the factors; what matters most comes first, where low-discrepancy serves best."""
        drawing, panel = self.drawing, self.panel
        if drawing.weight_sets:
            names = tuple(one.name for one in drawing.weight_sets)
            yield Factor(FactorKind.WEIGHT_SETS, options=names)
        if drawing.imputations:
            yield Factor(FactorKind.IMPUTATIONS, options=drawing.imputations)
        if drawing.treatments:
            yield Factor(FactorKind.TREATMENTS, options=drawing.treatments)
        if drawing.methods:
            yield Factor(FactorKind.METHODS, options=drawing.methods)
        if drawing.aggregations:
            names = tuple(map(name_of, drawing.aggregations))
            yield Factor(FactorKind.AGGREGATIONS, options=names)
        if drawing.weights is not None:
            for node, children in panel.siblings.items():
                yield Factor(FactorKind.WEIGHTS, node, drawing.weights, size=len(children))
        if panel.gaps:
            yield Factor(FactorKind.MISSING, size=len(panel.gaps))
        if panel.uncertain:
            size = sum(len(one.places) for one in panel.uncertain.values())
            yield Factor(FactorKind.UNCERTAIN, size=size)

    def overall(self, uniform: Array) -> Overall:
        """Return the overall scores of the draws that the columns of *uniform* numbers stand for.

        Each factor takes rows of them.
        """
        shape = len(self.panel.places), uniform.shape[1]
        if self.scenarios == 1:
            one = self._scenario(0, uniform)
            exact = np.broadcast_to(one.exact, shape)
            published = np.broadcast_to(one.published, shape)
            return Overall(exact, published, np.broadcast_to(one.undefined, shape))
        found = Overall(np.empty(shape), np.empty(shape), np.empty(shape, dtype=np.bool_))
        scenario = self._choice(FactorKind.IMPUTATIONS, uniform)
        for kind, options in (
            (FactorKind.TREATMENTS, self.drawing.treatments),
            (FactorKind.METHODS, self.drawing.methods),
            (FactorKind.AGGREGATIONS, self.drawing.aggregations),
        ):
            scenario = scenario * max(1, len(options)) + self._choice(kind, uniform)
        for number in np.flatnonzero(np.bincount(scenario)).tolist():
            draws = np.flatnonzero(scenario == number)
            for whole, part in zip(found, self._scenario(number, uniform[:, draws]), strict=True):
                whole[:, draws] = part
        return found

    def _scenario(self, number: int, uniform: Array) -> Overall:
        """Return the scores of draws that differ by weights and values alone."""
        variant, way = divmod(number, len(self.definitions))
        leaves = self._leaves(variant, uniform)
        return overall(self.definitions[way], leaves, self._draws(uniform))

    def _choice(self, kind: FactorKind, uniform: Array) -> Whole:
        """Return which option of the factor of this *kind* each draw has, 0 where there is none."""
        for factor, start, _ in self.parts:
            if factor.kind is kind:
                return picked(uniform[start], len(factor.options))
        return np.zeros(uniform.shape[1], dtype=np.int64)

    def _draws(self, uniform: Array) -> Draws:
        """Return the arithmetic of the draws, with the weights of each."""
        sets = self.drawing.weight_sets
        weights: dict[str, Array] = {}
        factors: dict[str, Array] = {}
        if sets:
            at = self._choice(FactorKind.WEIGHT_SETS, uniform)
            for node in sets[0].weights:
                column = np.array([float(one.weights[node]) for one in sets])
                weights[node] = column[at][None]
        for factor, start, stop in self.parts:
            if factor.kind is FactorKind.WEIGHTS:
                each = _multiplier(factor, uniform[start:stop])[:, None]
                factors.update(zip(self._siblings(factor), each, strict=True))
        return Draws(self.panel.years, weights, factors)

    def _siblings(self, factor: Factor) -> tuple[str, ...]:
        return self.panel.siblings[factor.node or OVERALL]

    def _leaves(self, variant: int, uniform: Array) -> Leaves:
        """Return the leaves by one alternative and scoring method, with what was drawn."""
        leaves = self.panel.leaves[variant]
        drawn: dict[str, list[tuple[Whole, Array]]] = {}
        for factor, start, stop in self.parts:
            numbers = uniform[start:stop]
            if factor.kind is FactorKind.MISSING:
                for leaf, gaps in self.gaps.items():
                    rows = gaps.drawn(numbers[gaps.rows])
                    drawn.setdefault(leaf, []).append((gaps.places, rows))
            elif factor.kind is FactorKind.UNCERTAIN:
                for leaf, one in self.panel.uncertain.items():
                    rows = one.scores(one.values(numbers[one.rows]), variant)
                    drawn.setdefault(leaf, []).append((one.places, rows))
        if not drawn:
            return leaves
        scores = {**leaves.scores}
        for leaf, parts in drawn.items():
            places, rows = (np.concatenate(each) for each in zip(*parts, strict=True))
            scores[leaf] = Drawn(scores[leaf], places, rows)
        return leaves._replace(scores=scores)

    def drawn(self, uniform: Array, unit: Callable[[int], str]) -> Iterator[DrawnColumn]:
        """Yield what the *uniform* numbers stand for; *unit* names one by its place."""
        for factor, start, stop in self.parts:
            if factor.kind is FactorKind.WEIGHTS:
                each = _multiplier(factor, uniform[start:stop]).tolist()
                for child, cells in zip(self._siblings(factor), each, strict=True):
                    yield DrawnColumn(f"weight:{child}", cells)
            elif factor.kind is FactorKind.MISSING:
                for leaf, gaps in self.gaps.items():
                    rows = gaps.drawn(uniform[start:stop][gaps.rows])
                    yield from self._of_units(f"missing:{leaf}", gaps.places, rows, unit)
            elif factor.kind is FactorKind.UNCERTAIN:
                for leaf, one in self.panel.uncertain.items():
                    rows = one.values(uniform[start:stop][one.rows])
                    yield from self._of_units(f"value:{leaf}", one.places, rows, unit)
            else:
                chosen = picked(uniform[start], len(factor.options)).tolist()
                yield DrawnColumn(_CHOICES[factor.kind], [factor.options[at] for at in chosen])

    def _of_units(
        self, name: str, places: Whole, rows: Array, unit: Callable[[int], str]
    ) -> Iterator[DrawnColumn]:
        """Yield the drawn *rows* of a leaf, each with its unit where there are several."""
        several = len(self.panel.places) > 1
        for place, cells in zip(places.tolist(), rows.tolist(), strict=True):
            end = f":{unit(int(self.panel.places[place]))}" if several else ""
            yield DrawnColumn(f"{name}{end}", cells)


def name_of(aggregation: Aggregation) -> str:
    """Return the aggregation as the command line writes it, such as ``power:2``."""
    parameter = aggregation.parameter
    return aggregation.name if parameter is None else f"{aggregation.name}:{float(parameter):.15g}"


def _multiplier(factor: Factor, uniform: Array) -> Array:
    """Return what a weight is multiplied by."""
    found: Array = 1 + float(factor.change or 0) * (2 * uniform - 1)
    return found


def _by(aggregation: Aggregation, definition: Definition) -> Definition:
    """Return *definition* with every group, and the whole, combined by *aggregation*."""

    def combined(group: Group) -> Group:
        return group._replace(aggregate=aggregation, groups=tuple(map(combined, group.groups)))

    groups = tuple(map(combined, definition.groups))
    return definition._replace(aggregate_top=aggregation, groups=groups)
