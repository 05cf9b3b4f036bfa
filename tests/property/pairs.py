"""Two random trees of which the second is the first, changed: what lies between them, too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count, permutations
from math import factorial

from hypothesis import strategies as st

from kediri_index.model.dataset import Missing
from tests.property.trees import (
    Node,
    State,
    Tree,
    aggregations,
    some_score,
    some_weight,
    trees,
)

WEIGHTS, SET = "weights", "set"
Players = frozenset[str]


@dataclass(frozen=True)
class Pair:
    """The old tree and the new, under one policy of missing answers."""

    old: Tree
    new: Tree

    def players(self) -> list[str]:
        """Return the answers that changed, the weights and the set."""
        return [WEIGHTS, SET, *(one for one in self.answers() if self._changed(one))]

    def answers(self) -> list[str]:
        """Return the nodes that both have, and of which either has a score that is no combined one.

        What stands below such a group is no answer of its own, on either side.
        """
        found: dict[str, None] = {}
        for tree in (self.old, self.new):
            found |= dict.fromkeys(_tops(tree.top, self.is_answer))
        return list(found)

    def overall(self, chosen: Players) -> Fraction | None:
        """Return the overall where the players of *chosen* are the new ones."""
        nodes = self.new if SET in chosen else self.old
        rules = self.new if WEIGHTS in chosen else self.old
        top = _Between(self, rules, nodes, chosen).siblings(nodes.top)
        tree = Tree(top, nodes.answers, nodes.min_present, rules.aggregate)
        return tree.result().overall.score

    def _changed(self, node_id: str) -> bool:
        return _by_id(self.old)[node_id] != _by_id(self.new)[node_id]

    def is_answer(self, node: Node) -> bool:
        """Return whether *node* moves as a whole."""
        sides = [_by_id(tree).get(node.id) for tree in (self.old, self.new)]
        return all(sides) and any(
            not one.children or one.score is not None or one.state is Missing.NOT_APPLICABLE
            for one in sides
            if one
        )


class _Between:
    def __init__(self, pair: Pair, rules: Tree, nodes: Tree, chosen: Players) -> None:
        self.pair = pair
        self.rules = _by_id(rules)
        self.parents = (_parents(rules), _parents(nodes))
        self.chosen = chosen

    def siblings(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return *nodes* as they stand between; those that both have share their weight anew."""
        staying = [one for one in nodes if self._stays(one)]
        weights = {one.id: one.weight for one in nodes}
        theirs = [self.rules[one.id] for one in staying]
        if [one.weight for one in theirs] != [one.weight for one in staying]:
            before = sum((_nominal(one) for one in theirs), Fraction(0))
            factor = sum((_nominal(one) for one in staying), Fraction(0)) / before if before else 1
            weights |= {one.id: (one.weight or Fraction(0)) * factor for one in theirs}
        return tuple(replace(self.node(one), weight=weights[one.id]) for one in nodes)

    def node(self, node: Node) -> Node:
        if self.pair.is_answer(node):
            side = self.pair.new if node.id in self.chosen else self.pair.old
            return _by_itself(_by_id(side)[node.id])
        rules = self.rules.get(node.id, node)
        return replace(
            node,
            children=self.siblings(node.children),
            aggregate=rules.aggregate,
            min_present=rules.min_present,
            optional=rules.optional,
        )

    def _stays(self, node: Node) -> bool:
        theirs, here = self.parents
        return node.id in theirs and theirs[node.id] == here[node.id]


Worth = Callable[[Players], Fraction]


def shapley_of(worth: Worth, players: list[str]) -> dict[str, Fraction]:
    """Return the values by their definition: each coalition's worth with a player and without."""
    worths = {coalition: worth(coalition) for coalition in _coalitions(players)}
    total = factorial(len(players))
    return {
        player: sum(
            (
                Fraction(factorial(len(one)) * factorial(len(players) - len(one) - 1), total)
                * (worths[one | {player}] - worths[one])
                for one in worths
                if player not in one
            ),
            Fraction(0),
        )
        for player in players
    }


def by_orders(worth: Worth, players: list[str]) -> dict[str, Fraction]:
    """Return the values by their other definition: the mean over all orders of coming in."""
    found = dict.fromkeys(players, Fraction(0))
    for order in permutations(players):
        there: Players = frozenset()
        for player in order:
            found[player] += worth(there | {player}) - worth(there)
            there |= {player}
    return {player: value / factorial(len(players)) for player, value in found.items()}


def _coalitions(players: list[str]) -> Iterator[Players]:
    for bits in range(1 << len(players)):
        yield frozenset(one for at, one in enumerate(players) if bits >> at & 1)


def _by_itself(node: Node) -> Node:
    """Return *node* with ids of its own below it: what is there may stand elsewhere too."""
    children = (replace(_by_itself(one), id=f"{node.id}-{one.id}") for one in node.children)
    return replace(node, children=tuple(children))


def _by_id(tree: Tree) -> dict[str, Node]:
    return {node.id: node for node in tree.all()}


def _parents(tree: Tree) -> dict[str, str]:
    found = {node.id: "" for node in tree.top}
    for node in tree.all():
        found |= {child.id: node.id for child in node.children}
    return found


def _nominal(node: Node) -> Fraction:
    if node.weight is not None:
        return node.weight
    return Fraction(sum(not one.children for one in node.all()))


def _tops(nodes: tuple[Node, ...], is_answer: Callable[[Node], bool]) -> Iterator[str]:
    for node in nodes:
        if is_answer(node):
            yield node.id
        else:
            yield from _tops(node.children, is_answer)


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """Return a random tree and what became of it.

    Answers, weights and aggregations change, groups come to be given, nodes are added, dropped and
    moved. All siblings have a weight or none has, on both sides: what a group without one weighs
    would be scaled by no weight that a definition can say.
    """
    old = draw(trees(mixed=True))
    numbers = count(1)

    def one_in(chances: int) -> bool:
        return draw(st.integers(1, chances)) == chances

    def changed(node: Node) -> Node:
        state: State = node.state
        if draw(st.booleans()) if not node.children or state is not None else one_in(8):
            state = draw(some_score)
        return replace(
            node,
            state=state,
            children=siblings(node.children),
            aggregate=draw(aggregations) if node.children and one_in(5) else node.aggregate,
        )

    def siblings(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        if not nodes:
            return ()
        found = [changed(one) for one in nodes if len(nodes) == 1 or not one_in(8)] or [nodes[0]]
        if all(one.weight is not None for one in nodes):
            found = [replace(one, weight=draw(some_weight)) if one_in(4) else one for one in found]
            weight = draw(some_weight)
        else:
            weight = None
        if one_in(8):
            kind = "pillar" if nodes is old.top else None
            found.append(Node(f"a{next(numbers)}", kind, weight, draw(some_score)))
        return tuple(found)

    top = siblings(old.top)
    moves = [
        (leaf, home)
        for one in top
        for home in top
        for leaf in one.children
        if home is not one and home.children and leaf.kind is None
    ]
    if moves and one_in(6):
        leaf, home = draw(st.sampled_from(moves))
        top = tuple(_moved(one, leaf, home) for one in top)
    return Pair(old, replace(old, top=top, aggregate=draw(aggregations)))


def _moved(node: Node, leaf: Node, home: Node) -> Node:
    children = tuple(one for one in node.children if one is not leaf)
    return replace(node, children=(*children, leaf) if node is home else children)
