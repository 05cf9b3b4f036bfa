"""The score of a tree for any choice of old and new answers; nothing is computed twice."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.analysis.compare.columns import aggregated
from kediri_index.analysis.compare.nodes import Branch, Combine, Leaf, Node, State
from kediri_index.analysis.compare.shapley import UNIT, in_units
from kediri_index.model.aggregation import Undefined, Weighted


def exactly(node: Branch, children: Weighted) -> Fraction | Undefined:
    """Return the score of a group as the definition says."""
    return node.aggregate.combine(children)


def in_whole_units(node: Branch, children: Weighted) -> Fraction | Undefined:
    """Return the same to forty decimals: powers, once computed, are kept."""
    if node.aggregate.additive or not node.always_defined:
        return exactly(node, children)
    columns = [(share, in_units([score])) for share, score in children]
    return Fraction(aggregated(node.aggregate, columns, UNIT)[0], UNIT)


class Scores:
    """What the nodes of trees come to, by the bits of the answers that are the new ones.

    The trees must be kept as long: nodes are told apart by their identity.
    """

    def __init__(self, combine: Combine = exactly) -> None:
        self._combine = combine
        self._states: dict[tuple[int, int], State] = {}
        self._shares: dict[tuple[int, int], list[Fraction]] = {}
        self._shapes: dict[tuple[int, int], State] = {}

    def state(self, node: Node, chosen: int) -> State:
        """Return what *node* comes to."""
        if isinstance(node, Leaf):
            return node.states[1 if chosen & node.player else 0]
        key = (id(node), chosen & node.players)
        found = self._states.get(key)
        if found is None:
            states = [self.state(child, chosen) for child in node.children]
            found = self._states[key] = self._combined(node, states, chosen)
        return found

    def shares(self, node: Branch, chosen: int) -> list[Fraction]:
        """Return the shares of the children of *node*."""
        key = (id(node), chosen & node.sharing)
        found = self._shares.get(key)
        if found is None:
            found = self._shares[key] = node.shares(self.shapes(node, chosen))
        return found

    def _combined(self, node: Branch, states: list[State], chosen: int) -> State:
        shape = self.shape(node, chosen) if node.always_defined else node.shape(states)
        if not shape.answers:
            return shape
        return node.combined(shape, self.shares(node, chosen), states, self._combine)

    def shape(self, node: Node, chosen: int) -> State:
        """Return the same, of which only the score may be missing."""
        if isinstance(node, Leaf) or not node.always_defined:
            return self.state(node, chosen)
        key = (id(node), chosen & node.shifting)
        found = self._shapes.get(key)
        if found is None:
            found = self._shapes[key] = node.shape(self.shapes(node, chosen))
        return found

    def shapes(self, node: Branch, chosen: int) -> list[State]:
        """Return the shapes of the children of *node*."""
        return [self.shape(child, chosen) for child in node.children]
