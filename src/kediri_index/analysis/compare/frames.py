"""The trees between the old and the new: each may have the weights or the set of either.

Which nodes there are and where they stand is the set. How shared nodes are weighted and combined
is the weights. Where the set is one side's and the weights the other's, siblings that both have
keep their weight as a whole against those that only one has, and share it as the other side says:
so it does not matter whether weights are out of 1 or out of 100.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.analysis.compare.nodes import Branch, Leaf, Node, State, Weight, branch
from kediri_index.analysis.compare.side import Side, filled, least_present, leaves_below
from kediri_index.model.definition import Group, Indicator
from kediri_index.scoring.fold import OVERALL

WEIGHTS, SET = 1, 2
"""The bits of the players that are no answers."""
_FIRST_ANSWER = 4

_Defined = Group | Indicator


class Frames(NamedTuple):
    """The tree for each choice of weights and set, by their bits; and the answers' bits by id.

    *answers* has every answer that both sides know, 0 for one that is the same on both.
    """

    trees: tuple[Branch, ...]
    answers: dict[str, int]

    @property
    def choices(self) -> int:
        """The bits of the weights and the set where they are not the same on both sides."""
        kept = self.trees
        weights = kept[0] != kept[WEIGHTS] or kept[SET] != kept[SET | WEIGHTS]
        of_set = kept[0] != kept[SET] or kept[WEIGHTS] != kept[SET | WEIGHTS]
        return (WEIGHTS if weights else 0) | (SET if of_set else 0)


def frames(old: Side, new: Side) -> Frames:
    """Return all trees between *old* and *new*."""
    answers = _Answers(old, new)
    trees = tuple(
        _Frame(answers, (old, new)[bool(bits & WEIGHTS)], (old, new)[bool(bits & SET)]).whole()
        for bits in range(WEIGHTS + SET + 1)
    )
    return Frames(trees, answers.bits)


class _Answers:
    """The answers that both sides know, each with its two states and its bit."""

    def __init__(self, old: Side, new: Side) -> None:
        self.sides = (old, new)
        self.bits: dict[str, int] = {}
        self._states: dict[str, tuple[State, State]] = {}
        self._next = _FIRST_ANSWER

    def shared(self, node_id: str) -> bool:
        """Return whether both sides have the node."""
        return all(node_id in side.nodes for side in self.sides)

    def is_answer(self, node_id: str) -> bool:
        """Return whether the node is one answer on either side, so that it moves as a whole."""
        return self.shared(node_id) and any(side.is_one_answer(node_id) for side in self.sides)

    def stays(self, node_id: str) -> bool:
        """Return whether the node stands in the same group on both sides."""
        old, new = self.sides
        return self.shared(node_id) and old.parents[node_id] == new.parents[node_id]

    def leaf(self, node_id: str, rules: Side) -> Leaf:
        """Return a shared answer, with what is missing filled in as *rules* say."""
        if node_id not in self._states:
            old, new = self.sides
            states = (old.state(node_id), new.state(node_id))
            self._states[node_id] = states
            self.bits[node_id] = 0 if states[0] == states[1] else self._next
            self._next <<= 1 if self.bits[node_id] else 0
        before, after = (
            state if side.combines(node_id) else filled(rules.definition, state)
            for side, state in zip(self.sides, self._states[node_id], strict=True)
        )
        return Leaf(node_id, (before, after), self.bits[node_id])


class _Frame:
    """The tree with the weights of one side and the set of one."""

    def __init__(self, answers: _Answers, weights: Side, nodes: Side) -> None:
        self.answers = answers
        self.weights = weights
        self.nodes = nodes

    def whole(self) -> Branch:
        rules = self.weights.definition
        children = self.nodes.definition.groups
        return branch(
            OVERALL,
            rules.aggregate_top,
            rules.missing.min_present,
            [self._node(child) for child in children],
            self._weights(children),
        )

    def _node(self, node: _Defined) -> Node:
        if self.answers.is_answer(node.id):
            return self.answers.leaf(node.id, self.weights)
        if isinstance(node, Indicator) or self.nodes.is_one_answer(node.id):
            state = filled(self.weights.definition, self.nodes.state(node.id))
            return Leaf(node.id, (state, state))
        rules, definition = node, self.nodes.definition
        if self.answers.shared(node.id):
            definition = self.weights.definition
            there = self.weights.nodes[node.id]
            rules = there if isinstance(there, Group) else node
        return branch(
            node.id,
            rules.aggregate,
            least_present(definition, rules),
            [self._node(child) for child in node.children],
            self._weights(node.children),
            optional=rules.optional,
        )

    def _weights(self, children: Sequence[_Defined]) -> list[Weight]:
        staying = [child for child in children if self.answers.stays(child.id)]
        own = {child.id: Weight(child.weight) for child in children}
        theirs = [self.weights.nodes[child.id] for child in staying]
        if [one.weight for one in theirs] != [one.weight for one in staying]:
            as_a_whole = sum(map(_nominal, theirs), Fraction(0))
            factor = sum(map(_nominal, staying), Fraction(0)) / as_a_whole if as_a_whole else 1
            own |= {one.id: Weight(one.weight, Fraction(factor)) for one in theirs}
        return [own[child.id] for child in children]


def _nominal(node: _Defined) -> Fraction:
    """Return the weight of *node* where everything below it is answered."""
    if node.weight is not None:
        return node.weight
    return Fraction(sum(1 for _ in leaves_below(node)))
