"""Groups whose score comes from a comparison of units, level by level from the bottom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.scoring.answers import LeafScore, leading, leaf_scores, leaves_of
from kediri_index.scoring.exact import NOT_COMPARED, ComparedScores, exact_tree
from kediri_index.scoring.fold import inner_nodes
from kediri_index.scoring.prepare import Prepared

if TYPE_CHECKING:
    from kediri_index.scoring.aggregations.copeland import Row
    from kediri_index.scoring.tree import TreeScores


Leaves = Mapping[str, LeafScore]


class Comparisons:
    """The scores of the units of one call that come from comparing those of the same year."""

    def __init__(self, prepared: Prepared, lead: Lead | None = None) -> None:
        """Compare by *lead*, or each unit by the one that leads in its data."""
        self.prepared = prepared
        several = len(prepared.units) if compares_units(prepared.definition) else 0
        self.units = tuple(map(prepared.unit, range(several)))
        self.leads: list[Lead] = [lead or leading(prepared.definition, unit) for unit in self.units]
        self._found: dict[Lead | None, list[ComparedScores]] = {}

    def of(self, position: int, lead: Lead) -> ComparedScores:
        """Return those of one unit by *lead*; all units by it, unless it is the unit's own."""
        if not self.units:
            return NOT_COMPARED
        key = None if lead is self.leads[position] else lead
        if key not in self._found:
            self._found[key] = self._by(key)
        return self._found[key][position]

    def by_lead(self, position: int) -> dict[Lead, ComparedScores]:
        """Return those of one unit by every lead."""
        return {lead: self.of(position, lead) for lead in Lead} if self.units else {}

    def _by(self, lead: Lead | None) -> list[ComparedScores]:
        found = [NOT_COMPARED] * len(self.units)
        years: dict[int | None, list[int]] = {}
        for position, unit in enumerate(self.units):
            if unit.left_out:
                continue
            years.setdefault(unit.year, []).append(position)
        for positions in years.values():
            definition = self.prepared.definition_of(self.units[positions[0]])
            leaves = [
                leaf_scores(definition, self.units[at], lead or self.leads[at]) for at in positions
            ]
            for at, compared in zip(positions, compared_scores(definition, leaves), strict=True):
                found[at] = compared
        return found


def compares_units(definition: Definition) -> bool:
    """Return whether any group, or the overall, is scored by comparing units."""
    return any(True for _ in _compared_nodes(definition))


def children_compared(definition: Definition) -> int:
    """Return how many children two units are compared by."""
    return sum(len(children) for _, children in _compared_nodes(definition))


def compared_scores(definition: Definition, units: Sequence[Leaves]) -> list[ComparedScores]:
    """Return, for each of *units* (of one year), the scores that come from comparing them all.

    The exact figures are compared with each other, and so are the published ones. A unit without a
    score in any child of the group, or with too few, is not compared.
    """
    nodes = tuple(_compared_nodes(definition))
    if not nodes:
        return [NOT_COMPARED] * len(units)
    found = [ComparedScores({}, {}) for _ in units]
    for node, children in nodes:
        _compare(definition, units, found, node, children)
    return found


def _compare(
    definition: Definition,
    units: Sequence[Leaves],
    found: list[ComparedScores],
    node: str,
    children: tuple[str, ...],
) -> None:
    """Add the scores of *node* to *found*, which holds those of all below it."""
    from kediri_index.scoring.aggregations.copeland import duels  # noqa: PLC0415 - rarely asked

    scored = [
        exact_tree(definition, leaves_of(leaves), (), compared)
        for leaves, compared in zip(units, found, strict=True)
    ]
    there = [
        position
        for position, tree in enumerate(scored)
        if tree.figures(node).reasons[0] is NoScore.ONE_UNIT
    ]
    exact = duels([_row(scored[at], scored[at].folded.exact, children) for at in there])
    published = duels([_row(scored[at], scored[at].folded.published, children) for at in there])
    if exact is None or published is None:
        return
    for at, score, shown in zip(there, exact, published, strict=True):
        before = found[at]
        found[at] = ComparedScores(
            {**before.exact, node: score.score},
            {**before.published, node: shown.score},
            {**before.duels, node: shown},
        )


def _row(tree: TreeScores, scores: Mapping[str, Fraction | None], children: tuple[str, ...]) -> Row:
    return {
        child: (tree.weight(tree.nodes[child], tree.folded.answers[child]), score)
        for child in children
        if (score := scores[child]) is not None
    }


def _compared_nodes(definition: Definition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each group that compares units, and its children; those below others come first."""
    for inner in inner_nodes(definition):
        if inner.aggregate.over_units:
            yield inner.id, tuple(child.id for child in inner.children)
