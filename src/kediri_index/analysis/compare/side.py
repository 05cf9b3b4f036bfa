"""One of the two that are compared: a definition, and the scores of a unit by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.analysis.compare.nodes import (
    ABSENT,
    INAPPLICABLE,
    Leaf,
    Node,
    State,
    Weight,
    branch,
)
from kediri_index.analysis.compare.scores import Scores
from kediri_index.model.definition import Definition, Group, Indicator, Unanswered
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.presence import has_answer, is_leaf, known_scores
from kediri_index.scoring.tree_scores import TreeScores


class Side(NamedTuple):
    """A unit's scores by one definition.

    *nodes* are the definition's by id, *parents* the id of the group that each stands in; *known*
    are the scores of the leaves as they are scored there.
    """

    definition: Definition
    scores: TreeScores
    nodes: Mapping[str, Group | Indicator]
    parents: Mapping[str, str]
    known: Mapping[str, Fraction]

    def children(self, node_id: str) -> tuple[Group | Indicator, ...]:
        """Return the direct children of a group, or of the whole."""
        if node_id == OVERALL:
            return self.definition.groups
        node = self.nodes[node_id]
        return node.children if isinstance(node, Group) else ()

    def is_one_answer(self, node_id: str) -> bool:
        """Return whether the node's score is not combined from its children's, but one by itself.

        So it is where it is given, where it needs none, and where units are compared for it.
        """
        node = self.nodes[node_id]
        presence = self.scores.presence
        return (
            is_leaf(node, presence)
            or node_id in presence.not_applicable
            or (isinstance(node, Group) and node.aggregate.over_units)
        )

    def combines(self, node_id: str) -> bool:
        """Return whether the node's score is that of its children, in which what is missing is."""
        node = self.nodes[node_id]
        return bool(self.children(node_id)) and not is_leaf(node, self.scores.presence)

    def state(self, node_id: str) -> State:
        """Return what the node comes to on this side."""
        node = self.nodes[node_id]
        presence = self.scores.presence
        if node_id in presence.present:
            return State(1, self.known[node_id], applies=True, answered=True)
        if node_id in presence.not_applicable and not has_answer(node, presence):
            return INAPPLICABLE
        if isinstance(node, Indicator):
            return ABSENT
        if not node.children:
            return INAPPLICABLE if node.optional else ABSENT
        return Scores().state(self._part(node), 0)

    def _part(self, node: Group | Indicator) -> Node:
        """Return the part of the tree at *node*, in which nothing moves."""
        if isinstance(node, Indicator) or is_leaf(node, self.scores.presence):
            state = filled(self.definition, self.state(node.id))
            return Leaf(node.id, (state, state))
        if node.aggregate.over_units:
            return self._compared(node)
        return branch(
            node.id,
            node.aggregate,
            least_present(self.definition, node),
            [self._part(child) for child in node.children],
            [Weight(child.weight) for child in node.children],
            optional=node.optional,
        )

    def _compared(self, group: Group) -> Leaf:
        """Return a group for which units are compared: its score is the one that it has."""
        parts = [Scores().state(self._part(child), 0) for child in group.children]
        score = self.scores.exact.get(group.id)
        count = 0 if score is None else sum(one.answers for one in parts)
        applies = any(one.applies for one in parts)
        state = State(count, score, applies, answered=any(one.answered for one in parts))
        return Leaf(group.id, (state, state))


def side(definition: Definition, scores: TreeScores) -> Side:
    """Return the side that *scores* by *definition* are."""
    parents = {group.id: OVERALL for group in definition.groups}
    for group in definition.all_groups():
        parents.update((child.id, group.id) for child in group.children)
    return Side(definition, scores, definition.nodes(), parents, known_scores(scores.leaves))


def filled(definition: Definition, state: State) -> State:
    """Return *state*, or a 0 in its place where *definition* counts what is missing as one."""
    if definition.missing.answers is Unanswered.ZERO and state.applies and not state.answers:
        return State(1, Fraction(0), applies=True, answered=False)
    return state


def least_present(definition: Definition, group: Group) -> Fraction | None:
    """Return the share of children below which *group* has no score."""
    return definition.missing.min_present if group.min_present is None else group.min_present


def leaves_below(node: Group | Indicator) -> Iterator[str]:
    """Yield the indicators, and the groups without anything below, at or below *node*."""
    if isinstance(node, Indicator) or not node.children:
        yield node.id
    else:
        for child in node.children:
            yield from leaves_below(child)
