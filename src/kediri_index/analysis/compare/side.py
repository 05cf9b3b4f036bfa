"""One of the two that are compared: a definition, and the scores of a unit by it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.definition import Definition, Group
from kediri_index.scoring.exact import Compared, Exact
from kediri_index.scoring.fold import Node, State, fold, inner_nodes
from kediri_index.scoring.presence import is_leaf, known_scores
from kediri_index.scoring.tree_scores import TreeScores


class Side(NamedTuple):
    """A unit's scores by one definition.

    *nodes* are the definition's by id, *parents* the id of the group that each stands in; *known*
    are the scores of the leaves as they are scored there.
    """

    definition: Definition
    scores: TreeScores
    nodes: Mapping[str, Node]
    parents: Mapping[str, str]
    known: Mapping[str, Fraction]

    def is_one_answer(self, node_id: str) -> bool:
        """Return whether the node's score is not combined from its children's, but one by itself.

        So it is where it is given, where it needs none, and where units are compared for it.
        """
        node = self.nodes[node_id]
        return (
            not self.combines(node_id)
            or node_id in self.scores.presence.not_applicable
            or (isinstance(node, Group) and node.aggregate.over_units)
        )

    def combines(self, node_id: str) -> bool:
        """Return whether the node's score is that of its children, in which what is missing is."""
        return not is_leaf(self.nodes[node_id], self.scores.presence)

    def state(self, node_id: str) -> State:
        """Return the state of the node on this side, whatever stands above it."""
        score, answers = self.known.get(node_id), int(node_id in self.known)
        node = self.nodes[node_id]
        if isinstance(node, Group) and self.combines(node_id):
            units = {
                group.id: self.scores.exact[group.id]
                for group in self.definition.all_groups()
                if group.aggregate.over_units and group.id in self.scores.exact
            }
            alone = self.definition._replace(groups=(node,))
            leaves = self.scores.presence.leaves(self.known)
            folded = fold(alone, leaves, Exact(Compared(units, units)))
            score, answers = folded.exact[node_id], folded.answers[node_id]
        expected = self.scores.expected
        return State(score, answers, expected.answered[node_id], expected.applies[node_id])


def side(definition: Definition, scores: TreeScores) -> Side:
    """Return the side that *scores* by *definition* are."""
    inners = inner_nodes(definition)
    parents = {child.id: inner.id for inner in inners for child in inner.children}
    return Side(definition, scores, definition.nodes(), parents, known_scores(scores.leaves))
