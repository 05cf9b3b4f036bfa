"""All statistics of an index: each leaf, each group, each pair of nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import fsum

from kediri_index.model.definition import Definition
from kediri_index.model.statistics import (
    Child,
    DescribedColumn,
    Description,
    GroupStatistics,
    IndexStatistics,
    LeafStatistics,
    Observations,
    Outlier,
    Pair,
    Values,
    WithDenominator,
)
from kediri_index.scoring.answers import Presence
from kediri_index.scoring.exact import complete_tree
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.prepare.denominate import divisions
from kediri_index.scoring.statistics.correlation import (
    alpha,
    correlations,
    cross_correlations,
    pearson,
)
from kediri_index.scoring.statistics.describe import describe
from kediri_index.scoring.statistics.judging import FENCE, KURTOSIS, SKEWNESS
from kediri_index.scoring.tree import Branch


def statistics_of(definition: Definition, data: Observations) -> IndexStatistics:
    """Return the statistics of *data*; weights are those that count when nothing is missing."""
    return _Statistics(definition, data).result()


class _Statistics:
    def __init__(self, definition: Definition, data: Observations) -> None:
        self.definition = definition
        self.data = data
        self.nothing: Values = (None,) * len(data.units)
        there = Presence(frozenset(leaf for leaf, values in data.raw.items() if _count(values)))
        self.complete = complete_tree(definition, there)
        self.weights = self.complete.shares_of(0)
        self.branches = self.complete.branches(0)
        self.parents = {
            child: branch.id for branch in self.branches.values() for child, _ in branch.children
        }
        self.siblings = {
            branch.id: tuple(self._among([child for child, _ in branch.children]))
            for branch in self.branches.values()
        }

    def result(self) -> IndexStatistics:
        """Return all of them."""
        units = self.data.units
        return IndexStatistics(
            observations=len(units),
            units=len({unit for unit, _ in units}),
            years=tuple(sorted({year for _, year in units if year is not None})),
            leaves=self._leaves(),
            groups=tuple(self._group(branch) for branch in self._branches()),
            pairs=tuple(self._pairs()),
            denominators=tuple(self.data.denominators),
            with_denominators=tuple(self._with_denominators()),
        )

    def _scores(self, node: str) -> Values:
        return self.data.scores.get(node, self.nothing)

    def _branches(self) -> list[Branch]:
        """Return the groups in the order of the tree, the overall first."""
        ids = (OVERALL, *(group.id for group in self.definition.all_groups()))
        return [self.branches[node] for node in ids if node in self.branches]

    def _leaf_ids(self) -> list[str]:
        """Return the leaves in the order of the tree."""
        leaves = {*self.complete.counting_leaves(0), *self.data.raw}
        return [node for node in self.definition.nodes() if node in leaves]

    def _leaves(self) -> tuple[LeafStatistics, ...]:
        leaves = self._leaf_ids()
        counting = [leaf for leaf in leaves if leaf in self.weights]
        found, shares = influences([self._scores(leaf) for leaf in counting], self._scores(OVERALL))
        relations = dict(zip(counting, zip(found, shares, strict=True), strict=True))
        return tuple(self._leaf(leaf, *relations.get(leaf, (None, None))) for leaf in leaves)

    def _leaf(self, leaf: str, correlation: float | None, share: float | None) -> LeafStatistics:
        prepared = self.data.prepared.get(leaf)
        return LeafStatistics(
            id=leaf,
            parent=self.parents.get(leaf) or None,
            measured=self._column(self.data.raw.get(leaf, self.nothing)),
            prepared=None if prepared is None else self._column(prepared),
            effective_weight=self.weights.get(leaf),
            correlation=correlation,
            influence=share,
        )

    def _column(self, values: Values) -> DescribedColumn:
        figures = describe(values)
        return DescribedColumn(
            figures, is_skewed(figures), outliers(values, figures, self.data.units)
        )

    def _group(self, branch: Branch) -> GroupStatistics:
        from kediri_index.scoring.statistics.multivariate.components import (  # noqa: PLC0415 - imports numpy
            components,
        )

        whole = self._scores(branch.id)
        ids = [child for child, _ in branch.children]
        columns = [self._scores(child) for child in ids]
        found, shares = influences(columns, whole)
        with_siblings = _means(ids, self.siblings[branch.id])
        return GroupStatistics(
            id=branch.id,
            n=_count(whole),
            effective_weight=Fraction(1) if branch.id == OVERALL else self.weights.get(branch.id),
            alpha=alpha(columns),
            children=tuple(
                Child(
                    id=child,
                    weight=weight,
                    n=_count(column),
                    correlation=correlation,
                    influence=share,
                    with_siblings=with_siblings.get(child),
                    is_constant=_is_constant(column),
                )
                for (child, weight), column, correlation, share in zip(
                    branch.children, columns, found, shares, strict=True
                )
            ),
            components=components(columns),
        )

    def _pairs(self) -> Iterator[Pair]:
        """Yield every pair of leaves, then every other pair of siblings."""
        leaves = self._leaf_ids()
        yield from self._among(leaves)
        both = set(leaves)
        for branch in self._branches():
            for pair in self.siblings[branch.id]:
                if not {pair.a, pair.b} <= both:
                    yield pair

    def _with_denominators(self) -> Iterator[WithDenominator]:
        """Yield every indicator with every denominator, itself apart."""
        raw, prepared, by = self.data.raw, self.data.prepared, self.data.denominators
        ids = [one.id for one in self.definition.all_indicators() if one.id in raw]
        changed = [one for one in ids if one in prepared]
        columns = list(by.values())
        as_prepared = dict(
            zip(
                product(changed, by),
                cross_correlations([prepared[one] for one in changed], columns),
                strict=True,
            )
        )
        found = cross_correlations([raw[one] for one in ids], columns)
        divided = set(divisions(self.definition.prepare))
        for pair, measured in zip(product(ids, by), found, strict=True):
            if pair[0] != pair[1]:
                yield WithDenominator(*pair, pair in divided, measured, as_prepared.get(pair))

    def _among(self, nodes: Sequence[str]) -> Iterator[Pair]:
        found = correlations([self._scores(node) for node in nodes])
        for (a, b), one in zip(combinations(nodes, 2), found, strict=True):
            group = self.parents.get(a)
            together = group is not None and group == self.parents.get(b)
            yield Pair(a, b, group if together else None, *one)


def _means(nodes: Sequence[str], pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the mean of each node's correlations with the others."""
    found: dict[str, list[float]] = {node: [] for node in nodes}
    for pair in pairs:
        if pair.pearson is not None:
            found[pair.a].append(pair.pearson)
            found[pair.b].append(pair.pearson)
    return {node: fsum(some) / len(some) for node, some in found.items() if some}


def _count(values: Values) -> int:
    return sum(value is not None for value in values)


def _is_constant(values: Values) -> bool:
    there = [value for value in values if value is not None]
    return len(there) > 1 and min(there) == max(there)


def influences(
    parts: Sequence[Values], whole: Values
) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """Return each part's correlation with the *whole*, and its share in what moves it.

    A weight says how much a part should count. How much it does depends on its spread and on the
    other parts: Paruolo, Saisana and Saltelli (2013), "Ratings and rankings: voodoo or science?",
    J. R. Stat. Soc. A 176(3), 609-634, measure it by the correlation ratio of the part with the
    whole, in the linear case the squared correlation. As weights, influences are shares: squares
    over their sum. A part that does not vary moves nothing. None where no part goes with the whole.
    """
    found = tuple(pearson(part, whole) for part in parts)
    squares = [(one or 0) ** 2 for one in found]
    total = fsum(squares)
    return found, tuple(square / total if total else None for square in squares)


def is_skewed(column: Description) -> bool:
    """Return whether the shape of *column* speaks of outliers: both its moments are large."""
    if column.skewness is None or column.kurtosis is None:
        return False
    return abs(column.skewness) > SKEWNESS and column.kurtosis > KURTOSIS


def outliers(
    values: Values, column: Description, units: tuple[tuple[str | None, int | None], ...]
) -> tuple[Outlier, ...]:
    """Return the values outside Tukey's fences, in the order of *units*."""
    if column.q1 is None or column.q3 is None:
        return ()
    width = column.q3 - column.q1
    low, high = column.q1 - FENCE * width, column.q3 + FENCE * width
    return tuple(
        Outlier(unit, year, value)
        for (unit, year), value in zip(units, values, strict=True)
        if value is not None and not low <= value <= high
    )
