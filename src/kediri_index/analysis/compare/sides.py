"""The two that are compared, and the trees between the old and the new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.definition import (
    Definition,
    Group,
    Indicator,
    MissingPolicy,
    Publish,
    Status,
    Unanswered,
)
from kediri_index.model.language import Label, Language
from kediri_index.scoring.answers import Presence, is_leaf
from kediri_index.scoring.exact import ComparedScores, Exact
from kediri_index.scoring.fold import Node, State, filled, fold
from kediri_index.scoring.tree import TreeScores


class Side(NamedTuple):
    """A unit's scores by one definition.

    *nodes* are the definition's by id, *parents* the id of the group that each stands in, *scores*
    those of that unit alone.
    """

    definition: Definition
    scores: TreeScores
    nodes: Mapping[str, Node]
    parents: Mapping[str, str]
    presence: Presence

    @property
    def known(self) -> Mapping[str, Fraction]:
        """The scores of the leaves as they are scored there."""
        return self.scores.leaves.scores

    def is_one_answer(self, node_id: str) -> bool:
        """Return whether the node's score is not combined from its children's, but one by itself.

        So it is where it is given, where it needs none, and where units are compared for it.
        """
        node = self.nodes[node_id]
        return (
            not self.combines(node_id)
            or node_id in self.presence.not_applicable
            or (isinstance(node, Group) and node.aggregate.over_units)
        )

    def combines(self, node_id: str) -> bool:
        """Return whether the node's score is that of its children, in which what is missing is."""
        return not is_leaf(self.nodes[node_id], self.presence)

    def state(self, node_id: str) -> State:
        """Return the state of the node on this side, whatever stands above it."""
        score, answers = self.known.get(node_id), int(node_id in self.known)
        node = self.nodes[node_id]
        if isinstance(node, Group) and self.combines(node_id):
            units = {
                group.id: score
                for group in self.definition.all_groups()
                if group.aggregate.over_units
                and (score := self.scores.folded.exact.get(group.id)) is not None
            }
            alone = self.definition._replace(groups=(node,))
            folded = fold(alone, self.scores.leaves, Exact(ComparedScores(units, units)))
            score, answers = folded.exact[node_id], folded.answers[node_id]
        expected = self.scores.expected
        return State(score, answers, expected.answered[node_id], expected.applies[node_id])


def side(definition: Definition, scores: TreeScores) -> Side:
    """Return the side that the *scores* of one unit by *definition* are."""
    parents = {child: inner.id for child, inner in scores.parents.items()}
    return Side(definition, scores, definition.nodes(), parents, scores.presence(0))


WEIGHTS, SET = 1, 2
"""The bits of the players that are no answers."""
_FIRST_ANSWER = 4
_EXACT = Exact()
_NO_LEAST = Fraction(0)


class AnswerChange(NamedTuple):
    """One answer, before and after; *player* is its bit, 0 where both are the same."""

    states: tuple[State, State]
    player: int = 0


class Frame(NamedTuple):
    """The tree with the weights of one side and the set of one.

    *definition* has no more than counts, so that frames can be told apart; *answers* are its
    leaves. The weights of nodes that count their answers are times *factors*.
    """

    definition: Definition
    answers: Mapping[str, AnswerChange]
    factors: Mapping[str, Fraction]


class Frames(NamedTuple):
    """The tree for each choice of weights and set, by their bits; and the answers' bits by id.

    *answers* has every answer that both sides know, 0 for one that is the same on both.
    """

    trees: tuple[Frame, ...]
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
        _Framing(answers, (old, new)[bool(bits & WEIGHTS)], (old, new)[bool(bits & SET)]).frame()
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

    def answer(self, node_id: str, rules: Side) -> AnswerChange:
        """Return a shared answer, with what is missing filled in as *rules* say."""
        if node_id not in self._states:
            old, new = self.sides
            states = (old.state(node_id), new.state(node_id))
            self._states[node_id] = states
            self.bits[node_id] = 0 if states[0] == states[1] else self._next
            self._next <<= 1 if self.bits[node_id] else 0
        before, after = (
            state if side.combines(node_id) else _filled(rules, state)
            for side, state in zip(self.sides, self._states[node_id], strict=True)
        )
        return AnswerChange((before, after), self.bits[node_id])


class _Framing:
    """Makes the tree with the weights of one side and the set of one."""

    def __init__(self, answers: _Answers, weights: Side, nodes: Side) -> None:
        self.answers = answers
        self.weights = weights
        self.nodes = nodes
        self.found: dict[str, AnswerChange] = {}
        self.factors: dict[str, Fraction] = {}

    def frame(self) -> Frame:
        rules = self.weights.definition
        definition = Definition(
            id="",
            version="",
            status=Status.OWN,
            title=Label(""),
            language=Language.ID,
            groups=self._children(self.nodes.definition.groups),
            aggregate_top=rules.aggregate_top,
            publish=Publish(stages=frozenset()),
            missing=MissingPolicy(Unanswered.EXCLUDE, rules.missing.min_present),
        )
        return Frame(definition, self.found, self.factors)

    def _children(self, children: Sequence[Node]) -> tuple[Group, ...]:
        staying = [child for child in children if self.answers.stays(child.id)]
        weights = {child.id: child.weight for child in children}
        theirs = [self.weights.nodes[child.id] for child in staying]
        if [one.weight for one in theirs] != [one.weight for one in staying]:
            as_a_whole = sum(map(_nominal, theirs), Fraction(0))
            factor = sum(map(_nominal, staying), Fraction(0)) / as_a_whole if as_a_whole else 1
            weights |= {one.id: one.weight for one in theirs}
            self.factors |= {one.id: Fraction(factor) for one in theirs if factor != 1}
        return tuple(self._node(child, weights[child.id]) for child in children)

    def _node(self, node: Node, weight: Fraction | None) -> Group:
        none_below = self.weights.definition.aggregate_top  # what it is does not matter
        leaf = Group(node.id, "", Label(""), none_below, weight)
        if self.answers.is_answer(node.id):
            self.found[node.id] = self.answers.answer(node.id, self.weights)
            return leaf
        if isinstance(node, Indicator) or self.nodes.is_one_answer(node.id):
            state = _filled(self.weights, self.nodes.state(node.id))
            self.found[node.id] = AnswerChange((state, state))
            return leaf
        rules, by = node, self.nodes.definition
        if self.answers.shared(node.id):
            by = self.weights.definition
            there = self.weights.nodes[node.id]
            rules = there if isinstance(there, Group) else node
        least = by.missing.min_present if rules.min_present is None else rules.min_present
        return leaf._replace(
            aggregate=rules.aggregate,
            optional=rules.optional,
            min_present=least or _NO_LEAST,
            groups=self._children(node.children),
        )


def _filled(rules: Side, state: State) -> State:
    """Return *state*, or a 0 in its place where *rules* count what is missing as one."""
    zeros = rules.definition.missing.answers is Unanswered.ZERO
    return filled(state, state.applies, _EXACT) if zeros else state


def _nominal(node: Node) -> Fraction:
    """Return the weight of *node* where everything below it is answered."""
    if node.weight is not None:
        return node.weight
    below = (node,) if isinstance(node, Indicator) else node.at_or_below()
    return Fraction(sum(1 for one in below if isinstance(one, Indicator) or not one.children))
