"""The engine's figures of every node: what the cells hold until a spreadsheet computes anew."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from kediri_index.model.definition import ClassesOn, Definition, Group, Indicator, Unanswered
from kediri_index.model.results import GroupResult, UnitResult
from kediri_index.present.yearly.xlsx.leaves import Leaf
from kediri_index.scoring.classes import class_of
from kediri_index.scoring.exact import Compared
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.presence import applies, children_of
from kediri_index.scoring.tree_scores import TreeScores, tree_scores

_ZERO = Fraction(0)


class Figures:
    """All figures of one unit, as the workbook's formulas come to them."""

    def __init__(
        self, definition: Definition, leaves: tuple[Leaf, ...], result: UnitResult
    ) -> None:
        self.definition = definition
        scored = {
            leaf.id: leaf.scored() for leaf in leaves if leaf.answer or leaf.score is not None
        }
        self.compared = _compared(definition, result)
        self.tree: TreeScores = tree_scores(definition, scored, self.compared)
        self.counted = self._counted()
        self._added = _added(self.definition)
        self._totals: dict[tuple[str, ...], Fraction] = {}
        self._reached: dict[tuple[tuple[str, ...], bool], dict[str, Fraction]] = {}

    def _counted(self) -> dict[str, int]:
        """Return how many answers count in each node."""
        presence = self.tree.presence
        if self.definition.missing.answers is Unanswered.ZERO:
            presence = presence.with_present(self.tree.missing)
        found: dict[str, int] = {}

        def count(node_id: str, children: tuple[Group | Indicator, ...]) -> int:
            if node_id in presence.present:
                found[node_id] = 1
                return 1
            total = sum(count(child.id, children_of(child)) for child in children)
            found[node_id] = 0 if node_id in self.tree.structure.without_score else total
            return found[node_id]

        count(OVERALL, self.definition.groups)
        return found

    def count(self, node: str) -> int:
        """Return how many answers count in a node; none below a given group."""
        return self.counted.get(node, 0)

    def answered(self, node: Group | Indicator | None) -> int:
        """Return how many answers with a score stand at or below a node, counted or not."""
        if node is None:
            return sum(map(self.answered, self.definition.groups))
        own = 1 if node.id in self.tree.presence.present else 0
        return own + sum(map(self.answered, children_of(node)))

    def applies(self, node: Group | Indicator) -> int:
        """Return whether a node is expected of the unit."""
        return int(applies(node, self.tree.presence))

    def weight(self, node: str) -> Fraction:
        """Return the weight in use, 0 for what does not count."""
        return self.tree.structure.weights.get(node, _ZERO) if self.count(node) else _ZERO

    def share(self, node: str, siblings: tuple[str, ...]) -> Fraction:
        """Return the share of a node among those that count; in a sum it is the weight."""
        if node in self._added:
            return self.weight(node)
        if siblings not in self._totals:
            self._totals[siblings] = sum(map(self.weight, siblings), start=_ZERO)
        total = self._totals[siblings]
        return self.weight(node) / total if total else _ZERO

    def effective(self, node: str) -> Fraction:
        """Return the share in the overall."""
        if node == OVERALL:
            return Fraction(1 if self.count(OVERALL) else 0)
        return self.tree.weights.get(node, _ZERO)

    def score(self, node: str) -> Fraction | None:
        """Return the score without any rounding."""
        return self.tree.exact.get(node)

    def carried(self, node: str) -> Fraction | None:
        """Return what flows upward."""
        return self.tree.published.get(node)

    def published(self, node: str) -> Fraction | None:
        """Return the figure that is published."""
        return self.tree.figure(node).published

    def contribution(self, node: str) -> Fraction | None:
        """Return the part of the overall, None where the overall is no sum."""
        if node == OVERALL:
            return None
        return self.tree.contribution(node).published

    def reached(self, node: str, siblings: tuple[str, ...], *, carried: bool) -> Fraction | None:
        """Return the share of the siblings that score no more than *node*, if it counts."""
        key = siblings, carried
        if key not in self._reached:
            self._reached[key] = self._all_reached(siblings, carried=carried)
        return self._reached[key].get(node)

    def _all_reached(self, siblings: tuple[str, ...], *, carried: bool) -> dict[str, Fraction]:
        values = self.tree.published if carried else self.tree.exact
        rising = sorted((values[one], one) for one in siblings if self.weight(one))
        found: dict[str, Fraction] = {}
        total = _ZERO
        for _, equal in groupby(rising, key=itemgetter(0)):
            names = [one for _, one in equal]
            total += sum((self.share(one, siblings) for one in names), start=_ZERO)
            found |= dict.fromkeys(names, total)
        return found

    def class_at(self, node: str) -> int | None:
        """Return which class a node's score falls into, counted from 0."""
        by_published = self.definition.classes_on is ClassesOn.PUBLISHED
        value = self.published(node) if by_published else self.score(node)
        found = class_of(value, self.definition.classes)
        return None if found is None else self.definition.classes.index(found)


def _compared(definition: Definition, result: UnitResult) -> Compared:
    """Return the scores that come from a comparison with other units: whole numbers, all."""
    figures = {OVERALL: result.overall} if definition.aggregate_top.over_units else {}
    found = {one.id: one.figure for one in _all_results(result.groups)}
    figures |= {
        group.id: found[group.id] for group in definition.all_groups() if group.aggregate.over_units
    }
    return Compared(
        {node: one.score for node, one in figures.items() if one.score is not None},
        {node: one.published for node, one in figures.items() if one.published is not None},
    )


def _all_results(groups: tuple[GroupResult, ...]) -> Iterator[GroupResult]:
    for group in groups:
        yield group
        yield from _all_results(group.groups)


def _added(definition: Definition) -> frozenset[str]:
    """Return the nodes whose parent is a sum."""
    of_groups = (one.children for one in definition.all_groups() if not one.aggregate.by_shares)
    top = () if definition.aggregate_top.by_shares else definition.groups
    return frozenset(child.id for children in (top, *of_groups) for child in children)
