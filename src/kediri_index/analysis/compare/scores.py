"""The score of a tree for any choice of old and new answers; nothing is computed twice."""

from __future__ import annotations

from kediri_index.analysis.compare.nodes import Branch, Leaf, Node, State


class Scores:
    """What the nodes of trees come to, by the bits of the answers that are the new ones.

    The trees must be kept as long: nodes are told apart by their identity.
    """

    def __init__(self) -> None:
        self._states: dict[tuple[int, int], State] = {}
        self._shapes: dict[tuple[int, int], State] = {}

    def state(self, node: Node, chosen: int) -> State:
        """Return what *node* comes to."""
        if isinstance(node, Leaf):
            return node.states[1 if chosen & node.player else 0]
        key = (id(node), chosen & node.players)
        found = self._states.get(key)
        if found is None:
            states = [self.state(child, chosen) for child in node.children]
            found = self._states[key] = node.combined(states)
        return found

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
