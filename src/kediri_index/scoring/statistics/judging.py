"""What the statistics of an index say against it, and from where on a figure is worth a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.language import Label, NamedFigures
from kediri_index.model.scoring import Reads
from kediri_index.model.statistics import (
    Child,
    DescribedColumn,
    GroupStatistics,
    IndexStatistics,
    LeafStatistics,
    Pair,
    WithDenominator,
)
from kediri_index.scoring.fold import OVERALL

SKEWNESS, KURTOSIS = 2.0, 3.5
"""Both exceeded: outliers. JRC's rule, and COINr's default."""

FENCE = 1.5
"""Widths of the middle half beyond the quartiles (Tukey 1977)."""

COLLINEAR = 0.9
"""Two columns that say nearly the same: COINr's default in ``get_corr_flags``."""

OPPOSED = -0.4
"""Siblings that cancel each other: COINr's default where it colours correlations."""

WITH_SIZE = 0.6
"""An indicator that goes with a denominator: COINr's default in ``get_denom_corr``."""

AGAINST = -0.2
"""The mean of a part's correlations with its siblings. Our own choice."""

ALPHA = 0.7
"""Reliable enough (Nunnally 1978, as the OECD/JRC handbook quotes it)."""

TIMES = 3
"""An influence so many times the weight, or the weight the influence. Our own choice."""

ENOUGH = 10
"""With fewer observations chance alone gives such figures. Our own choice."""


_NAMED = 5
"""Outliers and partners that a sentence names."""

_TWO = 2

_WHOLE = Label("nilai keseluruhan", english="the overall score")


def judged(definition: Definition, statistics: IndexStatistics) -> tuple[Finding, ...]:
    """Return what is worth a word; figures of fewer than ten observations are not judged."""
    return tuple(_Judge(definition, statistics).findings())


class _Judge:
    def __init__(self, definition: Definition, statistics: IndexStatistics) -> None:
        self.statistics = statistics
        self.path = definition.path
        self.nodes: dict[str, Group | Indicator] = definition.nodes()

    def findings(self) -> Iterator[Finding]:
        """Yield all findings."""
        for leaf in self.statistics.leaves:
            yield from self._leaf(leaf)
        for group in self.statistics.groups:
            yield from self._group(group)
        yield from self._collinear()
        for pair in self.statistics.pairs:
            yield from self._opposed(pair)
        yield from self._undivided()

    def _at(self, code: str, node: str, **params: object) -> Finding:
        found = self.nodes.get(node)
        mark = Mark(self.path, 1, 1) if found is None else found.mark
        indicator = node if isinstance(found, Indicator) else None
        return Finding.at_mark(code, mark, node or None, indicator, **params)

    def _name(self, group: str) -> Label:
        return _WHOLE if group == OVERALL else self.nodes[group].label

    def _leaf(self, leaf: LeafStatistics) -> Iterator[Finding]:
        figures = leaf.scored.figures
        if figures.is_constant:
            yield self._at("S503", leaf.id, figure=figures.median, count=figures.n)
        elif leaf.scored.is_skewed and figures.n >= ENOUGH:
            yield self._at(
                "S504",
                leaf.id,
                skewness=_decimals(figures.skewness),
                kurtosis=_decimals(figures.kurtosis),
                units=self._farthest(leaf.scored),
            )

    def _farthest(self, column: DescribedColumn) -> NamedFigures:
        """Return the outliers that lie farthest out, and how many more there are."""
        middle = column.figures.median or 0
        far = sorted(column.outliers, key=lambda one: -abs(one.value - middle))
        several = len(self.statistics.years) > 1
        named = tuple((one.name(with_year=several), one.value) for one in far[:_NAMED])
        return NamedFigures(named, max(0, len(far) - _NAMED))

    def _group(self, group: GroupStatistics) -> Iterator[Finding]:
        for child in group.children:
            if child.n >= ENOUGH and not child.is_constant:
                yield from self._child(group, child)
        found = group.alpha.pairwise
        if found is not None and group.n >= ENOUGH and found < ALPHA:
            yield self._at(
                "S508",
                group.id,
                name=self._name(group.id),
                alpha=_decimals(found),
                limit_alpha=_decimals(ALPHA),
            )

    def _child(self, group: GroupStatistics, child: Child) -> Iterator[Finding]:
        if _is_against(child, group):
            yield self._at(
                "S506",
                child.id,
                group=self._name(group.id),
                correlation=_decimals(child.correlation),
                siblings=_decimals(child.with_siblings),
            )
        elif _is_out_of_proportion(child):
            yield self._at(
                "S509",
                child.id,
                group=self._name(group.id),
                weight=_percent(child.weight),
                influence=_percent(child.influence),
            )

    def _collinear(self) -> Iterator[Finding]:
        """Yield one finding a node: the first of each pair names all its partners."""
        partners: dict[str, list[Pair]] = {}
        for pair in self.statistics.pairs:
            if _is_judged(pair, lambda r: abs(r) > COLLINEAR):
                partners.setdefault(pair.a, []).append(pair)
        for node, pairs in partners.items():
            pairs.sort(key=lambda pair: -abs(pair.pearson or 0))
            named = tuple((pair.b, _decimals(pair.pearson)) for pair in pairs[:_NAMED])
            yield self._at("S505", node, others=NamedFigures(named, max(0, len(pairs) - _NAMED)))

    def _opposed(self, pair: Pair) -> Iterator[Finding]:
        if pair.group is not None and _is_judged(pair, lambda r: -COLLINEAR <= r < OPPOSED):
            yield self._at(
                "S507",
                pair.a,
                other=pair.b,
                group=self._name(pair.group),
                correlation=_decimals(pair.pearson),
            )

    def _undivided(self) -> Iterator[Finding]:
        """Yield one finding an indicator that grows with denominators, and is not divided.

        One that falls would fall the more as a quotient. What is given in percent is divided
        already, and a given score counts nothing.
        """
        rows = self.statistics.with_denominators
        divided = {row.indicator for row in rows if row.divides}
        partners: dict[str, list[WithDenominator]] = {}
        for row in rows:
            if row.indicator not in divided and _counts(self.nodes[row.indicator]) and _grows(row):
                partners.setdefault(row.indicator, []).append(row)
        for indicator, found in partners.items():
            found.sort(key=lambda row: -(row.measured.pearson or 0))
            named = tuple((row.denominator, _decimals(row.measured.pearson)) for row in found)
            others = NamedFigures(named[:_NAMED], max(0, len(named) - _NAMED))
            yield self._at("S519", indicator, others=others)


def _counts(node: Group | Indicator) -> bool:
    """Return whether the values of *node* may be counts or amounts."""
    if isinstance(node, Group) or node.is_percent:
        return False
    return node.rule.method.reads is Reads.MEASURE


def _grows(row: WithDenominator) -> bool:
    """Return whether the indicator goes up with the denominator, by enough observations."""
    found = row.measured
    return found.n >= ENOUGH and found.pearson is not None and found.pearson > WITH_SIZE


def _is_judged(pair: Pair, wanted: Callable[[float], bool]) -> bool:
    return pair.n >= ENOUGH and pair.pearson is not None and wanted(pair.pearson)


def _is_against(child: Child, group: GroupStatistics) -> bool:
    """Return whether *child* goes against its *group*, or against most of its siblings.

    The second is the plainer sign, since a part with a wide spread makes the group its own; of two
    parts that oppose each other neither is the one that does not fit.
    """
    if (child.correlation or 0) < 0:
        return True
    return group.alpha.items > _TWO and (child.with_siblings or 0) < AGAINST


def _is_out_of_proportion(child: Child) -> bool:
    """Return whether the influence of *child* is at most a third of its weight, or thrice it."""
    if child.influence is None or not child.weight:
        return False
    return not child.weight / TIMES < child.influence < child.weight * TIMES


def _decimals(figure: float | None) -> Fraction | None:
    """Return *figure* as a sentence shows it, with two decimals."""
    return None if figure is None else Fraction(round(figure * 100), 100)


def _percent(share: Fraction | float | None) -> Fraction | None:
    """Return *share* in per cent with one decimal."""
    return None if share is None else Fraction(round(share * 1000), 10)
